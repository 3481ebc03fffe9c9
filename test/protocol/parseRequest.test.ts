import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRequest } from '../../src/protocol/parseRequest.ts';

function check(name: string, params: unknown, isKnown: boolean): void {
  const message = { kind: 'request', id: 1, name, params };
  const label = [name, JSON.stringify(params)].join(' ').slice(0, 120);
  assert.equal(parseRequest(message) !== undefined, isKnown, label);
}

function checkRun(command: string, input: unknown, isKnown: boolean): void {
  check('run', { command, input }, isKnown);
}

test('every command is read with its fields', () => {
  checkRun('addItem', { kind: 'risk', title: 'Server may melt' }, true);
  checkRun('addItem', { kind: 'task', title: 'x', fields: { estimate: '3d', tags: ['a'] } }, true);
  checkRun('setFields', { id: 'R-9F2A', fields: { 'response.strategy': 'avoid' } }, true);
  checkRun('setFields', { id: 'project', fields: { name: 'Gantry' } }, true);
  checkRun('setFields', { id: 'R-9F2A', fields: { current: { impact: { cost: null } } } }, true);
  checkRun('moveItem', { id: 'T-AAAA', parent: null, after: 'T-BBBB' }, true);
  checkRun('rescheduleTask', { id: 'T-AAAA', start: 29_000_000, durationMinutes: 480 }, true);
  checkRun('linkTasks', { predecessor: 'T-AAAA', successor: 'T-BBBB', type: 'SS' }, true);
  checkRun('unlinkTasks', { predecessor: 'T-AAAA', successor: 'T-BBBB' }, true);
  checkRun('linkCode', { id: 'T-AAAA', path: 'src/a.ts', line: 3 }, true);
  checkRun('unlinkCode', { id: 'T-AAAA', path: 'src/a.ts' }, true);
  checkRun('assign', { id: 'T-AAAA', people: ['ada', 'bob 50%'] }, true);
  for (const command of ['completeItem', 'reopenItem', 'dropItem', 'removeItem', 'restoreItem']) {
    checkRun(command, { id: 'M-AAAA' }, true);
  }
  checkRun('setStatus', { id: 'T-AAAA', status: 'doing' }, true);
  checkRun('setStatus', { id: 'T-AAAA', status: 'begun' }, false);
  checkRun('setProgress', { id: 'T-AAAA', percent: 50 }, true);
  checkRun('renameItem', { id: 'T-AAAA', to: 'T-BBBB' }, true);
});

test('every other request is read', () => {
  check('ready', {}, true);
  check('undo', {}, true);
  check('redo', {}, true);
  check('open', { id: 'T-AAAA', target: 'code', link: 0, beside: true }, true);
  check('select', { id: null, view: 'gantt' }, true);
  check('pick', { what: 'problems', id: null }, true);
  check('pick', { what: 'remove', id: 'T-AAAA', others: ['M-AAAA'] }, true);
  check('pick', { what: 'remove', id: 'T-AAAA', others: ['../M-AAAA'] }, false);
  const drop = { command: 'dropItem', input: { id: 'T-AAAA' } };
  check('runAll', { intents: [drop, drop] }, true);
  check('runAll', { intents: [drop, { command: 'dropAll', input: {} }] }, false);
  check('explain', { id: 'T-AAAA' }, true);
  check('drivingPath', { id: 'T-AAAA' }, true);
  check('progress', {}, true);
  check('save', { view: 'progress', form: 'csv' }, true);
  check('save', { view: 'progress', form: 'md' }, false);
  check('comparison', {}, true);
  check('comparison', { revision: '--output=x' }, false);
  check('pick', { what: 'compareWith', id: null }, true);
  check('save', { view: 'compare', form: 'svg' }, true);
  check('save', { view: 'compare', form: 'html' }, false);
  check('save', { view: 'compare', form: 'md', path: '/etc/x' }, false);
  check('painted', { revision: 3, ms: 12.5 }, true);
});

test('unknown requests, commands and fields are refused', () => {
  check('shutdown', {}, false);
  check('toString', {}, false);
  check('ready', { more: 1 }, false);
  check('ready', undefined, false);
  checkRun('deleteEverything', { id: 'T-AAAA' }, false);
  checkRun('constructor', {}, false);
  checkRun('removeItem', { id: 'T-AAAA', force: true }, false);
  check('run', { command: 'removeItem', input: { id: 'T-AAAA' }, also: 1 }, false);
  check('open', { id: 'T-AAAA', target: 'terminal', beside: true }, false);
  check('select', { id: null, view: 'weather' }, false);
  check('explain', { id: 'tasks/T-AAAA.yaml' }, false);
  check('drivingPath', { id: '../T-AAAA' }, false);
});

test('ids are ids and never paths', () => {
  for (const id of ['', 't-aaaa', '../T-AAAA', 'T-AAAA.yaml', 'T-AAA', 'project.yaml', 7, null]) {
    checkRun('removeItem', { id }, false);
    check('open', { id, target: 'file', beside: false }, false);
  }
  checkRun('removeItem', { id: 'project' }, false);
});

test('numbers are finite and text is bounded', () => {
  for (const start of [NaN, Infinity, '5', 1.5]) {
    checkRun('rescheduleTask', { id: 'T-AAAA', start }, false);
  }
  check('painted', { revision: 1, ms: NaN }, false);
  check('open', { id: 'T-AAAA', target: 'code', link: -1, beside: true }, false);
  checkRun('addItem', { kind: 'task', title: 'x'.repeat(100_001) }, false);
  checkRun('assign', { id: 'T-AAAA', people: Array.from({ length: 10_001 }, () => 'ada') }, false);
  checkRun('assign', { id: 'T-AAAA', people: [''] }, false);
});

test('values of fields are plain, shallow, and cannot reach a prototype', () => {
  const set = (fields: unknown, isKnown: boolean): void =>
    checkRun('setFields', { id: 'T-AAAA', fields }, isKnown);
  set({ title: () => 1 }, false);
  set({ title: undefined }, false);
  set({ progress: NaN }, false);
  set({ 'a.__proto__.b': 1 }, false);
  set({ a: JSON.parse('{"__proto__":1}') as unknown }, false);
  set({ '': 1 }, false);
  set([1], false);
  let deep: unknown = 1;
  for (let level = 0; level < 20; level++) deep = [deep];
  set({ deep }, false);
});

test('a message of the wrong outline is no request', () => {
  const good = { kind: 'request', id: 1, name: 'undo', params: {} };
  assert.deepEqual(parseRequest(good), good);
  for (const bad of [
    { ...good, kind: 'reply' },
    { ...good, id: -1 },
    { ...good, id: '1' },
    { ...good, extra: 1 },
    [good],
    'undo',
    null,
  ]) {
    assert.equal(parseRequest(bad), undefined);
  }
});
