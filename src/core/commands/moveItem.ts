import { compareBy, compareNumber, compareText } from '../base/order.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { Change } from '../model/change.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { ancestorsOf } from '../schedule/loopOfLinks.ts';
import { rankBetween } from './rankBetween.ts';
import { refuseLoop } from './refuseLoop.ts';
import { resolveId, resolveItem } from './resolveId.ts';

/** Puts a task under another parent or milestone, or a task or milestone beside a sibling. */
export function moveItem(ctx: CommandContext, input: CommandInputs['moveItem']): CommandResult {
  const found = resolveItem(ctx.snapshot, input.id);
  if (!found.ok) return found;
  const item = found.value;
  if (item.kind !== 'task' && item.kind !== 'milestone') {
    return refuse(`${nameOf(item)} has no place among others to move to`, [item.id]);
  }
  const place =
    item.kind === 'task' ? placeOfTask(ctx, item, input) : placeOfMilestone(item, input);
  if (!place.ok) return place;
  const changes = place.value.changes.slice();
  const beside = input.before ?? input.after;
  if (beside !== undefined) {
    const ranked = rankBeside(ctx, item, place.value, input);
    if (!ranked.ok) return ranked;
    changes.push(...ranked.value);
  }
  return planChanges(`Move "${item.title}"`, item.id, changes);
}

/** Where the item will hang, and the changes that bring it there. */
interface Place {
  readonly parent: string | undefined;
  readonly milestone: string | undefined;
  readonly changes: readonly Change[];
}

function placeOfMilestone(
  item: Milestone,
  input: CommandInputs['moveItem'],
): Result<Place, Problem> {
  if (input.parent === undefined && input.milestone === undefined) {
    return ok({ parent: undefined, milestone: undefined, changes: [] });
  }
  return refuse(`${nameOf(item)} is a milestone and is part of nothing else`, [item.id]);
}

function placeOfTask(
  ctx: CommandContext,
  task: Task,
  input: CommandInputs['moveItem'],
): Result<Place, Problem> {
  const { snapshot } = ctx;
  const sibling = siblingPlace(ctx, task, input);
  if (!sibling.ok) return sibling;
  const wanted = { ...sibling.value, ...given(input) };
  const parent = resolveOptional(ctx, wanted.parent, task.parent, ['task']);
  if (!parent.ok) return parent;
  const milestone = resolveOptional(ctx, wanted.milestone, task.milestone, ['milestone']);
  if (!milestone.ok) return milestone;
  const id = parent.value;
  if (id === task.id || (id !== undefined && ancestorsOf(snapshot.plan, id).includes(task.id))) {
    const message = `${nameOf(task)} cannot become part of itself or of one of its own sub-tasks`;
    return refuse(message, [task.id, id], id === task.id ? 'reference-self' : 'parent-cycle');
  }
  const changes = [
    ...(id === task.parent ? [] : [setField(task.id, ['parent'], id)]),
    ...(milestone.value === task.milestone
      ? []
      : [setField(task.id, ['milestone'], milestone.value)]),
  ];
  const loop = refuseLoop(snapshot.plan, task.id, changes);
  if (loop) return refused(loop);
  return ok({ parent: id, milestone: milestone.value, changes });
}

/** What the input says itself wins over what follows from the sibling. */
function given({ parent, milestone }: CommandInputs['moveItem']): Partial<Wanted> {
  return {
    ...(parent === undefined ? {} : { parent }),
    ...(milestone === undefined ? {} : { milestone }),
  };
}

/** Undefined leaves it as it is, null takes it out. */
interface Wanted {
  readonly parent?: string | null;
  readonly milestone?: string | null;
}

/** To stand beside a task means to hang where it hangs; what hangs there already keeps its milestone. */
function siblingPlace(
  { snapshot }: CommandContext,
  task: Task,
  { before, after }: CommandInputs['moveItem'],
): Result<Wanted, Problem> {
  const beside = before ?? after;
  if (beside === undefined) return ok({});
  const id = resolveId(snapshot, beside, ['task']);
  if (!id.ok) return id;
  const sibling = snapshot.plan.tasks.get(id.value);
  if (!sibling || (sibling.parent !== undefined && sibling.parent === task.parent)) return ok({});
  return ok({ parent: sibling.parent ?? null, milestone: sibling.milestone ?? null });
}

function resolveOptional(
  { snapshot }: CommandContext,
  wanted: string | null | undefined,
  present: string | undefined,
  kinds: readonly ('task' | 'milestone')[],
): Result<string | undefined, Problem> {
  if (wanted === undefined) return ok(present);
  return wanted === null ? ok(undefined) : resolveId(snapshot, wanted, kinds);
}

function rankBeside(
  ctx: CommandContext,
  item: Task | Milestone,
  place: Place,
  { before, after }: CommandInputs['moveItem'],
): Result<readonly Change[], Problem> {
  const beside = resolveId(ctx.snapshot, before ?? after ?? '', [item.kind]);
  if (!beside.ok) return beside;
  if (beside.value === item.id) return refuse(`${item.id} cannot stand beside itself`, [item.id]);
  const siblings = siblingsAt(ctx, item, place);
  const at = siblings.findIndex(({ id }) => id === beside.value);
  if (at < 0) {
    return refuse(`${beside.value} will not be beside ${item.id} there`, [item.id, beside.value]);
  }
  const index = before === undefined ? at + 1 : at;
  return ok(
    rankBetween(siblings, item.id, index).map(({ id, rank }) => setField(id, ['rank'], rank)),
  );
}

/** The others that hang at the same place, in the order in which people see them. */
function siblingsAt(
  ctx: CommandContext,
  item: Task | Milestone,
  { parent, milestone }: Place,
): readonly (Task | Milestone)[] {
  const { plan } = ctx.snapshot;
  const schedule = ctx.schedule();
  const group: readonly (Task | Milestone)[] =
    item.kind === 'milestone'
      ? [...plan.milestones.values()]
      : [...plan.tasks.values()].filter(task =>
          parent === undefined
            ? task.parent === undefined && task.milestone === milestone
            : task.parent === parent,
        );
  return group
    .filter(({ id }) => id !== item.id)
    .sort(
      compareBy(
        (a, b) => compareNumber(a.rank, b.rank),
        (a, b) => compareNumber(schedule.datesOf(a.id)?.start, schedule.datesOf(b.id)?.start),
        (a, b) => compareText(a.id, b.id),
      ),
    );
}
