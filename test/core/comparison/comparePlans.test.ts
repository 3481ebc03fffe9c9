import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastStep } from '../../../src/core/base/lastStep.ts';
import {
  comparePlansInSteps,
  type PlanComparison,
} from '../../../src/core/comparison/comparePlans.ts';
import {
  compareVersions,
  titleOfVersions,
  type ScheduledVersion,
} from '../../../src/core/comparison/compareVersions.ts';
import { comparisonMarkdown } from '../../../src/core/comparison/comparisonMarkdown.ts';
import { tellComparison } from '../../../src/core/comparison/tellComparison.ts';
import { parsePlanDate } from '../../../src/core/model/instant.ts';
import { noRates } from '../../../src/core/model/moneyRules.ts';
import { computeSchedule, scheduleInSteps } from '../../../src/core/schedule/computeSchedule.ts';
import { snapshotOfTexts } from '../../../src/core/store/snapshotOfTexts.ts';
import { comparedVersions } from '../../support/comparedVersions.ts';

type Texts = Readonly<Record<string, string>>;

const base: Texts = {
  'project.yaml':
    'name: Bridge\nstart: 2026-03-02\ncurrency: EUR\npeople:\n  ada: { name: Ada }\n  bo: { name: Bo }\n',
  'milestones/M-AAAA.yaml': 'title: Open\ndue: 2026-03-06\n',
  'tasks/T-AAAA.yaml': 'title: Draw\nestimate: 2d\nassignees: [ada]\ncost: 1200\n',
  'tasks/T-BBBB.yaml':
    'title: Build\nestimate: 3d\nmilestone: M-AAAA\ndependsOn: [T-AAAA]\nassignees: [ada, bo]\n',
  'risks/R-AAAA.yaml':
    'title: Rain\nstatus: open\nreserve: 500\ncurrent:\n  probability: 50%\n  impact:\n    schedule: 2d\n    cost: 1000\n',
};

function compare(before: Texts, after: Texts): PlanComparison {
  const versionOf = (texts: Texts) => {
    const snapshot = snapshotOfTexts(new Map(Object.entries(texts)));
    return { snapshot, schedule: computeSchedule(snapshot.plan) };
  };
  const at = parsePlanDate('2026-03-07')?.at ?? 0;
  const versions = [versionOf(before), versionOf(after)] as const;
  return lastStep(comparePlansInSteps(...versions, { rates: noRates, at }));
}

function told(after: Texts, before = base): Readonly<Record<string, readonly string[]>> {
  const { sections } = tellComparison(compare(before, after));
  return Object.fromEntries(
    sections.map(({ title, rows }) => [title, rows.map(row => row.join(' | '))]),
  );
}

test('the same plan, written otherwise, has not changed', () => {
  const other = {
    ...base,
    'tasks/T-AAAA.yaml': '# First\ncost: "1200"\nassignees:\n  - ada\nestimate: 2d\ntitle: Draw\n',
  };
  const { sentences, sections } = tellComparison(compare(base, other));
  assert.deepEqual(sentences, ['The project finishes on 2026-03-05, as before']);
  assert.deepEqual(
    sections.map(({ title }) => title),
    ['Other changes'],
  );
  const same = { ...other, 'tasks/T-AAAA.yaml': other['tasks/T-AAAA.yaml'].replaceAll('"', '') };
  assert.deepEqual(told(same), {});
});

test('a longer task is told by its length, what it moves, and the promise that it breaks', () => {
  const longer = base['tasks/T-AAAA.yaml']?.replace('2d', '4d') ?? '';
  const after = { ...base, 'tasks/T-AAAA.yaml': longer };
  assert.deepEqual(told(after), {
    'Milestones that moved': ['M-AAAA | Open | 2026-03-05 | 2026-03-09 | 2 working days later'],
    'Tasks that moved': [
      'T-AAAA | Draw | 2026-03-03 | 2026-03-05 | 2 working days later',
      'T-BBBB | Build | 2026-03-05 | 2026-03-09 | 2 working days later',
    ],
    'Promises that are missed now': ['M-AAAA | Open'],
    Float: [
      'T-AAAA | Draw | none | late by 0.5 working days',
      'T-BBBB | Build | none | late by 0.5 working days',
    ],
    Lengths: ['T-AAAA | Draw | estimate | 2d → 4d'],
    'Work of people': ['Ada | 3.5 working days | 5.5 working days'],
  });
  assert.deepEqual(tellComparison(compare(base, after)).sentences, [
    'The project finishes on 2026-03-09 instead of 2026-03-05, 2 working days later',
    'Work: 7 working days instead of 5 working days',
  ]);
});

