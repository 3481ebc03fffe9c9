import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exportMspdi } from '../../../../src/core/interchange/mspdi/exportMspdi.ts';
import {
  listOf,
  parseXml,
  textOf,
  type XmlElement,
} from '../../../../src/core/interchange/mspdi/xmlTree.ts';
import type { Plan } from '../../../../src/core/model/plan.ts';
import { computeSchedule } from '../../../../src/core/schedule/computeSchedule.ts';
import { snapshotOf } from '../planOf.ts';
import { linkText, mspdiText, tasksText } from './mspdiText.ts';
import { importedStore, roundTrip } from './roundTrip.ts';

async function checkRoundTrip(xml: string): Promise<void> {
  await roundTrip(xml);
}

const day = { Duration: 'PT8H0M0S', DurationFormat: 7 };

test('links of all types keep every kind of lag', () =>
  checkRoundTrip(
    mspdiText(
      tasksText(
        { UID: 1, ...day },
        ...[
          { Type: 0, LinkLag: 4800, LagFormat: 7 },
          { Type: 1, LinkLag: -2400, LagFormat: 5 },
          { Type: 2, LinkLag: 14400, LagFormat: 8 },
          { Type: 3, LinkLag: 50, LagFormat: 19 },
          { Type: 1, LinkLag: -25, LagFormat: 20 },
          { Type: 1, LinkLag: 0, LagFormat: 7 },
          { Type: 1, LinkLag: 3210, LagFormat: 3 },
        ].map((link, place) => ({
          UID: place + 10,
          ...day,
          more: linkText({ PredecessorUID: 1, ...link }),
        })),
      ),
    ),
  ));

test('durations keep their unit, and every constraint its date', () => {
  const at = { ConstraintDate: '2025-03-12T08:00:00' };
  return checkRoundTrip(
    mspdiText(
      tasksText(
        { UID: 1, Duration: 'PT80H0M0S', DurationFormat: 9 },
        { UID: 2, Duration: 'PT72H0M0S', DurationFormat: 8 },
        { UID: 3, Duration: 'PT5H20M0S', DurationFormat: 7 },
        { UID: 4, Duration: 'PT0H0M0S', DurationFormat: 7, Milestone: 1 },
        { UID: 5, Duration: 'PT160H0M0S', DurationFormat: 11, Work: 'PT40H0M0S' },
        ...[1, 2, 3, 4, 5, 6, 7].map(kind => ({
          UID: 10 + kind,
          ...day,
          ConstraintType: kind,
          ...at,
        })),
        { UID: 30, ...day, Deadline: '2025-03-21T17:00:00', Priority: 700, FixedCost: 120050 },
        { UID: 31, ...day, Notes: 'One &lt;b&gt; &amp; two\n\nthree' },
      ),
    ),
  );
});

test('summaries with dependencies and progress keep their outline', () =>
  checkRoundTrip(
    mspdiText(
      tasksText(
        { UID: 1, Summary: 1, PercentComplete: 33, Deadline: '2025-03-28T17:00:00' },
        { UID: 2, OutlineLevel: 2, Summary: 1 },
        {
          UID: 3,
          OutlineLevel: 3,
          ...day,
          PercentComplete: 100,
          ActualStart: '2025-03-04T08:00:00',
        },
        { UID: 4, OutlineLevel: 2, ...day, Active: 0 },
        {
          UID: 5,
          Summary: 1,
          more: linkText({ PredecessorUID: 1, Type: 1, LinkLag: 4800, LagFormat: 7 }),
        },
        { UID: 6, OutlineLevel: 2, ...day },
      ),
    ),
  ));

test('progress, pauses, pins and the status date are kept', async () => {
  const begun = { ActualStart: '2025-03-03T08:00:00', DurationFormat: 7, Duration: 'PT24H0M0S' };
  const stretch = (from: string, to: string): string =>
    `<TimephasedData><Type>1</Type><UID>1</UID><Start>2025-03-${from}:00:00</Start><Finish>2025-03-${to}:00:00</Finish><Unit>2</Unit><Value>PT8H0M0S</Value></TimephasedData>`;
  const plan = await roundTrip(
    mspdiText(
      tasksText(
        {
          UID: 1,
          ...begun,
          PercentComplete: 33,
          ActualDuration: 'PT8H0M0S',
          RemainingDuration: 'PT16H0M0S',
          Stop: '2025-03-03T17:00:00',
          Resume: '2025-03-06T08:00:00',
        },
        { UID: 2, ...begun, PercentComplete: 50 },
        { UID: 3, ...begun, PercentComplete: 100, ActualFinish: '2025-03-07T17:00:00' },
        { UID: 4, ...begun, PercentComplete: 0 },
        { UID: 5, ...day, Manual: 1, ManualStart: '2025-03-14T10:00:00' },
        { UID: 6, Duration: 'PT16H0M0S', DurationFormat: 7, Start: '2025-03-10T08:00:00' },
      ) +
        `<Assignments><Assignment><TaskUID>6</TaskUID><ResourceUID>-65535</ResourceUID>${stretch('10T08', '10T17')}${stretch('13T08', '13T17')}</Assignment></Assignments>`,
      { StatusDate: '2025-03-05T17:00:00' },
    ),
  );
  const split = new Map([...plan.tasks.values()].map(task => [task.origin, task.split.length]));
  assert.deepEqual([split.get('mspdi:1'), split.get('mspdi:6')], [2, 2]);
});

