import { ok } from '../../core/base/result.ts';
import { decodeText } from '../../core/format/decodeText.ts';
import { fileIdentity } from '../../core/format/fileIdentity.ts';
import { parsePlanFile } from '../../core/format/parsePlanFile.ts';
import { mergeMarks, type Ancestor } from '../../core/merge/mergeMarks.ts';
import { createProblem, type Problem } from '../../core/model/problem.ts';
import { failureProblem } from '../../core/store/fileRefusal.ts';
import type { ProjectFiles } from '../../core/store/projectFiles.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { openRepository } from '../gitAccess.ts';
import { mendReferences, type MendedNames } from '../mendNames.ts';
import type { MendedRenames } from '../mendRenames.ts';
import { editPlan } from '../openPlan.ts';
import { plural } from '../printProblems.ts';

/** What became of a file with marks in it. */
interface Repaired {
  readonly file: string;
  readonly isWritten: boolean;
  readonly problems: readonly Problem[];
}

/**
 * Takes git's marks out of the files of the plan: the versions are merged field by field. What merges
 * left undone over several files is done as well.
 */
export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  if (words.length > 0)
    return misused('gantry repair takes no words; it mends all files with marks');
  const plan = await editPlan(ctx);
  if (!plan.ok) return plan;
  const { folder, files, store } = plan.value;
  const marked = store.snapshot.problems.filter(({ code }) => code === 'file-conflict');
  const paths = [...new Set(marked.flatMap(({ file }) => file ?? []))].sort();
  const repaired: Repaired[] = [];
  const repository = await openRepository(ctx);
  for (const file of paths) {
    const ancestor = await repository?.ancestorOf(folder, file);
    repaired.push(await repair(files, file, ancestor));
  }
  const mended = repaired.filter(({ isWritten }) => isWritten).map(({ file }) => file);
  const { renames, names } = await mendReferences(store, repository, folder);
  const problems = [
    ...repaired.flatMap(each => each.problems),
    ...renames.problems,
    ...names.problems,
  ];
  return ok({
    kind: 'repair',
    data: {
      files: mended.map(file => `${folder}/${file}`),
      joined: renames.joined,
      renamed: renames.followed,
      namedAgain: names.again,
    },
    text: textOf(folder, paths.length, mended) + renamedText(renames) + namedText(names),
    problems,
    folder,
    findingsFrom: 'error',
  });
}

function renamedText({ joined, followed }: MendedRenames): string {
  const lines = joined.map(({ kept, other }) => `Made ${other} and ${kept} one item, ${kept}\n`);
  if (followed.length > 0) {
    lines.push(`Wrote the present ids of renamed items in ${followed.join(', ')}\n`);
  }
  return lines.join('');
}

function namedText({ again }: MendedNames): string {
  return again.map(({ id, by }) => `${id} is named again by ${by.join(', ')}\n`).join('');
}

async function repair(
  files: ProjectFiles,
  file: string,
  ancestor: Ancestor | undefined,
): Promise<Repaired> {
  const refuse = (message: string): Repaired => ({
    file,
    isWritten: false,
    problems: [createProblem('file-conflict', message, { file })],
  });
  try {
    const bytes = await files.read(file);
    const decoded = bytes && decodeText(bytes);
    const identity = fileIdentity(file);
    const merged =
      decoded?.kind === 'text' && identity
        ? mergeMarks(identity.kind, decoded.text, ancestor)
        : undefined;
    if (!merged) {
      return refuse('The marks of the merge do not belong together; mend the file by hand');
    }
    if (!merged.ok) {
      return refuse('A side of the merge is no YAML by itself; choose between them by hand');
    }
    const text = new TextEncoder().encode(merged.value.text);
    const isWritten = await files.write(file, text, bytes);
    if (!isWritten) return refuse('The file was changed meanwhile; run gantry repair again');
    const { problems } = parsePlanFile(file, text).file;
    return { file, isWritten, problems: problems.filter(({ code }) => code === 'merge-conflict') };
  } catch (failure) {
    return { file, isWritten: false, problems: [failureProblem(failure, 'write-failed', file)] };
  }
}

function textOf(folder: string, found: number, mended: readonly string[]): string {
  if (found === 0) return 'No file of the plan has marks of a merge in it\n';
  const lines = mended.map(file => `Merged ${folder}/${file}\n`).join('');
  return `${lines}${mended.length} of ${plural(found, 'file')} with marks mended\n`;
}
