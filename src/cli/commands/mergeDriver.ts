import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ok } from '../../core/base/result.ts';
import { decodeText } from '../../core/format/decodeText.ts';
import { fileIdentity } from '../../core/format/fileIdentity.ts';
import { parsePlanFile } from '../../core/format/parsePlanFile.ts';
import { mergeAsText } from '../../core/merge/mergeAsText.ts';
import { mergeFile } from '../../core/merge/mergeFile.ts';
import { createProblem, type Problem } from '../../core/model/problem.ts';
import { projectPath } from '../../core/store/planPath.ts';
import { replaceFile } from '../../node/replaceFile.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';

/**
 * What git gives its driver: three files of its own, of which ours takes the result, and the path in
 * the tree.
 */
export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  const [base, ours, theirs, place, ...rest] = words;
  if (base === undefined || ours === undefined || theirs === undefined || rest.length > 0) {
    return misused('Git calls this: gantry merge-driver BASE OURS THEIRS PATH');
  }
  const files = [base, ours, theirs].map(file => path.resolve(ctx.host.workingFolder, file));
  const texts = await Promise.all(files.map(readText));
  const [before, here, there] = texts;
  if (before === undefined || here === undefined || there === undefined) {
    return misused('The versions to merge are no text; nothing was changed');
  }
  const target = files[1] ?? ours;
  const file = (place ?? ours).replaceAll('\\', '/');
  const isNewer = await isInNewerPlan(path.resolve(ctx.host.workingFolder, file));
  const merged = mergeVersions(isNewer ? undefined : file, {
    base: before,
    ours: here,
    theirs: there,
  });
  if (merged.text !== here) {
    // Whole or not at all: what is left after a failure is merged by git.
    const bytes = new TextEncoder().encode(merged.text);
    await replaceFile(target, bytes, { isSame: () => true, isNew: false });
  }
  return ok({
    kind: 'merge-driver',
    data: { file, conflicts: merged.conflicts },
    text: '',
    problems: merged.problems.map(problem => ({ ...problem, file })),
    folder: '',
    findingsFrom: 'error',
  });
}

/** A plan of a newer format is not understood here, and its files are texts like others. */
async function isInNewerPlan(file: string): Promise<boolean> {
  const project = path.join(path.dirname(file), '..', projectPath);
  const bytes = await readFile(project).catch(() => undefined);
  const problems = bytes ? parsePlanFile(projectPath, bytes).file.problems : [];
  return problems.some(({ code }) => code === 'file-newer');
}

interface Merged {
  readonly text: string;
  /** How much is left to decide. */
  readonly conflicts: number;
  readonly problems: readonly Problem[];
}

function mergeVersions(
  file: string | undefined,
  sides: { readonly base: string; readonly ours: string; readonly theirs: string },
): Merged {
  const inside = (file ?? '').split('/').slice(-2).join('/');
  const name = fileIdentity(inside) ? inside : path.posix.basename(inside);
  const identity = fileIdentity(name);
  // Git gives an empty file where the sides have no common ancestor.
  const base = sides.base === '' ? undefined : sides.base;
  const merged = identity && mergeFile(identity.kind, { ...sides, base });
  if (merged?.ok) {
    const { text, conflicts } = merged.value;
    if (conflicts.length === 0) return { text, conflicts: 0, problems: [] };
    const { problems } = parsePlanFile(name, new TextEncoder().encode(text)).file;
    const told = problems.filter(({ code }) => code === 'merge-conflict');
    return { text, conflicts: conflicts.length, problems: told };
  }
  const { text, isClean } = mergeAsText(sides);
  const message = 'Both sides changed the same lines; choose between them in the file';
  const problems = isClean ? [] : [createProblem('file-conflict', message)];
  return { text, conflicts: problems.length, problems };
}

async function readText(file: string): Promise<string | undefined> {
  const decoded = decodeText(await readFile(file));
  return decoded.kind === 'text' ? decoded.text : undefined;
}
