import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findBinding, keyBindings } from '../../../webview/gantt/keyboard.ts';
import { chordOf } from '../../../webview/ui/keyBindings.ts';

const bare = { altKey: false, ctrlKey: false, metaKey: false, shiftKey: false };

test('every key is bound once and explained', () => {
  const chords = keyBindings.flatMap(binding => binding.chords);
  assert.equal(new Set(chords).size, chords.length);
  for (const { chords: own, shown, does } of keyBindings) {
    assert.ok(own.length > 0 && shown !== '' && does !== '');
  }
});

test('a stroke finds its binding, with the command key of a Mac as Control', () => {
  const does = (event: Parameters<typeof chordOf>[0]): string | undefined =>
    findBinding(chordOf(event))?.does;
  assert.equal(does({ ...bare, key: 'ArrowRight', altKey: true }), 'Move a day later');
  assert.equal(does({ ...bare, key: 'ArrowLeft', altKey: true, shiftKey: true }), 'A day shorter');
  assert.equal(does({ ...bare, key: 'f', metaKey: true }), 'Filter and find');
  assert.equal(does({ ...bare, key: '?', shiftKey: true }), 'Show these keys');
  assert.equal(does({ ...bare, key: 'q' }), undefined);
});
