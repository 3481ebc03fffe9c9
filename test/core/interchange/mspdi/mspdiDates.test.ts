import assert from 'node:assert/strict';
import { test } from 'node:test';
import { planImport } from '../../../../src/core/interchange/planImport.ts';
import { computeSchedule } from '../../../../src/core/schedule/computeSchedule.ts';
import { ProjectStore } from '../../../../src/core/store/projectStore.ts';
import { memoryFiles } from '../../../support/memoryFiles.ts';
import { span } from '../../../support/scheduleWords.ts';
import { seededRandom } from '../../../support/seededRandom.ts';
import { elements, importText, linkText, mspdiText, tasksText } from './mspdiText.ts';

/** What is planned of the tasks of a file, by their numbers there. */
async function checkDates(xml: string, expected: Readonly<Record<number, string>>): Promise<void> {
  const store = await ProjectStore.open(
    memoryFiles({ 'project.yaml': 'version: 1\nname: Test\n' }),
  );
  const target = {
    plan: store.snapshot.plan,
    takenIds: new Set<string>(),
    random: seededRandom(7),
  };
  const outcome = planImport(importText(xml), target);
  assert.ok(outcome.ok);
  assert.ok((await store.apply(outcome.value.changes, 'Import')).ok);
  const { plan } = store.snapshot;
  const schedule = computeSchedule(plan);
  const found = new Map(
    [...plan.tasks.values()].map(task => [task.origin, span(schedule.datesOf(task.id))]),
  );
  for (const [uid, dates] of Object.entries(expected)) {
    assert.equal(found.get(`mspdi:${uid}`), dates, `task ${uid}`);
  }
}

function hours(count: number): { readonly Duration: string; readonly DurationFormat: number } {
  return { Duration: `PT${count}H0M0S`, DurationFormat: 5 };
}

function after(uid: number, type = 1, lag = 0, format = 7): { readonly more: string } {
  return {
    more: linkText({ PredecessorUID: uid, Type: type, LinkLag: lag, LagFormat: format }),
  };
}

const time = (from: string, to: string): string =>
  `<WorkingTime><FromTime>${from}:00:00</FromTime><ToTime>${to}:00:00</ToTime></WorkingTime>`;
const workDay = (type: number, ...times: readonly string[]): string =>
  `<WeekDay><DayType>${type}</DayType><DayWorking>1</DayWorking><WorkingTimes>${times.join('')}</WorkingTimes></WeekDay>`;
const calendar = (uid: number, name: string, body: string, base = -1): string =>
  `<Calendar>${elements({ UID: uid, Name: name, IsBaseCalendar: base < 0 ? 1 : 0, BaseCalendarUID: base })}${body}</Calendar>`;
const morning = time('00', '06');
const evening = time('22', '00');
const standard = `<Calendars>${calendar(1, 'Standard', '')}</Calendars>`;
/** Monday to Friday, 22 to 6, as Project has it: each day ends at midnight. */
const night = calendar(
  2,
  'Night',
  `<WeekDays>${workDay(2, evening)}${[3, 4, 5, 6].map(type => workDay(type, morning, evening)).join('')}${workDay(7, morning)}</WeekDays>`,
);
const always = calendar(
  3,
  'Always',
  `<WeekDays>${[1, 2, 3, 4, 5, 6, 7].map(type => workDay(type, time('00', '00'))).join('')}</WeekDays>`,
);

test('[CAL-5] [DEP-5] night shifts and days of 24 hours, and a lag on the calendar of the successor', () =>
  checkDates(
    mspdiText(
      `<Calendars>${calendar(1, 'Standard', '')}${night}${always}</Calendars>${tasksText(
        { UID: 1, ...hours(16), CalendarUID: 2 },
        { UID: 2, ...hours(40), CalendarUID: 3 },
        { UID: 3, ...hours(8) },
        { UID: 4, ...hours(4), CalendarUID: 2, ...after(3, 1, 4800, 5) },
        { UID: 5, ...hours(8), ...after(1) },
      )}`,
    ),
    {
      1: '03-03T22:00 03-05T06:00',
      2: '03-03T08:00 03-05T00:00',
      4: '03-04T22:00 03-05T02:00',
      5: '03-05T08:00 03-05T17:00',
    },
  ));

