// Merges large files of the plan field by field: fields apart in neighbouring lines, and conflicts.
// `npm run bench -- merge`. Twice the size must take about twice the time.
import { mergeFile, type FileSides } from '../../src/core/merge/mergeFile.ts';
import { medianMs, type Benchmark, type Measurement } from './benchmark.ts';

export const benchmark: Benchmark = {
  name: 'merge',
  run: async () => {
    const told: Measurement[] = [];
    for (const count of [1500, 3000]) {
      const odd = (day: number) => (item: number) => (item % 2 === 0 ? 10 : day);
      const even = (day: number) => (item: number) => (item % 2 === 0 ? day : 10);
      const apart = { base: baseline(count, () => 10), ours: baseline(count, odd(11)) };
      const halves = { ...apart, theirs: baseline(count, even(12)) };
      told.push(await measure(`baseline of ${count}, each side half of it`, halves));
      const sides = { base: people(count, 50), ours: people(count, 60), theirs: people(count, 70) };
      told.push(await measure(`project.yaml with ${count} conflicts`, sides, 'project'));
      told.push(await measure(`list of ${10 * count} entries`, lists(10 * count), 'task'));
    }
    return told;
  },
};

async function measure(
  name: string,
  sides: FileSides,
  kind: 'baseline' | 'project' | 'task' = 'baseline',
): Promise<Measurement> {
  return { name, value: await medianMs(() => mergeFile(kind, sides), 3), unit: 'ms' };
}

function baseline(count: number, dayOf: (item: number) => number): string {
  const lines = Array.from({ length: count }, (_, item) => {
    const id = `T-${String(item).padStart(4, '0')}X`;
    return `  ${id}: 2026-01-05T09:00..2026-01-${dayOf(item)}T18:00\n`;
  });
  return `title: Kick-off\nitems:\n${lines.join('')}`;
}

function people(count: number, units: number): string {
  const lines = Array.from(
    { length: count },
    (_, person) => `  p${person}:\n    name: Person ${person}\n    units: ${units}%\n`,
  );
  return `name: Plan\npeople:\n${lines.join('')}`;
}

/** One side puts an entry in the midst, the other takes one of the first out and adds one at the end. */
function lists(count: number): FileSides {
  const entries = Array.from({ length: count }, (_, entry) => `  - Accepted ${entry}\n`);
  const text = (lines: readonly string[]): string => `title: Draw\nacceptance:\n${lines.join('')}`;
  const half = Math.floor(count / 2);
  const ours = [...entries.slice(0, half), '  - Ours\n', ...entries.slice(half)];
  const theirs = [...entries.filter((_, entry) => entry !== 7), '  - Theirs\n'];
  return { base: text(entries), ours: text(ours), theirs: text(theirs) };
}
