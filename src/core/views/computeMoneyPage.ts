import { formatDay } from '../model/instant.ts';
import { tellMoney } from '../model/money.ts';
import type { Plan } from '../model/plan.ts';
import { formatIndex } from '../money/amounts.ts';
import type { MoneyView, PartCost } from '../money/computeMoney.ts';
import { formulas } from '../money/earnedValue.ts';
import type { Cut } from '../money/findCuts.ts';
import { tellLeftOut } from '../money/findLeftOut.ts';
import { tellWithoutBooking } from '../money/pairBookings.ts';
import { tellCut, tellCutPrice } from '../money/tellCut.ts';
import { beginning } from './beginning.ts';
import { formatWork } from './dayText.ts';
import type { MoneyFigure, MoneyPage, MoneyPart, MoneyTone } from './moneyPage.ts';

type Amount = (hundredths: number | undefined) => string;

/** Puts the money of a plan into words and tables. */
export function computeMoneyPage(
  plan: Plan,
  money: MoneyView,
  {
    revision,
    cuts,
    notes,
  }: {
    readonly revision: number;
    readonly cuts: readonly Cut[];
    readonly notes: readonly string[];
  },
): MoneyPage {
  const { currency, figures, milestones, components, categories } = money;
  const amount: Amount = hundredths =>
    hundredths === undefined ? '–' : tellMoney({ hundredths, currency });
  const title = (key: string): string =>
    beginning(plan.milestones.get(key)?.title ?? plan.tasks.get(key)?.title ?? key);
  const part = (each: PartCost): MoneyPart => partOf(each, title(each.key), amount);
  const tables = [
    { title: 'By milestone', rows: milestones.map(part) },
    { title: 'By component', rows: components.map(part) },
    { title: 'By category', rows: categories.map(part) },
  ];
  return {
    revision,
    headline: headlineOf(money, amount),
    sentences: sentencesOf(money, amount).map(beginning),
    notes: [...notes, ...notesOf(money)].map(beginning),
    currency: currency ?? '',
    at: money.at,
    figures: money.lines.length === 0 ? [] : figuresOf(money, amount),
    curve: money.curve.map(({ at, planned, earned = null, actual = null }) => ({
      at,
      planned,
      earned,
      actual,
    })),
    total: figures.budgetAtCompletion,
    budget: money.budget ?? null,
    tables: tables.filter(({ rows }) => rows.length > 0),
    cuts: cuts.map(cut => ({
      task: cut.task,
      text: beginning(tellCut(plan, cut)),
      saves: amount(cut.saves),
      price: tellCutPrice(cut, minutes =>
        formatWork(minutes, plan.project.durationScale.minutesPerDay),
      ),
      fields: cut.fields,
    })),
  };
}

function headlineOf({ lines, budget, figures }: MoneyView, amount: Amount): string {
  if (lines.length === 0) return 'Nothing in the plan costs anything yet';
  const expected = figures.estimateAtCompletion ?? figures.budgetAtCompletion;
  const all = `It will cost ${amount(expected)} at this rate`;
  if (budget === undefined) return all;
  return expected > budget
    ? `${all}, ${amount(expected - budget)} more than the budget`
    : `${all}, ${amount(budget - expected)} less than the budget`;
}

function sentencesOf(money: MoneyView, amount: Amount): readonly string[] {
  const { lines, budget, contingency, managementReserve, figures, at, baseline } = money;
  if (lines.length === 0)
    return [
      'Give hours a rate in private.yaml, which git ignores, or in the project file (money.hourRate); give a task a cost, or the project costs of its own.',
    ];
  const against = baseline === undefined ? '' : `, against the baseline ${baseline}`;
  const reserves = [
    ...(budget === undefined ? [] : [`the budget is ${amount(budget)}`]),
    ...(contingency === undefined ? [] : [`${amount(contingency)} are kept for known risks`]),
    ...(managementReserve === undefined
      ? []
      : [`${amount(managementReserve)} for what nobody thought of`]),
  ];
  const told = `${amount(figures.actualCost)} spent by ${formatDay(at - 1)} for work worth ${amount(figures.earnedValue)}; ${amount(figures.plannedValue)} was planned${against}.`;
  if (reserves.length === 0) return [told];
  const [first = '', ...others] = reserves;
  const sentence = [first.charAt(0).toUpperCase() + first.slice(1), ...others].join(', ');
  return [told, `${sentence}.`];
}

/** So many tasks are named. */
const mostNamed = 5;

