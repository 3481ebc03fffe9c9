import { kindOfId } from '../model/ids.ts';
import { formatDay } from '../model/instant.ts';
import { tellMoney, type Money } from '../model/money.ts';
import type { Rates } from '../model/moneyRules.ts';
import type { Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { computeMoney, type MoneyView, type PartCost } from './computeMoney.ts';
import { tellLeftOut } from './findLeftOut.ts';

/** What is odd about the money of a plan. */
export function checkMoney(
  plan: Plan,
  schedule: Schedule,
  options: { readonly rates: Rates; readonly at: number },
): readonly Problem[] {
  const money = computeMoney(plan, schedule, options);
  return [
    ...checkCurrencies(plan, money, options.rates),
    ...checkBudgets(plan, money),
    ...checkCosts(plan),
  ];
}

const file = 'project.yaml';

function checkCurrencies(plan: Plan, money: MoneyView, rates: Rates): readonly Problem[] {
  const { project } = plan;
  const found: Problem[] = [];
  const amounts = amountsOf(plan, rates);
  if (project.currency === undefined && amounts.some(({ currency }) => currency === undefined)) {
    const message =
      'Amounts have no currency; set the currency of the project, such as currency: EUR';
    found.push(createProblem('currency-missing', message, { file }));
  }
  for (const { currency, hundredths } of money.others) {
    const message = `${tellMoney({ hundredths, currency })} is in no figure, because the project reckons in ${project.currency ?? 'another currency'}; change it to that`;
    found.push(createProblem('currency-mixed', message, { file, field: ['currency'] }));
  }
  for (const each of money.leftOut) {
    const message = `${tellLeftOut(each, project.currency)}; write it in that`;
    found.push(createProblem('currency-mixed', message, { file, field: each.field }));
  }
  return found;
}

function checkBudgets({ project, milestones, tasks }: Plan, money: MoneyView): readonly Problem[] {
  const found: Problem[] = [];
  const text = (hundredths: number): string => tellMoney({ hundredths, currency: money.currency });
  const hold = (
    what: string,
    { planned, budget }: Pick<PartCost, 'planned' | 'budget'>,
    field: readonly (string | number)[],
  ): void => {
    if (budget === undefined || planned <= budget) return;
    const message = `${what} costs ${text(planned)}, which is more than the budget of ${text(budget)}`;
    found.push(createProblem('budget-exceeded', message, { file, field: ['money', ...field] }));
  };
  const { budget, planned } = money;
  hold('The plan', { planned, budget }, ['budget']);
  const parts = [...money.milestones, ...money.components, ...money.categories];
  (project.money?.budgets ?? []).forEach(({ part }, place) => {
    const field = ['budgets', place, 'for'];
    if (kindOfId(part) !== undefined && !milestones.has(part) && !tasks.has(part)) {
      const message = `There is no milestone or task ${part} that could have a budget; correct the id`;
      found.push(createProblem('reference-unknown', message, { file, field: ['money', ...field] }));
    }
    const cost = parts.find(({ key }) => key === part);
    const title = (milestones.get(part) ?? tasks.get(part))?.title;
    if (cost) hold(title === undefined ? `“${part}”` : `${part} “${title}”`, cost, field);
  });
  return found;
}

function checkCosts({ project }: Plan): readonly Problem[] {
  const found: Problem[] = [];
  (project.money?.costs ?? []).forEach(({ title, on, until }, place) => {
    const from = on ?? project.start;
    if (until && from && until.at < from.at) {
      const message = `"${title}" never falls due: it would begin on ${formatDay(from.at)} and end on ${formatDay(until.at)}; change one of the days`;
      const field = ['money', 'costs', place, 'until'];
      found.push(createProblem('cost-never-due', message, { file, field }));
    }
    if (!on || !project.start || on.at >= project.start.at) return;
    const message = `"${title}" falls due on ${formatDay(on.at)}, before the project starts; change the day, or the start`;
    const field = ['money', 'costs', place, 'on'];
    found.push(createProblem('cost-before-start', message, { file, field }));
  });
  return found;
}

function amountsOf({ project, tasks }: Plan, rates: Rates): readonly Money[] {
  const { money } = project;
  const all = [
    ...rates.byPerson.values(),
    rates.hourRate,
    money?.hourRate,
    money?.budget,
    ...(money?.costs ?? []).map(({ amount }) => amount),
    ...[...tasks.values()].map(({ cost }) => cost),
  ];
  return all.filter(amount => amount !== undefined);
}
