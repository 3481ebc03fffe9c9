import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainItem, type ItemExplanation } from '../../../src/core/scenario/explainItem.ts';
import type { Gain } from '../../../src/core/scenario/findGains.ts';
import { changeText } from '../../../src/core/scenario/candidates.ts';
import { readScenario } from '../../../src/core/scenario/scenario.ts';
import { tellChange, tellGain, tellSearch } from '../../../src/core/scenario/tellExplanation.ts';
import { tellInShort } from '../../../src/core/scenario/tellInShort.ts';
import { tellNotes } from '../../../src/core/scenario/tellReason.ts';
import { createExplainContext } from '../../../src/core/schedule/explainContext.ts';
import { createScheduler } from '../../../src/core/schedule/scheduler.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import type { Snapshot } from '../../../src/core/store/snapshot.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

type Files = Readonly<Record<string, string>>;

const project = 'version: 1\nname: Bridge\nstart: 2026-03-02\n';

function read(tasks: Files, projectText = project): Promise<Snapshot> {
  const paths = Object.entries(tasks).map(([id, text]) => [`tasks/${id}.yaml`, text] as const);
  const files: Files = Object.fromEntries(paths);
  return loadPlan(memoryFiles({ 'project.yaml': projectText, ...files }));
}

function explain(snapshot: Snapshot, id: string, most?: number): ItemExplanation {
  const schedule = createScheduler();
  const before = schedule(snapshot.plan);
  return explainItem({ snapshot, before, schedule, options: {} }, id, most);
}

function inShort(snapshot: Snapshot, id: string): readonly string[] {
  const schedule = createScheduler();
  const before = schedule(snapshot.plan);
  const ctx = createExplainContext(snapshot.plan, before);
  return tellInShort({ snapshot, before, schedule, options: {} }, ctx, id);
}

function said({ changes, minutes }: Gain): string {
  return `${changes.map(changeText).join(' ')} ${minutes}`;
}

async function check(tasks: Files, id: string, expected: readonly string[]): Promise<void> {
  const { search } = explain(await read(tasks), id);
  assert.deepEqual(search.gains.map(said), expected);
}

const draw = 'title: Draw\nduration: 3d\n';

test('[WHY-4] a shorter length is tried as half, a day less and the best case, and ranked by what it gains', async () => {
  await check({ 'T-AAAA': draw }, 'T-AAAA', ['T-AAAA.duration=1.5d 720', 'T-AAAA.duration=2d 480']);
  await check({ 'T-AAAA': 'title: Draw\nestimate: 1d..4d..9d\n' }, 'T-AAAA', [
    'T-AAAA.estimate=1d 1440',
    'T-AAAA.estimate=2d 960',
    'T-AAAA.estimate=3d 480',
  ]);
  await check({ 'T-AAAA': 'title: Draw\n' }, 'T-AAAA', ['T-AAAA.estimate=0.5d 240']);
  const started = 'title: Draw\nstatus: doing\nstarted: 2026-03-02\nduration: 4d\nprogress: 50%\n';
  await check({ 'T-AAAA': started }, 'T-AAAA', ['T-AAAA.remaining=1d 480']);
  const done = 'title: Draw\nstatus: done\nstarted: 2026-03-02\nfinished: 2026-03-03\n';
  await check({ 'T-AAAA': done }, 'T-AAAA', []);
});

test('[WHY-4] a lag, a constraint, a pin and lateness are lifted', async () => {
  const after = (on: string): Files => ({
    'T-AAAA': 'title: Draw\nstatus: done\nstarted: 2026-03-02\nfinished: 2026-03-02\n',
    'T-BBBB': `title: Build\nduration: 0d\n${on}`,
  });
  await check(after('dependsOn:\n  - T-AAAA FS+2d\n'), 'T-BBBB', ['T-BBBB.dependsOn=T-AAAA 960']);
  const lead = after('dependsOn:\n  - T-AAAA FS-2h\n');
  await check(lead, 'T-BBBB', []);
  await check(after('constraint: SNET 2026-03-04\n'), 'T-BBBB', ['T-BBBB.constraint= 960']);
  await check(after('pinned: 2026-03-04\n'), 'T-BBBB', ['T-BBBB.pinned= 960']);
  const late = { ...after('constraint: ALAP\n'), 'T-CCCC': 'title: Paint\nduration: 2d\n' };
  await check(late, 'T-BBBB', ['T-BBBB.constraint=ASAP 960']);
});

