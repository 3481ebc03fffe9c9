// What is shown beside code at 5,000 links: the marks, the current line and the letters in the explorer.
import { itemsAtLine, computeCodeMarks, type CodeLink } from '../../src/core/language/codeMarks.ts';
import { computeFileWarning } from '../../src/core/language/fileWarning.ts';
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import { buildPlan, type TaskWords } from '../support/buildPlan.ts';
import { medianMs, type Benchmark } from './benchmark.ts';

const count = 5000;
const filesOfMany = 200;

export const benchmark: Benchmark = {
  name: 'annotations',
  run: async () => {
    const tasks: Record<string, TaskWords> = {};
    for (let i = 0; i < count; i++) tasks[`T-${i}`] = { estimate: '1d' };
    const plan = buildPlan({ tasks });
    const schedule = computeSchedule(plan);
    const inOne = Array.from({ length: count }, (_, i) => linkAt(i, 'src/one.ts'));
    const inMany = inOne.map((_, i) => linkAt(i, `src/file${i % filesOfMany}.ts`));
    const byPath = new Map<string, CodeLink[]>();
    for (const link of inMany) {
      byPath.set(link.anchor.path, [...(byPath.get(link.anchor.path) ?? []), link]);
    }
    const usual = byPath.get('src/file0.ts') ?? [];
    const warn = (): void => {
      for (const links of byPath.values()) {
        computeFileWarning(
          links.map(({ id }) => id),
          { plan, schedule },
        );
      }
    };
    return [
      {
        name: `marks of a file, ${count} links in ${filesOfMany} files`,
        value: await medianMs(() => computeCodeMarks(usual, plan)),
        unit: 'ms',
      },
      {
        name: `marks of a file with all ${count}`,
        value: await medianMs(() => computeCodeMarks(inOne, plan)),
        unit: 'ms',
      },
      {
        name: 'items of the current line in it',
        value: await medianMs(() => itemsAtLine(inOne, plan, count)),
        unit: 'ms',
      },
      {
        name: `letters of ${filesOfMany} files in the explorer`,
        value: await medianMs(warn),
        unit: 'ms',
      },
    ];
  },
};

function linkAt(i: number, path: string): CodeLink {
  const place = { path, line: i * 3 + 1, endLine: i * 3 + 2 };
  const none = {
    symbol: undefined,
    before: undefined,
    after: undefined,
    prints: undefined,
    commit: undefined,
  };
  const anchor = { ...place, ...none, quote: 'call();' };
  const now = { state: 'fresh', place, guess: undefined, score: 1, evidence: 'same' } as const;
  return { id: `T-${i}`, anchor, now };
}
