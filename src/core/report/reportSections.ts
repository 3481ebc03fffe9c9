import { compareText } from '../base/order.ts';
import { formatDay, minutesPerDay, type Instant } from '../model/instant.ts';
import { tellMoney } from '../model/money.ts';
import type { Plan } from '../model/plan.ts';
import { milestoneOfTask } from '../model/milestoneOfTask.ts';
import { plannedWork } from '../model/plannedWork.ts';
import { personName } from '../model/personName.ts';
import { isLive, type Risk } from '../model/risk.ts';
import { isClosed, type Task } from '../model/task.ts';
import { placeRating } from '../risks/score.ts';
import type { ReportInput } from './reportInput.ts';
import { chooseDates } from './chooseDates.ts';
import { moneySection, tellRest, type ReportSection } from './report.ts';

/** So many days before and after the report count as lately and soon. */
const windowMinutes = 14 * minutesPerDay;
const mostRows = 12;
/** What was promised is what most ask for. */
const mostDates = 24;

/** The tables of a report, in the order in which they are read. */
export function computeSections(input: ReportInput): readonly ReportSection[] {
  const { audience } = input;
  const isOutside = audience === 'customer';
  return [
    promises(input),
    ...(isOutside || audience === 'team' ? [] : [decisionsNeeded(input)]),
    ...(isOutside && input.plan.decisions.size > 0 ? [decisions(input)] : []),
    achieved(input),
    next(input),
    ...(audience === 'team' ? [blocked(input)] : []),
    ...(isOutside && input.plan.risks.size === 0 ? [] : [risksOf(input)]),
    ...(input.money && input.money.milestones.length > 0 ? [costs(input)] : []),
    ...(audience === 'team' ? [load(input)] : []),
  ];
}

function promises({ plan, schedule }: ReportInput): ReportSection {
  const dated = [...plan.milestones.values()]
    .filter(({ isDropped }) => !isDropped)
    .map(({ id, title, due, reached }) => {
      const at = schedule.datesOf(id)?.finish;
      const late = reached ? 0 : (daysLate(due?.at, at) ?? 0);
      return { id, title, due, reached, finish: reached?.at ?? at, at, late };
    })
    .map(each => ({ ...each, isReached: each.reached !== undefined, isLate: each.late > 0 }))
    .sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || (a.id < b.id ? -1 : 1));
  const shown = chooseDates(dated, dated.length > mostDates ? mostDates - 1 : mostDates);
  const rows = shown.map(({ title, due, reached, at }) => [
    title,
    due ? formatDay(due.at) : '–',
    reached ? formatDay(reached.at) : at === undefined ? '–' : lastDay(at),
    stateOf({ due: due?.at, reached: reached?.at, at }),
  ]);
  const columns = ['Milestone', 'Promised', 'Expected', 'State'];
  const left = dated.length - shown.length;
  return {
    title: 'Dates',
    empty: 'No milestone is planned.',
    columns,
    rows: left === 0 ? rows : [...rows, tellRest(left, columns.length)],
    ids: shown.map(({ id }) => id),
  };
}

/** What was reached lately is worth a sentence of its own, with the names of those who did the work. */
export function celebrate({ plan, at, audience }: ReportInput): readonly string[] {
  const lately = [...plan.milestones.values()].filter(
    ({ reached }) => reached && reached.at <= at && reached.at > at - windowMinutes,
  );
  const sentences = lately.slice(0, mostRows).map(({ id, title, reached }) => {
    const who = audience === 'customer' ? '–' : peopleOf(plan, workFor(plan, id));
    const thanks = who === '–' ? '' : `, by the work of ${who}`;
    return `“${title}” was reached on ${formatDay(reached?.at ?? at)}${thanks}.`;
  });
  const left = lately.length - sentences.length;
  return left === 0 ? sentences : [...sentences, `${left} more were reached.`];
}

/** What was done for a milestone, also as a part of what is for it. */
function workFor(plan: Plan, milestone: string): readonly Task[] {
  return plannedWork(plan).filter(
    ({ id, status }) => status === 'done' && milestoneOfTask(plan, id) === milestone,
  );
}

