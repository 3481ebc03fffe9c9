import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Emitter } from '../../../src/core/base/event.ts';

test('an event without a value reaches every listener', () => {
  const emitter = new Emitter<void>();
  let heard = 0;
  emitter.event(() => heard++);
  emitter.event(() => heard++);
  emitter.fire();
  assert.equal(heard, 2);
});

test('what is fired while an event is being told comes after it, for every listener', () => {
  const emitter = new Emitter<number>();
  const heard: string[] = [];
  emitter.event(value => {
    heard.push(`a${value}`);
    if (value === 1) emitter.fire(2);
  });
  emitter.event(value => heard.push(`b${value}`));
  emitter.fire(1);
  assert.deepEqual(heard, ['a1', 'b1', 'a2', 'b2']);
});

test('a listener that was ended hears no more', () => {
  const emitter = new Emitter<number>();
  const heard: number[] = [];
  const listening = emitter.event(value => heard.push(value));
  emitter.fire(1);
  listening.dispose();
  emitter.fire(2);
  assert.deepEqual(heard, [1]);
});
