import { tellUnskilled } from '../core/levelling/findUnskilled.ts';
import { tellKept } from '../core/levelling/keptWork.ts';
import type { LevelledPlan } from '../core/levelling/levelPlan.ts';
import { tellMove } from '../core/levelling/tellMove.ts';
import { formatDay } from '../core/model/instant.ts';
import type { Plan } from '../core/model/plan.ts';
import { personName } from '../core/model/personName.ts';
import { formatWork } from '../core/views/dayText.ts';
import type { CliContext } from './cliCommand.ts';
import { lastDayText } from './dateText.ts';
import { plural } from './printProblems.ts';
import { oneLine } from './terminalText.ts';
import { formatTable } from './textTable.ts';

/** What levelling moves and why, for people; nothing is written yet. */
export function levellingText(
  plan: Plan,
  levelled: LevelledPlan,
  { paint, table }: CliContext,
): string {
  const { moves, crowded, before, after, earliestFinish, edits } = levelled;
  if (plan.tasks.size === 0) return 'The plan has no tasks\n';
  const lines: string[] = [];
  const workOf = (minutes: number): string =>
    formatWork(minutes, plan.project.durationScale.minutesPerDay);
  if (moves.length > 0) {
    const rows = formatTable(
      moves,
      [
        { title: 'id', text: ({ id }) => id },
        { title: 'title', text: ({ title }) => title, isFlexible: true },
        { title: 'start', text: ({ start }) => formatDay(start.before) },
        { title: 'levelled', text: ({ start }) => formatDay(start.after) },
        {
          title: 'by',
          text: ({ start }) => workOf(before.calendar.workBetween(start.before, start.after)),
          align: 'right',
        },
        { title: 'because', text: move => tellMove(plan, move) },
      ],
      table,
    );
    lines.push(rows);
  }
  const standing = crowded.map(({ id, person }) => {
    const title = plan.tasks.get(id)?.title ?? '';
    const text = `${id} "${title}" stands where it is, and ${personName(plan.project, person)} has no time for it then`;
    return `${paint.yellow(oneLine(text))}\n`;
  });
  const kept = tellKept(plan, levelled.kept).map(text => `${oneLine(text)}\n`);
  const unskilled = tellUnskilled(levelled.unskilled).map(
    text => `${paint.yellow(oneLine(text))}\n`,
  );
  const notes = [...standing, ...kept, ...unskilled];
  if (notes.length > 0) lines.push(notes.join(''));
  const gap = Math.max(0, before.calendar.workBetween(earliestFinish, after.finish));
  const late = before.calendar.workBetween(before.finish, after.finish);
  const finish = lastDayText(after.start, after.finish);
  const later = moves.filter(({ start }) => start.after > start.before);
  const busy = moves.filter(({ id, reason }) => edits.has(id) && reason.kind !== 'held').length;
  const held = moves.length - moves.filter(({ reason }) => reason.kind !== 'held').length;
  const place = held === 0 ? '' : `, ${held} as late as possible held in place`;
  lines.push(
    moves.length === 0
      ? `Nobody has more to do than they have time: the plan ends on ${finish} as it is\n`
      : `${plural(later.length, 'task')} later, ${busy} of them held back by people${place}. The plan ends on ${finish}, ${workOf(late)} later than without limits; no levelling could end it before ${lastDayText(after.start, earliestFinish)} (gap ${workOf(gap)})\nNothing was written: gantry schedule --level --accept all, or --accept with some of the ids\n`,
  );
  return lines.join('\n');
}
