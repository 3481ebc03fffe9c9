import { areSameBytes, encodeUtf8 } from '../base/utf8.ts';
import { ok, refused, type Result } from '../base/result.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { JournalTurn } from './changeJournal.ts';
import { failureProblem } from './fileRefusal.ts';
import type { FileStep } from './fileStep.ts';
import { journalOf } from './planJournal.ts';
import { projectPath, readPlanPath, trashFolder } from './planPath.ts';
import type { Pause } from '../base/pause.ts';
import type { ProjectFiles } from './projectFiles.ts';

/** The steps that lead back. A file that was made goes to the trash: nothing is ever deleted. */
export function invertSteps(
  steps: readonly FileStep[],
  isTaken: (path: string) => boolean,
): readonly FileStep[] {
  return [...steps].reverse().map(step => invertStep(step, isTaken));
}

function invertStep(step: FileStep, isTaken: (path: string) => boolean): FileStep {
  if (step.kind === 'move') return { ...step, from: step.to, to: step.from };
  const { path, bytes, before } = step;
  if (before !== undefined) return { ...step, bytes: before, before: bytes };
  return { kind: 'move', from: path, to: trashPath(path, isTaken), bytes };
}

/** A free place in the trash for a file of the plan. */
export function trashPath(path: string, isTaken: (path: string) => boolean): string {
  const place = readPlanPath(path);
  const stem = 'id' in place && place.id !== undefined ? place.id : projectPath;
  for (let copy = 1; ; copy++) {
    const name = copy === 1 ? `${stem}.yaml` : `${stem}.${copy}.yaml`;
    const free = `${trashFolder}/${name}`;
    if (!isTaken(free)) return free;
  }
}

/** Every path that the steps read or write. */
export function pathsOf(steps: readonly FileStep[]): readonly string[] {
  const paths = steps.flatMap(step => (step.kind === 'move' ? [step.from, step.to] : [step.path]));
  return [...new Set(paths)];
}

export interface StepsOptions {
  /** What they do, in words. */
  readonly title: string;
  readonly pause?: Pause | undefined;
}

/**
 * Does the steps. Before the first of them every file is compared with what the steps expect; when
 * one fails all the same, those already done are taken back. Several steps are noted on the disk
 * before, so that a crash in the middle leaves no half of them for long.
 */
export async function runSteps(
  files: ProjectFiles,
  steps: readonly FileStep[],
  options: StepsOptions,
): Promise<Result<true, Problem>> {
  if (!files.journal || steps.length < 2) return runInTurn(files, steps, options, undefined);
  let turn: JournalTurn | undefined;
  try {
    turn = await files.journal.begin();
  } catch (failure) {
    return refused(failureProblem(failure, 'write-failed', undefined));
  }
  if (!turn) return refused(busyProblem());
  try {
    return await runInTurn(files, steps, options, turn);
  } finally {
    turn.release();
  }
}

async function runInTurn(
  files: ProjectFiles,
  steps: readonly FileStep[],
  { title, pause }: StepsOptions,
  turn: JournalTurn | undefined,
): Promise<Result<true, Problem>> {
  const obstacle = (await findChanged(files, steps)) ?? (await prepareTrash(files, steps));
  if (obstacle) return refused(obstacle);
  const done: FileStep[] = [];
  let problem = await noteSteps(turn, title, steps);
  for (const step of steps) {
    problem ??= await runStep(files, step);
    if (problem) break;
    done.push(step);
    if (turn && !turn.keep()) problem = lostProblem();
    await pause?.();
  }
  problem ??= await endTurn(turn);
  return problem ? refused(await takeBack(files, done, { cause: problem, turn })) : ok(true);
}

async function noteSteps(
  turn: JournalTurn | undefined,
  title: string,
  steps: readonly FileStep[],
): Promise<Problem | undefined> {
  try {
    await turn?.note(journalOf(title, steps));
    return undefined;
  } catch (failure) {
    return failureProblem(failure, 'write-failed', undefined);
  }
}

async function endTurn(turn: JournalTurn | undefined): Promise<Problem | undefined> {
  try {
    return turn && !(await turn.end()) ? lostProblem() : undefined;
  } catch (failure) {
    return failureProblem(failure, 'write-failed', undefined);
  }
}

