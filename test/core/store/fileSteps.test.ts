import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeUtf8 } from '../../../src/core/base/utf8.ts';
import type { JournalTurn } from '../../../src/core/store/changeJournal.ts';
import { runSteps } from '../../../src/core/store/fileSteps.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

test('a change that another program took back while we slept ends, and says so', async () => {
  const text = 'title: A\n';
  const disk = memoryFiles({ 'tasks/T-AAAA.yaml': text, 'tasks/T-BBBB.yaml': text });
  const turn: JournalTurn = {
    note: () => Promise.resolve(),
    // The others have put the file back where it was, and another has come into the new place.
    keep: () => {
      disk.set('tasks/T-AAAA.yaml', text);
      disk.set('tasks/T-CCCC.yaml', text);
      return false;
    },
    end: () => Promise.resolve(false),
    takeBack: () => Promise.resolve(),
    release: () => undefined,
  };
  const files = {
    ...disk,
    journal: {
      isInterrupted: () => false,
      recover: () => Promise.resolve([]),
      begin: () => Promise.resolve(turn),
    },
  };
  const bytes = encodeUtf8(text);
  const done = await runSteps(
    files,
    [
      { kind: 'move', from: 'tasks/T-AAAA.yaml', to: 'tasks/T-CCCC.yaml', bytes },
      { kind: 'move', from: 'tasks/T-BBBB.yaml', to: 'tasks/T-DDDD.yaml', bytes },
    ],
    { title: 'Rename' },
  );
  assert.ok(!done.ok);
  assert.equal(disk.text('tasks/T-AAAA.yaml'), text);
  assert.equal(disk.text('tasks/T-BBBB.yaml'), text);
});
