import { movedBy, movedDays } from '../core/comparison/comparisonWords.ts';
import { arePlainEqual, isPlainList, isPlainMap } from '../core/format/plainValue.ts';
import { fieldPathOf } from '../core/format/parseFieldText.ts';
import { projectId, type PlainValue } from '../core/model/change.ts';
import type { Plan } from '../core/model/plan.ts';
import {
  titleOf,
  type MovedDate,
  type MovedItem,
  type ScheduleComparison,
} from '../core/scenario/compareSchedules.ts';
import type { ScenarioEdit } from '../core/scenario/scenario.ts';
import { rawFieldsOf, rawValueAt } from '../core/store/rawFields.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import type { CliContext } from './cliCommand.ts';
import { plural } from './printProblems.ts';
import { oneLine } from './terminalText.ts';
import { formatTable } from './textTable.ts';

/** How many lines a list of items takes at most. */
const mostListed = 12;

/** One field of a scenario, as it is and as it would be. */
export interface TriedChange {
  readonly id: string;
  readonly field: string;
  /** Null where the field is not there. */
  readonly before: PlainValue;
  readonly after: PlainValue;
}

export function triedChanges(
  snapshot: Snapshot,
  edits: readonly ScenarioEdit[],
): readonly TriedChange[] {
  return edits.flatMap(({ id, fields }) =>
    Object.entries(fields).map(([field, after]) => {
      const before = rawValueAt(rawFieldsOf(snapshot, id), fieldPathOf(field)) ?? null;
      return { id, field, before, after };
    }),
  );
}

interface TriedScenario {
  readonly tried: readonly TriedChange[];
  /** What of it moves nothing. */
  readonly notes: readonly string[];
  readonly comparison: ScheduleComparison;
  /** The plan as it is, by whose titles the items are known. */
  readonly present: Plan;
}

/** What a scenario would do, in words. */
export function scenarioText(
  plan: Plan,
  { tried, notes, comparison, present }: TriedScenario,
  ctx: CliContext,
): string {
  const { paint } = ctx;
  const lines = [
    ...tried.map(change => `${paint.bold('If')} ${changeText(present, change)}\n`),
    ...notes.map(note => `${oneLine(note)}\n`),
    `${paint.dim('Tried, nothing is written')}\n\n`,
    `${finishText(plan, comparison.finish)}\n`,
    movedText('Milestones that would move', comparison.milestones, { plan, ctx }),
    movedText(`${plural(comparison.tasks.length, 'task')} would move`, comparison.tasks, {
      plan,
      ctx,
    }),
    ...lists(comparison).map(([title, ids]) => listText(title, ids, plan, ctx)),
    newProblemsText(comparison.newProblems.length),
    problemText('Problems that would be gone', comparison.goneProblems, ctx),
  ];
  return lines.join('');
}

function lists(comparison: ScheduleComparison): readonly (readonly [string, readonly string[]])[] {
  return [
    ['Would become critical', comparison.becameCritical],
    ['Would no longer be critical', comparison.noLongerCritical],
    ['Promises that would be missed', comparison.newlyMissed],
    ['Promises that would be kept again', comparison.newlyMet],
    ['Would get dates', comparison.gotDates],
    ['Would lose their dates', comparison.lostDates],
  ];
}

/** `T-7KQ3 "Parser" had estimate 5d instead of 3d` */
function changeText(plan: Plan, { id, field, before, after }: TriedChange): string {
  const name = id === projectId ? 'the project' : `${id} "${oneLine(titleOf(plan, id))}"`;
  if (arePlainEqual(before, after)) return `${name} had ${field} ${valueText(after)}, as it has`;
  if (after === null) return `${name} had no ${field} instead of ${valueText(before)}`;
  const instead = before === null ? '' : ` instead of ${valueText(before)}`;
  return `${name} had ${field} ${valueText(after)}${instead}`;
}

function valueText(value: PlainValue): string {
  if (isPlainList(value)) return value.map(valueText).join(', ');
  if (isPlainMap(value)) {
    const parts = Object.entries(value).map(([key, inner]) => `${key} ${valueText(inner)}`);
    return parts.join(', ');
  }
  return oneLine(String(value));
}

function finishText(plan: Plan, finish: MovedDate): string {
  const [before, after] = movedDays(finish);
  if (finish.before === finish.after) return `The project would finish on ${after}, as before`;
  return `The project would finish on ${after} instead of ${before}, ${movedBy(plan, finish.minutes)}`;
}

function movedText(
  title: string,
  moved: readonly MovedItem[],
  { plan, ctx }: { readonly plan: Plan; readonly ctx: CliContext },
): string {
  if (moved.length === 0) return '';
  const rows = [...moved].sort((a, b) => Math.abs(b.finish.minutes) - Math.abs(a.finish.minutes));
  const table = formatTable(
    rows.slice(0, mostListed),
    [
      { title: 'id', text: ({ id }) => id },
      { title: 'title', text: item => item.title, isFlexible: true },
      { title: 'finish', text: ({ finish }) => movedDays(finish)[0] },
      { title: 'would be', text: ({ finish }) => movedDays(finish)[1] },
      { title: '', text: ({ finish, start }) => movedBy(plan, finish.minutes || start.minutes) },
    ],
    ctx.table,
  );
  return `\n${ctx.paint.bold(title)}\n${table}${restText(rows.length)}`;
}

function restText(count: number): string {
  return count > mostListed ? `and ${count - mostListed} more\n` : '';
}

function listText(
  title: string,
  ids: readonly string[],
  plan: Plan,
  { paint }: CliContext,
): string {
  if (ids.length === 0) return '';
  const lines = ids.slice(0, mostListed).map(id => `  ${id}  ${oneLine(titleOf(plan, id))}\n`);
  return `\n${paint.bold(title)}\n${lines.join('')}${restText(ids.length)}`;
}

/** They are told with their places, apart from this text. */
function newProblemsText(count: number): string {
  return count === 0 ? '' : `\n${plural(count, 'problem')} would be new\n`;
}

function problemText(
  title: string,
  problems: ScheduleComparison['newProblems'],
  { paint }: CliContext,
): string {
  if (problems.length === 0) return '';
  const lines = problems.slice(0, mostListed).map(({ message }) => `  ${oneLine(message)}\n`);
  return `\n${paint.bold(title)}\n${lines.join('')}${restText(problems.length)}`;
}