test('[WHY-4] where hours hold it, those of the project and other people are tried', async () => {
  const calendars =
    'calendars:\n  late:\n    base: standard\n    exceptions:\n      - on: 2026-03-02\n        title: Fair\n';
  const people =
    'people:\n  ada:\n    name: Ada\n    leave:\n      - on: 2026-03-02\n  bo: { name: Bo }\n';
  const changes = async (text: string): Promise<readonly string[]> => {
    const snapshot = await read({ 'T-AAAA': text }, `${project}${calendars}${people}`);
    return explain(snapshot, 'T-AAAA').search.gains.map(said);
  };
  const byCalendar = await changes('title: Draw\nduration: 0.5h\ncalendar: late\n');
  assert.ok(byCalendar.includes('T-AAAA.calendar= 480'), byCalendar.join());
  const byPeople = await changes('title: Draw\nduration: 0.5h\nassignees: [ada]\n');
  assert.ok(
    byPeople.some(text => text.startsWith('T-AAAA.assignees=')),
    byPeople.join(),
  );
});

test('[WHY-4] where somebody with a part of their time is away, others are tried with the same share', async () => {
  const people =
    'people:\n  ada:\n    name: Ada\n    units: 50%\n    leave:\n      - 2026-03-04..2026-03-06\n  bo: { name: Bo }\n  cy: { name: Cy, units: 25% }\n';
  const snapshot = await read(
    { 'T-AAAA': 'title: Draw\nestimate: 4d\nassignees: [ada]\n' },
    `${project}${people}`,
  );
  const { search, ctx } = explain(snapshot, 'T-AAAA');
  const byOthers = search.gains.filter(({ changes }) => changes[0]?.field === 'assignees');
  assert.deepEqual(byOthers.map(said), ['T-AAAA.assignees=bo 50% 1440']);
  assert.equal(
    byOthers.flatMap(({ changes }) => changes.map(change => tellChange(ctx, change))).join(),
    'T-AAAA "Draw" by bo 50% instead of ada',
  );
});

test('[WHY-4] where shares make work longer, everybody at all of their time is tried', async () => {
  const people = 'people:\n  ada: { name: Ada }\n  bo: { name: Bo }\n';
  const snapshot = await read(
    { 'T-AAAA': 'title: Draw\nestimate: 4d\nassignees:\n  - ada 50%\n' },
    `${project}${people}`,
  );
  const { search, ctx, explanation } = explain(snapshot, 'T-AAAA');
  assert.deepEqual(search.gains.map(said), [
    'T-AAAA.estimate=2d 1920',
    'T-AAAA.assignees=ada 1920',
    'T-AAAA.estimate=3d 960',
  ]);
  const [, full] = search.gains;
  assert.equal(
    full?.changes.map(change => tellChange(ctx, change)).join(),
    'T-AAAA "Draw" by ada instead of ada 50%',
  );
  assert.ok(explanation.kind === 'dated' && explanation.steps[0]);
  assert.deepEqual(tellNotes(ctx, explanation.steps[0]), [
    'takes 8 working days for 4 working days of work, because Ada gives it 50%',
  ]);
});

test('[WHY-3] [WHY-4] pauses are told, and work in one go is tried', async () => {
  const snapshot = await read({
    'T-AAAA': 'title: Draw\nduration: 4d\nsplit: [1d, 3d, 1d, 1d, 2d]\n',
  });
  const { search, ctx, explanation } = explain(snapshot, 'T-AAAA');
  assert.ok(explanation.kind === 'dated' && explanation.steps[0]);
  assert.deepEqual(tellNotes(ctx, explanation.steps[0]), [
    'pauses from 2026-03-02 18:00 to 2026-03-06 09:00, from 2026-03-06 18:00 to 2026-03-10 09:00',
  ]);
  const [first] = search.gains;
  assert.equal(first && said(first), 'T-AAAA.split= 1920');
  assert.equal(
    first?.changes.map(change => tellChange(ctx, change)).join(),
    'T-AAAA "Draw" without its pauses',
  );
});