function stateOf({
  due,
  reached,
  at,
}: {
  readonly due: Instant | undefined;
  readonly reached: Instant | undefined;
  readonly at: Instant | undefined;
}): string {
  if (reached !== undefined) return 'reached ★';
  const days = daysLate(due, at);
  if (days === undefined) return 'planned';
  if (days === 0) return 'on time';
  const size = Math.abs(days);
  return `${size} ${size === 1 ? 'day' : 'days'} ${days > 0 ? 'late' : 'early'}`;
}

/** Days between what is promised and what is expected; below zero where it comes earlier. */
function daysLate(due: Instant | undefined, at: Instant | undefined): number | undefined {
  if (due === undefined || at === undefined) return undefined;
  return Math.ceil((at - due) / minutesPerDay) - 1;
}

function decisionsNeeded({ plan }: ReportInput): ReportSection {
  const waiting = [...plan.decisions.values()].filter(({ status }) => status === 'proposed');
  const rows = waiting.map(({ title, context, deciders }) => [
    title,
    firstLine(context),
    namesOf(plan, deciders),
  ]);
  const columns = ['Decision', 'Why', 'Who decides'];
  return {
    title: 'Decisions needed',
    empty: 'No decision is waiting.',
    columns,
    rows: cut(rows),
    ids: idsOf(waiting),
  };
}

/** What those outside may know of: who decides stays within. */
function decisions({ plan }: ReportInput): ReportSection {
  const all = [...plan.decisions.values()].sort(
    (a, b) =>
      (b.decidedOn?.at ?? Infinity) - (a.decidedOn?.at ?? Infinity) || compareText(a.id, b.id),
  );
  const rows = all.map(({ title, status, decidedOn, decision }) => [
    title,
    status === 'proposed' ? 'to be decided' : status,
    decidedOn ? formatDay(decidedOn.at) : '–',
    firstLine(decision) || '–',
  ]);
  const columns = ['Decision', 'State', 'On', 'What was decided'];
  return { title: 'Decisions', empty: '', columns, rows: cut(rows), ids: idsOf(all) };
}

function achieved({ plan, at, audience }: ReportInput): ReportSection {
  const found: { at: Instant; row: readonly string[] }[] = [];
  const isRecent = (on: Instant): boolean => on <= at && on > at - windowMinutes;
  for (const { title, reached, id } of plan.milestones.values()) {
    if (!reached || !isRecent(reached.at)) continue;
    const who = peopleOf(plan, workFor(plan, id));
    found.push({ at: reached.at, row: [`${title} ★`, formatDay(reached.at), who] });
  }
  let undated = 0;
  for (const task of plan.tasks.values()) {
    if (task.status !== 'done') continue;
    // Where nobody said when, the day of the schedule is none on which it was done.
    const on = task.finished?.at;
    if (on === undefined) undated++;
    else if (isRecent(on))
      found.push({ at: on, row: [task.title, formatDay(on), peopleOf(plan, [task])] });
  }
  const rows = found.sort((a, b) => b.at - a.at).map(({ row }) => row);
  return withoutNames(audience, {
    title: 'Achieved in the last two weeks',
    empty:
      undated === 0
        ? 'Nothing was completed in the last two weeks.'
        : 'Nothing is known to have been completed in the last two weeks; some of what is done does not say when.',
    columns: ['What', 'On', 'By'],
    rows: cut(rows),
  });
}

function next({ plan, schedule, at, audience }: ReportInput): ReportSection {
  const found: { start: Instant; row: readonly string[] }[] = [];
  for (const task of plan.tasks.values()) {
    const dates = isClosed(task) ? undefined : schedule.datesOf(task.id);
    if (dates?.kind !== 'task' || dates.start > at + windowMinutes) continue;
    const row = [task.title, formatDay(dates.start), lastDay(dates.finish), peopleOf(plan, [task])];
    found.push({ start: dates.start, row });
  }
  const rows = found.sort((a, b) => a.start - b.start).map(({ row }) => row);
  return withoutNames(audience, {
    title: 'What comes next',
    empty: 'Nothing is planned for the next two weeks.',
    columns: ['What', 'From', 'To', 'By'],
    rows: cut(rows),
  });
}

