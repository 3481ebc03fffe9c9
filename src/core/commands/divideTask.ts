import type { Change, PlainValue } from '../model/change.ts';
import { formatDependency, parseDependency } from '../model/dependency.ts';
import { formatDay } from '../model/instant.ts';
import type { Task } from '../model/task.ts';
import { editLength } from '../schedule/taskEdits.ts';
import { rawEntries, rawFieldsOf } from '../store/rawFields.ts';
import { drawId } from './addItem.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import { findCut } from './cutTask.ts';
import type { CommandInputs } from './inputs.ts';
import { textOfEdit } from './moveStart.ts';

/** What the second task has of the first: where it belongs, who does it, what kind of work it is. */
const sharedKeys = [
  'parent',
  'milestone',
  'distribution',
  'assignees',
  'calendar',
  'keepsPeopleHours',
  'type',
  'priority',
  'tags',
  'visibility',
] as const;

/** What a task promises of its end goes with its last part. */
const endKeys = ['deadline'] as const;
const endConstraints: ReadonlySet<unknown> = new Set(['FNET', 'FNLT', 'MFO']);

/** Makes two tasks of one, the second after the first; what waited for its finish waits for the second. */
export function divideTask(ctx: CommandContext, input: CommandInputs['divideTask']): CommandResult {
  const cut = findCut(ctx, input);
  if (!cut.ok) return cut;
  const { bar, after } = cut.value;
  const { item, dates } = bar;
  if (item.split.length > 0 || item.remaining || dates.progress > 0 || item.started) {
    const message = `${nameOf(item)} has begun or pauses already; split it with a pause instead of in two tasks`;
    return refuse(message, [item.id]);
  }
  const scale = ctx.snapshot.plan.project.durationScale;
  const first = editLength(bar, after, scale);
  const rest = editLength(bar, dates.durationMinutes - after, scale);
  if (!first || !rest) return refuse(`${nameOf(item)} has no length to divide`, [item.id]);
  const id = drawId(ctx, 'task');
  const raw = rawFieldsOf(ctx.snapshot, item.id);
  const moved = [...endKeys, ...(endConstraints.has(item.constraint?.kind) ? ['constraint'] : [])];
  const fields: Record<string, PlainValue> = { title: `${item.title} (2)` };
  for (const key of [...sharedKeys, ...moved]) {
    const value = raw[key];
    if (value !== undefined && value !== null) fields[key] = value;
  }
  const changes: Change[] = [
    setField(item.id, [first.field], textOfEdit(first)),
    ...moved.flatMap(key => (key in fields ? [setField(item.id, [key], undefined)] : [])),
    {
      kind: 'add',
      id,
      fields: { ...fields, [rest.field]: textOfEdit(rest), dependsOn: [item.id] },
    },
    ...leadOn(ctx, item, id),
  ];
  const title = `Divide "${item.title}" at ${formatDay(input.at)}`;
  return planChanges(title, item.id, changes);
}

/** Links from the finish of the first go from that of the second. */
function leadOn({ snapshot }: CommandContext, { id: first }: Task, second: string): Change[] {
  const changes: Change[] = [];
  for (const { id, dependsOn } of snapshot.plan.tasks.values()) {
    if (!dependsOn.some(({ predecessor }) => predecessor === first)) continue;
    for (const { path, value } of rawEntries(rawFieldsOf(snapshot, id), ['dependsOn'])) {
      const link = typeof value === 'string' ? parseDependency(value) : undefined;
      if (link?.predecessor !== first || !link.type.startsWith('F')) continue;
      const text = formatDependency({ ...link, predecessor: second });
      changes.push(setField(id, path, text));
    }
  }
  return changes;
}
