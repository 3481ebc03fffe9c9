import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileCalendar } from '../../../../src/core/calendar/compileCalendar.ts';
import { echoMspdi } from '../../../../src/core/interchange/mspdi/echoMspdi.ts';
import { exportLosses } from '../../../../src/core/interchange/mspdi/exportLosses.ts';
import { exportMspdi } from '../../../../src/core/interchange/mspdi/exportMspdi.ts';
import { plainCalendar } from '../../../../src/core/interchange/plainCalendar.ts';
import { planImport } from '../../../../src/core/interchange/planImport.ts';
import { projectId } from '../../../../src/core/model/change.ts';
import { dayNumber } from '../../../../src/core/model/instant.ts';
import type { Plan } from '../../../../src/core/model/plan.ts';
import { standardCalendar } from '../../../../src/core/model/project.ts';
import { computeSchedule } from '../../../../src/core/schedule/computeSchedule.ts';
import { ProjectStore } from '../../../../src/core/store/projectStore.ts';
import { memoryFiles } from '../../../support/memoryFiles.ts';
import { seededRandom } from '../../../support/seededRandom.ts';
import { snapshotOf } from '../planOf.ts';
import { elements, importText, mspdiText, tasksText } from './mspdiText.ts';
import { importedStore, roundTrip } from './roundTrip.ts';

const day = { Duration: 'PT8H0M0S', DurationFormat: 7 };

const night = (from: string, to: string): string =>
  `<WorkingTime><FromTime>${from}:00:00</FromTime><ToTime>${to}:00:00</ToTime></WorkingTime>`;

test('every kind of repetition, and weeks of their own, are kept as they are', async () => {
  const rules = [
    'Type=7;Period=3',
    'Type=6;Period=2;DaysOfWeek=34',
    'Type=6;Period=1;DaysOfWeek=64;EnteredByOccurrences=1;Occurrences=4',
    'Type=4;Period=2;MonthDay=31',
    'Type=5;Period=1;MonthItem=0;MonthPosition=4',
    'Type=5;Period=3;MonthItem=2;MonthPosition=1',
    'Type=5;Period=1;MonthItem=3;MonthPosition=0',
    'Type=2;Month=1;MonthDay=29',
    'Type=3;Month=10;MonthItem=7;MonthPosition=3',
    'Type=1',
  ];
  const exceptions = rules.map((rule, i) => {
    const fields = rule
      .split(';')
      .map(field => field.replace(/(.+)=(.+)/, '<$1>$2</$1>'))
      .join('');
    const period = `<TimePeriod><FromDate>2025-0${1 + (i % 9)}-01T00:00:00</FromDate><ToDate>2031-12-31T23:59:00</ToDate></TimePeriod>`;
    const time = i % 2 === 0 ? '' : `<WorkingTimes>${night('08', '10')}</WorkingTimes>`;
    return `<Exception>${period}<Name>X${i}</Name>${fields}${elements({ DayWorking: i % 2 })}${time}</Exception>`;
  });
  const week = `<WorkWeek><TimePeriod><FromDate>2016-01-01T00:00:00</FromDate><ToDate>2030-12-31T23:59:00</ToDate></TimePeriod><Name>Long</Name><WeekDays><WeekDay><DayType>3</DayType><DayWorking>0</DayWorking></WeekDay></WeekDays></WorkWeek>`;
  const calendar = (uid: number, base: number, body: string): string =>
    `<Calendar>${elements({ UID: uid, Name: `C${uid}`, IsBaseCalendar: base < 0 ? 1 : 0, BaseCalendarUID: base })}${body}</Calendar>`;
  const all = `<Exceptions>${exceptions.join('')}</Exceptions><WorkWeeks>${week}</WorkWeeks>`;
  const off = exceptions.filter((_, i) => i % 2 === 0).join('');
  const plan = await roundTrip(
    mspdiText(
      `<Calendars>${calendar(1, -1, all)}${calendar(2, 1, `<Exceptions>${off}</Exceptions>`)}${calendar(3, 1, all)}</Calendars>
      ${tasksText({ UID: 1, ...day })}
      <Resources><Resource><UID>1</UID><Name>Ada</Name><CalendarUID>2</CalendarUID></Resource><Resource><UID>2</UID><Name>Bob</Name><CalendarUID>3</CalendarUID></Resource></Resources>`,
    ),
  );
  assert.equal(plan.project.calendars.get('c1')?.exceptions.length, 10);
  assert.equal(plan.project.calendars.get('c1')?.periods?.length, 1);
  assert.equal(plan.project.people.get('ada')?.leave.length, 5);
});

