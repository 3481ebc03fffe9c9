import { formatInstant } from '../../model/instant.ts';
import { withoutGaps, type PlainFields } from '../plainValues.ts';
import type { Losses } from './losses.ts';
import { dateOf } from './mspdiDate.ts';
import type { OutlineTask } from './outline.ts';
import { lengthBetween, readDuration, type DurationContext } from './readDuration.ts';
import { flagOf } from './xmlTree.ts';

/**
 * Where a task stands whatever it depends on, and for how long: one that is scheduled by hand, and
 * one that stands for something in another file, whose dates are known from there alone.
 */
export function readPin(task: OutlineTask, ctx: DurationContext): PlainFields {
  const { element, isSummary } = task;
  const isManual = flagOf(element, 'Manual');
  const isElsewhere = task.isElsewhere && !isSummary;
  if (!isManual && !isElsewhere) return {};
  if (isElsewhere && !flagOf(element, 'ExternalTask')) ctx.losses.tell('subproject', element);
  const start = (isManual ? dateOf(element, 'ManualStart') : undefined) ?? dateOf(element, 'Start');
  const finish =
    (isManual ? dateOf(element, 'ManualFinish') : undefined) ?? dateOf(element, 'Finish');
  const pinned = start === undefined ? undefined : formatInstant(start);
  const isLong = isSummary || isElsewhere;
  const duration = isLong
    ? (lengthBetween(start, finish, ctx) ?? readDuration(element, ctx))
    : undefined;
  if (pinned === undefined || (isSummary && duration === undefined)) {
    tellUnpinned(task, ctx.losses);
    return {};
  }
  return withoutGaps({ duration, pinned });
}

function tellUnpinned({ element, isElsewhere }: OutlineTask, losses: Losses): void {
  if (!isElsewhere) losses.tell('manual', element);
}
