// How long the thread of the editor's extensions is held at a time by what looks at code and commits:
// nothing else happens meanwhile, so that no more than 50 ms are allowed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FileChange } from '../../src/core/anchors/parsePatch.ts';
import type { NamingCommit } from '../../src/core/commits/commit.ts';
import type { CommitShelf } from '../../src/core/commits/commitShelf.ts';
import { linkInSteps, nameItems } from '../../src/core/commits/linkCommits.ts';
import { proposalsInSteps } from '../../src/core/commits/proposals.ts';
import {
  versionsInSteps,
  type ScheduledVersion,
} from '../../src/core/comparison/compareVersions.ts';
import { impactInSteps, type LinkNow } from '../../src/core/impact/computeImpact.ts';
import type { Anchor } from '../../src/core/model/anchor.ts';
import { noRates } from '../../src/core/model/moneyRules.ts';
import { computeSchedule, scheduleInSteps } from '../../src/core/schedule/computeSchedule.ts';
import type { Schedule } from '../../src/core/schedule/schedule.ts';
import { syntaxOf } from '../../src/core/source/commentSigns.ts';
import { commentsByLine } from '../../src/core/source/findComments.ts';
import { groupInSteps, notesInSteps, notesInText } from '../../src/core/source/openNotes.ts';
import { findSourceIds } from '../../src/core/source/sourceIds.ts';
import type { Snapshot } from '../../src/core/store/snapshot.ts';
import { snapshotInSteps, snapshotOfTexts } from '../../src/core/store/snapshotOfTexts.ts';
import { createRunGit } from '../../src/git/gitProcess.ts';
import { stepByStep } from '../../src/git/stepByStep.ts';
import { updateCommitIndex } from '../../src/git/updateCommitIndex.ts';
import { buildPlan, type TaskWords } from '../support/buildPlan.ts';
import { withLongestTurn } from '../support/longestTurn.ts';
import { addCommits, createShelf } from './commits.bench.ts';
import type { Benchmark, Measurement } from './benchmark.ts';

const tasks = 4000;
const commits = 100_000;
const mergedBranches = 10_000;
const notes = 100_000;
const links = 5000;
const changedFiles = 20_000;
const longFile = 20_000;
const comparedTasks = 10_000;

export const benchmark: Benchmark = {
  name: 'turns',
  run: async () => [
    ...(await measureCommits()),
    ...(await measureNotes()),
    ...(await measureImpact()),
    ...(await measureComparison()),
  ],
};

const idOf = (i: number): string => `T-${(i % tasks).toString().padStart(4, '0')}`;

function makePlan(): ReturnType<typeof buildPlan> {
  const words: Record<string, TaskWords> = {};
  for (let i = 0; i < tasks; i++) words[idOf(i)] = { estimate: '1d' };
  return buildPlan({ tasks: words });
}

async function turnOf(name: string, work: () => unknown): Promise<Measurement> {
  await work();
  const { longestTurnMs } = await withLongestTurn(work);
  return { name, value: longestTurnMs, unit: 'ms' };
}

