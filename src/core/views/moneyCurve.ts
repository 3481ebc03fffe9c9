import { formatCsv, type Cell } from '../base/csvText.ts';
import { escapeXml } from '../base/xmlText.ts';
import { formatDay, type Instant } from '../model/instant.ts';
import { formatMoney, tellMoney } from '../model/money.ts';
import type { MoneyPage, MoneyPoint } from './moneyPage.ts';

export const moneyShapes = ['curve', 'burndown'] as const;
/** Money as it adds up, or as it is left to do. */
export type MoneyShape = (typeof moneyShapes)[number];

/** The picture is laid out in these units and stretched to the room that it has. */
export const moneySize = {
  width: 640,
  height: 260,
  right: 12,
  top: 14,
  bottom: 26,
} as const;

/** Beside the curve stand amounts; a digit is about so wide. */
const [leastLeft, digitWidth, labelGap] = [64, 6.3, 8];

/** Amounts stand in at most so many steps beside the curve. */
const mostSteps = 4;

/** Paths and labels of the picture of money over time. */
export interface MoneyCurveLayout {
  /** Where the curve begins, beside the amounts. */
  readonly left: number;
  readonly planned: string;
  readonly earned: string;
  /** Empty where money is shown as it is left to do: what is spent leaves nothing. */
  readonly actual: string;
  /** The height of the budget; undefined without one, or where it is not shown. */
  readonly budgetY: number | undefined;
  readonly todayX: number;
  readonly amounts: readonly { readonly y: number; readonly label: string }[];
  readonly dates: readonly { readonly x: number; readonly label: string }[];
}

type Drawn = Pick<MoneyPage, 'curve' | 'total' | 'budget' | 'at' | 'currency'>;

/** Where everything of the S-curve or the burn-down stands. */
export function layOutMoney(page: Drawn, shape: MoneyShape): MoneyCurveLayout {
  const { width, height, right, top, bottom } = moneySize;
  const { curve, total, budget, at } = page;
  const [from, to] = [curve[0]?.at ?? at, curve.at(-1)?.at ?? at];
  const shownBudget = shape === 'curve' ? (budget ?? undefined) : undefined;
  const most = Math.max(
    1,
    total,
    shownBudget ?? 0,
    ...curve.map(({ actual }) => (shape === 'curve' ? (actual ?? 0) : 0)),
  );
  const amounts = roundAmounts(most);
  const highest = amounts.at(-1) ?? most;
  const tell = (hundredths: number): string => tellMoney({ hundredths, currency: undefined });
  const left = Math.max(leastLeft, Math.ceil(tell(highest).length * digitWidth) + labelGap);
  const xOf = (moment: Instant): number =>
    round(left + ((width - left - right) * (moment - from)) / Math.max(1, to - from));
  const yOf = (hundredths: number): number =>
    round(height - bottom - ((height - top - bottom) * Math.max(0, hundredths)) / highest);
  const shown = (hundredths: number): number =>
    shape === 'curve' ? hundredths : total - hundredths;
  const path = (of: (point: MoneyPoint) => number | null): string => {
    const points = curve.flatMap(point => {
      const value = of(point);
      return value === null ? [] : [`${xOf(point.at)} ${yOf(shown(value))}`];
    });
    return points.length === 0 ? '' : `M${points.join('L')}`;
  };
  return {
    left,
    planned: path(({ planned }) => planned),
    earned: path(({ earned }) => earned),
    actual: shape === 'curve' ? path(({ actual }) => actual) : '',
    budgetY: shownBudget === undefined ? undefined : yOf(shownBudget),
    todayX: xOf(Math.min(to, Math.max(from, at))),
    amounts: amounts.map(amount => ({ y: yOf(amount), label: tell(amount) })),
    dates: [0, 0.5, 1].map(share => {
      const moment = Math.round(from + (to - from) * share);
      return { x: xOf(moment), label: formatDay(share === 1 ? moment - 1 : moment) };
    }),
  };
}

/** From nothing to what all others are below, in steps of 1, 2 or 5 with as many noughts as it takes. */
function roundAmounts(most: number): readonly number[] {
  const least = most / mostSteps;
  let power = 1;
  while (power * 10 <= least) power *= 10;
  const step = [1, 2, 5].map(each => each * power).find(each => each >= least) ?? 10 * power;
  return Array.from({ length: Math.ceil(most / step) + 1 }, (_, place) => place * step);
}

/** A row for each point of the curve; amounts are texts with their hundredths. */
export function moneyCsv({ curve, currency }: MoneyPage): string {
  const amount = (hundredths: number | null): Cell =>
    hundredths === null ? undefined : formatMoney({ hundredths, currency: undefined });
  return formatCsv([
    ['day', 'currency', 'planned', 'earned', 'actual'],
    ...curve.map(({ at, planned, earned, actual }) => [
      formatDay(at),
      currency,
      amount(planned),
      amount(earned),
      amount(actual),
    ]),
  ]);
}

/** The picture on white, for a page or a slide. */
export function moneySvg(page: MoneyPage, shape: MoneyShape): string {
  const { width, height, right, top, bottom } = moneySize;
  const layout = layOutMoney(page, shape);
  const { left } = layout;
  const line = (d: string, stroke: string): string =>
    d === '' ? '' : `<path fill="none" stroke-width="2.5" stroke="${stroke}" d="${d}"/>`;
  const labels = [
    ...layout.amounts.map(
      ({ y, label }) =>
        `<path stroke="#d1d9e0" d="M${left} ${y}H${width - right}"/><text x="${left - 6}" y="${y + 4}" text-anchor="end">${escapeXml(label)}</text>`,
    ),
    ...layout.dates.map(
      ({ x, label }, place) =>
        `<text x="${x}" y="${height - bottom + 16}" text-anchor="${['start', 'middle', 'end'][place] ?? 'middle'}">${label}</text>`,
    ),
  ];
  const budget =
    layout.budgetY === undefined
      ? ''
      : `<path stroke="#9a6700" stroke-dasharray="5 4" d="M${left} ${layout.budgetY}H${width - right}"/>`;
  const words =
    shape === 'curve'
      ? 'Blue: planned; green: earned; red: spent'
      : 'Worth of the work that is left; blue: planned; green: so far';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + 20}" width="${width * 1.5}" height="${(height + 20) * 1.5}" font-family="sans-serif" font-size="11"><title>${escapeXml(page.headline)}</title><rect width="100%" height="100%" fill="#ffffff"/>${labels.join('')}${budget}<path stroke="#59636e" stroke-dasharray="2 3" d="M${layout.todayX} ${top}V${height - bottom}"/>${line(layout.planned, '#2f6fbf')}${line(layout.earned, '#1a7f37')}${line(layout.actual, '#c0222c')}<text x="8" y="${height + 12}" fill="#59636e">${words}${escapeXml(page.currency === '' ? '' : `, ${page.currency}`)}</text></svg>\n`;
}

/** The amounts at the last point that is not after a moment. */
export function pointAt(curve: readonly MoneyPoint[], at: Instant): MoneyPoint | undefined {
  let found = curve[0];
  for (const point of curve) {
    if (point.at > at) break;
    found = point;
  }
  return found;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
