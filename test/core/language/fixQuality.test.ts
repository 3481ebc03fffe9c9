import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editText } from '../../../src/core/format/editText.ts';
import { locateField } from '../../../src/core/format/locateField.ts';
import { parsePlanFile } from '../../../src/core/format/parsePlanFile.ts';
import type { Fix } from '../../../src/core/language/fix.ts';
import { fixProblem } from '../../../src/core/language/fixProblem.ts';
import { dayNumber, parsePlanDate } from '../../../src/core/model/instant.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { QualityKey } from '../../../src/core/model/project.ts';
import { checkQuality, findBeyond } from '../../../src/core/quality/checkQuality.ts';
import { measureQuality } from '../../../src/core/quality/measureQuality.ts';
import { noteItem } from '../../../src/core/quality/noteItem.ts';
import type { QualityMeasure } from '../../../src/core/quality/quality.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import type { Schedule } from '../../../src/core/schedule/schedule.ts';
import { buildPeople, buildPlan, type PlanWords } from '../../support/buildPlan.ts';

const today = dayNumber(2026, 3, 9) * 1440;

interface Review {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly measures: readonly QualityMeasure[];
}

/** A plan that asks for one measure, with one task more from the text of its file. */
function review(key: QualityKey, limit: number, text: string, words: PlanWords = {}): Review {
  const { value } = parsePlanFile('tasks/T-ZZZZ.yaml', new TextEncoder().encode(text));
  assert.ok(value && 'kind' in value && value.kind === 'task', text);
  const built = buildPlan(words);
  const limits = new Map([[key, limit]]);
  const project = { ...built.project, quality: { limits, longFrom: undefined, ignored: [] } };
  const plan = { ...built, project, tasks: new Map(built.tasks).set('T-ZZZZ', value) };
  const schedule = computeSchedule(plan, { today });
  const measures = measureQuality(plan, schedule, today).filter(each => each.key === key);
  return { plan, schedule, measures };
}

/** The titles of the ways out of what a measure finds at the task, each with the text after it. */
function ways(
  key: QualityKey,
  text: string,
  words?: PlanWords,
): readonly (readonly [string, string])[] {
  const { plan, schedule, measures } = review(key, 0, text, words);
  const at = { plan, schedule, today };
  const notes = findBeyond(measures).flatMap(each => noteItem(each, 'T-ZZZZ', at));
  return notes.flatMap(note => {
    const range = locateField(text, note.field ?? []);
    assert.ok(range);
    const fixes = fixProblem(note, { ...at, kind: 'task', text, range, field: note.field });
    return fixes.map(fix => [fix.title, applied(fix, text)] as const);
  });
}

function applied(fix: Fix, text: string): string {
  assert.ok(fix.kind !== 'replace');
  const isOfProject = fix.kind === 'project';
  const edited = isOfProject
    ? editText('project', 'name: x\n', fix.edits)
    : editText('task', text, fix.edits);
  assert.ok(edited.ok, fix.title);
  return edited.value;
}

const others = { tasks: { 'T-AAAA': { duration: '5d' }, 'T-BBBB': { duration: '1d' } } };

test('a lead is taken out at its entry, and the whole entry where the plain one is there too', () => {
  const text = 'title: x\ndependsOn: # why\n  - T-BBBB\n  - T-AAAA FS-2d # soon\nestimate: 1d\n';
  assert.deepEqual(ways('leads', text, others), [
    ['Take the lead out: T-AAAA', text.replace(' FS-2d', '')],
  ]);
  const start = 'title: x\ndependsOn: [T-AAAA SS-50%]\n';
  assert.deepEqual(ways('leads', start, others), [
    ['Take the lead out: T-AAAA SS', 'title: x\ndependsOn: [T-AAAA SS]\n'],
  ]);
  const twice = 'title: x\ndependsOn: [T-AAAA, T-AAAA-2d]\n';
  assert.deepEqual(ways('leads', twice, others), [
    ['Take it out: T-AAAA is there too', 'title: x\ndependsOn: [T-AAAA]\n'],
  ]);
});

