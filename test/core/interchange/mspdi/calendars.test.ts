import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elements, importText, mspdiText, tasksText } from './mspdiText.ts';

const office = [1, 2, 3, 4, 5, 6, 7]
  .map(type =>
    type === 1 || type === 7
      ? `<WeekDay><DayType>${type}</DayType><DayWorking>0</DayWorking></WeekDay>`
      : `<WeekDay><DayType>${type}</DayType><DayWorking>1</DayWorking>${times(['08:00', '12:00'], ['13:00', '17:00'])}</WeekDay>`,
  )
  .join('');

function times(...spans: readonly (readonly [from: string, to: string])[]): string {
  const texts = spans.map(([from, to]) => {
    const ends = elements({ FromTime: `${from}:00`, ToTime: `${to}:00` });
    return `<WorkingTime>${ends}</WorkingTime>`;
  });
  return `<WorkingTimes>${texts.join('')}</WorkingTimes>`;
}

function period(from: string, to: string): string {
  const ends = elements({ FromDate: `${from}T00:00:00`, ToDate: `${to}T23:59:00` });
  return `<TimePeriod>${ends}</TimePeriod>`;
}

function calendar(uid: number, name: string, body: string): string {
  return `<Calendar>${elements({ UID: uid, Name: name, IsBaseCalendar: 1, BaseCalendarUID: -1 })}${body}</Calendar>`;
}

/**
 * The exceptions of a calendar with this body, each as `2025-12-25` or `2025-12-25 hours`; those that
 * repeat as `week on fri 2025-01-01..2025-12-31`.
 */
function checkExceptions(body: string, ...expected: readonly string[]): void {
  const xml = mspdiText(
    `<Calendars>${calendar(1, 'Standard', `<WeekDays>${office}</WeekDays>${body}`)}</Calendars>`,
  );
  const standard = importText(xml).calendars['standard'];
  const found = JSON.parse(JSON.stringify(standard)) as {
    exceptions?: Readonly<Record<string, string>>[];
  };
  const texts = (found.exceptions ?? []).map(({ on, every, from = '', until = '', times, hours }) =>
    [on ?? `${every ?? ''} ${from}..${until}`, times && `${times} times`, hours]
      .filter(Boolean)
      .join(' '),
  );
  assert.deepEqual(texts, expected);
}

function exception(from: string, to: string, more: Record<string, string | number>): string {
  return `<Exception>${period(from, to)}${elements({ DayWorking: 0, ...more })}</Exception>`;
}

test('a file that names no hours, or a calendar that it does not hold, goes by those of Project', () => {
  const hours = { 'mon-fri': '08:00-12:00 13:00-17:00', 'sat-sun': 'off' };
  for (const text of ['', '<CalendarUID>3</CalendarUID>']) {
    const { project, calendars } = importText(mspdiText(text));
    assert.equal(project['calendar'], 'standard');
    assert.deepEqual(calendars['standard'], { title: 'Standard', hours });
  }
  const other = `<CalendarUID>3</CalendarUID><Calendars>${calendar(7, 'Ours', '')}</Calendars>`;
  assert.equal(importText(mspdiText(other)).project['calendar'], 'ours');
});

test('a week is written by runs of equal days', () => {
  const night = times(['00:00', '03:00'], ['22:00', '00:00']);
  const { calendars } = importText(
    mspdiText(
      `<Calendars>${calendar(1, 'Standard', `<WeekDays>${office}</WeekDays>`)}${calendar(
        2,
        'Night Shift',
        `<WeekDays><WeekDay><DayType>2</DayType><DayWorking>1</DayWorking>${night}</WeekDay></WeekDays>`,
      )}${calendar(3, '24 Hours', `<WeekDays>${[1, 2, 3, 4, 5, 6, 7].map(day => `<WeekDay><DayType>${day}</DayType><DayWorking>1</DayWorking>${times(['00:00', '00:00'])}</WeekDay>`).join('')}</WeekDays>`)}</Calendars>`,
    ),
  );
  assert.deepEqual(calendars, {
    standard: {
      title: 'Standard',
      hours: { 'mon-fri': '08:00-12:00 13:00-17:00', 'sat-sun': 'off' },
    },
    'night-shift': {
      title: 'Night Shift',
      hours: { mon: '00:00-03:00 22:00-24:00', 'tue-sun': 'off' },
    },
    '24-hours': { title: '24 Hours', hours: { 'mon-sun': '00:00-24:00' } },
  });
});