test('a promise that is put off is not told as one that is kept again', () => {
  const late = {
    ...base,
    'tasks/T-AAAA.yaml': base['tasks/T-AAAA.yaml']?.replace('2d', '9d') ?? '',
  };
  const due = base['milestones/M-AAAA.yaml']?.replace(/due: .*/, 'due: 2026-04-01') ?? '';
  const sections = told({ ...late, 'milestones/M-AAAA.yaml': due }, late);
  assert.equal(sections['Promises that are kept again'], undefined);
  const [row = ''] = sections['Promises that were moved and are no longer missed'] ?? [];
  assert.match(row, /^M-AAAA \| Open \| .* → 2026-04-01$/);
  assert.deepEqual(told(base, late)['Promises that are kept again'], ['M-AAAA | Open']);
});

test('scope, status, risk and money are told, and an item under another id is no new one', () => {
  const after: Texts = {
    'project.yaml': base['project.yaml'] ?? '',
    'milestones/M-AAAA.yaml': base['milestones/M-AAAA.yaml'] ?? '',
    'tasks/T-AAAA.yaml': 'title: Draw\nestimate: 2d\nassignees: [ada]\ncost: 1500\nstatus: done\n',
    'tasks/T-CCCC.yaml':
      'title: Build\nestimate: 3d\nmilestone: M-AAAA\ndependsOn: [T-AAAA]\nassignees: [ada, bo]\nformerIds: [T-BBBB]\n',
    'tasks/T-DDDD.yaml': 'title: Paint\nestimate: 1d\n',
    'risks/R-AAAA.yaml': (base['risks/R-AAAA.yaml'] ?? '').replace('50%', '20%'),
  };
  const before = { ...base, 'tasks/T-EEEE.yaml': 'title: Fence\n' };
  const comparison = compare(before, after);
  assert.deepEqual(comparison.renamed, [{ from: 'T-BBBB', to: 'T-CCCC' }]);
  assert.deepEqual(
    comparison.added.map(({ id }) => id),
    ['T-DDDD'],
  );
  assert.deepEqual(
    comparison.removed.map(({ id }) => id),
    ['T-EEEE'],
  );
  const text = tellComparison(comparison);
  assert.deepEqual(text.sentences, [
    'The project finishes on 2026-03-05, as before',
    'Work: 6 working days instead of 5 working days',
    'Done: 1 of 3 tasks instead of 0 of 3',
    'Costs of tasks and of answers to risks, without hours: 1\u202f500 EUR instead of 1\u202f200 EUR',
    'Estimate at completion: 1\u202f500 EUR instead of 1\u202f200 EUR',
    'Exposure in time: 3.2 working hours instead of 1 working day',
    'Exposure in money: 200 EUR instead of 500 EUR',
  ]);
  const sections = told(after, before);
  assert.deepEqual(sections['Status'], ['T-AAAA | Draw | todo | done']);
  assert.deepEqual(sections['Risks'], ['R-AAAA | Rain | current.probability | 50% → 20%']);
  assert.deepEqual(sections['Work of people'], ['nobody yet | 0 working minutes | 1 working day']);
});

