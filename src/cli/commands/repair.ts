import { ok } from '../../core/base/result.ts';
import { decodeText } from '../../core/format/decodeText.ts';
import { fileIdentity } from '../../core/format/fileIdentity.ts';
import { parsePlanFile } from '../../core/format/parsePlanFile.ts';
import { mergeMarks, type Ancestor } from '../../core/merge/mergeMarks.ts';
import { createProblem, type Problem } from '../../core/model/problem.ts';
import { failureProblem } from '../../core/store/fileRefusal.ts';
import { followRenames } from '../../core/commands/followRenames.ts';
import type { ProjectStore } from '../../core/store/projectStore.ts';
import type { ProjectFiles } from '../../core/store/projectFiles.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { openRepository } from '../gitAccess.ts';
import { editPlan } from '../openPlan.ts';
import { plural } from '../printProblems.ts';

/** What became of a file with marks in it. */
interface Repaired {
  readonly file: string;
  readonly isWritten: boolean;
  readonly problems: readonly Problem[];
}

/** Takes git's marks out of the files of the plan: the versions are merged field by field. */
export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  if (words.length > 0)
    return misused('gantry repair takes no words; it mends all files with marks');
  const plan = await editPlan(ctx);
  if (!plan.ok) return plan;
  const { folder, files, store } = plan.value;
  const marked = store.snapshot.problems.filter(({ code }) => code === 'file-conflict');
  const paths = [...new Set(marked.flatMap(({ file }) => file ?? []))].sort();
  const repaired: Repaired[] = [];
  const repository = paths.length > 0 ? await openRepository(ctx) : undefined;
  for (const file of paths) {
    const ancestor = await repository?.ancestorOf(folder, file);
    repaired.push(await repair(files, file, ancestor));
  }
  const mended = repaired.filter(({ isWritten }) => isWritten).map(({ file }) => file);
  const followed = await followAll(store);
  const problems = [...repaired.flatMap(each => each.problems), ...followed.problems];
  return ok({
    kind: 'repair',
    data: { files: mended.map(file => `${folder}/${file}`), renamed: followed.items },
    text: textOf(folder, paths.length, mended) + renamedText(followed.items),
    problems,
    folder,
    findingsFrom: 'error',
  });
}

interface Followed {
  /** Items that named another by a former id. */
  readonly items: readonly string[];
  readonly problems: readonly Problem[];
}

/** Whatever still names an item by a former id, as another branch wrote it, names it by its own. */
async function followAll(store: ProjectStore): Promise<Followed> {
  // Other processes of ours may have written, and so have we.
  const fresh = await store.reload();
  const changes = followRenames(fresh);
  if (changes.length === 0) return { items: [], problems: [] };
  const written = await store.apply(changes, 'Follow renamed items');
  if (!written.ok) return { items: [], problems: [written.error] };
  return { items: [...new Set(changes.map(({ id }) => id))], problems: [] };
}

function renamedText(items: readonly string[]): string {
  if (items.length === 0) return '';
  return `Wrote the present ids of renamed items in ${items.join(', ')}\n`;
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