function blocked({ plan }: ReportInput): ReportSection {
  const rows = plannedWork(plan)
    .filter(({ status }) => status === 'blocked')
    .map(task => [task.id, task.title, peopleOf(plan, [task])]);
  const columns = ['Id', 'What', 'By'];
  return { title: 'Blocked', empty: 'Nothing is blocked.', columns, rows: cut(rows) };
}

function risksOf({ plan, audience }: ReportInput): ReportSection {
  const scored = [...plan.risks.values()]
    .filter(isLive)
    .map(risk => ({ risk, ...placeRating(risk.current ?? risk.inherent, plan.project) }))
    .sort((a, b) => b.score - a.score || (a.risk.id < b.risk.id ? -1 : 1));
  const rows = scored.map(({ risk, band }) => [
    risk.title,
    band ?? 'not rated',
    answerTo(risk),
    risk.owner === undefined ? '–' : personName(plan.project, risk.owner),
  ]);
  return withoutNames(audience, {
    title: 'Risks',
    empty: 'No risk is open.',
    columns: ['Risk', 'Weight', 'What is done about it', 'Watched by'],
    rows: cut(rows),
    ids: idsOf(scored.map(({ risk }) => risk)),
  });
}

function answerTo({ response }: Risk): string {
  const text = firstLine(response.plan);
  return text === '' ? (response.strategy ?? 'nothing yet') : text;
}

function costs({ plan, money }: ReportInput): ReportSection {
  const amount = (hundredths: number | undefined): string =>
    hundredths === undefined ? '–' : tellMoney({ hundredths, currency: money?.currency });
  const rows = (money?.milestones ?? []).map(({ key, planned, earned, budget }) => [
    plan.milestones.get(key)?.title ?? key,
    amount(planned),
    amount(earned),
    amount(budget),
  ]);
  const columns = ['Milestone', 'Costs', 'Worth of what is done', 'Budget'];
  const ids = shownIds((money?.milestones ?? []).map(({ key }) => key));
  const amounts = [1, 2, 3];
  return { title: moneySection, empty: '', columns, rows: cut(rows), amounts, ids };
}

function load({ load: view }: ReportInput): ReportSection {
  const rows = view.people.flatMap(({ name, overloads }) =>
    overloads
      .slice(0, 2)
      .map(({ firstDay, lastDay: to, tasks }) => [
        name,
        `${formatDay(firstDay * minutesPerDay)} to ${formatDay(to * minutesPerDay)}`,
        tasks.slice(0, 5).join(', '),
      ]),
  );
  const columns = ['Who', 'When', 'Tasks'];
  return { title: 'Too much to do', empty: 'Nobody has too much to do.', columns, rows: cut(rows) };
}

/** The last column of such a table names people, which stays within. */
function withoutNames(audience: string, section: ReportSection): ReportSection {
  if (audience !== 'customer') return section;
  const columns = section.columns.slice(0, -1);
  return { ...section, columns, rows: section.rows.map(row => row.slice(0, -1)) };
}

function cut(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  if (rows.length <= mostRows) return rows;
  const left = rows.length - mostRows + 1;
  return [...rows.slice(0, mostRows - 1), tellRest(left, rows[0]?.length ?? 1)];
}

/** Of the rows that {@link cut} leaves. */
function shownIds(ids: readonly string[]): readonly string[] {
  return ids.length <= mostRows ? ids : ids.slice(0, mostRows - 1);
}

function idsOf(items: readonly { readonly id: string }[]): readonly string[] {
  return shownIds(items.map(({ id }) => id));
}

function peopleOf(plan: Plan, tasks: readonly Task[]): string {
  return namesOf(plan, [
    ...new Set(tasks.flatMap(({ assignees }) => assignees.map(({ person }) => person))),
  ]);
}

function namesOf(plan: Plan, people: readonly string[]): string {
  return people.length === 0 ? '–' : people.map(key => personName(plan.project, key)).join(', ');
}

function lastDay(finish: Instant): string {
  return formatDay(finish - 1);
}

function firstLine(text: string | undefined): string {
  return (text ?? '').trim().split(/\r?\n/)[0] ?? '';
}
