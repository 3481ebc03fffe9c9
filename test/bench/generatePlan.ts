// Makes realistic plans of any size: streams of work that run side by side, each cut into phases,
// with about one and a half dependencies a task, people, estimates, and a part that is done.
import { newId } from '../../src/core/model/ids.ts';
import type { ItemKind } from '../../src/core/model/ids.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { people, phases, riskEvents, things, verbs } from './planWords.ts';

export interface PlanShape {
  /** How many tasks, summaries included. */
  readonly tasks: number;
  readonly seed?: number;
}

interface Draft {
  readonly id: string;
  readonly title: string;
  readonly parent: string | undefined;
  readonly milestone: string;
  readonly dependsOn: readonly string[];
  readonly isSummary: boolean;
  readonly days: number;
  /** Working days from the project's start, roughly. */
  readonly startDay: number;
}

interface Draw {
  readonly random: () => number;
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number;
  readonly oneOf: <T>(values: readonly T[]) => T;
  readonly id: (kind: ItemKind) => string;
}

/** Tasks of one stream; a plan has as many streams as it needs. */
const streamLength = 250;
const phaseLength = 10;
/** Working days from the start of the plan until its status date. */
const todayDay = 40;
const firstDay = Date.UTC(2026, 0, 5);
const dayMs = 86_400_000;

