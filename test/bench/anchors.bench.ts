// Anchors made at an old commit and resolved at a newer one, held against git's own line history.
// `npm run bench -- anchors [REPOSITORY FROM TO]`; without arguments, the history of this repository.
// Measured so too on packages whose versions were committed one after the other: immer, node-addon-api,
// node-gyp, bootstrap, nodemailer, preact, svelte, markdown-it, acorn, fastify, undici and commander.
// Another time others tell more. Lines, drawn ranges, and the same where no commit is known.
import { execFileSync } from 'node:child_process';
import { replayHistory, type ReplayScore } from '../support/replayHistory.ts';
import type { Benchmark, Measurement } from './benchmark.ts';

/** So many anchors there are about. */
const wanted = 5000;

export const benchmark: Benchmark = {
  name: 'anchors',
  run: async ([repository = process.cwd(), from = oldCommit(repository), to = 'HEAD']) => {
    const replay = { repository, from, to, accepts: isCode };
    const lines = (await replayHistory({ ...replay, every: 50 })).anchors * 50;
    const every = Math.max(1, Math.round(lines / wanted));
    const score = await replayHistory({ ...replay, every });
    const measured: Measurement[] = [
      ...shares('', score),
      {
        name: 'lost by the history of lines, found with their words',
        value: score.rescued,
        unit: '1',
      },
      { name: 'resolving all of them', value: score.milliseconds, unit: 'ms' },
      { name: 'longest turn of the thread', value: score.longestTurnMs, unit: 'ms' },
      { name: 'for one', value: score.milliseconds / score.anchors, unit: 'ms' },
    ];
    for (const kind of kinds) {
      const { name, ...more } = kind;
      measured.push(...shares(`${name}: `, await replayHistory({ ...replay, every, ...more })));
    }
    return measured;
  },
};

const kinds = [
  { name: 'ranges', ranges: 1 },
  { name: 'ranges of another draw', ranges: 2 },
  { name: 'lines without a commit', withoutCommits: true },
  { name: 'ranges without a commit', ranges: 1, withoutCommits: true },
] as const;

function shares(kind: string, score: ReplayScore): readonly Measurement[] {
  for (const mistake of score.mistakes) console.log(`${kind}wrong: ${mistake}`);
  return [
    { name: `${kind}anchors`, value: score.anchors, unit: '1' },
    {
      name: `${kind}of those that survive, found`,
      value: share(score.found, score.surviving),
      unit: '%',
    },
    {
      name: `${kind}of the resolved, at a wrong place`,
      value: share(score.wrong, score.resolved),
      unit: '%',
    },
  ];
}

function share(part: number, whole: number): number {
  return (100 * part) / Math.max(1, whole);
}

/** A third of the way into the history. */
function oldCommit(repository: string): string {
  const args = ['-C', repository, 'rev-list', '--first-parent', '--reverse', 'HEAD'];
  const commits = execFileSync('git', args, { encoding: 'utf8' }).trim().split('\n');
  return commits[Math.floor(commits.length / 3)] ?? 'HEAD';
}

function isCode(file: string): boolean {
  return (
    /\.(?:[cm]?[jt]sx?|css|html|md|py|go|rs|java|c|h|cpp|rb|ya?ml|json)$/.test(file) &&
    !/package-lock|^(?:dist|build)\//.test(file)
  );
}