test('a calendar that rests on another does so when it comes back, and is written whole', async () => {
  const { plan } = await snapshotOf({
    'project.yaml': `version: 1
name: Own
start: 2026-01-05
calendars:
  standard:
    hours: { mon-fri: 08:00-12:00 13:00-17:00 }
    exceptions: [2026-01-06, { on: 2026-01-19..2026-01-23, title: Closed }, { every: year on may 1 }]
    periods: [{ on: 2026-06-01..2026-08-31, title: Summer, hours: { fri: 08:00-12:00 } }]
  part:
    base: standard
    hours: { wed: off }
    exceptions: [2026-01-07, { every: week on tue, from: 2026-01-13, hours: 08:00-12:00 }]
    periods: [{ on: 2026-07-01..2026-07-31, hours: { mon: off } }]
  inner:
    base: part
    exceptions: [{ on: 2026-01-20, hours: 09:00-10:00 }]
`,
    'tasks/T-AAAA.yaml': 'title: A\nduration: 10d\ncalendar: part\n',
    'tasks/T-BBBB.yaml': 'title: B\nduration: 10d\ncalendar: inner\n',
  });
  const exported = exportMspdi(plan, computeSchedule(plan));
  const alone = exported.replace(/<BaseCalendarUID>\d+</g, '<BaseCalendarUID>-1<');
  for (const xml of [exported, alone]) {
    const back = (await importedStore(xml)).snapshot.plan;
    const lookUp = (from: Plan) => (key: string) => from.project.calendars.get(key);
    for (const [key, rules] of plan.project.calendars) {
      const other = back.project.calendars.get(key);
      assert.ok(other);
      assert.equal(other.base, xml === exported ? rules.base : undefined);
      const [before, after] = [
        compileCalendar(rules, lookUp(plan)),
        compileCalendar(other, lookUp(back)),
      ];
      for (let each = dayNumber(2026, 1, 1); each < dayNumber(2028, 1, 1); each++) {
        assert.deepEqual(after.shiftsOn(each), before.shiftsOn(each), `${key} ${each}`);
      }
    }
  }
  const back = (await importedStore(exported)).snapshot.plan;
  assert.deepEqual(plainCalendar(back.project.calendars.get('inner') ?? standardCalendar), {
    title: 'inner',
    base: 'part',
    exceptions: [{ on: '2026-01-20', hours: '09:00-10:00' }],
  });
});

test('night shifts in calendars that repeat or have periods are cut at midnight', async () => {
  const { plan } = await snapshotOf({
    'project.yaml': `version: 1
name: Own
start: 2026-01-05
calendar: night
calendars:
  night:
    hours: { mon-fri: 22:00-06:00 }
    exceptions: [2026-01-08, { every: 2 weeks on wed, from: 2026-01-14 }, { every: month on 3, from: 2026-01-01, until: 2027-12-31, hours: 20:00-04:00 }]
    periods: [{ on: 2026-06-01..2026-08-31, hours: { mon-fri: 23:00-03:00 } }]
`,
    'tasks/T-AAAA.yaml': 'title: A\nduration: 10d\n',
  });
  const xml = exportMspdi(plan, computeSchedule(plan));
  const back = (await importedStore(xml)).snapshot.plan;
  const [before, after] = [plan, back].map(({ project }) => {
    const rules = project.calendars.get('night');
    assert.ok(rules);
    return compileCalendar(rules, () => undefined);
  });
  for (let each = dayNumber(2026, 1, 1); each < dayNumber(2029, 1, 1); each++) {
    const at = each * 1440;
    assert.deepEqual(after?.nonWorking(at, at + 1440), before?.nonWorking(at, at + 1440));
  }
  assert.deepEqual(
    exportLosses(plan, computeSchedule(plan)).map(({ code, message }) => [
      code,
      message.match(/until [\d-]+/)?.[0],
    ]),
    [['export-partial', 'until 2036-01-13']],
  );
});

test('what an export cannot say of a calendar stays when it comes back as it was sent', async () => {
  const xml = mspdiText(tasksText({ UID: 1, ...day }), { Name: 'Bridge' });
  const store = await importedStore(xml);
  const standard = { title: 'Office hours', hours: { 'mon-fri': '08:00-12:00' } };
  const fields = {
    standard,
    part: { title: 'Half a week', base: 'standard', hours: { thu: 'off' } },
  };
  const applied = await store.apply(
    Object.entries(fields).map(([key, value]) => ({
      kind: 'set',
      id: projectId,
      field: ['calendars', key],
      value,
    })),
    'Edit',
  );
  assert.ok(applied.ok);
  const { plan } = store.snapshot;
  const schedule = computeSchedule(plan);
  const echo = echoMspdi(plan, schedule);
  const target = { plan, echo, takenIds: new Set<string>(), random: seededRandom(7) };
  const sent = exportMspdi(plan, schedule);
  const same = planImport(importText(sent), target);
  assert.ok(same.ok);
  assert.deepEqual(same.value.changes, []);
  const changed = planImport(importText(sent.replaceAll('12:00:00', '11:00:00')), target);
  assert.ok(changed.ok);
  assert.deepEqual(changed.value.projectFields, ['calendars.standard.hours']);
});

test('[CAL-5] a night that runs into the hours of the next day counts once, in the file as well', async () => {
  const store = await ProjectStore.open(
    memoryFiles({
      'project.yaml': `name: Test\nstart: 2025-03-03\ncalendar: crew\ncalendars:\n  crew:\n    hours:\n      mon: 22:00-08:00\n      tue: 07:00-12:00\n      wed: 09:00-17:00\n`,
      'tasks/T-AAAA.yaml': 'title: A\nduration: 3d\n',
    }),
  );
  const { plan } = store.snapshot;
  const other = (await importedStore(exportMspdi(plan, computeSchedule(plan)))).snapshot.plan;
  const [task] = other.tasks.keys();
  const { start, finish } = computeSchedule(plan).datesOf('T-AAAA') ?? {};
  const read = computeSchedule(other).datesOf(task ?? '');
  assert.ok(start !== undefined && finish !== undefined);
  assert.deepEqual([read?.start, read?.finish], [start, finish]);
});

test('[CAL-5] hours of a file that overlap are merged, and the rest of it is read', () => {
  const hours = `<WorkingTimes>${night('08', '12')}${night('11', '17')}</WorkingTimes>`;
  const monday = `<WeekDay><DayType>2</DayType><DayWorking>1</DayWorking>${hours}</WeekDay>`;
  const calendar = `<Calendar>${elements({ UID: 1, Name: 'Crew', IsBaseCalendar: 1 })}<WeekDays>${monday}</WeekDays></Calendar>`;
  const { calendars } = importText(
    mspdiText(`<Calendars>${calendar}</Calendars>${tasksText({ UID: 1, ...day })}`),
  );
  assert.match(JSON.stringify(calendars), /"mon":"08:00-17:00"/);
});
