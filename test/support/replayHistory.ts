// Anchors made at one commit of a repository and resolved at another, held against git's line history.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import nodePath from 'node:path';
import { anchorText } from '../../src/core/anchors/anchorText.ts';
import { captureQuote } from '../../src/core/anchors/quote.ts';
import type { Resolution } from '../../src/core/anchors/resolution.ts';
import { resolveAnchors, type CodeReader } from '../../src/core/anchors/resolveAnchors.ts';
import { isSameButBlanks } from '../../src/core/anchors/similarity.ts';
import { createSourceText, type SourceText } from '../../src/core/anchors/sourceText.ts';
import type { Anchor } from '../../src/core/model/anchor.ts';
import { createCodePast } from '../../src/git/codePast.ts';
import { createRunGit } from '../../src/git/gitProcess.ts';
import { createPause } from '../../src/node/pause.ts';
import { withLongestTurn } from './longestTurn.ts';
import { drawRanges, judgeRange } from './replayedRanges.ts';
import { seededRandom } from './seededRandom.ts';

/** How anchors fared. A place of a line that git lost sight of is right only if it says the same. */
export interface ReplayScore {
  anchors: number;
  /** Lines that git's history leads to the newer commit; ranges most of which it leads to one place. */
  surviving: number;
  found: number;
  resolved: number;
  /** At another line than the history says, or at other words; a range of which less than half is there. */
  wrong: number;
  /** Lines that the history lost, found with the same words; ranges of which it lost most. */
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
  /** With this seed ranges of lines are drawn, as many as there would be lines. */
  readonly ranges?: number;
  readonly accepts?: (file: string) => boolean;
  /** The recorded commit is not there any more: only the quote is known. */
  readonly withoutCommits?: boolean;
}

export async function replayHistory(replay: Replay): Promise<ReplayScore> {
  const folder = mkdtempSync(nodePath.join(os.tmpdir(), 'gantry-replay-'));
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
  const made = makeAnchors(folder, commit, replay);
  const anchors = made.map(({ anchor }) => anchor);
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
  const textOf = createTextReader(folder);
  for (const [i, { anchor, old }] of made.entries()) {
    const history = truths.get(anchor.path) ?? lineHistory(folder, commit, anchor.path);
    truths.set(anchor.path, history);
    const resolution = resolutions[i];
    if (!resolution) continue;
    if (resolution.place) score.resolved += 1;
    const judge = replay.ranges === undefined ? judgeLine : judgeLines;
    judge(score, { anchor, old, resolution, history, textOf });
  }
  return score;
}

interface Replayed {
  readonly anchor: Anchor;
  readonly old: SourceText;
  readonly resolution: Resolution;
  readonly history: ReadonlyMap<number, string>;
  readonly textOf: (path: string) => SourceText | undefined;
}

function judgeLine(score: ReplayScore, { anchor, resolution, history, textOf }: Replayed): void {
  const { place } = resolution;
  const expected = history.get(anchor.line ?? 0);
  const actual = place ? `${place.path}:${place.line ?? ''}` : undefined;
  const told = `${tell(anchor, resolution)}, by git ${expected ?? 'gone'}`;
  if (expected !== undefined) {
    score.surviving += 1;
    if (actual === expected) score.found += 1;
    else if (actual === undefined) score.missed.push(told);
    else {
      score.wrong += 1;
      score.mistakes.push(told);
    }
  } else if (place?.line !== undefined) {
    const line = textOf(place.path)?.lineAt(place.line) ?? '';
    if (isSameButBlanks(line, anchor.quote?.split('\n')[0] ?? '')) {
      score.rescued += 1;
      score.rescues.push(told);
    } else {
      score.wrong += 1;
      score.mistakes.push(told);
    }
  }
}

/** A range is at a wrong place when most of its words are not there, or it is a small part of that. */
function judgeLines(score: ReplayScore, replayed: Replayed): void {
  const { anchor, resolution } = replayed;
  const { survives, held, share } = judgeRange({ ...replayed, place: resolution.place });
  const told = `${tell(anchor, resolution)}, of it ${held.toFixed(2)}, and it is ${share.toFixed(2)} of that`;
  const isWrong = resolution.place !== undefined && (held < 0.5 || share < 0.25);
  if (survives) score.surviving += 1;
  if (isWrong) {
    score.wrong += 1;
    score.mistakes.push(told);
  } else if (resolution.place === undefined) {
    if (survives) score.missed.push(told);
  } else if (survives) score.found += 1;
  else {
    score.rescued += 1;
    score.rescues.push(told);
  }
}

function tell(anchor: Anchor, { place, evidence, score, state, guess }: Resolution): string {
  const at = place ? anchorText(place) : guess ? `perhaps ${anchorText(guess)}` : 'nowhere';
  return `${anchorText(anchor)} ${JSON.stringify(anchor.quote)} is ${at}, ${state} by ${evidence} ${score.toFixed(2)}`;
}

function makeAnchors(
  folder: string,
  commit: string,
  replay: Replay,
): readonly Pick<Replayed, 'anchor' | 'old'>[] {
  const files = runGit(folder, 'ls-tree', '-r', '-z', '--name-only', commit)
    .split('\0')
    .filter(Boolean);
  const random = seededRandom(replay.ranges ?? 0);
  const bare = { symbol: undefined, commit };
  let count = 0;
  return files.flatMap(path => {
    if (replay.accepts && !replay.accepts(path)) return [];
    const bytes = execFileSync('git', ['-C', folder, 'cat-file', 'blob', `${commit}:${path}`], {
      maxBuffer: 1e9,
    });
    if (bytes.includes(0) || bytes.length > 1_000_000) return [];
    const old = createSourceText(bytes.toString());
    const asked = [...old.lines.keys()].flatMap(line => {
      const quote = captureQuote(old, line + 1, line + 1);
      const isAsked = quote !== undefined && count++ % replay.every === 0;
      return isAsked ? [{ line: line + 1, endLine: undefined }] : [];
    });
    const places = replay.ranges === undefined ? asked : drawRanges(old, asked.length, random);
    return places.map(place => {
      const quote = captureQuote(old, place.line, place.endLine ?? place.line);
      const text = {
        quote: undefined,
        before: undefined,
        after: undefined,
        prints: undefined,
        ...quote,
      };
      return { anchor: { path, ...place, ...bare, ...text }, old };
    });
  });
}

function createTextReader(folder: string): (path: string) => SourceText | undefined {
  const texts = new Map<string, SourceText>();
  return path => {
    const known =
      texts.get(path) ?? createSourceText(readFileSync(nodePath.join(folder, path), 'utf8'));
    texts.set(path, known);
    return known;
  };
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
      const place = nodePath.join(folder, file);
      if (!existsSync(place) || !statSync(place).isFile()) return Promise.resolve(undefined);
      const bytes = readFileSync(place);
      return Promise.resolve(bytes.includes(0) ? undefined : bytes.toString());
    },
    exists: file => Promise.resolve(existsSync(nodePath.join(folder, file))),
  };
}

function runGit(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', ['-C', folder, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
