import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportCsv } from '../../../src/core/interchange/exportCsv.ts';
import { exportJson } from '../../../src/core/interchange/exportJson.ts';
import { exportMermaid } from '../../../src/core/interchange/exportMermaid.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { snapshotOf } from './planOf.ts';

const project = `version: 1
name: 'Bridge: north #2'
start: 2025-03-03
`;

const files = {
  'project.yaml': project,
  'milestones/M-AAAA.yaml': 'title: "Open; at last"\ndue: 2025-03-14\nowner: ada\n',
  'tasks/T-AAAA.yaml': 'title: Deck\nmilestone: M-AAAA\n',
  'tasks/T-BBBB.yaml':
    'title: "Pour, then \\"cure\\""\nparent: T-AAAA\nrank: 1\nduration: 2d\nassignees: [ada, bob 50%]\n',
  'tasks/T-CCCC.yaml':
    'title: "=SUM(A1)"\nparent: T-AAAA\nrank: 2\nduration: 3d\ndependsOn: [T-BBBB SS+1d]\nstatus: doing\n',
  'tasks/T-DDDD.yaml': 'title: Section plan\nduration: 0d\ndependsOn: [T-CCCC]\n',
};

test('CSV has a row for each task in outline order and for each milestone', async () => {
  const { plan } = await snapshotOf(files);
  const rows = exportCsv(plan, computeSchedule(plan)).split('\r\n');
  assert.equal(rows.pop(), '');
  assert.deepEqual(
    rows.map(row => row.split(',').slice(0, 3).join(' ')),
    [
      'id outline kind',
      'T-AAAA 1 summary',
      'T-BBBB 1.1 task',
      'T-CCCC 1.2 task',
      'T-DDDD 2 milestone',
      'M-AAAA  milestone',
    ],
  );
  const width = rows[0]?.split(',').length;
  assert.equal(rows[4]?.split(',').length, width);
  assert.equal(rows[5]?.split(',').length, width);
});

test('CSV quotes what needs it and defuses formulas', async () => {
  const { plan } = await snapshotOf({
    ...files,
    'tasks/T-EEEE.yaml': 'title: "-1+cmd|x"\nduration: 1d\n',
    'tasks/T-FFFF.yaml': 'title: "@x, y"\nduration: 1d\n',
  });
  const text = exportCsv(plan, computeSchedule(plan));
  assert.ok(text.includes(',"Pour, then ""cure""",'));
  assert.ok(text.includes(",'=SUM(A1),"));
  assert.ok(text.includes(",'-1+cmd|x,"));
  assert.ok(text.includes(`,"'@x, y",`));
  assert.ok(text.includes(',T-BBBB SS+1d,'));
  assert.ok(text.includes(',ada; bob 50%,'));
});

test('CSV keeps nothing that a terminal would obey, and defuses the wide forms of formulas', async () => {
  const { plan } = await snapshotOf({
    ...files,
    'tasks/T-EEEE.yaml': 'title: "\\e[31mred\\a\\u009b2J\\u202e"\nduration: 1d\n',
    'tasks/T-FFFF.yaml': 'title: "\\uff1dSUM(A1)"\nduration: 1d\n',
    'tasks/T-GGGG.yaml': 'title: "\\e=SUM(A1)"\nduration: 1d\n',
  });
  const text = exportCsv(plan, computeSchedule(plan));
  assert.doesNotMatch(text, /[^\P{Cc}\r\n]/u);
  assert.ok(text.includes(',[31mred2J\u202e,'));
  assert.ok(text.includes(",'\uff1dSUM(A1),"));
  assert.ok(text.includes(",'=SUM(A1),todo"));
});

test('a title of percent signs makes no comment of a Mermaid line', async () => {
  const { plan } = await snapshotOf({
    ...files,
    'tasks/T-EEEE.yaml': 'title: "Half %%%% done"\nduration: 1d\n',
  });
  assert.ok(exportMermaid(plan, computeSchedule(plan)).includes('  Half % done :'));
});

