import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareReports } from '../../../src/core/report/compareReports.ts';
import {
  frozenPath,
  newestFrozen,
  parseFrozen,
  readFrozenPath,
} from '../../../src/core/report/frozenReport.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { reportHtml } from '../../../src/core/report/reportHtml.ts';
import { reportMarkdown } from '../../../src/core/report/reportMarkdown.ts';

const report: Report = {
  title: 'Bridge',
  audience: 'management',
  on: '2026-03-06',
  basis: 'asked',
  light: 'yellow',
  summary: 'It is going, with something to watch. 1 of 2 tasks are done.',
  celebrations: ['“Foundation” was reached on 2026-03-05, by the work of Ada.'],
  judgements: [
    { subject: 'Time', light: 'green', sentence: 'It ends on 2026-03-19.' },
    { subject: 'Risk', light: 'yellow', sentence: '1 risk is watched.' },
  ],
  bars: [],
  span: { from: 0, to: 1, at: 1 },
  sections: [
    {
      title: 'Dates',
      empty: '',
      columns: ['Milestone', 'Promised', 'Expected', 'State'],
      rows: [
        ['Road | deck', '2026-03-10', '2026-03-10', 'on time'],
        ['Old', '–', '2026-03-11', 'planned'],
      ],
    },
    { title: 'What comes next', empty: '', columns: ['What', 'From'], rows: [['Dig', 'x']] },
  ],
  glossary: [['risk', 'something that may happen']],
};

test('a report that was frozen is read back from its Markdown', () => {
  const frozen = parseFrozen(reportMarkdown(report, ['Something']), report);
  assert.equal(frozen.light, 'yellow');
  assert.deepEqual(frozen.judgements, [
    { subject: 'Time', light: 'green' },
    { subject: 'Risk', light: 'yellow' },
  ]);
  const dates = frozen.sections.find(({ title }) => title === 'Dates');
  assert.deepEqual(dates?.columns, report.sections[0]?.columns);
  assert.deepEqual(dates?.rows, report.sections[0]?.rows);
  assert.deepEqual(compareReports(frozen, report), [
    'Nothing that is told here has changed since 2026-03-06.',
  ]);
});

test('amounts stand to the right in every form, and are read back', () => {
  const columns = ['Milestone', 'Costs'];
  const costs = { title: 'Money', empty: '', columns, rows: [['Road', '1 200 EUR']], amounts: [1] };
  const withMoney = { ...report, sections: [costs] };
  const text = reportMarkdown(withMoney);
  assert.match(text, /\n\| --- \| --: \|\n/);
  assert.match(reportHtml(withMoney), /<td>Road<\/td><td class="amount">1 200 EUR<\/td>/);
  assert.deepEqual(parseFrozen(text, report).sections[0], {
    title: 'Money',
    columns,
    rows: costs.rows,
  });
});

test('amounts that were frozen before they were told in groups are the same amounts', () => {
  const costs = (planned: string): Report => ({
    ...report,
    sections: [
      { title: 'Costs', empty: '', columns: ['Milestone', 'Planned'], rows: [['Road', planned]] },
    ],
  });
  const told = (planned: string): readonly string[] =>
    compareReports(parseFrozen(reportMarkdown(costs('1200 EUR')), report), costs(planned));
  assert.deepEqual(told('1\u202f200 EUR'), [
    'Nothing that is told here has changed since 2026-03-06.',
  ]);
  assert.deepEqual(told('1\u202f300 EUR'), [
    'Costs: “Road”: planned was 1200 EUR, and is 1\u202f300 EUR.',
  ]);
});

test('what a later report says otherwise is told: lights, rows that are new, other or gone', () => {
  const frozen = parseFrozen(reportMarkdown(report), report);
  const [dates, next] = report.sections;
  assert.ok(dates && next);
  const rows = [
    ['Road | deck', '2026-03-10', '2026-03-19', '9 days late'],
    ['Rail', '–', '2026-03-20', 'planned'],
  ];
  const later: Report = {
    ...report,
    on: '2026-03-13',
    judgements: [{ subject: 'Time', light: 'red', sentence: 'It ends later.' }],
    sections: [
      { ...dates, rows },
      { ...next, rows: [] },
    ],
  };
  assert.deepEqual(compareReports(frozen, later), [
    'Time was green on 2026-03-06, and is red now.',
    'Dates: “Road | deck”: expected was 2026-03-10, and is 2026-03-19; state was on time, and is 9 days late.',
    'Dates: “Rail” is new.',
    'Dates: “Old” is not there any more.',
  ]);
});

