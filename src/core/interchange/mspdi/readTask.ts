import { formatInstant } from '../../model/instant.ts';
import type { Priority } from '../../model/task.ts';
import { withoutGaps, type PlainFields } from '../plainValues.ts';
import type { Losses } from './losses.ts';
import { dateOf, isNoDate } from './mspdiDate.ts';
import type { OutlineTask } from './outline.ts';
import { readConstraint } from './readConstraint.ts';
import { readDuration, type DurationContext } from './readDuration.ts';
import { readPin } from './readPin.ts';
import { readProgress } from './readProgress.ts';
import type { ImportedSplit } from './readSplit.ts';
import { readWork } from './readWork.ts';
import { childOf, numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** What the reading of a task needs to know of the rest of the file. */
export interface TaskContext extends DurationContext {
  readonly people: readonly string[];
  /** The key of the task's calendar, when it has one of its own. */
  readonly calendar: string | undefined;
  readonly ignoresPeopleHours: boolean;
  readonly split: ImportedSplit;
  /** The project is scheduled back from its finish. */
  readonly isFromFinish: boolean;
}

/** The fields of a task other than its title and its references to other tasks. */
export function readTask(task: OutlineTask, ctx: TaskContext): PlainFields {
  const { element } = task;
  const deadline = dateOf(element, 'Deadline');
  const progress = readProgress(element, { ...ctx, isSummary: task.isSummary });
  countLosses(element, ctx.losses);
  if (isNoDate(element, 'Deadline')) ctx.losses.tell('deadlineInvalid', element);
  if (ctx.split === 'unclear') ctx.losses.add('split');
  const keepsPeopleHours = ctx.people.length > 0 && !ctx.ignoresPeopleHours;
  return withoutGaps({
    description: readDescription(element, ctx.losses),
    status: progress.status,
    priority: readPriority(numberOf(element, 'Priority')),
    rank: task.place,
    duration: task.isSummary ? undefined : readDuration(element, ctx),
    split: ctx.split === 'unclear' ? undefined : ctx.split,
    assignees: ctx.people,
    calendar: ctx.calendar,
    keepsPeopleHours: ctx.calendar !== undefined && keepsPeopleHours ? true : undefined,
    constraint: readConstraint(element, {
      isFromFinish: ctx.isFromFinish && !task.isSummary,
      losses: ctx.losses,
    }),
    ...readPin(task, ctx),
    tags: task.isElsewhere && !task.isSummary ? ['external'] : undefined,
    deadline: deadline === undefined ? undefined : formatInstant(deadline),
    ...progress.fields,
    ...readWork(element, { ...ctx, isSummary: task.isSummary }),
  });
}

/** A task without a name is called by its number. */
export function readTitle({ element, uid }: OutlineTask, losses: Losses): string {
  const title = textOf(element, 'Name')?.replace(/\s+/g, ' ');
  if (title === undefined) losses.add('untitled');
  return title ?? `Task ${uid}`;
}

/** The notes, and the hyperlink as the last line. */
function readDescription(element: XmlElement, losses: Losses): string | undefined {
  const notes = textOf(element, 'Notes')?.replace(/\r\n?/g, '\n');
  const link = textOf(element, 'HyperlinkAddress');
  if (link === undefined) return notes;
  losses.add('hyperlink');
  return notes === undefined ? link : `${notes}\n\n${link}`;
}

/** 500 of 1,000 is Project's ordinary priority and says nothing. */
function readPriority(value: number | undefined): Priority | undefined {
  if (value === undefined || value === 500) return undefined;
  if (value < 200) return 'lowest';
  if (value < 500) return 'low';
  if (value <= 600) return 'medium';
  return value < 800 ? 'high' : 'highest';
}

function countLosses(element: XmlElement, losses: Losses): void {
  if (childOf(element, 'ExtendedAttribute')) losses.add('customField');
  const fixed = Math.max(0, numberOf(element, 'FixedCost') ?? 0);
  if ((numberOf(element, 'LevelingDelay') ?? 0) > 0) losses.add('levelled');
  if ((numberOf(element, 'Cost') ?? 0) > fixed) losses.add('cost');
}
