import { countLines } from '../core/impact/changedLines.ts';
import type { Impact, TouchedItem } from '../core/impact/impact.ts';
import { unseenText, whyText } from '../core/impact/impactMarkdown.ts';
import { plainDates } from '../core/interchange/plainDates.ts';
import { formatDay } from '../core/model/instant.ts';
import type { Plan } from '../core/model/plan.ts';
import type { Schedule } from '../core/schedule/schedule.ts';
import { tellInWorkingTime } from '../core/schedule/tellInWorkingTime.ts';
import { isOpen, peopleOf, statusOf } from '../core/views/findItems.ts';
import type { RangeChange } from '../core/impact/changeRange.ts';
import type { CliContext } from './cliCommand.ts';
import { workText } from './dateText.ts';
import { plural } from './printProblems.ts';
import { oneLine } from './terminalText.ts';
import { formatTable } from './textTable.ts';

/** A change, and the plan that it is held against. */
export interface LookedAt {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly change: RangeChange;
  /** As it was asked for; `worktree` or `index` where no commits were. */
  readonly range: string;
}

/** How much an item may slip, in words; empty where it has no dates, or nothing is left to do. */
export function floatOf(plan: Plan, { calendar }: Schedule): (touched: TouchedItem) => string {
  return ({ item, dates }) => {
    if (!dates || !isOpen(item)) return '';
    const { totalFloat } = tellInWorkingTime(dates, calendar);
    return dates.isCritical ? 'critical' : workText(totalFloat, plan.project.durationScale);
  };
}

/** The impact for people at a terminal. */
export function impactText(
  { items, milestones, people, unseen }: Impact,
  { plan, schedule, change }: LookedAt,
  { paint, table }: CliContext,
): string {
  const { added, removed } = countLines(change.files.filter(({ hunks }) => hunks.every(isCounted)));
  const files = `${plural(change.files.length, 'file')} changed, +${added} -${removed}`;
  const notes = unseen.map(each => `${oneLine(unseenText(each))}\n`).join('');
  if (items.length === 0) return `${files}; no task and no risk is linked to them\n${notes}`;
  const float = floatOf(plan, schedule);
  const rows = formatTable(
    items,
    [
      { title: 'id', text: ({ item }) => item.id },
      { title: 'title', text: ({ item }) => item.title, isFlexible: true },
      { title: 'status', text: ({ item }) => statusOf(item) },
      {
        title: 'float',
        text: float,
        paint: (text, { dates }) => (dates?.isCritical === true ? paint.yellow(text) : text),
      },
      { title: 'touched', text: whyText },
    ],
    table,
  );
  const stakes = milestones.map(({ milestone, dates, items: ids }) => {
    const when = dates ? ` on ${formatDay(dates.finish)}` : '';
    return `  ${milestone.id}  ${oneLine(milestone.title)}${when}, by ${ids.join(', ')}\n`;
  });
  const know = people.map(({ name, items: ids }) => `  ${oneLine(name)}: ${ids.join(', ')}\n`);
  return [
    `${files}\n\n${rows}`,
    stakes.length > 0 ? `\n${paint.bold('Milestones at stake')}\n${stakes.join('')}` : '',
    know.length > 0 ? `\n${paint.bold('Who should know')}\n${know.join('')}` : '',
    notes === '' ? '' : `\n${notes}`,
  ].join('');
}

/** A file that git does not hold has no end that is known. */
function isCounted({ newCount }: { readonly newCount: number }): boolean {
  return newCount < Number.MAX_SAFE_INTEGER;
}

export function impactData(
  { items, milestones, people, unseen }: Impact,
  { change, range }: LookedAt,
): object {
  return {
    range,
    files: change.files.map(({ newPath, oldPath }) => newPath ?? oldPath),
    items: items.map(({ item, dates, places, commits, isByTask }) => ({
      id: item.id,
      kind: item.kind,
      title: item.title,
      status: statusOf(item),
      people: peopleOf(item),
      isOpen: isOpen(item),
      ...(dates ? plainDates(dates) : {}),
      places: places.map(({ place, hasDrifted }) => ({
        path: place.path,
        line: place.line ?? null,
        endLine: place.endLine ?? null,
        hasDrifted,
      })),
      commits: commits.map(({ hash, subject }) => ({ hash, subject })),
      isByTask,
    })),
    milestones: milestones.map(({ milestone, dates, items: ids }) => ({
      id: milestone.id,
      title: milestone.title,
      due: milestone.due ? formatDay(milestone.due.at) : null,
      ...(dates ? plainDates(dates) : {}),
      items: ids,
    })),
    people,
    unseen,
  };
}
