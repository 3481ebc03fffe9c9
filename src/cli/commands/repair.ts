import { ok } from '../../core/base/result.ts';
import { ignoreFile } from '../../core/store/planPath.ts';
import { unmergedProblem } from '../../core/store/unmergedFile.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { openRepository } from '../gitAccess.ts';
import { mendReferences, type MendedNames } from '../mendNames.ts';
import type { MendedRenames } from '../mendRenames.ts';
import { editPlan } from '../openPlan.ts';
import { plural } from '../printProblems.ts';
import { ignoreStrays } from '../sharedStrays.ts';
import { isOneSide, repairFile, type Repaired } from '../repairFile.ts';

/**
 * Takes git's marks out of the files of the plan: the versions are merged field by field, also where
 * git left one of them alone. What merges left undone over several files is done as well.
 */
export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  if (words.length > 0)
    return misused('gantry repair takes no words; it mends all files with marks');
  const plan = await editPlan(ctx);
  if (!plan.ok) return plan;
  const { folder, files, store } = plan.value;
  const repository = await openRepository(ctx);
  const listed = (await repository?.merges(folder).unmerged()) ?? [];
  const unmerged = new Map(listed.map(file => [file.path, file]));
  const { problems: found, files: known } = store.snapshot;
  const conflicts = found.filter(({ code }) => code === 'file-conflict');
  const marked = new Set(conflicts.flatMap(({ file }) => file ?? []));
  const silent = listed.filter(({ path }) => !marked.has(path));
  const alone = silent.filter(file => isOneSide(file, known.get(file.path)?.text));
  const paths = [...marked, ...alone.map(({ path }) => path)].sort();
  const repaired: Repaired[] = [];
  for (const file of paths) repaired.push(await repairFile(files, file, unmerged.get(file)));
  const others = silent.filter(file => !alone.includes(file));
  const mended = repaired.filter(({ isWritten }) => isWritten).map(({ file }) => file);
  const { renames, names } = await mendReferences(store, repository, folder);
  const isIgnoring = await ignoreStrays(plan.value, repository);
  const problems = [
    ...repaired.flatMap(each => each.problems),
    ...others.flatMap(file => unmergedProblem(file, known.get(file.path)?.text) ?? []),
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
    text: [
      textOf(folder, paths.length, mended),
      renamedText(renames),
      namedText(names),
      isIgnoring ? `Added temporary files to ${folder}/${ignoreFile.path}\n` : '',
    ].join(''),
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

function textOf(folder: string, found: number, mended: readonly string[]): string {
  if (found === 0) return 'No file of the plan has marks of a merge in it\n';
  const lines = mended.map(file => `Merged ${folder}/${file}\n`).join('');
  return `${lines}${mended.length} of ${plural(found, 'file')} with marks mended\n`;
}
