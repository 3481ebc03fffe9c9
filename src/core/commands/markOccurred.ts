import type { Change } from '../model/change.ts';
import type { Risk } from '../model/risk.ts';
import { affectedMilestone } from '../risks/affectedMilestone.ts';
import { drawId } from './addItem.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { resolveItem } from './resolveId.ts';

/**
 * Says that a risk has happened. Each step of its contingency plan that is handed over becomes a
 * task among those of its response, under the milestone that the risk affects.
 */
export function markOccurred(
  ctx: CommandContext,
  input: CommandInputs['markOccurred'],
): CommandResult {
  const found = resolveItem(ctx.snapshot, input.id);
  if (!found.ok) return found;
  const risk = found.value;
  if (risk.kind !== 'risk') {
    return refuse(`${nameOf(risk)} is a ${risk.kind}; only a risk can occur`, [risk.id]);
  }
  const steps = (input.steps ?? []).map(step => step.trim());
  if (steps.some(step => step === '' || /[\r\n]/.test(step))) {
    return refuse('Each step becomes the title of a task, which is one line of words', [risk.id]);
  }
  if (risk.status === 'occurred' && steps.length === 0) {
    return refuse(`${nameOf(risk)} has occurred already`, [risk.id]);
  }
  const made = addSteps(ctx, risk, steps);
  const ids = made.map(({ id }) => id);
  const changes: Change[] = [setField(risk.id, ['status'], 'occurred'), ...made];
  if (ids.length > 0) {
    changes.push(setField(risk.id, ['response', 'tasks'], [...risk.response.tasks, ...ids]));
  }
  const count = ids.length === 1 ? '1 task' : `${ids.length} tasks`;
  const more = ids.length === 0 ? '' : `: ${count} from its contingency plan`;
  return planChanges(`"${risk.title}" has occurred${more}`, risk.id, changes);
}

function addSteps(
  ctx: CommandContext,
  risk: Risk,
  steps: readonly string[],
): readonly Extract<Change, { readonly kind: 'add' }>[] {
  const milestone = affectedMilestone(ctx.snapshot.plan, risk);
  const taken = new Set(ctx.takenIds);
  return steps.map(title => {
    const id = drawId({ ...ctx, takenIds: taken }, 'task');
    taken.add(id);
    const fields = { title, ...(milestone === undefined ? {} : { milestone }) };
    return { kind: 'add', id, fields };
  });
}