test('[WHY-4] where hours hold a lag, those of the project are tried', async () => {
  const calendars =
    'calendars:\n  late:\n    base: standard\n    exceptions:\n      - on: 2026-03-03..2026-03-06\n        title: Fair\n';
  const tasks = {
    'T-AAAA': 'title: Draw\nduration: 1d\n',
    'T-BBBB': 'title: Build\nduration: 1d\ncalendar: late\ndependsOn:\n  - T-AAAA FS+1d\n',
  };
  const { search, ctx, explanation } = explain(
    await read(tasks, `${project}${calendars}`),
    'T-BBBB',
  );
  assert.equal(search.gains.map(said)[0], 'T-BBBB.calendar= 1920');
  assert.ok(explanation.kind === 'dated' && explanation.steps[0]);
  assert.deepEqual(tellNotes(ctx, explanation.steps[0]), [
    'its lag runs from 2026-03-02 18:00 to 2026-03-09 18:00: hours of its calendar late (Fair)',
  ]);
});

test('[WHY-4] of work that is held twice nothing alone helps, and both together are tried', async () => {
  const tasks = {
    'T-AAAA': draw,
    'T-BBBB': draw,
    'T-CCCC': 'title: Build\nduration: 0d\ndependsOn:\n  - T-AAAA\n  - T-BBBB\n',
  };
  const { search, together, ctx, explanation } = explain(await read(tasks), 'T-CCCC');
  assert.equal(
    tellSearch(search, together),
    '2 changes tried, and none would bring it earlier alone',
  );
  assert.equal(together && said(together), 'T-AAAA.duration=1.5d T-BBBB.duration=1.5d 720');
  assert.ok(explanation.kind === 'dated' && explanation.steps[0]);
  assert.deepEqual(tellNotes(ctx, explanation.steps[0]), ['T-BBBB "Draw" holds it just as long']);
});

test('the best changes are tried together too, and what is not tried is counted', async () => {
  const tasks = {
    'T-AAAA': draw,
    'T-BBBB': 'title: Build\nduration: 2d\ndependsOn:\n  - T-AAAA\n',
  };
  const snapshot = await read(tasks);
  const { together } = explain(snapshot, 'T-BBBB');
  assert.equal(together && said(together), 'T-AAAA.duration=1.5d T-BBBB.duration=1d 1200');
  const { tried, untried } = explain(snapshot, 'T-BBBB', 1).search;
  assert.deepEqual([tried, untried], [1, 2]);
});

test('[WHY-1] [WHY-4] a constraint that holds as long as what it waits for is named, and lifted too', async () => {
  const tasks = {
    'T-AAAA': draw,
    'T-CCCC': 'title: Build\nduration: 2h\nconstraint: SNET 2026-03-05\ndependsOn:\n  - T-AAAA\n',
  };
  const { together, ctx, explanation } = explain(await read(tasks), 'T-CCCC');
  assert.ok(explanation.kind === 'dated' && explanation.steps[0]);
  assert.match(
    tellNotes(ctx, explanation.steps[0]).join(),
    /the constraint of T-CCCC "Build" holds it just as long/,
  );
  const changed = together?.changes.map(({ id, field }) => `${id}.${field}`).sort();
  assert.deepEqual(changed, ['T-AAAA.duration', 'T-CCCC.constraint', 'T-CCCC.duration']);
});