test('JSON reaches a terminal without what it would obey, and means the same', async () => {
  const title = '\u009b2J\u202e\u007f';
  const { plan } = await snapshotOf({
    ...files,
    'tasks/T-EEEE.yaml': 'title: "\\u009b2J\\u202e\\x7f"\nduration: 1d\n',
  });
  const text = exportJson(plan, computeSchedule(plan));
  assert.doesNotMatch(text, /[\u007f-\u009f\u202e]/);
  const { tasks } = JSON.parse(text) as { tasks: { id: string; title: string }[] };
  assert.equal(tasks.find(task => task.id === 'T-EEEE')?.title, title);
});

test('Mermaid gets computed dates, a section a milestone, and titles that cannot break it', async () => {
  const { plan } = await snapshotOf(files);
  assert.equal(
    exportMermaid(plan, computeSchedule(plan)),
    `gantt
  title Bridge∶ north ♯2
  dateFormat YYYY-MM-DDTHH:mm
  axisFormat %Y-%m-%d
  section Open, at last
  Pour, then "cure" :crit, T-BBBB, 2025-03-03T09:00, 2025-03-04T18:00
  =SUM(A1) :active, crit, T-CCCC, 2025-03-04T09:00, 2025-03-06T18:00
  Open, at last :milestone, crit, M-AAAA, 2025-03-06T18:00, 0d
  section Without milestone
  \u2060Section plan :milestone, crit, T-DDDD, 2025-03-06T18:00, 0d
`,
  );
});

test('JSON holds the whole plan as it stands in the files, with dates', async () => {
  const { plan } = await snapshotOf(files);
  const document: unknown = JSON.parse(exportJson(plan, computeSchedule(plan)));
  assert.ok(typeof document === 'object' && document !== null && 'tasks' in document);
  assert.deepEqual(Object.keys(document), [
    'schemaVersion',
    'project',
    'milestones',
    'tasks',
    'risks',
    'decisions',
    'notes',
  ]);
  assert.ok(Array.isArray(document.tasks));
  assert.deepEqual(document.tasks[2], {
    id: 'T-CCCC',
    title: '=SUM(A1)',
    status: 'doing',
    parent: 'T-AAAA',
    rank: 2,
    dependsOn: ['T-BBBB SS+1d'],
    duration: '3d',
    dates: {
      start: '2025-03-04T09:00',
      finish: '2025-03-06T18:00',
      earlyStart: '2025-03-04T09:00',
      earlyFinish: '2025-03-06T18:00',
      lateStart: '2025-03-04T09:00',
      lateFinish: '2025-03-06T18:00',
      totalFloat: 0,
      freeFloat: 0,
      elapsed: false,
      critical: true,
    },
  });
});

test('an empty plan is exported without failing', async () => {
  const { plan } = await snapshotOf({});
  const schedule = computeSchedule(plan);
  assert.equal(exportCsv(plan, schedule).split('\r\n').length, 2);
  assert.match(exportMermaid(plan, schedule), /^gantt\n {2}title Test\n/);
  assert.doesNotThrow(() => {
    JSON.parse(exportJson(plan, schedule));
  });
});

test('tasks that are parts of one another are exported once each', async () => {
  const { plan } = await snapshotOf({
    'tasks/T-AAAA.yaml': 'title: A\nparent: T-BBBB\n',
    'tasks/T-BBBB.yaml': 'title: B\nparent: T-AAAA\n',
    'tasks/T-CCCC.yaml': 'title: C\nparent: T-BBBB\n',
  });
  const rows = exportCsv(plan, computeSchedule(plan)).trimEnd().split('\r\n').slice(1);
  assert.deepEqual(rows.map(row => row.slice(0, 6)).sort(), ['T-AAAA', 'T-BBBB', 'T-CCCC']);
});