async function measureCommits(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gantry-turns-'));
  try {
    execFileSync('git', ['-C', folder, 'init', '-q', '-b', 'main']);
    addCommits(folder, 0, commits);
    const git = createRunGit(folder, process.env);
    const shelf: CommitShelf = createShelf();
    const index = await updateCommitIndex(git, shelf);
    const plan = makePlan();
    const today = 10 * 365 * 200 * 1440;
    const merges = drawMerges();
    return [
      await turnOf(`index of ${commits} commits, made`, () =>
        updateCommitIndex(git, createShelf()),
      ),
      await turnOf('the same, read', () => updateCommitIndex(git, shelf)),
      await turnOf(`proposals for ${tasks} tasks from it`, () =>
        stepByStep(proposalsInSteps(plan, index, today)),
      ),
      await turnOf(`${mergedBranches} merged branches of tasks`, () =>
        stepByStep(linkInSteps(merges)),
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A mainline into which branches of one commit were merged, the newest first. */
function drawMerges(): readonly NamingCommit[] {
  const told = (hash: string, subject: string, parents: readonly string[]): NamingCommit =>
    nameItems({ hash, subject, parents, authoredAt: 1, day: '', author: '', body: '' });
  const all = Array.from({ length: mergedBranches }, (_, i) => {
    const before = `m${i - 1}`;
    const merge = told(`m${i}`, `Merge branch '${idOf(i).toLowerCase()}'`, [before, `b${i}`]);
    return [told(`b${i}`, 'work', [before]), merge];
  });
  return all.flat().reverse();
}

async function measureNotes(): Promise<readonly Measurement[]> {
  const found = Array.from({ length: notes }, (_, i) => ({
    path: `src/part${Math.floor(i / 2000)}/file${Math.floor(i / 50)}.ts`,
    line: i + 1,
    text: `  // TODO: mend what is wrong at ${i}`,
  }));
  const { notes: known } = await stepByStep(notesInSteps(found));
  const lines = Array.from(
    { length: longFile },
    (_, i) => `  const a${i} = b(${i} - 1); // ${i % 20 === 0 ? idOf(i) : 'the next one'}`,
  );
  const text = `${lines.join('\n')}\n// TODO: it\n`;
  return [
    await turnOf(`${notes} lines with TODOs`, () => stepByStep(notesInSteps(found))),
    await turnOf('their tree', () => stepByStep(groupInSteps(known))),
    await turnOf(`TODOs of an open file of ${longFile} lines`, () => notesInText('a.ts', text)),
    await turnOf('ids in it', () => {
      const comments = commentsByLine(lines, syntaxOf('a.ts'));
      return lines.map((line, i) => findSourceIds(line, comments[i] ?? []));
    }),
  ];
}

async function measureImpact(): Promise<readonly Measurement[]> {
  const plan = makePlan();
  const schedule = computeSchedule(plan);
  const files = Array.from({ length: changedFiles }, (_, i): FileChange => {
    const hunks = [{ oldStart: 5, oldCount: 1, newStart: 5, newCount: 3 }];
    return { oldPath: `src/file${i}.ts`, newPath: `src/file${i}.ts`, hunks, isBinary: false };
  });
  const all = Array.from({ length: links }, (_, i): LinkNow | undefined => {
    const item = plan.tasks.get(idOf(i));
    const at = `src/file${i % 700}${i % 3 === 0 ? 'x' : ''}.ts`;
    const anchor: Anchor = {
      path: at,
      line: 5,
      endLine: undefined,
      symbol: undefined,
      quote: undefined,
      before: undefined,
      after: undefined,
      prints: undefined,
      commit: undefined,
    };
    const place = i % 5 === 0 ? undefined : { path: at, line: 5, endLine: undefined };
    return (
      item && {
        item,
        anchor,
        now: {
          state: place ? 'fresh' : 'drifted',
          place,
          score: 1,
          evidence: 'same',
          guess: undefined,
        },
      }
    );
  }).filter(link => link !== undefined);
  return [
    await turnOf(`impact of ${changedFiles} changed files on ${links} links`, () =>
      stepByStep(impactInSteps({ plan, schedule }, all, { files, commits: [] })),
    ),
  ];
}

/** A plan of which a commit is read, and what it says otherwise. */
async function measureComparison(): Promise<readonly Measurement[]> {
  const textsOf = (longer: number): ReadonlyMap<string, string> => {
    const people = Array.from({ length: 60 }, (_, i) => `  p${i}: { name: P${i} }\n`).join('');
    const texts = new Map([
      ['project.yaml', `name: X\nstart: 2026-01-05\npeople:\n${people}money: { hourRate: 80 }\n`],
    ]);
    for (let i = 0; i < comparedTasks; i++) {
      const id = `T-${i.toString().padStart(5, '0')}`;
      const before = i % 50 === 0 ? '' : `dependsOn: [T-${(i - 1).toString().padStart(5, '0')}]\n`;
      const days = 1 + (i % 7) + (i % 50 === 1 ? longer : 0);
      texts.set(
        `tasks/${id}.yaml`,
        `title: Task ${i}\nestimate: ${days}d\nassignees: [p${i % 60}]\n${before}`,
      );
    }
    return texts;
  };
  const [old, now] = [textsOf(0), textsOf(2)];
  const before = snapshotOfTexts(old);
  const after = snapshotOfTexts(now);
  const known = new Map([before, after].map(each => [each, computeSchedule(each.plan)]));
  const side = (snapshot: Snapshot) => ({ revision: undefined, committed: undefined, snapshot });
  const versions = { before: side(before), after: side(after) };
  const options = { today: 0, rates: noRates };
  return [
    await turnOf(`${comparedTasks} tasks of a commit, read`, () =>
      stepByStep(snapshotInSteps(old)),
    ),
    await turnOf('the same, compared with the plan', () =>
      stepByStep(versionsInSteps(versions, { ...options, scheduled: scheduledWith(known) })),
    ),
    await turnOf('the same, with a schedule of the commit', () =>
      stepByStep(
        versionsInSteps(versions, {
          ...options,
          scheduled: scheduledWith(new Map([...known].slice(1))),
        }),
      ),
    ),
  ];
}

/** What is known is taken, and the rest computed in steps, as the editor does. */
function scheduledWith(known: ReadonlyMap<Snapshot, Schedule>): ScheduledVersion {
  return function* (snapshot, today) {
    return known.get(snapshot) ?? (yield* scheduleInSteps(snapshot.plan, { today }));
  };
}
