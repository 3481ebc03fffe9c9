import assert from 'node:assert/strict';
import { test } from 'node:test';
import { insertLink, positionsOf } from '../../../src/core/schedule/insertLink.ts';
import { groupLinks, LinkList } from '../../../src/core/schedule/linkList.ts';
import { linkCode } from '../../../src/core/schedule/network.ts';
import { computeNetworkOrder } from '../../../src/core/schedule/networkOrder.ts';
import { findSuccessorLinks } from '../../../src/core/schedule/successorLinks.ts';
import { seededRandom } from '../../support/seededRandom.ts';

test('an order is mended for each new link, and a circle is refused and leaves it as it was', () => {
  let refused = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const random = seededRandom(seed);
    const count = 4 + Math.floor(random() * 30);
    const order = Int32Array.from({ length: count }, (_, place) => place);
    const positions = positionsOf(order);
    let links = new LinkList();
    for (let step = 0; step < count * 3; step++) {
      const from = Math.floor(random() * count);
      const to = Math.floor(random() * count);
      if (from === to) continue;
      const next = new LinkList();
      for (let i = 0; i < links.count; i++)
        next.add(links.from[i] ?? 0, links.to[i] ?? 0, linkCode.FS);
      next.add(from, to, linkCode.FS);
      const grouped = groupLinks(next, count);
      const network = { count, order, ...grouped };
      const isClosed = computeNetworkOrder(network).loops.length > 0;
      const before = order.slice();
      const isWaiting = new Set<string>();
      const successors = findSuccessorLinks(network, count);
      const isAhead = (positions[from] ?? 0) > (positions[to] ?? 0);
      const isTaken =
        !isAhead || insertLink({ network, successors, positions, isWaiting }, { from, to });
      assert.equal(isTaken, !isClosed, `seed ${seed}, step ${step}`);
      if (!isTaken) {
        refused++;
        assert.deepEqual(order, before);
        continue;
      }
      links = next;
      assert.deepEqual(positions, positionsOf(order));
      for (let i = 0; i < links.count; i++) {
        const [first, last] = [links.from[i] ?? 0, links.to[i] ?? 0];
        assert.ok((positions[first] ?? 0) < (positions[last] ?? 0), `seed ${seed}, step ${step}`);
      }
    }
  }
  assert.ok(refused > 40);
});