test('a constraint that holds a task becomes a promise, or no earlier than its date', () => {
  const check = (lines: string, expected: readonly (readonly [string, string])[]): void => {
    const before = 'title: x\nduration: 2d\n';
    assert.deepEqual(
      ways('hardConstraints', `${before}${lines}`),
      expected.map(([title, after]) => [title, `${before}${after}`]),
      lines,
    );
  };
  check('constraint: MSO 2026-03-10 # fair\n', [
    ['Begin no earlier: SNET 2026-03-10', 'constraint: SNET 2026-03-10 # fair\n'],
  ]);
  check('constraint: MFO 2026-03-12\n', [
    ['Make it a deadline: 2026-03-12', 'deadline: 2026-03-12\n'],
    ['Finish no earlier: FNET 2026-03-12', 'constraint: FNET 2026-03-12\n'],
  ]);
  check('constraint: FNLT 2026-03-12\ndeadline: 2026-03-20\n', [
    ['Make it a deadline: 2026-03-12', 'deadline: 2026-03-12\n'],
  ]);
  check('constraint: FNLT 2026-03-12\ndeadline: 2026-03-12T09:00\n', [
    ['Take it out: the deadline of 2026-03-12T09:00 says as much', 'deadline: 2026-03-12T09:00\n'],
  ]);
  // Two days of work from a Friday on are finished on Monday.
  check('constraint: SNLT 2026-03-13\n', [
    ['Make it a deadline: 2026-03-16', 'deadline: 2026-03-16\n'],
  ]);
  check('constraint: MSO 2026-03-10\nstarted: 2026-03-06\n', [
    ['Take it out: work has begun', 'started: 2026-03-06\n'],
  ]);
});

test('a pin becomes no earlier than its date, unless a constraint or a real start is there', () => {
  assert.deepEqual(ways('hardConstraints', 'title: x\npinned: 2026-03-10\n'), [
    ['Begin no earlier: SNET 2026-03-10', 'title: x\nconstraint: SNET 2026-03-10\n'],
    ['Take the pin out', 'title: x\n'],
  ]);
  for (const line of ['constraint: ALAP', 'started: 2026-03-06']) {
    assert.deepEqual(ways('hardConstraints', `title: x\n${line}\npinned: 2026-03-10\n`), [
      ['Take the pin out', `title: x\n${line}\n`],
    ]);
  }
});

test('what is said to have happened after today is taken back, or happened by today', () => {
  assert.deepEqual(
    ways('invalidDates', 'title: x\nstatus: doing\nstarted: 2026-03-12\nprogress: 20%\n'),
    [
      ['Take it back: work has not begun', 'title: x\n'],
      ['Change to 2026-03-08', 'title: x\nstatus: doing\nstarted: 2026-03-08\nprogress: 20%\n'],
    ],
  );
  const done = 'title: x\nstatus: done\nstarted: 2026-03-06\nfinished: 2026-03-12\n';
  assert.deepEqual(ways('invalidDates', done), [
    ['Take it back: work goes on', 'title: x\nstatus: doing\nstarted: 2026-03-06\n'],
    ['Change to 2026-03-08', done.replace('03-12', '03-08')],
  ]);
});

test('open work in the past moves after a status date, or was done as planned', () => {
  const dated = 'title: x\nduration: 2d\n';
  assert.deepEqual(ways('invalidDates', dated), [
    [
      'Set the status date to 2026-03-08: what is open moves after it',
      'name: x\nstatusDate: 2026-03-08\n',
    ],
    [
      'It was done as planned, on 2026-03-03',
      'title: x\nstatus: done\nduration: 2d\nstarted: 2026-03-02\nfinished: 2026-03-03\n',
    ],
  ]);
  const pinned = 'title: x\nduration: 1d\npinned: 2026-03-03\n';
  assert.deepEqual(
    ways('invalidDates', pinned, { statusDate: '2026-03-06' }).map(([title]) => title),
    ['Take the pin out', 'It was done as planned, on 2026-03-03'],
  );
  const long = 'title: x\nduration: 30d\npinned: 2026-03-03\n';
  assert.deepEqual(ways('invalidDates', long, { statusDate: '2026-03-06' }), [
    ['Take the pin out', 'title: x\nduration: 30d\n'],
    [
      'It began as planned, on 2026-03-03',
      'title: x\nstatus: doing\nduration: 30d\npinned: 2026-03-03\nstarted: 2026-03-03\n',
    ],
  ]);
});

test('people are offered to work that nobody has, those who work beside it first', () => {
  const people = buildPeople({
    ada: { name: 'Ada' },
    bo: { name: 'Bo', isActive: false },
    cy: { name: 'Cy' },
  });
  const words = {
    project: { people },
    tasks: { 'T-PPPP': {}, 'T-AAAA': { parent: 'T-PPPP', duration: '1d', assignees: ['cy'] } },
  };
  assert.deepEqual(ways('people', 'title: x\nparent: T-PPPP\nduration: 3d\n', words), [
    ['Assign Cy', 'title: x\nparent: T-PPPP\nduration: 3d\nassignees:\n  - cy\n'],
    ['Assign Ada', 'title: x\nparent: T-PPPP\nduration: 3d\nassignees:\n  - ada\n'],
  ]);
});

