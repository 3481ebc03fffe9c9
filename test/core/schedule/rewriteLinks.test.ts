import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupLinks, LinkList } from '../../../src/core/schedule/linkList.ts';
import {
  rewriteLinks,
  type HeldLinks,
  type Link,
} from '../../../src/core/schedule/rewriteLinks.ts';
import { findSuccessorLinks } from '../../../src/core/schedule/successorLinks.ts';
import { seededRandom } from '../../support/seededRandom.ts';

const count = 12;

function hold(lists: readonly (readonly Link[])[]): HeldLinks {
  const links = new LinkList(1);
  lists.forEach((list, to) => {
    for (const { from, code, lag } of list) links.add(from, to, code, lag);
  });
  const grouped = groupLinks(links, count);
  const successors = findSuccessorLinks(grouped, count);
  return { grouped, settled: grouped.code.slice(), successors };
}

/** The links into a node, as they stand in the columns. */
function linksInto({ grouped, settled }: HeldLinks, v: number): readonly Link[] {
  const { inRange, predecessor, code, lag } = grouped;
  const list: Link[] = [];
  for (let e = inRange[v * 2] ?? 0; e < (inRange[v * 2 + 1] ?? 0); e++) {
    const from = predecessor[e] ?? 0;
    list.push({ from, code: code[e] ?? 0, lag: lag[e] ?? 0, settled: settled[e] ?? 0 });
  }
  return list;
}

/** What leaves a node: the node that it runs to, and the lag by which these tests tell links apart. */
function linksFrom({ grouped, successors }: HeldLinks, u: number): readonly string[] {
  const { outRange, link, successor } = successors;
  const list: string[] = [];
  for (let i = outRange[u * 2] ?? 0; i < (outRange[u * 2 + 1] ?? 0); i++) {
    const e = link[i] ?? 0;
    assert.equal(grouped.predecessor[e], u);
    list.push(`${successor[e]} ${grouped.lag[e]}`);
  }
  return list.sort();
}

test('links that are rewritten in place are those of columns made anew, from either end', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const random = seededRandom(seed);
    const draw = (below: number): number => Math.floor(random() * below);
    let lag = 0;
    const lists: (readonly Link[])[] = Array.from({ length: count }, () => []);
    let held = hold(lists);
    for (let step = 0; step < 120; step++) {
      const changed = new Map<number, readonly Link[]>();
      for (let nodes = 1 + draw(3); nodes > 0; nodes--) {
        const v = draw(count);
        const kept = (lists[v] ?? []).filter(() => draw(4) > 0);
        const list = draw(5) === 0 ? kept.reverse() : kept;
        // A few predecessors, so that some are named twice.
        for (let more = draw(4); more > 0; more--) {
          list.splice(draw(list.length + 1), 0, {
            from: draw(4),
            code: 1,
            lag: lag++,
            settled: 65,
          });
        }
        lists[v] = list;
        changed.set(v, list);
      }
      held = rewriteLinks(held, changed);
      const anew = hold(lists);
      for (let v = 0; v < count; v++) {
        assert.deepEqual(linksInto(held, v), lists[v], `seed ${seed}, step ${step}, into ${v}`);
        assert.deepEqual(
          linksFrom(held, v),
          linksFrom(anew, v),
          `seed ${seed}, step ${step}: ${v}`,
        );
      }
    }
    // However often they change, the columns stay as large as what they hold.
    assert.ok(held.grouped.predecessor.length < 400 && held.successors.link.length < 400);
  }
});

test('a list that shrinks and grows again takes its own room, and no column is made anew', () => {
  const link = (from: number): Link => ({ from, code: 1, lag: 0, settled: 1 });
  const more = new Map([[5, [link(1), link(2), link(3)]]]);
  const first = rewriteLinks(hold(Array.from({ length: count }, () => [link(1)])), more);
  let held = first;
  for (let round = 0; round < 1000; round++) {
    held = rewriteLinks(held, new Map([[5, [link(2)]]]));
    held = rewriteLinks(held, more);
  }
  assert.equal(held.grouped, first.grouped);
  assert.equal(held.successors, first.successors);
});
