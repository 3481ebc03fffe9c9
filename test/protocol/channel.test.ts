import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ok, refused } from '../../src/core/base/result.ts';
import { emptyPlan } from '../../src/core/model/plan.ts';
import { createProblem } from '../../src/core/model/problem.ts';
import {
  createRequester,
  createResponder,
  type Handlers,
  type Requester,
  type Responder,
} from '../../src/protocol/channel.ts';
import type { HostEvent } from '../../src/protocol/messages.ts';
import { packPlan } from '../../src/protocol/packedPlan.ts';
import { emptySnapshot } from '../support/panelSnapshot.ts';

const done = () => ok({ title: 'Done', id: undefined });
const unanswered = () => refused(createProblem('command-refused', 'Nobody asked for this'));
const handlers: Handlers = {
  ready: () => ok(emptySnapshot(1)),
  run: done,
  runAll: done,
  undo: done,
  redo: done,
  open: () => ok({ opened: true }),
  select: () => ok({ done: true }),
  pick: () => ok({ done: true }),
  explain: () => ok({ text: '' }),
  picture: () => ok({ done: true }),
  drivingPath: () => ok({ before: ['T-AAAA'], after: [], links: [] }),
  plan: () => ok({ revision: 7, today: 0, since: null, bytes: packPlan(emptyPlan) }),
  commitDays: () => ok({ commitDays: null }),
  riskHistory: () => ok({ history: null }),
  forecast: () => ok({ forecast: null }),
  forecastHistory: () => ok({ history: null }),
  calibration: () => ok({ calibration: null }),
  stopForecast: () => ok({ done: true }),
  people: unanswered,
  person: unanswered,
  reliefs: unanswered,
  levelling: unanswered,
  report: unanswered,
  freezeReport: unanswered,
  money: unanswered,
  progress: unanswered,
  comparison: unanswered,
  save: () => ok({ done: true }),
  painted: () => ok({ done: true }),
};

/** Both ends joined by structured clone, as the editor joins them. */
function join(overrides: Partial<Handlers> = {}): { requester: Requester; responder: Responder } {
  const requester: Requester = createRequester(message => {
    void responder.receive(structuredClone(message));
  });
  const responder: Responder = createResponder(
    message => requester.receive(structuredClone(message)),
    { ...handlers, ...overrides },
  );
  return { requester, responder };
}

test('a request is answered by the handler of its name', async () => {
  const { requester } = join({
    run: intent => ok({ title: intent.command, id: 'R-AAAA' }),
  });
  assert.deepEqual(
    await requester.request('run', { command: 'dropItem', input: { id: 'R-AAAA' } }),
    ok({ title: 'dropItem', id: 'R-AAAA' }),
  );
  const first = await requester.request('ready', {});
  assert.ok(first.ok);
  assert.deepEqual(first.value.gantt.rows, emptySnapshot(1).gantt.rows);
});

test('a refusal arrives with its code and its sentence', async () => {
  const problem = createProblem('file-changed', 'The file changed; look at it and try again');
  const { requester } = join({ undo: () => refused(problem) });
  assert.deepEqual(await requester.request('undo', {}), refused(problem));
});

test('a handler that throws answers with a problem', async () => {
  const { requester } = join({
    redo: () => {
      throw new Error('disk full');
    },
    open: () => Promise.reject(new Error('no editor')),
  });
  const redo = await requester.request('redo', {});
  assert.equal(!redo.ok && redo.error.message, 'This could not be done: disk full');
  const open = await requester.request('open', { id: 'T-AAAA', target: 'file', beside: true });
  assert.equal(!open.ok && open.error.message, 'This could not be done: no editor');
});

test('what the contract does not know is refused before it reaches a handler', async () => {
  const calls: unknown[] = [];
  const { requester } = join({
    select: params => {
      calls.push(params);
      return ok({ done: true });
    },
  });
  const answer = await requester.request('select', { id: '../../etc', view: 'risks' });
  assert.equal(answer.ok, false);
  assert.deepEqual(calls, []);
});

test('closing the panel answers everything that is pending, and everything after', async () => {
  const requester = createRequester(() => undefined);
  const pending = requester.request('undo', {});
  requester.dispose();
  for (const answer of [await pending, await requester.request('redo', {})]) {
    assert.equal(!answer.ok && answer.error.code, 'command-refused');
  }
});

test('an older snapshot is dropped, an equal or newer one is not', async () => {
  const { requester, responder } = join({ ready: () => ok(emptySnapshot(5)) });
  const seen: number[] = [];
  requester.onEvent(event => {
    if (event.event === 'snapshot') seen.push(event.snapshot.revision);
  });
  await requester.request('ready', {});
  for (const revision of [4, 5, 7, 6, 8]) {
    responder.send({ event: 'snapshot', snapshot: emptySnapshot(revision) });
  }
  assert.deepEqual(seen, [5, 7, 8]);
});

test('after a snapshot that was lost on the way the next ones are whole again', async () => {
  let revision = 1;
  const wire: unknown[] = [];
  const responder = createResponder(message => wire.push(message), {
    ...handlers,
    ready: () => ok(emptySnapshot(revision)),
  });
  const requester = createRequester(message => void responder.receive(message));
  const deliver = async (): Promise<void> => {
    await new Promise(resolve => setImmediate(resolve));
    for (const message of wire.splice(0)) requester.receive(message);
    await new Promise(resolve => setImmediate(resolve));
  };
  const seen: number[] = [];
  requester.onEvent(event => {
    if (event.event === 'snapshot') seen.push(event.snapshot.revision);
  });
  const first = requester.request('ready', {});
  await deliver();
  assert.ok((await first).ok);
  responder.send({ event: 'snapshot', snapshot: emptySnapshot(++revision) });
  wire.splice(0);
  responder.send({ event: 'snapshot', snapshot: emptySnapshot(++revision) });
  await deliver();
  await deliver();
  assert.deepEqual(seen, [3]);
  responder.send({ event: 'snapshot', snapshot: emptySnapshot(++revision) });
  await deliver();
  assert.deepEqual(seen, [3, 4]);
});

test('nothing is sent before the webview speaks, and the last reveal follows the first answer', async () => {
  const { requester, responder } = join();
  const seen: HostEvent[] = [];
  requester.onEvent(event => seen.push(event));
  responder.send({ event: 'snapshot', snapshot: emptySnapshot(1) });
  responder.send({ event: 'reveal', view: 'gantt', id: 'T-AAAA' });
  responder.send({ event: 'reveal', view: 'risks', id: 'R-AAAA' });
  assert.deepEqual(seen, []);
  await requester.request('ready', {});
  await Promise.resolve();
  assert.deepEqual(seen, [
    { kind: 'event', event: 'reveal', view: 'risks', id: 'R-AAAA', takesFocus: false },
  ]);
});

test('a message without sense or number is passed over in silence', async () => {
  const posted: unknown[] = [];
  const responder = createResponder(message => posted.push(message), handlers);
  for (const message of [undefined, null, 7, 'x', [], {}, { id: 'a' }, { id: -1 }, { id: NaN }]) {
    await responder.receive(message);
  }
  assert.deepEqual(posted, []);
  await responder.receive({ kind: 'request', id: 3, name: 'format-disk', params: {} });
  assert.equal(posted.length, 1);
});
