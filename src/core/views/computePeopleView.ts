import { exceptionDays } from '../calendar/repeatedDays.ts';
import { dayOf, weekday, type Instant } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { plannedWork } from '../model/plannedWork.ts';
import type { Person } from '../model/project.ts';
import { isClosed } from '../model/task.ts';
import type { GroupLoad, GroupWeek, LoadView, PersonLoad } from '../people/computeLoad.ts';
import { findShortSkills, isWeekFull, tellSkills, type ShortSkill } from '../people/shortSkills.ts';
import { beginning } from './beginning.ts';
import { formatWork } from './dayText.ts';
import type { LoadRow, LoadTable, PeopleView } from './peopleView.ts';

interface WeekRow {
  readonly row: LoadRow;
  readonly weeks: readonly GroupWeek[];
  readonly away: (firstDay: number) => number;
  readonly isOver: (week: GroupWeek) => boolean;
}

/** Puts the load of a plan into the rows and words of a face. */
export function computePeopleView(
  plan: Plan,
  load: LoadView,
  { revision, today }: { readonly revision: number; readonly today: Instant },
): PeopleView {
  const weeks = load.people[0]?.weeks ?? load.skills[0]?.weeks ?? [];
  const scale = plan.project.durationScale.minutesPerDay;
  const short = findShortSkills(load);
  const byKey = new Map(load.people.map(each => [each.person, each]));
  const group = (each: GroupLoad): WeekRow => groupRow(each, byKey, scale);
  return {
    revision,
    firstDay: weeks[0]?.firstDay ?? dayOf(today),
    weeks: weeks.length,
    today: dayOf(today),
    headline: headlineOf(load, short.length),
    sentences: sentencesOf(plan, short).map(beginning),
    tables: {
      person: packTable(load.people.map(each => personRow(plan, each))),
      team: packTable(load.teams.map(group)),
      skill: packTable(load.skills.map(group)),
    },
  };
}

/** `2 of 9 people and 1 of 4 skills have more to do than time` */
function headlineOf({ people, skills }: LoadView, short: number): string {
  if (people.length === 0) return 'The project file names nobody yet';
  const full = people.filter(({ overloads }) => overloads.length > 0).length;
  const counted = [
    ...(full === 0
      ? []
      : [`${full} of ${people.length} ${people.length === 1 ? 'person' : 'people'}`]),
    ...(short === 0
      ? []
      : [`${short} of ${skills.length} ${skills.length === 1 ? 'skill' : 'skills'}`]),
  ];
  if (counted.length === 0) return 'Nobody has more to do than time';
  return `${counted.join(' and ')} ${full + short === 1 ? 'has' : 'have'} more to do than time`;
}

function sentencesOf(plan: Plan, short: readonly ShortSkill[]): readonly string[] {
  const open = plannedWork(plan).filter(task => !isClosed(task));
  const nobody = open.filter(({ assignees }) => assignees.length === 0).length;
  const missing = short.filter(({ isMissing }) => isMissing).map(({ skill }) => skill);
  return [
    ...(nobody === 0
      ? []
      : [`${nobody} of ${open.length} open tasks ${nobody === 1 ? 'has' : 'have'} nobody yet.`]),
    ...(missing.length === 0 ? [] : [`Nobody has ${tellSkills(missing)}, which open tasks need.`]),
  ];
}

function personRow({ project }: Plan, load: PersonLoad): WeekRow {
  const scale = project.durationScale.minutesPerDay;
  const known = project.people.get(load.person);
  const over = load.overloads.reduce((sum, stretch) => sum + stretch.over, 0);
  const detail = [load.team ?? '', load.skills.join(', ')].filter(text => text !== '');
  const away = countAway(known);
  return {
    row: {
      key: load.person,
      name: beginning(load.name),
      detail: beginning(detail.join(' · ')),
      remark: beginning(remarkOf(known)),
      openTasks: load.openTasks,
      work: load.work === 0 ? '' : formatWork(load.work, scale),
      over: over === 0 ? '' : formatWork(over, scale),
    },
    weeks: load.weeks.map(week => ({ ...week, unassigned: 0 })),
    away: firstDay => away.get(firstDay) ?? 0,
    isOver: ({ firstDay }) =>
      load.overloads.some(each => each.firstDay < firstDay + 7 && each.lastDay >= firstDay),
  };
}

function remarkOf(person: Person | undefined): string {
  if (!person) return 'is not in the project file';
  if (!person.isActive) return 'has left';
  return person.units <= 0 ? 'gives no time' : '';
}

/** Leave of a century is a slip of the pen. */
const mostAway = 40_000;

/** Days of leave, by the Monday of their week; a day counts once. */
function countAway(person: Person | undefined): ReadonlyMap<number, number> {
  const days = new Set<number>();
  for (const leave of person?.leave ?? []) {
    for (const day of exceptionDays(leave)) {
      if (days.size >= mostAway) break;
      if (leave.shifts.length === 0) days.add(day);
    }
  }
  const weeks = new Map<number, number>();
  for (const day of days) {
    const monday = day - weekday(day);
    weeks.set(monday, (weeks.get(monday) ?? 0) + 1);
  }
  return weeks;
}

function groupRow(
  { key, people, weeks }: GroupLoad,
  byKey: ReadonlyMap<string, PersonLoad>,
  minutesPerDay: number,
): WeekRow {
  const members = people.flatMap(person => byKey.get(person) ?? []);
  const overOf = ({ given, work, unassigned }: GroupWeek): number => work + unassigned - given;
  const sum = (of: (week: GroupWeek) => number): number =>
    weeks.reduce((total, week) => total + of(week), 0);
  const work = sum(week => week.work);
  const over = sum(week => (isWeekFull(week) ? overOf(week) : 0));
  const unassigned = sum(week => week.unassigned);
  const names = members.length === 0 ? 'nobody here' : members.map(({ name }) => name).join(', ');
  return {
    row: {
      key,
      name: beginning(key),
      detail: beginning(
        unassigned === 0
          ? names
          : `${formatWork(unassigned, minutesPerDay)} given to nobody yet · ${names}`,
      ),
      remark: '',
      openTasks: members.reduce((total, { openTasks }) => total + openTasks, 0),
      work: work === 0 ? '' : formatWork(work, minutesPerDay),
      over: over === 0 ? '' : formatWork(over, minutesPerDay),
    },
    weeks,
    away: () => 0,
    isOver: isWeekFull,
  };
}

function packTable(rows: readonly WeekRow[]): LoadTable {
  const count = rows[0]?.weeks.length ?? 0;
  const table = {
    rows: rows.map(({ row }) => row),
    given: new Float32Array(rows.length * count),
    work: new Float32Array(rows.length * count),
    unassigned: new Float32Array(rows.length * count),
    away: new Uint8Array(rows.length * count),
    over: new Uint8Array(rows.length * count),
  };
  rows.forEach(({ weeks, away, isOver }, place) => {
    weeks.forEach((week, at) => {
      const cell = place * count + at;
      table.given[cell] = week.given;
      table.work[cell] = week.work;
      table.unassigned[cell] = week.unassigned;
      table.away[cell] = away(week.firstDay);
      table.over[cell] = isOver(week) ? 1 : 0;
    });
  });
  return table;
}