function notesOf({
  others,
  leftOut,
  notAgreed,
  figures,
  currency,
  lines,
}: MoneyView): readonly string[] {
  const { withoutHours } = figures;
  const named = withoutHours.slice(0, mostNamed).join(', ');
  const more = withoutHours.length > mostNamed ? ', …' : '';
  return [
    ...others.map(
      each =>
        `${tellMoney(each)} is in none of the figures, because the project reckons in ${currency ?? 'no currency of its own'}`,
    ),
    ...leftOut.map(each => tellLeftOut(each, currency)),
    ...(currency === undefined && lines.length > 0
      ? ['The amounts have no currency; set the currency of the project, such as EUR']
      : []),
    ...(withoutHours.length === 0
      ? []
      : [`Nobody told the hours of ${named}${more}: what they earned counts as what they cost`]),
    ...notAgreed,
    ...tellWithoutBooking(figures.withoutBooking),
  ];
}

/** An index from 1 up is good, and one below 0.9 bad. */
function toneOf(index: number | undefined): MoneyTone {
  if (index === undefined) return 'none';
  if (index >= 10_000) return 'good';
  return index >= 9_000 ? 'middling' : 'bad';
}

function figuresOf(money: MoneyView, amount: Amount): readonly MoneyFigure[] {
  return figureRows(money, amount).map(([key, name, value, reckoned = '', tone = 'none']) => ({
    key,
    name,
    value,
    tone,
    formula: formulas[key] ?? '',
    reckoned,
  }));
}

type FigureRow = readonly [
  key: string,
  name: string,
  value: string,
  reckoned?: string,
  tone?: MoneyTone,
];

function figureRows({ figures, at }: MoneyView, amount: Amount): readonly FigureRow[] {
  const bac = amount(figures.budgetAtCompletion);
  const pv = amount(figures.plannedValue);
  const ev = amount(figures.earnedValue);
  const ac = amount(figures.actualCost);
  const eac = amount(figures.estimateAtCompletion);
  const cpi = formatIndex(figures.costIndex);
  const spi = formatIndex(figures.scheduleIndex);
  const { costVariance: cv, scheduleVariance: sv, varianceAtCompletion: vac } = figures;
  const earnedOn = `as much was to be done by then as is done on ${formatDay(at - 1)}`;
  const hours = (minutes: number): string => `${Math.round(minutes / 60)} h`;
  const times = `${hours(figures.earnedMinutes)} ÷ ${hours(figures.actualMinutes)}`;
  const tcpi = formatIndex(figures.toCompleteIndex);
  const spiT = formatIndex(figures.timeIndex);
  const timeTone = toneOf(figures.timeIndex);
  return [
    ['BAC', 'Budget at completion', bac],
    ['PV', 'Planned value', pv],
    ['EV', 'Earned value', ev],
    ['AC', 'Actual cost', ac],
    ['CV', 'Cost variance', amount(cv), `${ev} − ${ac}`, signOf(cv)],
    ['SV', 'Schedule variance', amount(sv), `${ev} − ${pv}`, signOf(sv)],
    ['CPI', 'Cost performance index', cpi, `${ev} ÷ ${ac}`, toneOf(figures.costIndex)],
    ['SPI', 'Schedule performance index', spi, `${ev} ÷ ${pv}`, toneOf(figures.scheduleIndex)],
    ['EAC', 'Estimate at completion', eac, `${bac} ÷ ${cpi}`],
    ['VAC', 'Variance at completion', amount(vac), `${bac} − ${eac}`, signOf(vac)],
    ['TCPI', 'To-complete performance index', tcpi, `(${bac} − ${ev}) ÷ (${bac} − ${ac})`],
    ['ES', 'Earned schedule', formatDay(figures.earnedAt - 1), earnedOn],
    ['SPI(t)', 'Time performance index', spiT, times, timeTone],
  ];
}

function signOf(variance: number | undefined): MoneyTone {
  if (variance === undefined) return 'none';
  return variance < 0 ? 'bad' : 'good';
}

function partOf(
  { key, budget, planned, earned }: PartCost,
  name: string,
  amount: Amount,
): MoneyPart {
  const left =
    budget === undefined
      ? ''
      : planned <= budget
        ? `${amount(budget - planned)} left`
        : `${amount(planned - budget)} over`;
  const share =
    budget === undefined ? null : budget <= 0 ? (planned > 0 ? 2 : 0) : planned / budget;
  return {
    key,
    name,
    costs: amount(planned),
    earned: amount(earned),
    budget: budget === undefined ? '' : amount(budget),
    left,
    share,
  };
}