/** Keeps removed items out of git's sight: they are in its history already. */
async function prepareTrash(
  files: ProjectFiles,
  steps: readonly FileStep[],
): Promise<Problem | undefined> {
  const path = `${trashFolder}/.gitignore`;
  const targets = steps.map(step => (step.kind === 'move' ? step.to : step.path));
  if (!targets.some(target => target.startsWith(`${trashFolder}/`))) {
    return undefined;
  }
  try {
    await files.write(path, encodeUtf8('*\n'), undefined);
    return undefined;
  } catch (failure) {
    return failureProblem(failure, 'write-failed', path);
  }
}

async function takeBack(
  files: ProjectFiles,
  done: readonly FileStep[],
  { cause, turn }: { readonly cause: Problem; readonly turn: JournalTurn | undefined },
): Promise<Problem> {
  const left: string[] = [];
  for (const step of [...done].reverse()) {
    if (!(await takeStepBack(files, step))) left.push(...pathsOf([step]));
    turn?.keep();
  }
  const isLater = turn ? !(await settle(turn)) : false;
  const still = turn ? await findNotBack(files, done, left) : left;
  if (still.length === 0) return cause;
  const advice = isLater
    ? 'this is tried again before the next change'
    : 'look at them before going on';
  const message = `${cause.message}, and ${still.join(', ')} could not be put back; ${advice}`;
  // Nobody may take this for an edit that can simply be tried again.
  return { ...createProblem('write-failed', message), file: cause.file };
}

/** False when the disk refuses. */
async function settle(turn: JournalTurn): Promise<boolean> {
  try {
    await turn.takeBack();
    return true;
  } catch {
    return false;
  }
}

async function findNotBack(
  files: ProjectFiles,
  done: readonly FileStep[],
  suspects: readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { path, contents } of journalOf('', done).files) {
    if (!suspects.includes(path)) continue;
    if (await compareFile(files, path, contents[0])) found.push(path);
  }
  return found;
}

/** A made file goes to the first place in the trash that turns out to be free. */
async function takeStepBack(files: ProjectFiles, step: FileStep): Promise<boolean> {
  const tried = new Set<string>();
  for (;;) {
    const back = invertStep(step, path => tried.has(path));
    const problem = await runStep(files, back);
    if (!problem) return true;
    const isPlaceTaken = back.kind === 'move' && problem.code === 'file-changed';
    if (!isPlaceTaken || tried.has(back.to) || tried.size > 8) return false;
    tried.add(back.to);
  }
}

/** Undefined when the step was done. */
async function runStep(files: ProjectFiles, step: FileStep): Promise<Problem | undefined> {
  const path = step.kind === 'move' ? step.from : step.path;
  try {
    if (step.kind === 'write') {
      return (await files.write(path, step.bytes, step.before)) ? undefined : changedProblem(path);
    }
    if (await files.move(step.from, step.to)) return undefined;
    const message = `${step.from} could not be moved because ${step.to} is there already`;
    return createProblem('file-changed', message, { file: step.from });
  } catch (failure) {
    return failureProblem(failure, 'write-failed', path);
  }
}

/** The first file that does not hold what the steps expect of it at the beginning. */
async function findChanged(
  files: ProjectFiles,
  steps: readonly FileStep[],
): Promise<Problem | undefined> {
  const seen = new Set<string>();
  for (const step of steps) {
    const path = step.kind === 'move' ? step.from : step.path;
    if (!seen.has(path)) {
      const expected = step.kind === 'move' ? step.bytes : step.before;
      const problem = await compareFile(files, path, expected);
      if (problem) return problem;
    }
    if (step.kind === 'move') seen.add(step.to);
    seen.add(path);
  }
  return undefined;
}

async function compareFile(
  files: ProjectFiles,
  path: string,
  expected: Uint8Array | undefined,
): Promise<Problem | undefined> {
  try {
    return areSameBytes(await files.read(path), expected) ? undefined : changedProblem(path);
  } catch (failure) {
    return failureProblem(failure, 'write-failed', path);
  }
}

function busyProblem(): Problem {
  const message =
    'Another program is in the middle of a change of several files of the plan; try again in a moment';
  return createProblem('plan-busy', message);
}

/** While we slept, another process took us for dead. */
function lostProblem(): Problem {
  const message =
    'The change took so long that another program took it back; look at the plan and try again';
  return createProblem('plan-busy', message);
}

function changedProblem(file: string): Problem {
  const message = `${file} changed underneath and was not written; look at the new content and try again`;
  return createProblem('file-changed', message, { file });
}
