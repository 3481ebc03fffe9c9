import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv, type ValidateFunction } from 'ajv';
import { encodeUtf8 } from '../../../src/core/base/utf8.ts';
import { fileKinds, type FileKind } from '../../../src/core/format/fields.ts';
import { jsonSchemaOf } from '../../../src/core/format/jsonSchema.ts';
import { parsePlanFile } from '../../../src/core/format/parsePlanFile.ts';
import { toPlain } from '../../../src/core/format/plainValue.ts';
import { readYamlTree } from '../../../src/core/format/yamlTree.ts';

const ajv = new Ajv({ strict: true, allowUnionTypes: true, strictRequired: false });
const validators = new Map<FileKind, ValidateFunction>(
  fileKinds.map(kind => [kind, ajv.compile(jsonSchemaOf(kind))]),
);
const paths: Readonly<Record<FileKind, string>> = {
  task: 'tasks/T-7KQ3.yaml',
  milestone: 'milestones/M-7KQ3.yaml',
  risk: 'risks/R-7KQ3.yaml',
  decision: 'decisions/D-7KQ3.yaml',
  note: 'notes/N-7KQ3.yaml',
  project: 'project.yaml',
  baseline: 'baselines/2026-01-05-start.yaml',
};

/** The parser and the schema must agree on whether the text is without fault. */
function check(kind: FileKind, text: string, isGood: boolean): void {
  const { file } = parsePlanFile(paths[kind], encodeUtf8(text));
  const faults = file.problems.filter(({ severity }) => severity !== 'info');
  assert.equal(faults.length === 0, isGood, `parser: ${text} ${JSON.stringify(faults)}`);
  const { root } = readYamlTree(text);
  const validate = validators.get(kind);
  const accepts = root && validate?.(toPlain(root));
  assert.equal(accepts, isGood, `schema: ${text} ${JSON.stringify(validate?.errors)}`);
}

function checkField(kind: FileKind, good: readonly string[], bad: readonly string[]): void {
  const head =
    kind === 'project' ? 'name: A' : kind === 'baseline' ? 'takenOn: 2026-01-05' : 'title: A';
  for (const field of good) check(kind, `${head}\n${field}\n`, true);
  for (const field of bad) check(kind, `${head}\n${field}\n`, false);
}

test('parser and schema agree on a task', () => {
  check('task', 'title: 2026\n', true);
  check('task', 'title:\n', false);
  check('task', 'title: " "\n', false);
  check('task', 'status: todo\n', false);
  checkField(
    'task',
    [
      'status: doing',
      'status:',
      'mine: [1, {a: 2}]',
      'rank: -1.5',
      'parent: t-7kq3',
      'milestone: M-4XK2',
      'dependsOn: T-7KQ3',
      'dependsOn: [T-7KQ3, T-7KQ3 SS+2d, t-7KQ3 ff - 1ed, M-7KQ3, T-7KQ3 FS+50%, T-7KQ3+3h]',
      'dependsOn: []',
      'estimate: 2d..4d..9d',
      'estimate: 90m',
      'estimate: 1.5 mo',
      'duration: 0d',
      'duration: 3ed',
      'assignees: ada 50%',
      'assignees: [ada, bob]',
      'constraint: ALAP',
      'constraint: snet 2026-03-01T09:00',
      'deadline: 2026-03-01',
      'deadline: 2026-03-01T09:00',
      'started: "2026-03-01 09:00:00"',
      'progress: 40%',
      'progress: 0.4',
      'progress: 1',
      'cost: 1200',
      'cost: 1200.50',
      "cost: 12'000 EUR",
      'acceptance: [a, {text: b, done: yes}]',
      'acceptance: one',
      'tags: [a, 1, true]',
      'code: src/a.ts',
      'code: [src/a.ts:12-30, a.ts:1, {path: src/, line: 3}]',
      'code: src/..a/b',
      'commits: [1234567]',
      'visibility: internal',
      'description: |\n  x\n',
    ],
    [
      'status: Done',
      'status: [todo]',
      'rank: high',
      'parent: M-4XK2',
      'parent: T-7',
      'dependsOn: T-7KQ3 XX',
      'dependsOn: {a: b}',
      'dependsOn: R-7KQ3',
      'estimate: 3',
      'estimate: -3d',
      'estimate: 1d..2d..3d..4d',
      'estimate: fast',
      'duration: 1d..2d',
      'assignees: ada 50',
      'assignees: {a: b}',
      'constraint: SNET',
      'constraint: 2026-03-01',
      'deadline: 1.3.2026',
      'deadline: 2026',
      'progress: 140%',
      'progress: 40',
      'progress: -1%',
      'progress: half',
      'cost: dear',
      'cost: "1.234"',
      'acceptance: [{done: true}]',
      'acceptance: [{text: a, done: maybe}]',
      'tags: {a: b}',
      'code: ../x',
      'code: /etc/passwd',
      'code: C:/x',
      'code: https://x',
      'code: a/../../b',
      'code: {line: 3}',
      'code: {path: a, line: 0}',
      'commits: {a: b}',
      'visibility: secret',
      'title2: a\ndescription: [a]',
    ],
  );
});

