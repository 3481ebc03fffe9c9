import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importMspdi } from '../../../../src/core/interchange/mspdi/importMspdi.ts';
import { importTask, importText, linkText, mspdiText, tasksText } from './mspdiText.ts';

function checkRefused(xml: string, message: RegExp): void {
  const result = importMspdi(xml, { fileName: 'a.xml' });
  assert.ok(!result.ok, xml.slice(0, 80));
  assert.equal(result.error.code, 'import-invalid');
  assert.match(result.error.message, message);
}

/** The field of a task with these elements. */
function checkField(
  field: string,
  elements: Record<string, string | number>,
  expected: unknown,
): void {
  const task = importTask(mspdiText(tasksText({ UID: 1, ...elements })));
  assert.deepEqual(task.fields[field], expected, JSON.stringify(elements));
}

function checkLosses(xml: string, ...expected: readonly RegExp[]): void {
  const messages = importText(xml).problems.map(problem => problem.message);
  assert.equal(messages.length, expected.length, messages.join('\n'));
  for (const [i, pattern] of expected.entries()) assert.match(messages[i] ?? '', pattern);
}

test('what is no project of Microsoft Project is refused with the reason', () => {
  checkRefused('', /is empty/);
  checkRefused('  \n', /is empty/);
  checkRefused('not xml at all', /not well-formed XML: line 1/);
  checkRefused('<Project', /not well-formed/);
  checkRefused('<Project><Tasks></Project>', /line 1, column \d+/);
  checkRefused('<svg xmlns="http://www.w3.org/2000/svg"/>', /outermost element is svg/);
  checkRefused(
    '<Project xmlns="urn:other"/>',
    /not a project of Microsoft Project: its namespace is urn:other and not http:/,
  );
  checkRefused('<Project>&bomb;</Project>', /not well-formed/);
  checkRefused(`${'<a>'.repeat(100)}${'</a>'.repeat(100)}`, /nested too deep/);
});

test('entities of a document type are not expanded', () => {
  checkRefused(
    '<!DOCTYPE Project [<!ENTITY x "y"><!ENTITY z SYSTEM "file:///etc/passwd">]><Project>&z;</Project>',
    /not well-formed/,
  );
});

test('the project keeps its name, start, scale and calendar', () => {
  const { project, origin } = importText(
    mspdiText('<Calendars><Calendar><UID>1</UID><Name>Site</Name></Calendar></Calendars>', {
      StatusDate: '2025-03-07T17:00:00',
      CurrencyCode: 'EUR',
      MinutesPerDay: 450,
      MinutesPerWeek: 2250,
    }),
  );
  assert.equal(origin, 'mspdi:Bridge');
  assert.deepEqual(project, {
    name: 'Bridge',
    start: '2025-03-03T08:00',
    statusDate: '2025-03-07T17:00',
    moveOpenWork: false,
    currency: 'EUR',
    hoursPerDay: 7.5,
    hoursPerWeek: 37.5,
    daysPerMonth: 20,
    calendar: 'site',
  });
});

test('a file without a namespace, or with a prefix for it, is read all the same', () => {
  assert.equal(importText('<Project><Title>Plain</Title></Project>').project['name'], 'Plain');
  const prefixed =
    '<p:Project xmlns:p="http://schemas.microsoft.com/project"><p:Title>Other</p:Title></p:Project>';
  assert.equal(importText(prefixed).project['name'], 'Other');
});

test('the outline comes from the levels, whatever the numbers are', () => {
  const { tasks } = importText(
    mspdiText(
      tasksText(
        { UID: 0, OutlineLevel: 0 },
        { UID: 7, Summary: 1 },
        { UID: 3, OutlineLevel: 2, Summary: 1 },
        { UID: 9, OutlineLevel: 3 },
        { UID: 4, OutlineLevel: 2 },
        { UID: 5, OutlineLevel: 1, IsNull: 1 },
        { UID: 6 },
      ),
    ),
  );
  assert.deepEqual(
    tasks.map(({ origin, parent, fields }) => [origin, parent, fields['rank']]),
    [
      ['mspdi:7', undefined, 1],
      ['mspdi:3', 'mspdi:7', 1],
      ['mspdi:9', 'mspdi:3', 1],
      ['mspdi:4', 'mspdi:7', 2],
      ['mspdi:6', undefined, 2],
    ],
  );
});

