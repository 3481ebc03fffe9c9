import { ok, type Result } from '../../core/base/result.ts';
import { resolveItem } from '../../core/commands/resolveId.ts';
import type { CommandInputs } from '../../core/commands/inputs.ts';
import type { Instant } from '../../core/model/instant.ts';
import type { Problem } from '../../core/model/problem.ts';
import { refuse } from '../../core/commands/commandPlan.ts';
import { findAble } from '../../core/people/findAble.ts';
import { createScheduler } from '../../core/schedule/scheduler.ts';
import type { Snapshot } from '../../core/store/snapshot.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { editItems } from '../editItems.ts';
import { todayOf } from '../openPlan.ts';

export async function run({ words, switches }: CliCall, ctx: CliContext): Promise<CliResult> {
  const [id, ...people] = words;
  if (id !== undefined && people.length === 0 && switches.has('whoever-can'))
    return editItems(ctx, 'assign', snapshot => findWhoeverCan(snapshot, id, todayOf(ctx)));
  if (id === undefined || people.length === 0) {
    return misused('Name an id and people: gantry assign T-7KQ3 ada "bob 50%", or none for nobody');
  }
  const named = people.flatMap(text => text.split(',')).map(text => text.trim());
  const isNobody = named.length === 1 && named[0]?.toLowerCase() === 'none';
  return editItems(ctx, 'assign', () => ok({ id, people: isNobody ? [] : named }));
}

function findWhoeverCan(
  snapshot: Snapshot,
  word: string,
  today: Instant,
): Result<CommandInputs['assign'], Problem> {
  const item = resolveItem(snapshot, word);
  if (!item.ok) return item;
  const { id, title } = item.value;
  if (item.value.kind !== 'task')
    return refuse(`"${title}" is no task; name the person: gantry assign ${id} ada`, [id]);
  const scheduler = createScheduler();
  const [best] = findAble(snapshot.plan, item.value, plan => scheduler(plan, { today }));
  if (!best) {
    const skills = item.value.skills?.join(' and ') ?? 'a skill of those who have it';
    return refuse(`Nobody who is here has ${skills} for "${title}"`, [id]);
  }
  if (best.over > 0)
    return refuse(
      `Nobody who can do "${title}" has the time; the nearest is ${best.name}: gantry assign ${id} ${best.person}`,
      [id],
    );
  return ok({ id, people: [best.person] });
}