test('gains of other hours than those of the project are counted in them, the earliest first', async () => {
  const calendars = 'calendars:\n  night:\n    hours: { mon-sun: off, mon-thu: "22:00-06:00" }\n';
  const snapshot = await read(
    { 'T-AAAA': 'title: Draw\nduration: 1d\ncalendar: night\n' },
    `${project}${calendars}`,
  );
  const { search, ctx } = explain(snapshot, 'T-AAAA');
  const [first, second] = search.gains;
  assert.ok(first && second && first.finish < second.finish);
  assert.equal(said(first), 'T-AAAA.calendar= 480');
  assert.equal(said(second), 'T-AAAA.duration=0.5d 240');
  assert.match(tellGain(ctx, second), /^0\.5 working days? earlier/);
});

test('gains of work around the clock are counted in the time of the project', async () => {
  const calendars = 'calendars:\n  day24:\n    hours: { mon-sun: "00:00-24:00" }\n';
  const tasks = {
    'T-AAAA': 'title: Draw\nduration: 6d\n',
    'T-BBBB': 'title: Build\nduration: 3d\ncalendar: day24\ndependsOn:\n  - T-AAAA\n',
  };
  const { search } = explain(await read(tasks, `${project}${calendars}`), 'T-BBBB');
  assert.equal(search.gains.map(said)[0], 'T-AAAA.duration=3d 1440');
});

test('what a change would break is told with what it gains', async () => {
  const tasks = {
    'T-AAAA': draw,
    'T-BBBB': 'title: Build\nduration: 1d\nconstraint: SNET 2026-03-06\ndependsOn:\n  - T-AAAA\n',
    // It ends when Build starts, and begins with the project as long as that is on the 6th.
    'T-CCCC': 'title: Show\nduration: 4d\ndependsOn:\n  - T-BBBB SF\n',
  };
  const { search } = explain(await read(tasks), 'T-BBBB');
  const [lifted, shorter] = search.gains;
  assert.equal(lifted && said(lifted), 'T-BBBB.constraint= 480');
  assert.deepEqual(
    lifted?.newProblems.map(({ code, items }) => [code, items]),
    [['date-before-start', ['T-CCCC']]],
  );
  assert.deepEqual(shorter?.newProblems, []);
});

test('every change that is offered can be given to the command line, and means the same there', async () => {
  const snapshot = await read({
    'T-AAAA': draw,
    'T-BBBB': 'title: Build\nestimate: 2d..4d\ndependsOn:\n  - T-AAAA SS+1d\n  - T-CCCC FS-1d\n',
    'T-CCCC': 'title: Dig\nduration: 3ed\n',
    'T-DDDD': 'title: Show\nconstraint: SNET 2026-03-30\ndependsOn:\n  - T-BBBB FS+50%\n',
  });
  for (const id of ['T-BBBB', 'T-CCCC', 'T-DDDD']) {
    for (const gain of explain(snapshot, id).search.gains) {
      const scenario = readScenario(snapshot, gain.changes.map(changeText));
      assert.ok(scenario.ok, changeText(gain.changes[0] ?? assert.fail()));
      const finish = createScheduler()(scenario.value.plan).datesOf(id)?.finish;
      assert.equal(finish, gain.finish, changeText(gain.changes[0] ?? assert.fail()));
    }
  }
});

test('reasons are told in words that need no knowledge of scheduling', async () => {
  const tasks = {
    'T-AAAA': draw,
    'T-BBBB': 'title: Build\nduration: 1d\ndependsOn:\n  - T-AAAA\n',
    'T-CCCC': 'title: Paint\nduration: 1d\ndependsOn:\n  - T-AAAA SS+2d\n',
    'T-DDDD': 'title: Show\nduration: 1d\ndependsOn:\n  - T-AAAA FF-4h\n',
    'T-EEEE': 'title: Dry\nduration: 1d\ndependsOn:\n  - T-AAAA FS+2ed\n',
    'T-FFFF': 'title: Wait\nduration: 1d\nconstraint: MSO 2026-03-03\ndependsOn:\n  - T-AAAA\n',
  };
  const snapshot = await read(tasks);
  const told = (id: string): string => inShort(snapshot, id)[0] ?? '';
  assert.equal(told('T-AAAA'), 'Waits for nothing and starts with the project, on 2026-03-02');
  assert.equal(told('T-BBBB'), 'Cannot start until T-AAAA "Draw" is finished');
  assert.equal(told('T-CCCC'), 'Cannot start until 2d after T-AAAA "Draw" starts');
  assert.equal(told('T-DDDD'), 'Cannot finish until 4h before T-AAAA "Draw" is finished');
  assert.equal(
    told('T-EEEE'),
    'Cannot start until 2d by the clock after T-AAAA "Draw" is finished; waits from 2026-03-06 18:00 to 2026-03-09 09:00: days off',
  );
  assert.equal(
    told('T-FFFF'),
    'Must start on 2026-03-03 (MSO 2026-03-03), although what it waits for ends later',
  );
});

