import { formatDay, minutesPerDay } from '../core/model/instant.ts';
import type { Plan } from '../core/model/plan.ts';
import type { GroupLoad, LoadView, LoadWeek, PersonLoad } from '../core/people/computeLoad.ts';
import type { Relief } from '../core/people/findReliefs.ts';
import { tellRelief, tellReliefResult } from '../core/people/tellRelief.ts';
import type { CliContext } from './cliCommand.ts';
import type { RelievedStretch } from './relievedStretch.ts';
import { workText } from './dateText.ts';
import { oneLine } from './terminalText.ts';
import { formatTable } from './textTable.ts';

interface Shown {
  readonly load: LoadView;
  readonly relieved: readonly RelievedStretch[];
  readonly by: 'person' | 'team' | 'skill';
}

/** A week by how full it is, from nothing to full; above that a sign of its own. */
const steps = ['·', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/** So many weeks are drawn beside the names. */
const mostWeeks = 26;
/** So many ways out are told of each overload. */
const mostReliefs = 3;

/** Who has how much to do, and where it is too much, for people. */
export function peopleText(
  plan: Plan,
  { load, relieved, by }: Shown,
  { paint, table }: CliContext,
): string {
  if (load.people.length === 0)
    return 'The project file names nobody yet: gantry set project people.ada.name=Ada\n';
  const lines: string[] = [];
  const scale = plan.project.durationScale;
  const first = load.people[0]?.weeks[0]?.firstDay;
  if (by === 'person') {
    lines.push(personTable(plan, load.people, table));
  } else {
    const groups = by === 'team' ? load.teams : load.skills;
    if (groups.length === 0) return `Nobody has a ${by} in the project file\n`;
    lines.push(groupTable(groups, by, table));
  }
  if (first !== undefined)
    lines.push(
      `Weeks from ${formatDay(first * minutesPerDay)}: · nothing, ▁ to █ up to all of the time, ! more than that\n`,
    );
  for (const { load: person, stretch, reliefs } of relieved) {
    const days = `${formatDay(stretch.firstDay * minutesPerDay)} to ${formatDay(stretch.lastDay * minutesPerDay)}`;
    const head = `${person.name} has ${workText(stretch.over, scale)} too much from ${days}: ${stretch.tasks.join(', ')}`;
    lines.push(`\n${paint.yellow(oneLine(head))}\n`);
    if (reliefs === undefined) continue;
    if (reliefs.length === 0) lines.push('  no single change was found that helps\n');
    for (const relief of reliefs.slice(0, mostReliefs))
      lines.push(`  ${oneLine(reliefText(plan, relief))}\n`);
  }
  if (relieved.length === 0) lines.push('Nobody has more work than time\n');
  else
    lines.push(
      '\nEvery way out was tried by scheduling with it; gantry schedule --level finds a schedule without any overload\n',
    );
  return lines.join('');
}

function personTable(
  plan: Plan,
  people: readonly PersonLoad[],
  style: CliContext['table'],
): string {
  const scale = plan.project.durationScale;
  return formatTable(
    people,
    [
      { title: 'person', text: ({ person }) => person },
      { title: 'name', text: ({ name }) => name, isFlexible: true },
      { title: 'team', text: ({ team }) => team ?? '' },
      { title: 'skills', text: ({ skills }) => skills.join(', ') },
      { title: 'open', text: ({ openTasks }) => String(openTasks), align: 'right' },
      { title: 'work', text: ({ work }) => workText(work, scale), align: 'right' },
      {
        title: 'over',
        text: ({ overloads }) =>
          overloads.length === 0
            ? ''
            : workText(
                overloads.reduce((sum, { over }) => sum + over, 0),
                scale,
              ),
        align: 'right',
      },
      { title: 'weeks', text: ({ weeks }) => weeksText(weeks) },
    ],
    style,
  );
}

function groupTable(groups: readonly GroupLoad[], by: string, style: CliContext['table']): string {
  return formatTable(
    groups,
    [
      { title: by, text: ({ key }) => key },
      { title: 'people', text: ({ people }) => people.join(', '), isFlexible: true },
      { title: 'weeks', text: ({ weeks }) => weeksText(weeks) },
    ],
    style,
  );
}

function weeksText(weeks: readonly LoadWeek[]): string {
  const shown = weeks.slice(0, mostWeeks).map(({ given, work }) => {
    if (work === 0) return steps[0] ?? '';
    if (work > given + 1) return '!';
    return steps[Math.max(1, Math.round((work / given) * (steps.length - 1)))] ?? '';
  });
  return shown.join('') + (weeks.length > mostWeeks ? '…' : '');
}

function reliefText(plan: Plan, relief: Relief): string {
  const scale = plan.project.durationScale;
  const [field = '', value = ''] = Object.entries(relief.edit.fields)[0] ?? [];
  const text = Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : '';
  const result = tellReliefResult(relief, minutes => workText(minutes, scale));
  return `${tellRelief(plan, relief)}: ${result}; gantry set ${relief.task} "${field}=${text}"`;
}