test('[CAL-4] an exception that repeats takes its days, a single one wins over it', () => {
  const exception = (range: string, body: string): string => {
    const [from, to] = range.split(' ');
    return `<Exception><TimePeriod><FromDate>2025-${from}T00:00:00</FromDate><ToDate>2025-${to}T23:59:00</ToDate></TimePeriod>${body}</Exception>`;
  };
  const fridays = '<Type>6</Type><Period>1</Period><DaysOfWeek>32</DaysOfWeek>';
  const exceptions = `<Exceptions>${exception('03-03 06-30', `${fridays}<DayWorking>0</DayWorking>`)}${exception(
    '03-14 03-14',
    `<Type>1</Type><DayWorking>1</DayWorking><WorkingTimes>${time('08', '12')}</WorkingTimes>`,
  )}</Exceptions>`;
  return checkDates(
    mspdiText(
      `<Calendars>${calendar(1, 'Standard', exceptions)}</Calendars>${tasksText({ UID: 1, ...hours(40) }, { UID: 2, ...hours(68) })}`,
    ),
    { 1: '03-03T08:00 03-10T17:00', 2: '03-03T08:00 03-14T12:00' },
  );
});

test('[DEP-5] [DEP-6] elapsed and percentage lags, and leads', () =>
  checkDates(
    mspdiText(
      standard +
        tasksText(
          { UID: 1, ...hours(40) },
          { UID: 2, ...hours(8), ...after(1, 1, 28800, 8) },
          { UID: 3, ...hours(8), ...after(1, 1, 50, 19) },
          { UID: 4, ...hours(8), ...after(1, 1, -9600, 7) },
          { UID: 5, ...hours(8), ...after(1, 3, 25, 19) },
          { UID: 6, ...hours(8), ...after(1, 0, 100, 20) },
        ),
    ),
    {
      2: '03-10T08:00 03-10T17:00',
      3: '03-12T13:00 03-13T12:00',
      4: '03-06T08:00 03-06T17:00',
      5: '03-04T10:00 03-05T10:00',
      // 100 % elapsed are 40 hours of the clock, laid on Friday, 8:00, and on 17:00.
      6: '03-10T08:00 03-10T17:00',
    },
  ));

test('[CON-8] [DROP-1] [CON-5] a chain as late as possible, an inactive task, a limit that pulls', () =>
  checkDates(
    mspdiText(
      standard +
        tasksText(
          { UID: 1, ...hours(40) },
          { UID: 2, ...hours(8), ConstraintType: 1 },
          { UID: 3, ...hours(8), ConstraintType: 1, ...after(2) },
          { UID: 4, ...hours(80), Active: 0 },
          { UID: 5, ...hours(8), ...after(4) },
          {
            UID: 6,
            ...hours(8),
            ConstraintType: 7,
            ConstraintDate: '2025-03-05T17:00:00',
            ...after(1),
          },
        ),
    ),
    {
      2: '03-06T08:00 03-06T17:00',
      3: '03-07T08:00 03-07T17:00',
      4: 'no dates',
      5: '03-03T08:00 03-03T17:00',
      6: '03-05T08:00 03-05T17:00',
    },
  ));

test('[CAL-8] [CAL-9] the calendars of people and of tasks, ignored or not', () => {
  const leave =
    '<Exceptions><Exception><TimePeriod><FromDate>2025-03-04T00:00:00</FromDate><ToDate>2025-03-04T23:59:00</ToDate></TimePeriod><Type>1</Type><DayWorking>0</DayWorking></Exception></Exceptions>';
  const assigned = [1, 2, 3, 4, 5].map(
    task => `<Assignment>${elements({ TaskUID: task, ResourceUID: 1, Units: 1 })}</Assignment>`,
  );
  return checkDates(
    mspdiText(
      `<Calendars>${calendar(1, 'Standard', '')}${always}${calendar(4, 'Ada', leave, 1)}</Calendars>${tasksText(
        { UID: 1, ...hours(16) },
        { UID: 2, ...hours(16), CalendarUID: 3, IgnoreResourceCalendar: 0 },
        { UID: 3, ...hours(16), CalendarUID: 3, IgnoreResourceCalendar: 1 },
        // A fixed duration is counted on the task's calendar or the project's.
        { UID: 4, ...hours(16), Type: 1 },
        { UID: 5, ...hours(16), Type: 1, CalendarUID: 3, IgnoreResourceCalendar: 0 },
      )}<Resources><Resource>${elements({ UID: 1, Name: 'Ada', Type: 1, CalendarUID: 4 })}</Resource></Resources><Assignments>${assigned.join('')}</Assignments>`,
    ),
    {
      1: '03-03T08:00 03-05T17:00',
      2: '03-03T08:00 03-05T17:00',
      3: '03-03T08:00 03-04T00:00',
      4: '03-03T08:00 03-04T17:00',
      5: '03-03T08:00 03-04T00:00',
    },
  );
});