test('the chain is told in short back to the start, with what is at odds', async () => {
  const next = (to: string, on: string): Files => ({
    [to]: `title: ${to.slice(2, 3)}\nduration: 1d\ndependsOn:\n  - ${on}\n`,
  });
  const tasks = {
    'T-AAAA': draw,
    ...next('T-BBBB', 'T-AAAA'),
    ...next('T-CCCC', 'T-BBBB'),
    ...next('T-DDDD', 'T-CCCC'),
    ...next('T-EEEE', 'T-DDDD'),
    ...next('T-FFFF', 'T-EEEE'),
    ...next('T-GGGG', 'T-FFFF'),
    'T-HHHH': 'title: H\nduration: 1d\ndeadline: 2026-03-03\ndependsOn:\n  - T-GGGG\n',
  };
  assert.deepEqual(inShort(await read(tasks), 'T-HHHH'), [
    'Cannot start until T-GGGG "G" is finished',
    'T-GGGG "G" cannot start until T-FFFF "F" is finished',
    'T-FFFF "F" cannot start until T-EEEE "E" is finished',
    'T-EEEE "E" cannot start until T-DDDD "D" is finished',
    'T-DDDD "D" cannot start until T-CCCC "C" is finished; waits from 2026-03-06 18:00 to 2026-03-09 09:00: days off',
    '… and 2 more …',
    'T-AAAA "Draw" waits for nothing and starts with the project, on 2026-03-02',
    'At odds: T-HHHH "H" finishes on 2026-03-13T18:00, after its deadline 2026-03-03; pull it earlier or move the deadline',
    '– Move the deadline to 2026-03-13',
    '– Bring what it hangs on 8 working days earlier',
  ]);
});

test('of a very long chain the near end is told, and how much more there is at least', async () => {
  const idOf = (i: number): string => `T-${String(i).padStart(4, '0')}`;
  const tasks = Array.from({ length: 600 }, (_, i): readonly [string, string] => [
    idOf(i),
    `title: X\nduration: 1m\n${i > 0 ? `dependsOn:\n  - ${idOf(i - 1)}\n` : ''}`,
  ]);
  const lines = inShort(await read(Object.fromEntries(tasks)), idOf(599));
  assert.deepEqual([lines.length, lines.at(-1)], [6, '… and 495 more at least']);
});

test('work that is held before the status date is told to be, and nothing to be brought earlier', async () => {
  const tasks = { 'T-AAAA': `${draw}constraint: FNLT 2026-03-05\n` };
  const snapshot = await read(tasks, `${project}statusDate: 2026-03-09\n`);
  const [reason, , ...ways] = inShort(snapshot, 'T-AAAA');
  assert.equal(
    reason,
    'Must finish by 2026-03-05 (FNLT 2026-03-05), although it has not started by the status date, 2026-03-09',
  );
  assert.deepEqual(ways, ['– Move the constraint to 2026-03-12', '– Take the constraint out']);
  const early = await read({ 'T-AAAA': `${draw}constraint: MFO 2026-03-03\n` });
  const [first, ...others] = inShort(early, 'T-AAAA');
  assert.match(first ?? '', /, although the project starts on 2026-03-02$/);
  assert.equal(others.at(-1), '– Shorten it by 1 working day');
});