test('a duration keeps the unit that its author chose, where it is exact', () => {
  checkField('duration', { Duration: 'PT24H0M0S', DurationFormat: 7 }, '3d');
  checkField('duration', { Duration: 'PT24H0M0S', DurationFormat: 5 }, '24h');
  checkField('duration', { Duration: 'PT24H0M0S', DurationFormat: 39 }, '3d');
  checkField('duration', { Duration: 'PT80H0M0S', DurationFormat: 9 }, '2w');
  checkField('duration', { Duration: 'PT160H0M0S', DurationFormat: 11 }, '1mo');
  checkField('duration', { Duration: 'PT0H45M0S', DurationFormat: 3 }, '45m');
  checkField('duration', { Duration: 'PT48H0M0S', DurationFormat: 8 }, '2ed');
  checkField('duration', { Duration: 'PT336H0M0S', DurationFormat: 10 }, '2ew');
  checkField('duration', { Duration: 'PT5H20M0S', DurationFormat: 7 }, '320m');
  checkField('duration', { Duration: 'PT12H0M0S', DurationFormat: 7 }, '1.5d');
  checkField('duration', { Duration: 'PT0H0M0S', DurationFormat: 7, Milestone: 1 }, '0d');
  checkField('duration', { Duration: 'PT24H0M0S', DurationFormat: 21 }, '3d');
});

test('a summary has no duration of its own', () => {
  const xml = mspdiText(
    tasksText(
      { UID: 1, Duration: 'PT24H0M0S' },
      { UID: 2, OutlineLevel: 2, Duration: 'PT24H0M0S' },
    ),
  );
  assert.equal(importTask(xml, 1).fields['duration'], undefined);
  assert.equal(importTask(xml, 2).fields['duration'], '3d');
});

test('links keep their type and their lag in its unit', () => {
  const check = (link: Record<string, number>, type: string, lagText: string): void => {
    const more = linkText({ PredecessorUID: 1, ...link });
    const task = importTask(mspdiText(tasksText({ UID: 1 }, { UID: 2, more })), 2);
    assert.deepEqual(task.dependsOn, [{ predecessor: 'mspdi:1', type, lagText }]);
  };
  check({ Type: 0, LinkLag: 0 }, 'FF', '');
  check({ Type: 1, LinkLag: 0 }, 'FS', '');
  check({ Type: 2, LinkLag: 0 }, 'SF', '');
  check({ Type: 3, LinkLag: 0 }, 'SS', '');
  check({ Type: 1, LinkLag: 9600, LagFormat: 7 }, 'FS', '+2d');
  check({ Type: 3, LinkLag: -4800, LagFormat: 7 }, 'SS', '-1d');
  check({ Type: 1, LinkLag: 600, LagFormat: 5 }, 'FS', '+1h');
  check({ Type: 1, LinkLag: 14400, LagFormat: 8 }, 'FS', '+1ed');
  check({ Type: 1, LinkLag: 50, LagFormat: 19 }, 'FS', '+50%');
  check({ Type: 1, LinkLag: -25, LagFormat: 20 }, 'FS', '-25e%');
});

test('constraints and deadlines keep their times', () => {
  const date = { ConstraintDate: '2025-03-10T08:00:00' };
  checkField('constraint', { ConstraintType: 0 }, undefined);
  checkField('constraint', { ConstraintType: 1 }, 'ALAP');
  checkField('constraint', { ConstraintType: 2, ...date }, 'MSO 2025-03-10T08:00');
  checkField('constraint', { ConstraintType: 3, ...date }, 'MFO 2025-03-10T08:00');
  checkField('constraint', { ConstraintType: 4, ...date }, 'SNET 2025-03-10T08:00');
  checkField('constraint', { ConstraintType: 5, ...date }, 'SNLT 2025-03-10T08:00');
  checkField('constraint', { ConstraintType: 6, ...date }, 'FNET 2025-03-10T08:00');
  checkField('constraint', { ConstraintType: 7, ...date }, 'FNLT 2025-03-10T08:00');
  checkField('constraint', { ConstraintType: 4 }, undefined);
  checkField('deadline', { Deadline: '2025-03-21T17:00:00' }, '2025-03-21T17:00');
});

test('progress tells the state and what is left', () => {
  const begun = { ActualStart: '2025-03-03T08:00:00', Duration: 'PT16H0M0S', DurationFormat: 7 };
  checkField('status', { PercentComplete: 0 }, 'todo');
  checkField('status', { PercentComplete: 40, ...begun }, 'doing');
  checkField('progress', { PercentComplete: 40, ...begun }, '40%');
  checkField('started', { PercentComplete: 40, ...begun }, '2025-03-03T08:00');
  checkField(
    'remaining',
    { PercentComplete: 50, RemainingDuration: 'PT8H0M0S', ...begun },
    undefined,
  );
  checkField(
    'remaining',
    { PercentComplete: 50, RemainingDuration: 'PT12H0M0S', ...begun },
    '1.5d',
  );
  const ended = { ...begun, PercentComplete: 100, ActualFinish: '2025-03-04T17:00:00' };
  checkField('status', ended, 'done');
  checkField('finished', ended, '2025-03-04T17:00');
  checkField('progress', ended, undefined);
  checkField('status', { Active: 0 }, 'dropped');
  checkField('status', { Active: 1 }, 'todo');
});

