import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatInstant } from '../../../src/core/model/instant.ts';
import {
  standardCalendar,
  type Person,
  type Shift,
  type Week,
} from '../../../src/core/model/project.ts';
import { parseRepetition } from '../../../src/core/model/repetition.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import {
  createExplainContext,
  type ExplainContext,
} from '../../../src/core/schedule/explainContext.ts';
import { explainDates } from '../../../src/core/schedule/explainDates.ts';
import { buildPeople, buildPlan, type PlanWords, type TaskWords } from '../../support/buildPlan.ts';

function contextOf(words: PlanWords): ExplainContext {
  const plan = buildPlan(words);
  return createExplainContext(plan, computeSchedule(plan));
}

/** Days since 1970 of a day in March 2026, of which the first is 20513. */
const march = (day: number): number => 20512 + day;

function off(title: string, from: number, to: number): Person['leave'][number] {
  return { title, fromDay: march(from), toDay: march(to), shifts: [] };
}

test('[WHY-3] [CAL-8] days off, leave and other hours are told where they make a task wait or take longer', () => {
  const calendars = new Map([
    ['standard', { ...standardCalendar, exceptions: [off('Fair', 5, 5)] }],
    ['late', { ...standardCalendar, key: 'late', exceptions: [off('Audit', 9, 10)] }],
  ]);
  const people = buildPeople({ ada: { leave: [off('Holiday', 9, 11)] } });
  const ctx = contextOf({
    project: { calendars, people },
    tasks: {
      // Monday to Wednesday; the 5th is off, and the 7th and 8th are a weekend.
      'T-AAAA': { duration: '3d' },
      'T-BBBB': { duration: '1d', dependsOn: ['T-AAAA FS+1d'] },
      'T-CCCC': { duration: '1d', dependsOn: ['T-BBBB'], assignees: ['ada'] },
      'T-DDDD': { duration: '3d', dependsOn: ['T-AAAA'], assignees: ['ada'] },
      'T-EEEE': { duration: '1d', dependsOn: ['T-BBBB'], calendar: 'late' },
    },
  });
  const told = (id: string): unknown => {
    const explained = explainDates(ctx, id);
    assert.ok(explained.kind === 'dated');
    const [step] = explained.steps;
    const { wait, stretch } = step ?? {};
    return [
      wait && [formatInstant(wait.from).slice(5), formatInstant(wait.to).slice(5), wait.cause.kind],
      wait?.titles,
      stretch && [stretch.minutes, stretch.cause.kind, stretch.titles],
    ];
  };
  assert.deepEqual(told('T-AAAA'), [undefined, undefined, undefined]);
  assert.deepEqual(told('T-BBBB'), [['03-06T18:00', '03-09T09:00', 'project'], [], undefined]);
  assert.deepEqual(told('T-CCCC'), [
    ['03-09T18:00', '03-12T09:00', 'person'],
    ['Holiday'],
    undefined,
  ]);
  assert.deepEqual(told('T-EEEE'), [
    ['03-09T18:00', '03-11T09:00', 'calendar'],
    ['Audit'],
    undefined,
  ]);
  // Friday, then three days of leave, then Thursday and Friday.
  assert.deepEqual(told('T-DDDD'), [
    ['03-04T18:00', '03-06T09:00', 'project'],
    ['Fair'],
    [1440, 'person', ['Holiday']],
  ]);
});

