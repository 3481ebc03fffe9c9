import { formatDay } from '../model/instant.ts';
import { formatMoney, type Money } from '../model/money.ts';
import type { Rates } from '../model/moneyRules.ts';
import type { Plan } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { computeMoney } from './computeMoney.ts';

/** What is odd about the money of a plan. */
export function checkMoney(
  plan: Plan,
  schedule: Schedule,
  options: { readonly rates: Rates; readonly at: number },
): readonly Problem[] {
  const { project } = plan;
  const file = 'project.yaml';
  const found: Problem[] = [];
  const amounts = amountsOf(plan, options.rates);
  if (project.currency === undefined && amounts.some(({ currency }) => currency === undefined)) {
    const message =
      'Amounts have no currency; set the currency of the project, such as currency: EUR';
    found.push(createProblem('currency-missing', message, { file }));
  }
  const money = computeMoney(plan, schedule, options);
  for (const { currency, hundredths } of money.others) {
    const message = `${formatMoney({ hundredths, currency })} is in no figure, because the project reckons in ${project.currency ?? 'another currency'}; change it to that`;
    found.push(createProblem('currency-mixed', message, { file, field: ['currency'] }));
  }
  const total = money.figures.budgetAtCompletion;
  if (money.budget !== undefined && total > money.budget) {
    const text = (hundredths: number): string =>
      formatMoney({ hundredths, currency: money.currency });
    const message = `The plan costs ${text(total)}, which is more than the budget of ${text(money.budget)}`;
    found.push(createProblem('budget-exceeded', message, { file, field: ['money', 'budget'] }));
  }
  (project.money?.costs ?? []).forEach((cost, place) => {
    if (!cost.on || !project.start || cost.on.at >= project.start.at) return;
    const message = `"${cost.title}" falls due on ${formatDay(cost.on.at)}, before the project starts; change the day, or the start`;
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
