import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LinkedCommit } from '../../../src/core/commits/commit.ts';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import { emptyPlan, type Plan } from '../../../src/core/model/plan.ts';
import {
  draftMarkdown,
  draftUpdate,
  type DraftInput,
  type UpdateDraft,
} from '../../../src/core/report/draftUpdate.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { buildPeople, buildPlan } from '../../support/buildPlan.ts';

const at = (day: string): number => parsePlanDate(day)?.at ?? NaN;
const commit = (hash: string, day: string, ids: readonly string[]): LinkedCommit => ({
  hash: hash.repeat(40),
  authoredAt: 0,
  day,
  author: 'Ada',
  subject: 'Work',
  ids,
  closes: [],
});

function draftOf(
  plan: Plan,
  commits: readonly LinkedCommit[] = [],
  planChanges?: DraftInput['planChanges'],
): UpdateDraft {
  return draftUpdate({
    plan,
    schedule: computeSchedule(plan),
    commits,
    proposals: [],
    planChanges,
    from: at('2026-03-03'),
    to: at('2026-03-04'),
    title: 'Stand-up',
  });
}

test('what was done, worked on and comes next is told, each sentence with its evidence', () => {
  const plan = buildPlan({
    project: { people: buildPeople({ ada: { name: 'Ada' } }) },
    tasks: {
      'T-0001': {
        title: 'Parse [it]',
        duration: '1d',
        assignees: ['ada'],
        status: 'done',
        started: '2026-03-02',
        finished: '2026-03-03',
      },
      'T-0002': { title: 'Print', duration: '1d', status: 'blocked' },
      'T-0003': { title: 'Paint', duration: '1d', constraint: 'SNET 2026-03-05' },
      'T-0004': { title: 'Later', duration: '1d', constraint: 'SNET 2026-05-01' },
    },
  });
  const commits = [
    commit('a', '2026-03-03', ['T-0001']),
    commit('b', '2026-03-04', ['T-0001', 'T-9999']),
    commit('c', '2026-02-01', ['T-0002']),
  ];
  assert.equal(
    draftMarkdown(draftOf(plan, commits), '.project'),
    `# Stand-up: 2026-03-03 to 2026-03-04

## Done

- Ada finished T-0001 “Parse \\[it\\]”. ([tasks/T-0001.yaml](.project/tasks/T-0001.yaml))

## Worked on

- Ada worked on T-0001 “Parse \\[it\\]” (2 commits). (\`aaaaaaaaa\`, \`bbbbbbbbb\`)

## Next

- Nobody yet begins T-0003 “Paint”. ([tasks/T-0003.yaml](.project/tasks/T-0003.yaml))

## Blocked

- T-0002 “Print” is blocked. ([tasks/T-0002.yaml](.project/tasks/T-0002.yaml))
`,
  );
});

test('an empty plan says that nothing happened, and long lists are cut', () => {
  assert.match(draftMarkdown(draftOf(emptyPlan), '.project'), /Nothing happened/);
  const tasks = Object.fromEntries(
    Array.from({ length: 40 }, (_, place) => [
      `T-${String(place).padStart(4, '0')}`,
      { duration: '1d', status: 'blocked' as const },
    ]),
  );
  const blocked = draftOf(buildPlan({ tasks })).sections[0]?.sentences;
  assert.equal(blocked?.length, 30);
  assert.equal(blocked.at(-1)?.text, 'And 11 more.');
});

test('nobody who has left is told to go on with anything', () => {
  const plan = buildPlan({
    project: {
      people: buildPeople({ ada: { name: 'Ada' }, gus: { name: 'Gus', isActive: false } }),
    },
    tasks: {
      'T-0001': { title: 'Parse', duration: '2d', assignees: ['gus'] },
      'T-0002': { title: 'Print', duration: '2d', assignees: ['ada', 'gus'], status: 'doing' },
    },
  });
  const next = draftOf(plan).sections.find(({ title }) => title === 'Next');
  assert.deepEqual(
    next?.sentences.map(({ text }) => text),
    [
      'Nobody yet begins T-0001 “Parse”, which Gus left behind.',
      'Ada goes on with T-0002 “Print”, which Gus left behind.',
    ],
  );
});

test('several people begin, and what changed in the plan names the commits and files that changed it', () => {
  const people = buildPeople({ ada: { name: 'Ada' }, bob: { name: 'Bob' } });
  const plan = buildPlan({
    project: { people },
    tasks: { 'T-0001': { title: 'Parse', duration: '2d', assignees: ['ada', 'bob'] } },
  });
  const steps = ['b', 'c'].map((name, i) => ({
    commit: name.repeat(40),
    changed: new Map([[`tasks/T-000${i + 1}.yaml`, name]]),
  }));
  const draft = draftOf(plan, [], { sentences: ['Work: 2d instead of 1d'], steps });
  const told = draft.sections.flatMap(({ sentences }) => sentences);
  assert.equal(told[0]?.text, 'Ada, Bob begin T-0001 “Parse”.');
  assert.deepEqual(told[1], {
    text: 'Work: 2d instead of 1d.',
    files: ['tasks/T-0002.yaml', 'tasks/T-0001.yaml'],
    commits: ['c'.repeat(40), 'b'.repeat(40)],
  });
});