test('what a person wrote into a frozen report, or took out of it, is no harm', () => {
  for (const text of ['', '# A letter\n\nDear all', '## \n| |\n|', '| a | b |\n- 🔴 nothing']) {
    const frozen = parseFrozen(text, report);
    assert.ok(compareReports(frozen, report).length > 0);
  }
});

test('the newest report before the day and for the audience is the one to compare with', () => {
  const paths = [
    'reports/2026-02-01-management.md',
    'reports/2026-03-01-management.md',
    'reports/2026-03-01-customer.md',
    'reports/2026-03-06-management.md',
    'reports/notes.md',
    'tasks/T-0001.yaml',
  ];
  assert.equal(newestFrozen(paths, report), 'reports/2026-03-01-management.md');
  assert.equal(newestFrozen([], report), undefined);
  assert.equal(frozenPath(report), 'reports/2026-03-06-management.md');
  assert.equal(readFrozenPath('reports/2026-03-06-nobody.md'), undefined);
});

test('of a table that was cut nobody tells what stood below it as new or gone', () => {
  const [dates] = report.sections;
  assert.ok(dates);
  const rowsOf = (names: readonly string[]): Report => ({
    ...report,
    sections: [{ ...dates, rows: names.map(name => [name, '–', '–', '']) }],
  });
  const before = rowsOf(['A', 'B', 'B', 'C', 'and 5 more']);
  const frozen = parseFrozen(reportMarkdown(rowsOf(['A', 'B', 'B'])), report);
  const cut = parseFrozen(reportMarkdown(before).replaceAll('| – | – |  |', '|  |  |  |'), report);
  const now: Report = {
    ...before,
    sections: [
      {
        ...dates,
        rows: [...['A', 'D'].map(name => [name, '–', '–', '']), ['and 2 more', '', '', '']],
      },
    ],
  };
  assert.deepEqual(compareReports(cut, now).slice(-1), ['Dates: 4 rows, and 9 on 2026-03-06.']);
  assert.ok(!compareReports(cut, now).some(each => /is new|not there/.test(each)));
  assert.deepEqual(compareReports(frozen, rowsOf(['A', 'B'])), [
    'Dates: “B” is not there any more.',
  ]);
});

test('an item that is called otherwise now is still the same, and what has come is told', () => {
  const dates = (rows: readonly (readonly [string, string, string])[]): Report => ({
    ...report,
    sections: [
      {
        title: 'Dates',
        empty: '',
        columns: ['Milestone', 'Promised'],
        rows: rows.map(([, ...row]) => row),
        ids: rows.map(([id]) => id),
      },
    ],
  });
  const before = dates([
    ['M-AAA1', 'Road <!-- M-AAA9 --> | deck', '2026-03-10'],
    ['M-AAA2', 'Old', '2026-03-11'],
  ]);
  const kept = reportMarkdown(before, [], { keepsIds: true });
  assert.match(kept, /\n\| <!-- M-AAA2 --> Old \| 2026-03-11 \|\n/);
  assert.doesNotMatch(reportMarkdown(before), /M-AAA2/);
  const frozen = parseFrozen(kept, report);
  assert.deepEqual(frozen.sections[0]?.rows, before.sections[0]?.rows);
  const after = dates([
    ['M-AAA1', 'Bridge', '2026-03-10'],
    ['M-AAA3', 'Old', '2026-03-12'],
  ]);
  assert.deepEqual(compareReports(frozen, after), [
    'Dates: “Bridge”: it was called “Road <!-- M-AAA9 --> | deck”.',
    'Dates: “Old”: promised was 2026-03-11, and is 2026-03-12.',
  ]);
  const decided = { title: 'Decisions', empty: '', columns: ['Decision'], rows: [['Use steel']] };
  const more = { ...before, sections: [...before.sections, decided] };
  assert.deepEqual(compareReports(frozen, more), ['Decisions: “Use steel” is new.']);
});
