import { tellUnskilled } from '../levelling/findUnskilled.ts';
import { tellKept } from '../levelling/keptWork.ts';
import type { LevelledPlan } from '../levelling/levelPlan.ts';
import { tellMove } from '../levelling/tellMove.ts';
import type { Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { personName } from '../model/personName.ts';
import { formatShortDay, formatWork } from './dayText.ts';
import type { LevellingView } from './levellingView.ts';

/** Puts what levelling would do into the words of a face. */
export function computeLevellingView(
  plan: Plan,
  levelled: LevelledPlan,
  { revision, today }: { readonly revision: number; readonly today: Instant },
): LevellingView {
  const { before, after, moves, edits, crowded, earliestFinish } = levelled;
  const { project } = plan;
  const scale = project.durationScale.minutesPerDay;
  const work = (from: Instant, to: Instant): number =>
    Math.max(0, before.calendar.workBetween(from, to));
  const day = (at: Instant): string => formatShortDay(at - 1, today);
  const later = moves.filter(({ start }) => start.after > start.before).length;
  const late = work(before.finish, after.finish);
  const gap = work(earliestFinish, after.finish);
  return {
    revision,
    headline:
      moves.length === 0
        ? 'There is nothing to level'
        : `${later} task${later === 1 ? ' starts' : 's start'} later, and the plan ends on ${day(after.finish)}`,
    sentences:
      moves.length === 0
        ? []
        : [
            late === 0
              ? 'The plan ends as early as without limits of time.'
              : `That is ${formatWork(late, scale)} later than if everybody had time without end.`,
            gap === 0
              ? 'No levelling could end it earlier.'
              : `No levelling could end it before ${day(earliestFinish)}: the gap is ${formatWork(gap, scale)}.`,
          ],
    moves: moves.map(move => ({
      id: move.id,
      title: move.title,
      before: formatShortDay(move.start.before, today),
      after: formatShortDay(move.start.after, today),
      by: formatWork(work(move.start.before, move.start.after), scale),
      because: tellMove(plan, move),
      start: edits.has(move.id) ? move.start.after : null,
    })),
    notes: [
      ...crowded.map(({ id, person }) => {
        const name = personName(project, person);
        return `${id} “${plan.tasks.get(id)?.title ?? ''}” stands where it is, and ${name} has no time for it then`;
      }),
      ...tellKept(plan, levelled.kept),
      ...tellUnskilled(levelled.unskilled),
    ],
  };
}