test('the ordinary priority says nothing, the others their word', () => {
  checkField('priority', { Priority: 500 }, undefined);
  checkField('priority', { Priority: 0 }, 'lowest');
  checkField('priority', { Priority: 300 }, 'low');
  checkField('priority', { Priority: 700 }, 'high');
  checkField('priority', { Priority: 1000 }, 'highest');
});

test('notes, effort and fixed cost are carried over', () => {
  checkField('description', { Notes: 'One\r\nTwo &amp; three' }, 'One\nTwo & three');
  checkField('title', {}, undefined);
  checkField('estimate', { Work: 'PT40H0M0S', Duration: 'PT24H0M0S' }, '40h');
  checkField('estimate', { Work: 'PT24H0M0S', Duration: 'PT24H0M0S' }, undefined);
  checkField('spent', { ActualWork: 'PT6H0M0S' }, '6h');
  checkField('cost', { FixedCost: 120050 }, '1200.50');
  const untitled = importTask(mspdiText('<Tasks><Task><UID>8</UID></Task></Tasks>'));
  assert.equal(untitled.title, 'Task 8');
});

test('a task scheduled by hand is pinned to its start, and keeps its constraint', () => {
  const start = '2025-03-12T08:00:00';
  checkField('pinned', { Manual: 1, ManualStart: start }, '2025-03-12T08:00');
  checkField('pinned', { Manual: 1, Start: start, Finish: start }, '2025-03-12T08:00');
  checkField('pinned', { Manual: 0, ManualStart: start }, undefined);
  checkField('constraint', { Manual: 1, ManualStart: start, ConstraintType: 1 }, 'ALAP');
  checkLosses(mspdiText(tasksText({ UID: 1, Manual: 1 })), /^1 task is scheduled by hand without/);
});

test('a project that is scheduled back keeps its finish, and late is what goes without saying', () => {
  const { project, tasks } = importText(
    mspdiText(
      tasksText(
        { UID: 1, ConstraintType: 0 },
        { UID: 2, ConstraintType: 1 },
        { UID: 3, ConstraintType: 0 },
        {
          UID: 4,
          OutlineLevel: 2,
          ConstraintType: 1,
        },
      ),
      { ScheduleFromStart: 0, FinishDate: '2025-06-30T17:00:00' },
    ),
  );
  assert.deepEqual([project['start'], project['finish']], [undefined, '2025-06-30T17:00']);
  const constraints = tasks.map(({ fields }) => fields['constraint']);
  assert.deepEqual(constraints, ['ASAP', undefined, undefined, undefined]);
});

test('work resources become people and their assignments', () => {
  const { people, tasks } = importText(
    mspdiText(`${tasksText({ UID: 5 })}
<Resources>
  <Resource><UID>0</UID><IsNull>0</IsNull></Resource>
  <Resource><UID>1</UID><Name>Ada Lovelace</Name><Type>1</Type><EmailAddress>ada@example.org</EmailAddress><MaxUnits>0.5</MaxUnits><Group>Engine</Group></Resource>
  <Resource><UID>2</UID><Name>Ada Lovelace</Name><Type>1</Type><MaxUnits>1</MaxUnits></Resource>
  <Resource><UID>3</UID><Name>Concrete</Name><Type>0</Type></Resource>
  <Resource><UID>4</UID><Name>李雷</Name></Resource>
</Resources>
<Assignments>
  <Assignment><TaskUID>5</TaskUID><ResourceUID>1</ResourceUID><Units>1</Units></Assignment>
  <Assignment><TaskUID>5</TaskUID><ResourceUID>2</ResourceUID><Units>0.25</Units></Assignment>
  <Assignment><TaskUID>5</TaskUID><ResourceUID>3</ResourceUID><Units>7</Units></Assignment>
  <Assignment><TaskUID>5</TaskUID><ResourceUID>-65535</ResourceUID><Units>1</Units></Assignment>
</Assignments>`),
  );
  assert.deepEqual(people, {
    'ada-lovelace': {
      name: 'Ada Lovelace',
      email: 'ada@example.org',
      units: '50%',
      team: 'Engine',
    },
    'ada-lovelace-2': { name: 'Ada Lovelace' },
    'person-4': { name: '李雷' },
  });
  assert.deepEqual(tasks[0]?.fields['assignees'], ['ada-lovelace', 'ada-lovelace-2 25%']);
});

