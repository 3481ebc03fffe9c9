import type { Change } from '../model/change.ts';
import type { Item } from '../model/plan.ts';
import { isClosed } from '../model/task.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { writtenField } from '../store/rawFields.ts';
import { resolveItem } from './resolveId.ts';

/** Takes `completeItem` and `dropItem` back. */
export function reopenItem(ctx: CommandContext, input: CommandInputs['reopenItem']): CommandResult {
  const found = resolveItem(ctx.snapshot, input.id);
  if (!found.ok) return found;
  const item = found.value;
  const changes = reopening(ctx, item);
  if (changes.length === 0) return refuse(`${nameOf(item)} is open already`, [item.id]);
  return planChanges(`Reopen "${item.title}"`, item.id, changes);
}

function reopening({ snapshot }: CommandContext, item: Item): readonly Change[] {
  const { id } = item;
  switch (item.kind) {
    case 'task': {
      const status = item.started ? 'doing' : 'todo';
      const changes = isClosed(item) ? [setField(id, ['status'], status)] : [];
      return item.finished ? [...changes, setField(id, ['finished'], undefined)] : changes;
    }
    case 'milestone': {
      const changes = item.reached ? [setField(id, ['reached'], undefined)] : [];
      return item.isDropped ? [...changes, setField(id, ['dropped'], undefined)] : changes;
    }
    case 'risk': {
      const isOver = item.status === 'closed' || item.status === 'occurred';
      return isOver ? [setField(id, ['status'], 'open')] : [];
    }
    case 'decision': {
      if (item.status === 'proposed') return [];
      const changes = [setField(id, ['status'], 'proposed')];
      return item.decidedOn ? [...changes, setField(id, ['decidedOn'], undefined)] : changes;
    }
    case 'note': {
      const done = [...item.actions.keys()].filter(i => item.actions[i]?.isDone);
      return done.map(i => setField(id, writtenField(snapshot, id, ['actions', i, 'done']), false));
    }
  }
}
