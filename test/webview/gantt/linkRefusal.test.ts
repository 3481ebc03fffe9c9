import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createLinkJudge } from '../../../webview/gantt/linkRefusal.ts';
import { buildView } from './support/buildView.ts';

const view = buildView(
  [
    { id: 'M-1', title: 'Beta', kind: 'group' },
    { id: 'T-S', title: 'Docs', kind: 'summary', parent: 'M-1' },
    { id: 'T-1', title: 'Guide', parent: 'T-S' },
    { id: 'T-2', title: 'Parser' },
    { id: 'T-3', title: 'Printer' },
    ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(id => ({ id: `T-${id}`, title: id })),
  ],
  {
    links: [
      { from: 'T-2', to: 'T-3' },
      { from: 'M-1', to: 'T-2' },
      ...['ab', 'bc', 'cd', 'de', 'ef', 'fg'].map(([from, to]) => ({
        from: `T-${from}`,
        to: `T-${to}`,
      })),
    ],
  },
);

function check(predecessor: string, successor: string, ...lines: readonly string[]): void {
  const refusal = createLinkJudge(view)({ predecessor, successor });
  assert.deepEqual(refusal?.lines ?? [], lines);
}

test('a link is refused while it is drawn, with the circle that it would close', () => {
  check('T-1', 'T-3');
  check('T-3', 'T-2', 'This would close a circle', 'Parser → Printer → Parser');
  check(
    'T-3',
    'T-1',
    'This would close a circle',
    'Guide → Printer → Parser → Beta → Docs → Guide',
  );
  check('T-g', 'T-a', 'This would close a circle', 'a → g → f → e → 3 more → a');
  check('T-1', 'M-1', 'Beta is a milestone, and only a task can wait');
  check('T-S', 'T-1', 'One is part of the other, so neither can wait for the other');
  check('T-2', 'T-2', 'A task cannot wait for itself');
  check('T-2', 'T-3');
});

test('a link that is led elsewhere is not there any more, and does not come down on another', () => {
  const judge = createLinkJudge(view, { predecessor: 'T-2', successor: 'T-3' });
  assert.equal(judge({ predecessor: 'T-3', successor: 'T-2' }), undefined);
  assert.deepEqual(judge({ predecessor: 'T-a', successor: 'T-b' })?.lines, [
    'b waits for a already',
  ]);
});
