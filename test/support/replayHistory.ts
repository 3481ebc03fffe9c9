// Anchors made at one commit of a repository and resolved at another, held against git's line history.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { captureQuote } from '../../src/core/anchors/quote.ts';
import type { Resolution } from '../../src/core/anchors/resolution.ts';
import { resolveAnchors, type CodeReader } from '../../src/core/anchors/resolveAnchors.ts';
import { isSameButBlanks } from '../../src/core/anchors/similarity.ts';
import { createSourceText } from '../../src/core/anchors/sourceText.ts';
import type { Anchor } from '../../src/core/model/anchor.ts';
import { createCodePast } from '../../src/git/codePast.ts';
import { createRunGit } from '../../src/git/gitProcess.ts';
import { createPause } from '../../src/node/pause.ts';
import { withLongestTurn } from './longestTurn.ts';

/** How anchors fared. A place of a line that git lost sight of is right only if it says the same. */
export interface ReplayScore {
  anchors: number;
  /** Lines that git's history leads to the newer commit. */
  surviving: number;
  found: number;
  resolved: number;
  /** At another line than the history says, or at other words. */
  wrong: number;
  /** Lines that the history lost, found with the same words. */
  rescued: number;
  readonly mistakes: string[];
  readonly missed: string[];
  readonly rescues: string[];
  milliseconds: number;
  /** The longest stretch in which the resolving let nothing else be done. */
  longestTurnMs: number;
}

export interface Replay {
  readonly repository: string;
  readonly from: string;
  readonly to: string;
  /** An anchor at every so many lines with text. */
  readonly every: number;
  readonly accepts?: (file: string) => boolean;
  /** The recorded commit is not there any more: only the quote is known. */
  readonly withoutCommits?: boolean;
}

export async function replayHistory(replay: Replay): Promise<ReplayScore> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gantry-replay-'));
  try {
    runGit('.', 'clone', '-q', '--shared', '--no-checkout', replay.repository, folder);
    runGit(
      folder,
      'checkout',
      '-q',
      '--detach',
      runGit(replay.repository, 'rev-parse', replay.to).trim(),
    );
    return await replayIn(folder, replay);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function replayIn(folder: string, replay: Replay): Promise<ReplayScore> {
  const commit = runGit(replay.repository, 'rev-parse', replay.from).trim();
  const anchors = makeAnchors(folder, commit, replay);
  const past = replay.withoutCommits
    ? undefined
    : createCodePast(createRunGit(folder, process.env));
  const { value, longestTurnMs } = await withLongestTurn(async () => {
    const startedAt = performance.now();
    const resolutions = await resolveAnchors(anchors, diskReader(folder), past, createPause());
    return { resolutions, milliseconds: performance.now() - startedAt };
  });
  const { resolutions, milliseconds } = value;
  const score: ReplayScore = {
    anchors: anchors.length,
    surviving: 0,
    found: 0,
    resolved: 0,
    wrong: 0,
    rescued: 0,
    mistakes: [],
    missed: [],
    rescues: [],
    milliseconds,
    longestTurnMs,
  };
  const truths = new Map<string, ReadonlyMap<number, string>>();
  for (const [i, anchor] of anchors.entries()) {
    const truth = truths.get(anchor.path) ?? lineHistory(folder, commit, anchor.path);
    truths.set(anchor.path, truth);
    const resolution = resolutions[i];
    if (resolution)
      judge(score, { anchor, resolution, folder, expected: truth.get(anchor.line ?? 0) });
  }
  return score;
}

function judge(
  score: ReplayScore,
  {
    anchor,
    resolution,
    folder,
    expected,
  }: {
    readonly anchor: Anchor;
    readonly resolution: Resolution;
    readonly folder: string;
    readonly expected: string | undefined;
  },
): void {
  const { place } = resolution;
  const actual = place ? `${place.path}:${place.line ?? ''}` : undefined;
  const told = `${anchor.path}:${anchor.line ?? ''} ${JSON.stringify(anchor.quote)} is ${actual ?? 'nowhere'} by ${resolution.evidence} ${resolution.score.toFixed(2)}, by git ${expected ?? 'gone'}`;
  if (actual !== undefined) score.resolved += 1;
  if (expected !== undefined) {
    score.surviving += 1;
    if (actual === expected) score.found += 1;
    else if (actual === undefined) score.missed.push(told);
    else {
      score.wrong += 1;
      score.mistakes.push(told);
    }
  } else if (place?.line !== undefined) {
    const text = createSourceText(readFileSync(path.join(folder, place.path), 'utf8'));
    if (isSameButBlanks(text.lineAt(place.line) ?? '', anchor.quote?.split('\n')[0] ?? '')) {
      score.rescued += 1;
      score.rescues.push(told);
    } else {
      score.wrong += 1;
      score.mistakes.push(told);
    }
  }
}

function makeAnchors(folder: string, commit: string, replay: Replay): readonly Anchor[] {
  const anchors: Anchor[] = [];
  const files = runGit(folder, 'ls-tree', '-r', '-z', '--name-only', commit)
    .split('\0')
    .filter(Boolean);
  let count = 0;
  for (const file of files) {
    if (replay.accepts && !replay.accepts(file)) continue;
    const bytes = execFileSync('git', ['-C', folder, 'cat-file', 'blob', `${commit}:${file}`], {
      maxBuffer: 1e9,
    });
    if (bytes.includes(0) || bytes.length > 1_000_000) continue;
    const text = createSourceText(bytes.toString());
    for (const line of text.lines.keys()) {
      const quote = captureQuote(text, line + 1, line + 1);
      if (!quote || count++ % replay.every !== 0) continue;
      anchors.push({
        path: file,
        line: line + 1,
        endLine: undefined,
        symbol: undefined,
        ...quote,
        commit,
      });
    }
  }
  return anchors;
}

/** Where each line of a file came to, as `git blame --reverse` follows it: `path:line` by line. */
function lineHistory(folder: string, commit: string, file: string): ReadonlyMap<number, string> {
  const head = runGit(folder, 'rev-parse', 'HEAD').trim();
  const places = new Map<number, string>();
  if (head === commit) return places;
  const answer = runGit(
    folder,
    'blame',
    '--reverse',
    '--porcelain',
    `${commit}..${head}`,
    '--',
    file,
  );
  const names = new Map<string, string>();
  let last: readonly string[] = [];
  for (const row of answer.split('\n')) {
    const match = /^([0-9a-f]{40}) (\d+) (\d+)/.exec(row);
    if (match) last = match;
    else if (row.startsWith('filename ')) names.set(last[1] ?? '', row.slice(9));
    else if (row.startsWith('\t') && last[1] === head) {
      places.set(Number(last[3]), `${names.get(head) ?? ''}:${last[2] ?? ''}`);
    }
  }
  return places;
}

function diskReader(folder: string): CodeReader {
  return {
    read: file => {
      const place = path.join(folder, file);
      if (!existsSync(place) || !statSync(place).isFile()) return Promise.resolve(undefined);
      const bytes = readFileSync(place);
      return Promise.resolve(bytes.includes(0) ? undefined : bytes.toString());
    },
    exists: file => Promise.resolve(existsSync(path.join(folder, file))),
  };
}

function runGit(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