const night = (from: string, to: string): string =>
  `<WorkingTime><FromTime>${from}:00:00</FromTime><ToTime>${to}:00:00</ToTime></WorkingTime>`;

test('calendars of task, person and project are kept, with night shifts and repeating exceptions', async () => {
  const weekDay = (type: number, ...times: readonly string[]): string =>
    `<WeekDay><DayType>${type}</DayType><DayWorking>${times.length > 0 ? 1 : 0}</DayWorking><WorkingTimes>${times.join('')}</WorkingTimes></WeekDay>`;
  const exception = (body: string): string =>
    `<Exception><TimePeriod><FromDate>2025-03-04T00:00:00</FromDate><ToDate>2025-05-30T23:59:00</ToDate></TimePeriod><Name>Off</Name>${body}<DayWorking>0</DayWorking></Exception>`;
  const calendars = `<Calendars>
    <Calendar><UID>1</UID><Name>Standard</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID>
      <Exceptions>${exception('<Type>6</Type><Period>2</Period><DaysOfWeek>8</DaysOfWeek>')}</Exceptions></Calendar>
    <Calendar><UID>2</UID><Name>Night</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID>
      <WeekDays>${weekDay(2, night('22', '00'))}${weekDay(3, night('00', '06'), night('22', '00'))}${weekDay(4, night('00', '06'))}</WeekDays></Calendar>
    <Calendar><UID>3</UID><Name>Always</Name><IsBaseCalendar>1</IsBaseCalendar><BaseCalendarUID>-1</BaseCalendarUID>
      <WeekDays>${[1, 2, 3, 4, 5, 6, 7].map(type => weekDay(type, night('00', '00'))).join('')}</WeekDays></Calendar>
    <Calendar><UID>4</UID><Name>Ada</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>2</BaseCalendarUID>
      <Exceptions>${exception('<Type>1</Type>')}</Exceptions></Calendar>
    <Calendar><UID>5</UID><Name>Bob</Name><IsBaseCalendar>0</IsBaseCalendar><BaseCalendarUID>1</BaseCalendarUID>
      <WeekDays>${weekDay(6)}</WeekDays></Calendar>
  </Calendars>`;
  const resources = `<Resources>
    <Resource><UID>7</UID><Name>Ada</Name><Type>1</Type><MaxUnits>0.5</MaxUnits><CalendarUID>4</CalendarUID></Resource>
    <Resource><UID>8</UID><Name>Bob</Name><Type>1</Type><CalendarUID>5</CalendarUID></Resource></Resources>`;
  const assigned = (task: number, person: number): string =>
    `<Assignment><TaskUID>${task}</TaskUID><ResourceUID>${person}</ResourceUID><Units>0.5</Units></Assignment>`;
  const plan = await roundTrip(
    mspdiText(
      `${calendars}${tasksText(
        { UID: 1, ...day, CalendarUID: 2 },
        { UID: 2, ...day, CalendarUID: 3, IgnoreResourceCalendar: 1 },
        { UID: 3, ...day, CalendarUID: 3, IgnoreResourceCalendar: 0 },
        { UID: 4, ...day },
      )}${resources}<Assignments>${assigned(2, 8)}${assigned(3, 8)}${assigned(4, 7)}${assigned(4, 8)}</Assignments>`,
    ),
  );
  assert.deepEqual([...plan.project.calendars.keys()].sort(), [
    'always',
    'bob',
    'night',
    'standard',
  ]);
});

test('a project that is scheduled back from its finish stays so', () =>
  checkRoundTrip(
    mspdiText(
      tasksText(
        { UID: 1, ...day, ConstraintType: 1 },
        { UID: 2, ...day, more: linkText({ PredecessorUID: 1, Type: 1 }) },
      ),
      { ScheduleFromStart: 0, FinishDate: '2025-06-30T17:00:00' },
    ),
  ));