test('[WHY-3] [DEP-5] time off inside a lag is told, and a weekend or the clock is not', () => {
  const pattern = parseRepetition('year on dec 25');
  assert.ok(pattern);
  const christmas = { ...off('Christmas', -9999, 9999), repeats: { pattern, times: undefined } };
  const calendars = new Map([
    ['standard', { ...standardCalendar, exceptions: [christmas, off('Fair', 5, 6)] }],
    ['late', { ...standardCalendar, key: 'late', exceptions: [off('Audit', 9, 11)] }],
  ]);
  const told = (dependsOn: string, words: TaskWords = {}): unknown => {
    const tasks = {
      // Monday; from Thursday the 5th on two days are off, and the Monday after is the 9th.
      'T-AAAA': { duration: '1d' },
      'T-BBBB': { duration: '1d', dependsOn: [dependsOn], ...words },
    };
    const explained = explainDates(contextOf({ project: { calendars }, tasks }), 'T-BBBB');
    assert.ok(explained.kind === 'dated' && explained.steps[0]);
    const { lagWait } = explained.steps[0];
    const time = (at: number): string => formatInstant(at).slice(5, 10);
    return lagWait && [time(lagWait.from), time(lagWait.to), lagWait.cause.kind, lagWait.titles];
  };
  assert.deepEqual(told('T-AAAA FS+3d'), ['03-02', '03-09', 'project', ['Fair']]);
  assert.deepEqual(told('T-AAAA SF+4d'), ['03-02', '03-09', 'project', ['Fair']]);
  assert.deepEqual(told('T-AAAA FS+500%'), ['03-02', '03-11', 'project', ['Fair']]);
  assert.deepEqual(told('T-AAAA FS+2d'), undefined);
  assert.deepEqual(told('T-AAAA FS+9ed'), undefined);
  assert.deepEqual(told('T-AAAA FS-3d'), undefined);
  assert.deepEqual(told('T-AAAA FS+5d', { calendar: 'late' }), [
    '03-02',
    '03-12',
    'calendar',
    ['Audit'],
  ]);
  assert.deepEqual(told('T-AAAA FS+5d', { calendar: 'late', pinned: '2026-03-16' }), undefined);
});

test('[WHY-3] [DUR-2] shares that make work longer are named', () => {
  const people = buildPeople({ ada: {}, bo: { units: 0.5 } });
  const told = (words: TaskWords): unknown => {
    const tasks = { 'T-AAAA': { estimate: '4d', ...words } };
    const explained = explainDates(contextOf({ project: { people }, tasks }), 'T-AAAA');
    assert.ok(explained.kind === 'dated' && explained.steps[0]);
    const { partTime } = explained.steps[0];
    return partTime && [partTime.length / 480, partTime.effort / 480, partTime.shares];
  };
  const ada = { person: 'ada', units: 0.5 };
  assert.deepEqual(told({ assignees: ['ada 50%'] }), [8, 4, [ada]]);
  assert.deepEqual(told({ assignees: ['bo'] }), [8, 4, [{ ...ada, person: 'bo' }]]);
  assert.deepEqual(told({ assignees: ['ada'] }), undefined);
  assert.deepEqual(told({ assignees: ['ada 50%', 'bo'] }), undefined);
  assert.deepEqual(told({ assignees: ['ada 50%'], duration: '4d' }), undefined);
  assert.deepEqual(told({ assignees: ['ada 50%'], remaining: '1d' }), undefined);
  assert.deepEqual(told({ assignees: ['ada 50%'], estimate: '4ed' }), undefined);
});

test('[WHY-3] a night is no wait, hours in which the project works are, and half a day is longer', () => {
  const weekOf = (...shifts: readonly Shift[]): Week =>
    [0, 1, 2, 3, 4].map((): readonly Shift[] => shifts).concat([[], []]);
  const afternoon = { from: 14 * 60, to: 18 * 60 };
  const lateMorning = { from: 10 * 60, to: 13 * 60 };
  const calendars = new Map([
    ['standard', standardCalendar],
    ['afternoon', { ...standardCalendar, key: 'afternoon', week: weekOf(afternoon) }],
    ['ten', { ...standardCalendar, key: 'ten', week: weekOf(lateMorning, afternoon) }],
  ]);
  const told = (length: string, words: TaskWords): unknown => {
    const tasks = { 'T-AAAA': { duration: length }, 'T-BBBB': { dependsOn: ['T-AAAA'], ...words } };
    const explained = explainDates(contextOf({ project: { calendars }, tasks }), 'T-BBBB');
    assert.ok(explained.kind === 'dated' && explained.steps[0]);
    const { wait, stretch } = explained.steps[0];
    return [wait?.cause.kind, stretch?.minutes];
  };
  assert.deepEqual(told('1d', { duration: '1d' }), [undefined, undefined]);
  assert.deepEqual(told('4h', { duration: '1h', calendar: 'afternoon' }), [undefined, undefined]);
  assert.deepEqual(told('2h', { duration: '1h', calendar: 'afternoon' }), ['calendar', undefined]);
  // An hour of the second morning is missing, or all of it.
  assert.deepEqual(told('1h', { duration: '14h', calendar: 'ten' }), [undefined, undefined]);
  assert.deepEqual(told('4h', { duration: '8h', calendar: 'afternoon' }), [undefined, 240]);
});