test('parser and schema agree on a risk', () => {
  checkField(
    'risk',
    [
      'kind: opportunity',
      'current: {probability: 30%, impact: {schedule: 5d..15d, cost: 1000..2000..5000 EUR, quality: high}}',
      'current: {probability: high, impact: high}',
      'current: {probability: 0.3, impact: 3d}',
      'residual:',
      'response: avoid',
      'response: {strategy: reduce, plan: x, tasks: T-7KQ3, cost: 100}',
      'affects: [T-7KQ3, M-7KQ3]',
      'secondary: R-7KQ3',
      'reserve: 100 USD',
      'reviewBy: 2026-01-01',
      'drivers: a',
    ],
    [
      'kind: danger',
      'current: high',
      'current: {probability: 130%}',
      'current: {impact: {cost: -}}',
      'current: {impact: {quality: [a]}}',
      'response: hope',
      'response: [avoid]',
      'response: {tasks: R-7KQ3}',
      'affects: D-7KQ3',
      'secondary: T-7KQ3',
      'reserve: much',
    ],
  );
});

test('parser and schema agree on the other items', () => {
  checkField(
    'milestone',
    [
      'due: 2026-01-01',
      'dropped: true',
      'goals: fast',
      'goals: [{measure: a, target: 3, present: 2}]',
      'owner: ada',
    ],
    ['due: soon', 'dropped: maybe', 'goals: [{target: 3}]', 'owner: [a]', 'owner: ""'],
  );
  checkField(
    'decision',
    [
      'status: accepted',
      'deciders: [a, b]',
      'alternatives: [a, {title: b, reason: c}]',
      'supersededBy: D-7KQ3',
      'affects: N-7KQ3',
    ],
    ['status: done', 'alternatives: [{reason: c}]', 'supersededBy: T-7KQ3', 'affects: X-7KQ3'],
  );
  checkField(
    'note',
    [
      'type: lesson',
      'date: 2026-01-01',
      'actions: [a, {text: b, assignee: c, due: 2026-01-01, task: T-7KQ3, done: no}]',
    ],
    ['type: talk', 'actions: [{done: no}]', 'actions: [{text: a, due: soon}]'],
  );
});

test('parser and schema agree on the project and its baselines', () => {
  checkField(
    'project',
    [
      'version: 1',
      'hoursPerDay: 7.5',
      'calendars: {a: {base: standard}}',
      'calendars: {a: {hours: {mon-fri: 09:00-13:00 14:00-18:00, sat: off, Sunday: 22:00-06:00}}}',
      'calendars: {a: {hours: 09:00-17:00}}',
      'calendars: {a: {base: standard, exceptions: [2026-12-25, {on: 2026-12-24..2027-01-01, title: x, hours: 09:00-12:00}]}}',
      'calendars: {a: {base: standard, exceptions: [{every: week on fri}, {every: 2 Weeks on Mon-Wed Friday, from: 2026-01-05, times: 3, hours: 09:00-12:00}]}}',
      'calendars: {a: {base: standard, exceptions: [{every: day, until: 2026-01-05}, {every: 3 months on last weekend day, from: 2026-01-05}, {every: month on 31, on: }]}}',
      'calendars: {a: {base: standard, exceptions: [{every: year on dec 25}, {every: year on 25 December}, {every: year on fourth thu of nov}]}}',
      'calendars: {a: {base: standard, periods: {on: 2026-06-01..2026-08-31, title: Summer, hours: {mon-thu: 08:00-12:00, fri: off}}}}',
      'people: {ada: {leave: [2026-12-24, {every: week on fri, from: 2026-01-01, title: x}]}}',
      'people: {ada: Ada, bob: {name: Bob, units: 150%, leave: 2026-12-24, skills: [a], active: false}, eve: }',
      'riskScale: {probability: [{key: a, upTo: 30%}, b], impact: [{key: a, schedule: 1w, cost: 100}], mediumFrom: 2, categories: x}',
    ],
    [
      'version: one',
      'version: 0',
      'hoursPerDay: 25',
      'people: [ada]',
      'calendars: {a: {hours: {someday: off}}}',
      'calendars: {a: {hours: {mon: 9-17}}}',
      'calendars: {a: {base: standard, exceptions: [{title: x}]}}',
      'calendars: {a: {base: standard, exceptions: [{every: week on fri, on: 2026-01-05}]}}',
      'calendars: {a: {base: standard, exceptions: [{every: fortnight}]}}',
      'calendars: {a: {base: standard, exceptions: [{every: week}]}}',
      'calendars: {a: {base: standard, exceptions: [{every: 0 days}]}}',
      'calendars: {a: {base: standard, exceptions: [{every: 2 years on dec 25}]}}',
      'calendars: {a: {base: standard, exceptions: [{every: month on 32}]}}',
      'calendars: {a: {base: standard, exceptions: [{every: month on fifth mon}]}}',
      'calendars: {a: {base: standard, exceptions: [{every: day, times: 0}]}}',
      'calendars: {a: {base: standard, exceptions: [{from: 2026-01-01}]}}',
      'calendars: {a: {base: standard, periods: {title: Summer}}}',
      'people: {ada: {units: lots}}',
      'riskScale: {probability: [{upTo: 30%}]}',
      'riskScale: high',
    ],
  );
  checkField(
    'baseline',
    ['items: {T-7KQ3: 2026-01-05T09:00..2026-01-09T18:00}', 'reason: x'],
    ['items: [a]', 'items: {T-7KQ3: soon}', 'takenOn2: x\ntitle: [a]'],
  );
});