test('a base calendar that names no day has the week of Project', () => {
  const { calendars } = importText(
    mspdiText(`<Calendars>${calendar(1, 'Standard', '<WeekDays/>')}</Calendars>`),
  );
  assert.deepEqual(calendars['standard'], {
    title: 'Standard',
    hours: { 'mon-fri': '08:00-12:00 13:00-17:00', 'sat-sun': 'off' },
  });
});

test('exceptions are read in the older form, and in the newer where both are there', () => {
  const older = `<WeekDay><DayType>0</DayType><DayWorking>0</DayWorking>${period('2025-12-24', '2025-12-26')}</WeekDay>`;
  const xml = `<Calendars>${calendar(1, 'Standard', `<WeekDays>${office}${older}</WeekDays>`)}</Calendars>`;
  assert.deepEqual(importText(mspdiText(xml)).calendars['standard'], {
    title: 'Standard',
    hours: { 'mon-fri': '08:00-12:00 13:00-17:00', 'sat-sun': 'off' },
    exceptions: [{ on: '2025-12-24..2025-12-26' }],
  });
  checkExceptions(
    `<Exceptions>${exception('2025-12-24', '2025-12-24', { Type: 1, Name: 'Eve' })}</Exceptions>`,
    '2025-12-24',
  );
});

test('a working exception has hours', () => {
  checkExceptions(
    `<Exceptions><Exception>${period('2025-03-08', '2025-03-08')}<Type>1</Type><DayWorking>1</DayWorking>${times(['09:00', '13:00'])}</Exception></Exceptions>`,
    '2025-03-08 09:00-13:00',
  );
});

test('repeating exceptions stay rules', () => {
  const check = (
    [from, to]: readonly [string, string],
    rule: Record<string, string | number>,
    expected: string,
  ): void => checkExceptions(`<Exceptions>${exception(from, to, rule)}</Exceptions>`, expected);
  const year = ['2025-01-01', '2025-12-31'] as const;
  const range = '2025-01-01..2025-12-31';
  check(year, { Type: 7, Period: 3 }, `3 days ${range}`);
  check(year, { Type: 7, Period: 1 }, `day ${range}`);
  check(year, { Type: 6, Period: 2, DaysOfWeek: 2 | 32 }, `2 weeks on mon fri ${range}`);
  check(
    ['2025-01-01', '2025-01-01'],
    { Type: 6, Period: 1, DaysOfWeek: 32, EnteredByOccurrences: 1, Occurrences: 3 },
    'week on fri 2025-01-01.. 3 times',
  );
  check(year, { Type: 4, Period: 2, MonthDay: 31 }, `2 months on 31 ${range}`);
  check(
    year,
    { Type: 5, Period: 1, MonthItem: 4, MonthPosition: 0 },
    `month on first mon ${range}`,
  );
  check(
    year,
    { Type: 5, Period: 1, MonthItem: 1, MonthPosition: 4 },
    `month on last weekday ${range}`,
  );
  check(year, { Type: 5, MonthItem: 0, MonthPosition: 4 }, `month on last day ${range}`);
  check(year, { Type: 5, MonthItem: 2, MonthPosition: 1 }, `month on second weekend day ${range}`);
  check(year, { Type: 2, Month: 1, MonthDay: 29 }, `year on feb 29 ${range}`);
  check(
    year,
    { Type: 3, Month: 10, MonthItem: 7, MonthPosition: 3 },
    `year on fourth thu of nov ${range}`,
  );
});

test('a single exception is named after those that repeat, the earlier of two of one kind last', () => {
  const weekly = `<Exception>${period('2025-01-03', '2025-01-31')}${elements({ Type: 6, Period: 1, DaysOfWeek: 32, DayWorking: 1 })}${times(['09:00', '10:00'])}</Exception>`;
  const other = exception('2025-01-01', '2025-01-31', { Type: 6, Period: 1, DaysOfWeek: 32 });
  const single = exception('2025-01-17', '2025-01-17', { Type: 1 });
  checkExceptions(
    `<Exceptions>${single}${weekly}${other}</Exceptions>`,
    'week on fri 2025-01-01..2025-01-31',
    'week on fri 2025-01-03..2025-01-31 09:00-10:00',
    '2025-01-17',
  );
});