test('text of a plan makes no structure in Markdown, and no other words in its picture', () => {
  const hostile = '| <img src=x> [a](http://b) @team #12 `x`: --> ; www.c.org';
  const late = base['tasks/T-AAAA.yaml']?.replace('2d', '9d') ?? '';
  const after = {
    ...base,
    'tasks/T-AAAA.yaml': late,
    'milestones/M-AAAA.yaml': `title: '${hostile}'\ndue: 2026-03-06\n`,
  };
  const comparison = compare(base, after);
  const markdown = comparisonMarkdown('main to HEAD', tellComparison(comparison), comparison);
  assert.doesNotMatch(markdown, /<img|\[a\]|@team|[^&]#12|`x`|http:\/\/|www\.c/);
  assert.match(markdown, /^ {2}section img src x a http b team 12 x -- www c org$/m);
  assert.match(markdown, /^ {2}now : crit, milestone, 2026-03-16, 0d$/m);
});

test('float, people, money and exposure are told with their units', () => {
  const before: Texts = {
    ...base,
    'project.yaml': `${base['project.yaml']}money:\n  budget: 5000\n  hourRate: 50\n`,
    'tasks/T-CCCC.yaml': 'title: Paint\nestimate: 1d\nassignees: [bo]\n',
  };
  const after: Texts = {
    ...before,
    'project.yaml': `${base['project.yaml']}money:\n  budget: 6000\n  hourRate: 50\n`,
    'tasks/T-CCCC.yaml': 'title: Paint\nestimate: 1d\nassignees: [ada 50%]\n',
    'risks/R-AAAA.yaml': (base['risks/R-AAAA.yaml'] ?? '').replace(
      'status: open',
      'status: closed',
    ),
  };
  const sections = told(after, before);
  assert.deepEqual(sections['Float'], ['T-CCCC | Paint | 2.5 working days | 1.5 working days']);
  assert.deepEqual(sections['Who does it'], ['T-CCCC | Paint | Bo | Ada 50%']);
  assert.deepEqual(sections['More work than time'], ['Ada | none | 1 working day']);
  assert.deepEqual(sections['Exposure of risks'], [
    'R-AAAA | Rain | 1 working day and 500 EUR | nothing',
  ]);
  assert.equal(sections['Other changes']?.join(), 'project | Bridge | money.budget | 5000 → 6000');
  const { sentences } = tellComparison(compare(before, after));
  assert.deepEqual(
    sentences.filter(text => /^(Budget|Estimate)/.test(text)),
    ['Budget: 6\u202f000 EUR instead of 5\u202f000 EUR'],
  );
  const dearer = { ...after, 'tasks/T-AAAA.yaml': 'title: Draw\nestimate: 4d\nassignees: [ada]\n' };
  const { sentences: more } = tellComparison(compare(before, dearer));
  assert.ok(
    more.includes('Estimate at completion: 3\u202f200 EUR instead of 3\u202f600 EUR'),
    more.join('\n'),
  );
});

test('what moves within a day is told by the hour', () => {
  const longer = base['tasks/T-AAAA.yaml']?.replace('2d', '18h') ?? '';
  const { sentences } = tellComparison(compare(base, { ...base, 'tasks/T-AAAA.yaml': longer }));
  assert.equal(
    sentences[0],
    'The project finishes on 2026-03-05 16:00 instead of 2026-03-05 13:00, 2 working hours later',
  );
});

test('two commits are compared as of the day of the later one, whenever that is done', () => {
  const open = { ...base, 'project.yaml': 'name: Bridge\nstart: 2026-03-02\n' };
  const { before } = comparedVersions(base, base);
  const versions = { before, after: comparedVersions(open, open).before };
  const textOn = (today: number): string =>
    comparisonMarkdown(
      titleOfVersions(versions),
      tellComparison(compareVersions(versions, { today, rates: noRates })),
      compareVersions(versions, { today, rates: noRates }),
    );
  const days: number[] = [];
  const scheduled: ScheduledVersion = function* (snapshot, today) {
    days.push(today);
    return yield* scheduleInSteps(snapshot.plan, { today });
  };
  const inSteps = compareVersions(versions, { today: 0, rates: noRates, scheduled });
  assert.deepEqual(
    tellComparison(inSteps),
    tellComparison(compareVersions(versions, { today: 0, rates: noRates })),
  );
  const committed = parsePlanDate('2026-03-01')?.at;
  assert.deepEqual(days, [committed, committed]);
  assert.equal(textOn(0), textOn(parsePlanDate('2027-01-01')?.at ?? 0));
});
