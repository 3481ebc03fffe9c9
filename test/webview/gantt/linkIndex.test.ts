import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildLinkIndex, visitLinks } from '../../../webview/gantt/linkIndex.ts';
import { computeOutline } from '../../../webview/gantt/outline.ts';
import { seededRandom } from '../../support/seededRandom.ts';
import { buildBigView } from './support/bigView.ts';

test('a window finds exactly the links that a search through all of them finds', () => {
  const { rows, links } = buildBigView(3000);
  const random = seededRandom(3);
  const folded = new Set(rows.id.filter((_, row) => row % 10 === 0 && random() < 0.3));
  const { positionOf, visible } = computeOutline(rows, {
    folded,
    matches: undefined,
    onlyMatches: true,
  });
  const index = buildLinkIndex(links, positionOf, visible.length);
  const position = (row: number | undefined): number => positionOf[row ?? -1] ?? -1;
  for (let round = 0; round < 60; round += 1) {
    const first = Math.floor(random() * visible.length);
    const last = Math.min(visible.length - 1, first + Math.floor(random() * 80));
    const found: number[] = [];
    visitLinks(index, links, { first, last }, link => found.push(link));
    const expected: number[] = [];
    for (let link = 0; link < links.count; link += 1) {
      const [a, b] = [position(links.from[link]), position(links.to[link])];
      const isShown = a >= 0 && b >= 0;
      if (isShown && Math.max(a, b) >= first && Math.min(a, b) <= last) expected.push(link);
    }
    assert.ok(round > 0 || expected.length > 0);
    assert.deepEqual(
      found.sort((x, y) => x - y),
      expected,
    );
  }
});

test('nothing is found where nothing is shown', () => {
  const { links } = buildBigView(50);
  const index = buildLinkIndex(links, new Int32Array(50).fill(-1), 0);
  visitLinks(index, links, { first: 0, last: 10 }, () => assert.fail('a link was found'));
});