test('what cannot be carried over is told once a subject, with its count', () => {
  checkLosses(
    mspdiText(tasksText({ UID: 1 }, { UID: 2 }, { UID: 2 })),
    /^1 task bears the number of another/,
  );
  checkLosses(
    mspdiText(tasksText({ UID: 1, more: linkText({ PredecessorUID: 99, Type: 1 }) })),
    /^1 link names a task that is not in the file/,
  );
  checkLosses(
    mspdiText(
      tasksText(
        { UID: 1, more: linkText({ PredecessorUID: 1, CrossProject: 1 }) },
        { UID: 2, ExternalTask: 1 },
      ),
    ),
    /^1 link waits for a task of another project/,
    /^1 task stands for a task of another project/,
  );
  checkLosses(mspdiText(tasksText({ UID: 1, LevelingDelay: 4800 })), /^1 task is delayed by lev/);
  checkLosses(
    mspdiText(tasksText({ UID: 1, Duration: 'PT1H0M24S', DurationFormat: 5 })),
    /^1 length was rounded/,
  );
});

/** An assignment of nobody with work in these stretches: `10T08 10T17 8` is a Monday of 8 hours. */
function stretches(...texts: readonly string[]): string {
  const data = texts.map(text => {
    const [from = '', to = '', hours = ''] = text.split(' ');
    const value = hours === '-' ? '' : `<Value>PT${hours}H0M0S</Value>`;
    return `<TimephasedData><Type>1</Type><Start>2025-03-${from}:00:00</Start><Finish>2025-03-${to}:00:00</Finish>${value}</TimephasedData>`;
  });
  return `<Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>-65535</ResourceUID>${data.join('')}</Assignment></Assignments>`;
}

test('pauses amid the work of a task become its split', () => {
  const check = (hours: number, assignment: string, expected: unknown): void => {
    const tasks = tasksText({ UID: 1, Duration: `PT${hours}H0M0S`, DurationFormat: 7 });
    assert.deepEqual(importTask(mspdiText(tasks + assignment)).fields['split'], expected);
  };
  check(16, stretches('10T08 10T17 8', '11T08 11T17 8'), undefined);
  check(16, stretches('10T08 10T17 8', '10T17 11T17 0', '11T17 12T17 8'), ['1d', '1d']);
  check(16, stretches('10T08 10T17 8', '12T08 12T17 8'), ['1d', '1d']);
  check(16, stretches('14T08 14T17 8', '15T08 16T08 -', '17T08 17T17 8'), undefined);
  check(12, stretches('10T08 10T12 4', '10T15 10T17 2', '11T08 11T10 2', '11T13 11T17 4'), [
    '0.5d',
    '0.25d',
    '0.5d',
    '0.25d',
  ]);
  const unclear = stretches('10T08 10T17 8', '12T08 12T17 8');
  const tasks = tasksText({ UID: 1, Duration: 'PT99H0M0S', DurationFormat: 7 });
  checkLosses(mspdiText(tasks + unclear), /^1 task is split by pauses that do not add up/);
});

test('begun work that resumes later than it stopped pauses in between', () => {
  const begun = {
    Duration: 'PT24H0M0S',
    ActualDuration: 'PT8H0M0S',
    PercentComplete: 33,
    RemainingDuration: 'PT16H0M0S',
    DurationFormat: 7,
    ActualStart: '2025-03-10T08:00:00',
    Stop: '2025-03-10T17:00:00',
  };
  checkField('split', { ...begun, Resume: '2025-03-14T08:00:00' }, ['1d', '3d']);
  checkField('split', { ...begun, Resume: '2025-03-11T08:00:00' }, undefined);
  checkField('split', { ...begun, PercentComplete: 0, Resume: '2025-03-14T08:00:00' }, undefined);
  checkField('remaining', begun, '2d');
  checkField('progress', begun, undefined);
});

test('a task with a calendar of its own keeps the hours of its people unless it ignores them', () => {
  const check = (elements: Record<string, number>, assigned: number, expected: unknown): void => {
    const people = '<Resources><Resource><UID>1</UID><Name>Ada</Name></Resource></Resources>';
    const assignment = `<Assignments><Assignment><TaskUID>1</TaskUID><ResourceUID>${assigned}</ResourceUID></Assignment></Assignments>`;
    const calendars = '<Calendars><Calendar><UID>5</UID><Name>Night</Name></Calendar></Calendars>';
    const tasks = tasksText({ UID: 1, ...elements });
    const task = importTask(mspdiText(calendars + tasks + people + assignment));
    assert.equal(task.fields['keepsPeopleHours'], expected);
  };
  check({ CalendarUID: 5 }, 1, true);
  check({ CalendarUID: 5, IgnoreResourceCalendar: 0 }, 1, true);
  check({ CalendarUID: 5, IgnoreResourceCalendar: 1 }, 1, undefined);
  check({ CalendarUID: 5 }, 9, undefined);
  check({ CalendarUID: -1 }, 1, undefined);
});
