import type { Plan } from '../model/plan.ts';
import { findDropped } from '../model/findDropped.ts';
import type { ForecastNote } from './forecastNote.ts';
import { isOwnMoney } from './riskEvent.ts';

/** What the tasks of a plan cost, whatever happens, in hundredths of the project's currency. */
export function fixedCost(plan: Plan): {
  readonly hundredths: number;
  readonly notes: readonly ForecastNote[];
} {
  let hundredths = 0;
  const foreign: string[] = [];
  for (const task of plan.tasks.values()) {
    if (!task.cost || findDropped(plan, task.id) !== undefined) continue;
    if (isOwnMoney(task.cost, plan.project)) hundredths += task.cost.hundredths;
    else foreign.push(task.id);
  }
  for (const { id, current, response } of plan.risks.values()) {
    const cost = current?.impact.cost;
    const amounts = [cost && 'low' in cost ? cost.low : undefined, response.cost];
    if (amounts.some(amount => amount && !isOwnMoney(amount, plan.project))) foreign.push(id);
  }
  if (foreign.length === 0) return { hundredths, notes: [] };
  const own = plan.project.currency ?? 'the currency of the project, which names none';
  const message = `The amounts of ${foreign.join(', ')} are not in ${own}, so they are left out`;
  return { hundredths, notes: [{ code: 'other-currency', message, items: foreign }] };
}