test('a rule without an end goes on, and begins with the first day that a plan can speak of', () => {
  checkExceptions(
    `<Exceptions>${exception('1984-01-01', '2149-12-31', { Type: 7, Period: 2 })}</Exceptions>`,
    '2 days 1984-01-01..',
  );
  checkExceptions(
    `<Exceptions>${exception('1984-01-01', '2149-12-31', { Type: 6, Period: 1, DaysOfWeek: 32 })}</Exceptions>`,
    'week on fri ..',
  );
  checkExceptions(
    `<Exceptions>${exception('1969-12-30', '2249-12-31', { Type: 7, Period: 3 })}</Exceptions>`,
    '3 days 1970-01-02..',
  );
});

test('a rule that cannot be read is told with its calendar and the day from which it is wrong', () => {
  const body = `<Exceptions>${exception('2025-03-01', '2025-12-31', { Type: 5, MonthItem: 12 })}${exception('2025-05-01', '2025-12-31', { Type: 4, MonthDay: 40 })}</Exceptions>`;
  const { problems } = importText(
    mspdiText(`<Calendars>${calendar(1, 'Standard', body)}</Calendars>`),
  );
  assert.deepEqual(
    problems.map(({ message }) => message),
    [
      '2 exceptions of calendars repeat by a rule that cannot be read and are left out: Standard from 2025-05-01 on, Standard from 2025-03-01 on',
    ],
  );
});

test('a stretch with a week of its own is a period, however long', () => {
  const day = (type: number, more: string): string =>
    `<WeekDay><DayType>${type}</DayType>${more}</WeekDay>`;
  const friday = day(6, '<DayWorking>0</DayWorking>');
  const monday = day(2, `<DayWorking>1</DayWorking>${times(['08:00', '12:00'])}`);
  const weeks = `<WorkWeeks><WorkWeek>${period('2016-01-01', '2030-12-31')}<Name>Half</Name><WeekDays>${monday}${friday}</WeekDays></WorkWeek></WorkWeeks>`;
  const { calendars, problems } = importText(
    mspdiText(`<Calendars>${calendar(1, 'Standard', weeks)}</Calendars>`),
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(calendars['standard'], {
    title: 'Standard',
    hours: { 'mon-fri': '08:00-12:00 13:00-17:00', 'sat-sun': 'off' },
    periods: [
      { on: '2016-01-01..2030-12-31', title: 'Half', hours: { mon: '08:00-12:00', fri: 'off' } },
    ],
  });
});

test('the calendar of a person becomes leave where it only takes days off', () => {
  const personal = (uid: number, body: string): string =>
    `<Calendar>${elements({ UID: uid, Name: `Person ${uid}`, IsBaseCalendar: 0, BaseCalendarUID: 1 })}${body}</Calendar>`;
  const away = `<Exceptions>${exception('2025-08-04', '2025-08-15', { Type: 1, Name: 'Holiday' })}</Exceptions>`;
  const part = `<WeekDays><WeekDay><DayType>6</DayType><DayWorking>0</DayWorking></WeekDay></WeekDays>`;
  const { people, calendars } = importText(
    mspdiText(
      `<Calendars>${calendar(1, 'Standard', `<WeekDays>${office}</WeekDays>`)}${personal(2, away)}${personal(3, part)}</Calendars>
<Resources><Resource><UID>1</UID><Name>Ada</Name><CalendarUID>2</CalendarUID></Resource><Resource><UID>2</UID><Name>Bob</Name><CalendarUID>3</CalendarUID></Resource></Resources>`,
    ),
  );
  assert.deepEqual(people, {
    ada: { name: 'Ada', leave: [{ on: '2025-08-04..2025-08-15', title: 'Holiday' }] },
    bob: { name: 'Bob', calendar: 'person-3' },
  });
  assert.deepEqual(calendars['person-3'], {
    title: 'Person 3',
    base: 'standard',
    hours: { fri: 'off' },
  });
});

test('a task names its own calendar and not the project’s', () => {
  const { tasks } = importText(
    mspdiText(
      `<Calendars>${calendar(1, 'Standard', '')}${calendar(2, 'Night', '')}</Calendars>${tasksText({ UID: 1, CalendarUID: -1 }, { UID: 2, CalendarUID: 2 })}`,
    ),
  );
  assert.deepEqual(
    tasks.map(task => task.fields['calendar']),
    [undefined, 'night'],
  );
});
