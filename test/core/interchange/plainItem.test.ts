import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newItemText } from '../../../src/core/format/newItemText.ts';
import { plainItem } from '../../../src/core/interchange/plainItem.ts';
import { plainProject } from '../../../src/core/interchange/plainProject.ts';
import { kindOfId, pathOfId } from '../../../src/core/model/ids.ts';
import { itemOf } from '../../../src/core/model/plan.ts';
import { snapshotOf } from './planOf.ts';

/** Reading what is written of an item gives the same item. */
async function checkRoundTrip(id: string, text: string): Promise<void> {
  const path = pathOfId(id) ?? '';
  const kind = kindOfId(id) ?? 'task';
  const before = itemOf((await snapshotOf({ [path]: text })).plan, id);
  assert.ok(before, text);
  const written = newItemText(kind, plainItem(before));
  const after = itemOf((await snapshotOf({ [path]: written })).plan, id);
  assert.deepEqual(after, before, written);
}

test('a task is written so that it reads back the same', () =>
  checkRoundTrip(
    'T-AAAA',
    `title: Parser
description: |
  Reads *all* of it.
status: review
type: feature
priority: high
parent: T-BBBB
milestone: M-AAAA
rank: 1.5
dependsOn: [T-CCCC, T-DDDD SS+2d, T-EEEE FF-1ed, T-FFFF FS+50%]
estimate: 2d..4d..9d
distribution: lognormal
duration: 3ed
split: [1ed, 2ed]
assignees: [ada, bob 50%]
calendar: night
keepsPeopleHours: true
constraint: SNET 2026-03-01
pinned: 2026-03-02T10:00
deadline: 2026-03-31T12:00
started: 2026-03-02
finished: 2026-03-09
progress: 40%
remaining: 1d..2d..5d
spent: 12h
cost: 1200.50 EUR
acceptance:
  - One
  - text: Two
    done: true
tags: [a, b]
code:
  - src/a.ts
  - src/b.ts:12-30
  - path: src/c.ts
    symbol: Parser.read
    line: 3
    quote: const a = 1;
commits: [4a3f9c1]
origin: mspdi:4
visibility: internal
`,
  ));

test('a milestone is written so that it reads back the same', () =>
  checkRoundTrip(
    'M-AAAA',
    'title: Beta\ndue: 2026-03-01\nreached: 2026-03-02\ndropped: true\nrank: 2\ngoals:\n  - measure: users\n    target: "100"\n    present: "3"\nowner: ada\n',
  ));

test('a risk is written so that it reads back the same', () =>
  checkRoundTrip(
    'R-AAAA',
    `title: Vendor late
cause: a
event: b
effect: c
kind: opportunity
category: market
status: mitigating
owner: ada
inherent:
  probability: 70%
  impact:
    schedule: 5d..10d..20d
    cost: 1000..5000 EUR
    quality: high
current:
  probability: medium
  impact:
    schedule: high
    cost: 100..200..1000 EUR
affects: [T-AAAA, M-AAAA]
response:
  strategy: share
  plan: x
  tasks: [T-BBBB]
  cost: 300
trigger: t
contingency: c
fallback: f
reserve: 200
secondary: [R-BBBB]
reviewBy: 2026-03-01
drivers: [vendor]
evidence: [mail]
code: [src/a.ts]
`,
  ));

test('a decision and a note are written so that they read back the same', async () => {
  await checkRoundTrip(
    'D-AAAA',
    'title: Use YAML\nstatus: accepted\ndecidedOn: 2026-01-01\ndeciders: [ada]\ncontext: c\ndecision: d\nalternatives:\n  - title: JSON\n    reason: noise\nconsequences: e\nsupersededBy: D-BBBB\naffects: [T-AAAA]\ntags: [x]\n',
  );
  await checkRoundTrip(
    'N-AAAA',
    'title: Weekly\ntype: meeting\ndate: 2026-01-01\nparticipants: [ada]\nagenda: a\nsummary: s\ndecisions: [go]\nactions:\n  - text: Call\n    assignee: bob\n    due: 2026-01-02\n    task: T-AAAA\n    done: true\naffects: [T-AAAA]\n',
  );
});

test('a project is written so that it reads back the same', async () => {
  const text = `version: 1
name: Bridge
description: A bridge
start: 2026-01-05
statusDate: 2026-02-01T17:00
currency: EUR
hoursPerDay: 7.5
hoursPerWeek: 37.5
daysPerMonth: 21
calendar: site
calendars:
  site:
    title: Site
    hours: { mon-thu: 07:00-12:00 12:30-16:00, fri: 07:00-12:00, sat-sun: off }
    exceptions:
      - on: 2026-12-24..2027-01-03
        title: Winter
      - on: 2026-05-02
        hours: 08:00-12:00
  night:
    base: site
    hours: { mon: 22:00-06:00 }
people:
  ada: { name: Ada, email: a@b.c, calendar: night, units: 50%, team: x, skills: [yaml], active: false }
  bob:
    name: Bob
    leave: [2026-08-03..2026-08-14]
origin: mspdi:Bridge
`;
  const before = await snapshotOf({ 'project.yaml': text });
  assert.deepEqual(before.problems, []);
  const written = newItemText('project', plainProject(before.plan.project));
  const after = await snapshotOf({ 'project.yaml': written });
  assert.deepEqual(after.plan.project, before.plan.project, written);
});
