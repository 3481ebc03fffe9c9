import { formatDay, minutesPerDay, type Instant } from '../core/model/instant.ts';
import type { Plan } from '../core/model/plan.ts';
import type { GroupLoad, LoadView, LoadWeek, PersonLoad } from '../core/people/computeLoad.ts';
import type { Relief } from '../core/people/findReliefs.ts';
import { tellRelief, tellReliefResult } from '../core/people/tellRelief.ts';
import { formatWork } from '../core/views/dayText.ts';
import type { CliContext } from './cliCommand.ts';
import type { RelievedStretch } from './relievedStretch.ts';
import { oneLine } from './terminalText.ts';
import { formatTable } from './textTable.ts';

interface Shown {
  readonly load: LoadView;
  readonly relieved: readonly RelievedStretch[];
  readonly by: 'person' | 'team' | 'skill';
  readonly today: Instant;
}

/** A week by how full it is, from nothing to full; above that a sign of its own. */
const steps = ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/** So many weeks are drawn beside the names. */
const mostWeeks = 26;
/** So many ways out are told of each overload. */
const mostReliefs = 3;
/** So many overloads are told. */
const mostStretches = 40;
/** So many tasks are named of an overload. */
const mostTasks = 12;

/** The place of the first week that is drawn, and how a table looks. */
interface TableWay {
  readonly from: number;
  readonly style: CliContext['table'];
}

/** Who has how much to do, and where it is too much, for people. */
export function peopleText(
  plan: Plan,
  { load, relieved, by, today }: Shown,
  { paint, table }: CliContext,
): string {
  if (load.people.length === 0 && (by !== 'skill' || load.skills.length === 0))
    return 'The project file names nobody yet: gantry set project people.ada.name=Ada\n';
  const lines: string[] = [];
  const workOf = (minutes: number): string =>
    formatWork(minutes, plan.project.durationScale.minutesPerDay);
  const weeks = load.people[0]?.weeks ?? load.skills[0]?.weeks ?? [];
  const from = firstShown(weeks, plan.project.statusDate?.at ?? today);
  const first = weeks[from]?.firstDay;
  const way = { from, style: table };
  if (by === 'person') {
    lines.push(personTable(plan, load.people, way));
  } else {
    const groups = by === 'team' ? load.teams : load.skills;
    if (groups.length === 0) return `Nobody has a ${by} in the project file\n`;
    lines.push(groupTable(plan, groups, { ...way, by }));
  }
  if (first !== undefined)
    lines.push(
      `Weeks from ${formatDay(first * minutesPerDay)}: · nothing, ▁ to █ up to all of the time, ! more than that\n`,
    );
  for (const { load: person, stretch, reliefs } of relieved.slice(0, mostStretches)) {
    const days = `${formatDay(stretch.firstDay * minutesPerDay)} to ${formatDay(stretch.lastDay * minutesPerDay)}`;
    const head = `${person.name} has ${workOf(stretch.over)} too much from ${days}: ${listTasks(stretch.tasks)}`;
    lines.push(`\n${paint.yellow(oneLine(head))}\n`);
    if (reliefs === undefined) continue;
    if (reliefs.length === 0) lines.push('  no single change was found that helps\n');
    for (const relief of reliefs.slice(0, mostReliefs))
      lines.push(`  ${oneLine(reliefText(plan, relief))}\n`);
  }
  if (relieved.length > mostStretches)
    lines.push(
      `\nand ${relieved.length - mostStretches} more times: gantry people --format json\n`,
    );
  if (relieved.length === 0) lines.push('Nobody has more work than time\n');
  else
    lines.push(
      '\nEvery way out was tried by scheduling with it; gantry schedule --level finds a schedule without any overload\n',
    );
  return lines.join('');
}

function listTasks(tasks: readonly string[]): string {
  const rest = tasks.length - mostTasks;
  return tasks.slice(0, mostTasks).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** The week of today where not all can be drawn, as far as enough follow. */
function firstShown(weeks: readonly LoadWeek[], today: Instant): number {
  const present = weeks.findLastIndex(({ firstDay }) => firstDay * minutesPerDay <= today);
  return Math.max(0, Math.min(present, weeks.length - mostWeeks));
}

function personTable(plan: Plan, people: readonly PersonLoad[], { from, style }: TableWay): string {
  const perDay = plan.project.durationScale.minutesPerDay;
  return formatTable(
    people,
    [
      { title: 'person', text: ({ person }) => person },
      { title: 'name', text: ({ name }) => name, isFlexible: true },
      { title: 'team', text: ({ team }) => team ?? '' },
      { title: 'skills', text: ({ skills }) => skills.join(', ') },
      { title: 'open', text: ({ openTasks }) => String(openTasks), align: 'right' },
      { title: 'work', text: ({ work }) => formatWork(work, perDay), align: 'right' },
      {
        title: 'over',
        text: ({ overloads }) =>
          overloads.length === 0
            ? ''
            : formatWork(
                overloads.reduce((sum, { over }) => sum + over, 0),
                perDay,
              ),
        align: 'right',
      },
      { title: 'weeks', text: ({ weeks }) => weeksText(weeks, from) },
    ],
    style,
  );
}

function groupTable(
  plan: Plan,
  groups: readonly GroupLoad[],
  { by, from, style }: TableWay & { readonly by: string },
): string {
  const nobody = ({ weeks }: GroupLoad): number =>
    weeks.reduce((sum, { unassigned }) => sum + unassigned, 0);
  const perDay = plan.project.durationScale.minutesPerDay;
  return formatTable(
    groups,
    [
      { title: by, text: ({ key }) => key },
      { title: 'people', text: ({ people }) => people.join(', '), isFlexible: true },
      ...(groups.some(group => nobody(group) > 0)
        ? [
            {
              title: 'given to nobody',
              text: (group: GroupLoad) =>
                nobody(group) === 0 ? '' : formatWork(nobody(group), perDay),
              align: 'right' as const,
            },
          ]
        : []),
      {
        title: 'weeks',
        text: ({ weeks }) =>
          weeksText(
            weeks.map(week => ({ ...week, work: week.work + week.unassigned })),
            from,
          ),
      },
    ],
    style,
  );
}

function weeksText(weeks: readonly LoadWeek[], from: number): string {
  const shown = weeks.slice(from, from + mostWeeks).map(({ given, work }) => {
    if (work === 0) return steps[0] ?? '';
    if (work > given + 1) return '!';
    return steps[Math.max(1, Math.round((work / given) * (steps.length - 1)))] ?? '';
  });
  const before = from > 0 ? '…' : '';
  return before + shown.join('') + (weeks.length > from + mostWeeks ? '…' : '');
}

function reliefText(plan: Plan, relief: Relief): string {
  const perDay = plan.project.durationScale.minutesPerDay;
  const [field = '', value = ''] = Object.entries(relief.edit.fields)[0] ?? [];
  const text = Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : '';
  const result = tellReliefResult(relief, minutes => formatWork(minutes, perDay));
  return `${tellRelief(plan, relief)}: ${result}; gantry set ${relief.task} "${field}=${text}"`;
}
