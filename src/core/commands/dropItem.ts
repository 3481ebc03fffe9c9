import type { Item, Plan } from '../model/plan.ts';
import { isClosed } from '../model/task.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { descendantsOf } from '../schedule/loopOfLinks.ts';
import { resolveItem } from './resolveId.ts';

/** Gives an item up. It stays in the plan's memory; the open sub-tasks of a summary go with it. */
export function dropItem(ctx: CommandContext, input: CommandInputs['dropItem']): CommandResult {
  const found = resolveItem(ctx.snapshot, input.id);
  if (!found.ok) return found;
  const item = found.value;
  const title = `Drop "${item.title}"`;
  switch (item.kind) {
    case 'task': {
      if (isClosed(item)) return alreadySo(item, item.status);
      const ids = [item.id, ...openBelow(ctx.snapshot.plan, item.id)];
      const changes = ids.map(id => setField(id, ['status'], 'dropped'));
      return planChanges(title, item.id, changes);
    }
    case 'milestone':
      if (item.isDropped) return alreadySo(item, 'dropped');
      if (item.reached) return alreadySo(item, 'reached');
      return planChanges(title, item.id, [setField(item.id, ['dropped'], true)]);
    case 'risk':
      if (item.status === 'closed') return alreadySo(item, 'closed');
      return planChanges(title, item.id, [setField(item.id, ['status'], 'closed')]);
    case 'decision':
      if (item.status === 'rejected') return alreadySo(item, 'rejected');
      return planChanges(title, item.id, [setField(item.id, ['status'], 'rejected')]);
    case 'note':
      return refuse(`${nameOf(item)} is a note and is not dropped; remove it instead`, [item.id]);
  }
}

function openBelow(plan: Plan, id: string): readonly string[] {
  return descendantsOf(plan, id).filter(below => {
    const task = plan.tasks.get(below);
    return task && !isClosed(task);
  });
}

function alreadySo(item: Item, state: string): CommandResult {
  return refuse(`${nameOf(item)} is ${state} already`, [item.id]);
}