/** The files of a plan folder: path relative to it → text. The same shape gives the same bytes. */
export function generatePlan({ tasks, seed = 1 }: PlanShape): ReadonlyMap<string, string> {
  const draw = createDraw(seed);
  const files = new Map<string, string>();
  const staff = Array.from({ length: Math.max(4, Math.ceil(tasks / 60)) }, (_, at) => nameOf(at));
  const drafts: Draft[] = [];
  while (drafts.length < tasks) {
    const length = Math.min(streamLength, tasks - drafts.length);
    addStream({ draw, files, drafts, length, staff });
  }
  for (const draft of drafts) files.set(`tasks/${draft.id}.yaml`, taskText(draft, draw, staff));
  for (let count = Math.ceil(Math.min(tasks / 25, 400)); count > 0; count--) {
    files.set(`risks/${draw.id('risk')}.yaml`, riskText(draw, drafts, staff));
  }
  files.set('project.yaml', projectText(tasks, staff));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function createDraw(seed: number): Draw {
  const random = seededRandom(seed);
  const known = new Set<string>();
  const below = (count: number): number => Math.floor(random() * count);
  return {
    random,
    below,
    oneOf: values => {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('There is nothing to draw from');
      return value;
    },
    id: kind => {
      const id = newId(kind, known, random);
      known.add(id);
      return id;
    },
  };
}

interface Stream {
  readonly draw: Draw;
  readonly files: Map<string, string>;
  readonly drafts: Draft[];
  readonly length: number;
  readonly staff: readonly string[];
}

/** One stream: a milestone for every few phases, each phase a summary with its tasks. */
function addStream({ draw, files, drafts, length, staff }: Stream): void {
  const leaves: Draft[] = [];
  const thing = draw.oneOf(things);
  let milestone = '';
  let parent: string | undefined;
  for (let at = 0; at < length; at++) {
    if (at % (phaseLength * 5) === 0) milestone = draw.id('milestone');
    const isSummary = at % phaseLength === 0 && length - at > 2;
    const draft = draftTask({ draw, leaves, thing, milestone, parent, isSummary, at });
    if (isSummary) parent = draft.id;
    else leaves.push(draft);
    drafts.push(draft);
    const isLast = at === length - 1 || (at + 1) % (phaseLength * 5) === 0;
    if (isLast) files.set(`milestones/${milestone}.yaml`, milestoneText(draft, draw, staff));
  }
}

interface DraftPlace {
  readonly draw: Draw;
  readonly leaves: readonly Draft[];
  readonly thing: string;
  readonly milestone: string;
  readonly parent: string | undefined;
  readonly isSummary: boolean;
  readonly at: number;
}

function draftTask(place: DraftPlace): Draft {
  const { draw, leaves, thing, milestone, isSummary, at } = place;
  const before = leaves.slice(-8);
  const count =
    isSummary || before.length === 0 ? 0 : 1 + draw.below(3) - (draw.random() < 0.3 ? 1 : 0);
  const chosen = new Set<Draft>();
  for (let n = 0; n < count; n++) chosen.add(draw.oneOf(before));
  const startDay = Math.max(0, ...[...chosen].map(task => task.startDay + task.days));
  const phase = phases[Math.floor(at / phaseLength) % phases.length] ?? phases[0];
  return {
    id: draw.id('task'),
    title: isSummary ? `${phase}: ${thing}` : `${draw.oneOf(verbs)} the ${draw.oneOf(things)}`,
    parent: isSummary ? undefined : place.parent,
    milestone,
    dependsOn: [...chosen].map(task => task.id),
    isSummary,
    days: isSummary ? 0 : 1 + draw.below(8),
    startDay,
  };
}

function taskText(draft: Draft, draw: Draw, staff: readonly string[]): string {
  const lines = [`title: ${quoted(draft.title)}`];
  if (draw.random() < 0.2) lines.push(`description: What it takes is in the notes of ${draft.id}.`);
  const state = draft.isSummary ? 'todo' : stateOf(draft);
  lines.push(`status: ${state}`, `milestone: ${draft.milestone}`);
  if (draft.parent !== undefined) lines.push(`parent: ${draft.parent}`);
  if (draft.isSummary) return toText(lines);
  if (draft.dependsOn.length > 0) {
    lines.push('dependsOn:', ...draft.dependsOn.map(id => `  - ${id}${linkOf(draw)}`));
  }
  lines.push(`estimate: ${estimateOf(draft.days, draw)}`);
  lines.push('assignees:', `  - ${draw.oneOf(staff)}${draw.random() < 0.15 ? ' 50%' : ''}`);
  lines.push(...progressOf(draft, state), ...limitsOf(draft, state, draw));
  return toText(lines);
}

function stateOf({ startDay, days }: Draft): 'done' | 'doing' | 'todo' {
  if (startDay + days <= todayDay) return 'done';
  return startDay < todayDay ? 'doing' : 'todo';
}

function linkOf({ random, below }: Draw): string {
  if (random() < 0.85) return '';
  return [' SS+1d', ' FF', ' FS+2d', ' FS-1d', ' FS+3ed'][below(5)] ?? '';
}

function estimateOf(days: number, { random }: Draw): string {
  if (random() < 0.7) return `${days}d`;
  return `${Math.max(1, days - 1)}d..${days}d..${days * 2 + 1}d`;
}

function progressOf({ startDay, days }: Draft, state: string): readonly string[] {
  if (state === 'todo') return [];
  const started = `started: ${dateOf(startDay)}`;
  if (state === 'done') return [started, `finished: ${dateOf(startDay + days - 1)}`];
  return [started, `progress: ${Math.round((100 * (todayDay - startDay)) / days)}%`];
}

function limitsOf({ startDay, days }: Draft, state: string, draw: Draw): readonly string[] {
  if (state !== 'todo') return [];
  const lines: string[] = [];
  if (draw.random() < 0.03) lines.push(`constraint: SNET ${dateOf(startDay + 2)}`);
  if (draw.random() < 0.03) lines.push(`deadline: ${dateOf(startDay + days + 5)}`);
  if (draw.random() < 0.1) lines.push('tags:', `  - ${draw.oneOf(things).replaceAll(' ', '-')}`);
  return lines;
}

function milestoneText(last: Draft, draw: Draw, staff: readonly string[]): string {
  return toText([
    `title: ${draw.oneOf(phases)} of the ${draw.oneOf(things)}`,
    `due: ${dateOf(last.startDay + last.days + 10)}`,
    `owner: ${draw.oneOf(staff)}`,
  ]);
}

function riskText(draw: Draw, drafts: readonly Draft[], staff: readonly string[]): string {
  const [event, cause] = draw.oneOf(riskEvents);
  const probability = 10 + 10 * draw.below(8);
  const days = 2 + draw.below(20);
  return toText([
    `title: ${event}`,
    `cause: ${cause}`,
    'kind: threat',
    `status: ${draw.oneOf(['proposed', 'open', 'open', 'mitigating', 'accepted', 'closed'])}`,
    `owner: ${draw.oneOf(staff)}`,
    ...ratingLines('inherent', probability, days),
    ...ratingLines('current', Math.ceil(probability * 0.7), days),
    ...ratingLines('residual', Math.ceil(probability * 0.4), Math.ceil(days / 2)),
    ...['affects:', `  - ${draw.oneOf(drafts).id}`],
    ...['response:', '  strategy: reduce', '  plan: Look at it every second week'],
    `reviewBy: ${dateOf(todayDay + draw.below(40))}`,
  ]);
}

function ratingLines(name: string, probability: number, days: number): readonly string[] {
  return [`${name}:`, `  probability: ${probability}%`, '  impact:', `    schedule: ${days}d`];
}

function projectText(tasks: number, staff: readonly string[]): string {
  return toText([
    'version: 1',
    `name: Generated plan of ${tasks} tasks`,
    `start: ${dateOf(0)}`,
    'calendar: standard',
    ...['calendars:', '  standard:', '    hours:', '      mon-fri: 09:00-13:00 14:00-18:00'],
    ...['      sat-sun: off', '    exceptions:', '      - on: 2026-12-24..2027-01-03'],
    '        title: Winter break',
    'people:',
    ...staff.map((key, at) => `  ${key}: { name: ${people[at % people.length] ?? key} }`),
  ]);
}

function nameOf(at: number): string {
  const name = (people[at % people.length] ?? 'person').toLowerCase();
  return at < people.length ? name : `${name}-${Math.floor(at / people.length) + 1}`;
}

/** The date of a working day, counted from the first one, a Monday. */
function dateOf(workingDay: number): string {
  const days = Math.floor(workingDay / 5) * 7 + (workingDay % 5);
  return new Date(firstDay + days * dayMs).toISOString().slice(0, 10);
}

function quoted(text: string): string {
  return text.includes(': ') ? `'${text}'` : text;
}

function toText(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