test('what needs a person says so at the item, and has no fix', () => {
  for (const [key, text, said] of [
    ['lags', 'title: x\ndependsOn: [T-AAAA+2d]\n', 'T-AAAA FS+2d'],
    ['logic', 'title: x\n', 'say what it depends on'],
    ['logic', 'title: x\ndependsOn: [T-AAAA]\n', 'is waited for by nothing'],
    ['longDurations', 'title: x\nduration: 60d\n', 'takes 60d'],
    ['highFloat', 'title: x\nduration: 1d\n', 'may slip by 61d'],
    ['negativeFloat', 'title: x\nduration: 60d\ndeadline: 2026-03-06\n', 'is 55d too late'],
  ] as const) {
    const after = { duration: '2d', dependsOn: ['T-AAAA'] };
    const words = { tasks: { 'T-AAAA': { duration: '60d' }, 'T-BBBB': after } };
    const { plan, schedule, measures } = review(key, 0, text, words);
    const at = { plan, schedule, today };
    const notes = measures.flatMap(each => noteItem(each, 'T-ZZZZ', at));
    assert.deepEqual(
      notes.map(({ code, file, items }) => [code, file, ...items]),
      [['quality-item', 'tasks/T-ZZZZ.yaml', 'T-ZZZZ']],
      key,
    );
    assert.ok(notes[0]?.message.includes(said), notes[0]?.message);
    assert.deepEqual(ways(key, text, words), [], key);
  }
});

test('a dependency of another type is told at its entry, the others are not', () => {
  const text = 'title: x\ndependsOn: [T-BBBB, T-AAAA SS]\n';
  const { plan, schedule, measures } = review('finishToStart', 0.9, text, others);
  const [first, ...rest] = measures.flatMap(each =>
    noteItem(each, 'T-ZZZZ', { plan, schedule, today }),
  );
  assert.deepEqual([first?.code, first?.field, rest], ['quality-item', ['dependsOn', 1], []]);
});

test('an item that a measure does not name, or one within its limit, is not told of', () => {
  const text = 'title: x\nassignees: ada\nduration: 3d\n';
  assert.deepEqual(ways('people', text, others), []);
  const { measures } = review('people', 1, 'title: x\nduration: 3d\n');
  assert.deepEqual(findBeyond(measures), []);
});

/** The titles of the ways out of a finding at the project file, and the text after the last. */
function waysOfMeasure(
  key: QualityKey,
  limit: number,
  words: PlanWords,
  text: string,
): readonly (readonly [string, string])[] {
  const { plan, schedule, measures } = review(key, limit, 'title: x\nduration: 10d\n', words);
  const [problem] = checkQuality(measures, plan.project);
  assert.ok(problem);
  const { field } = problem;
  const range = locateField(text, field ?? []);
  assert.ok(range);
  const fixes = fixProblem(problem, { plan, schedule, today, kind: 'project', text, range, field });
  return fixes.map(fix => {
    assert.ok(fix.kind !== 'replace');
    const edited = editText('project', text, fix.edits);
    return [fix.title, edited.ok ? edited.value : edited.error.message] as const;
  });
}

test('a measure can be left out, wherever the project keeps its list', () => {
  const title = 'Leave "people" out of what is measured';
  for (const [before, after] of [
    ['name: x\n', 'name: x\nquality:\n  ignore:\n    - people\n'],
    ['quality: { people: 0% }\n', 'quality: { people: 0%, ignore: [people] }\n'],
    ['quality:\n  ignore: [lags]\n', 'quality:\n  ignore: [lags, people]\n'],
  ] as const) {
    assert.deepEqual(waysOfMeasure('people', 0, {}, before), [[title, after]]);
  }
});

test('a promised finish that cannot be reached moves to the one of the plan', () => {
  const finish = parsePlanDate('2026-03-11');
  const project = { finish };
  const text = 'start: 2026-03-02\nfinish: 2026-03-11\n';
  const [first] = waysOfMeasure('criticalPathLength', 0.95, { project }, text);
  assert.deepEqual(first, ['Move the finish to 2026-03-13', text.replace('03-11', '03-13')]);
});

test('where the past has open work, the project can be given a status date', () => {
  const words = { tasks: { 'T-AAAA': { duration: '1d' } } };
  const [first] = waysOfMeasure('invalidDates', 0, words, 'name: x\n');
  assert.equal(first?.[1], 'name: x\nstatusDate: 2026-03-08\n');
});