/** The tasks of an export by title. */
function exportedTasks(plan: Plan): ReadonlyMap<string, XmlElement> {
  const parsed = parseXml(exportMspdi(plan, computeSchedule(plan)), new Set());
  if (!parsed.ok) throw new Error(parsed.error);
  const tasks = listOf(parsed.value.root, 'Tasks', 'Task');
  return new Map(tasks.map(task => [textOf(task, 'Name') ?? '', task]));
}

test('a plan of our own is written with its dates, its milestones as tasks', async () => {
  const { plan } = await snapshotOf({
    'project.yaml': 'version: 1\nname: Own\nstart: 2026-03-02\n',
    'milestones/M-AAAA.yaml': 'title: Beta\ndue: 2026-03-06\n',
    'milestones/M-BBBB.yaml': 'title: Kick-off\ndue: 2026-03-02\n',
    'milestones/M-CCCC.yaml': 'title: Gone\ndropped: true\n',
    'tasks/T-AAAA.yaml': 'title: A & <B> \u0007\nestimate: 2d\nmilestone: M-AAAA\n',
    'tasks/T-BBBB.yaml':
      'title: Next\nestimate: 1d..2d..4d\ndependsOn: [T-AAAA FS+50%, M-AAAA, T-ZZZZ]\n',
  });
  const tasks = exportedTasks(plan);
  assert.deepEqual([...tasks.keys()], ['A & <B>', 'Next', 'Beta', 'Kick-off']);
  const read = (title: string, ...names: readonly string[]): readonly (string | undefined)[] =>
    names.map(name => textOf(tasks.get(title) ?? { name: '', text: '', children: [] }, name));
  assert.deepEqual(read('A & <B>', 'Start', 'Finish', 'Duration', 'Critical', 'TotalSlack'), [
    '2026-03-02T09:00:00',
    '2026-03-03T18:00:00',
    'PT16H0M0S',
    '1',
    '0',
  ]);
  assert.deepEqual(read('Beta', 'Finish', 'Deadline', 'Milestone'), [
    '2026-03-03T18:00:00',
    '2026-03-06T18:00:00',
    '1',
  ]);
  assert.deepEqual(read('Kick-off', 'ConstraintType', 'ConstraintDate'), [
    '2',
    '2026-03-02T18:00:00',
  ]);
  const links = tasks.get('Next')?.children.filter(child => child.name === 'PredecessorLink') ?? [];
  const [first] = read('A & <B>', 'UID');
  assert.deepEqual(
    links.map(link => [
      textOf(link, 'PredecessorUID'),
      textOf(link, 'LinkLag'),
      textOf(link, 'LagFormat'),
    ]),
    [
      [first, '50', '19'],
      [read('Beta', 'UID')[0], '0', '7'],
    ],
  );
});

test('numbers stay when tasks are added, and never meet', async () => {
  const files = {
    'tasks/T-AAAA.yaml': 'title: A\norigin: mspdi:7\n',
    'tasks/T-BBBB.yaml': 'title: B\norigin: mspdi:7\n',
    'tasks/T-CCCC.yaml': 'title: C\n',
  };
  const uids = async (
    texts: Record<string, string>,
  ): Promise<Record<string, string | undefined>> => {
    const tasks = exportedTasks((await snapshotOf(texts)).plan);
    return Object.fromEntries([...tasks].map(([title, task]) => [title, textOf(task, 'UID')]));
  };
  const before = await uids(files);
  const after = await uids({ 'tasks/T-0000.yaml': 'title: New\nrank: 1\n', ...files });
  assert.equal(before['A'], '7');
  assert.equal(new Set(Object.values(after)).size, 4);
  assert.deepEqual({ ...after, New: undefined }, { ...before, New: undefined });
});

test('night shifts of our own are cut at midnight, days off after them left whole', async () => {
  const { plan } = await snapshotOf({
    'project.yaml': `version: 1
name: Own
start: 2026-03-02
calendar: night
calendars:
  night:
    hours: { mon-fri: 22:00-06:00 }
    exceptions:
      - on: 2026-03-04
`,
    'tasks/T-AAAA.yaml': 'title: A\nduration: 40h\n',
  });
  const schedule = computeSchedule(plan);
  const again = (await importedStore(exportMspdi(plan, schedule))).snapshot.plan;
  const dates = [...again.tasks.values()].map(task => computeSchedule(again).datesOf(task.id));
  assert.deepEqual(dates, [schedule.datesOf('T-AAAA')]);
});
