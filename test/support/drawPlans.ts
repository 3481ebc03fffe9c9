// Random plans, and random things to say anew of their tasks.
import type { Plan } from '../../src/core/model/plan.ts';
import { standardCalendar, type CalendarRules, type Person } from '../../src/core/model/project.ts';
import { buildTask, type TaskWords } from './buildPlan.ts';

/** Nights from Monday to Thursday; the base says what the other days are. */
const nights: CalendarRules = {
  key: 'nights',
  title: undefined,
  base: 'standard',
  week: [0, 1, 2, 3, 4, 5, 6].map(day => (day < 4 ? [{ from: 1320, to: 1800 }] : undefined)),
  exceptions: [{ title: 'Easter', fromDay: 20543, toDay: 20544, shifts: [] }],
};
const weekends: CalendarRules = {
  ...nights,
  key: 'weekends',
  base: undefined,
  week: [0, 1, 2, 3, 4, 5, 6].map(day => (day < 5 ? [] : [{ from: 540, to: 1080 }])),
  exceptions: [],
};
const ada: Person = {
  key: 'ada',
  name: 'Ada',
  email: undefined,
  calendar: 'nights',
  units: 0.5,
  leave: [{ title: undefined, fromDay: 20525, toDay: 20530, shifts: [] }],
  team: undefined,
  skills: [],
  isActive: true,
};
const bob: Person = { ...ada, key: 'bob', name: 'Bob', calendar: undefined, units: 1 };

/** A project whose tasks and people work at different hours. */
export const manyHours = {
  calendars: new Map([standardCalendar, nights, weekends].map(rules => [rules.key, rules])),
  people: new Map([ada, bob].map(person => [person.key, person])),
};

export const idOf = (number: number): string => `T-${String(number).padStart(4, '0')}`;

export function withTask(plan: Plan, id: string, words: TaskWords): Plan {
  return { ...plan, tasks: new Map(plan.tasks).set(id, buildTask(id, words)) };
}

/**
 * One thing that a person may say anew of a task, also what makes a circle or another structure.
 *
 * @param place which task it is, and of how many
 */
export function drawEdit(
  draw: (below: number) => number,
  words: TaskWords,
  { number, count }: { readonly number: number; readonly count: number },
): TaskWords {
  const day = (): string => `2026-03-${String(1 + draw(28)).padStart(2, '0')}`;
  const pick = <T>(values: readonly T[]): T => values[draw(values.length)] as T;
  const earlier = (): string => idOf(draw(number));
  const edits: readonly (() => TaskWords)[] = [
    () => ({ ...words, estimate: `${1 + draw(9)}d` }),
    () => ({ ...words, estimate: '2d..3d..8d' }),
    () => ({ ...words, duration: pick(['0d', '3d', '2ed', '90m']) }),
    () => ({
      ...words,
      constraint: `${pick(['SNET', 'SNLT', 'FNET', 'FNLT', 'MSO', 'MFO'])} ${day()}`,
    }),
    () => ({ ...words, constraint: pick(['ALAP', 'ASAP']) }),
    () => ({ ...words, deadline: day() }),
    () => ({ ...words, started: day(), progress: draw(100) / 100, status: 'doing' }),
    () => ({ ...words, status: 'done', started: '2026-03-02', finished: day() }),
    () => ({ ...words, status: pick(['todo', 'dropped']) }),
    () => ({ ...words, remaining: `${draw(5)}d` }),
    () => ({ ...words, pinned: day() }),
    () => ({ ...words, duration: '6d', split: ['2d', '1d'] }),
    () => ({ ...words, title: `Called ${draw(9)}` }),
    () => ({ ...words, assignees: pick([[], ['ada'], ['bob', 'ada'], ['nobody']]) }),
    () => ({ ...words, calendar: pick(['nights', 'weekends']) }),
    () => ({ ...words, parent: earlier() }),
    () => ({ ...words, rank: draw(5) }),
    () => ({ ...words, milestone: pick(['M-AAAA', 'M-BBBB']) }),
    () => ({
      ...words,
      dependsOn: [
        `${earlier()} ${pick(['FS', 'SS', 'FF', 'SF'])}${pick(['', '+1d', '-4h', '+50%', '+2ed'])}`,
      ],
    }),
    () => ({ ...words, dependsOn: [idOf(draw(count))] }),
    () => ({}),
  ];
  return pick(edits)();
}

/** Things to say of a task that leave its place as it is. */
export function drawTameEdit(draw: (below: number) => number, words: TaskWords): TaskWords {
  const day = (): string => `2026-03-${String(1 + draw(28)).padStart(2, '0')}`;
  const pick = <T>(values: readonly T[]): T => values[draw(values.length)] as T;
  const edits: readonly (() => TaskWords)[] = [
    () => ({ ...words, estimate: `${1 + draw(9)}d` }),
    () => ({ ...words, estimate: `${1 + draw(9)}h` }),
    () => ({ ...words, duration: pick(['0d', '3d', '2ed', '90m']) }),
    () => ({
      ...words,
      constraint: `${pick(['SNET', 'SNLT', 'FNET', 'FNLT', 'MSO', 'MFO'])} ${day()}`,
    }),
    () => ({ ...words, deadline: day() }),
    () => ({ ...words, started: day(), progress: draw(100) / 100, status: 'doing' }),
    () => ({ ...words, status: 'done', started: '2026-03-02', finished: day() }),
    () => ({ ...words, remaining: `${draw(5)}d` }),
    () => ({ ...words, pinned: day() }),
    () => ({ ...words, pinned: day(), duration: pick(['1d', '9d']) }),
    () => ({ ...words, duration: '6d', split: ['2d', '1d'] }),
    () => ({ ...words, title: `Called ${draw(9)}` }),
    // A task begins again with its place alone.
    () => placeOf(words),
    () => placeOf(words),
  ];
  return pick(edits)();
}

function placeOf({ parent, milestone, dependsOn, calendar, assignees }: TaskWords): TaskWords {
  const given = { parent, milestone, dependsOn, calendar, assignees };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** A plan without loops, with summaries, milestones, calendars and every type of dependency. */
export function drawPlaces(draw: (below: number) => number, count: number): Map<string, TaskWords> {
  const pick = <T>(values: readonly T[]): T => values[draw(values.length)] as T;
  const words = new Map<string, TaskWords>();
  const isSummary = (number: number): boolean => number % 8 === 0;
  for (let i = 0; i < count; i++) {
    const dependsOn: string[] = [];
    for (let links = draw(3); links > 0 && i > 0; links--) {
      const before = draw(i);
      if (isSummary(before) && before === i - (i % 8)) continue;
      const lag = pick(['', '', '+1d', '-4h', '+2ed']);
      dependsOn.push(`${idOf(before)} ${pick(['FS', 'FS', 'SS', 'FF', 'SF'])}${lag}`);
    }
    words.set(idOf(i), {
      dependsOn: isSummary(i) ? dependsOn.slice(0, draw(2)) : dependsOn,
      ...(isSummary(i) || draw(3) === 0 ? {} : { parent: idOf(i - (i % 8)) }),
      ...(draw(3) === 0 ? { milestone: pick(['M-AAAA', 'M-BBBB']) } : {}),
      ...(draw(4) === 0 ? { calendar: 'nights' } : {}),
      ...(draw(4) === 0 ? { assignees: [pick(['ada', 'bob'])] } : {}),
    });
  }
  return words;
}
