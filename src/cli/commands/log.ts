import { ok } from '../../core/base/result.ts';
import { anchorsOf } from '../../core/commands/anchorsOf.ts';
import { namedWork } from '../../core/commits/namedWork.ts';
import type { WorkHistory } from '../../core/commits/workHistory.ts';
import type { CliCall, CliContext, CliResult } from '../cliCommand.ts';
import { createCommitShelf } from '../commitShelf.ts';
import { needRepository } from '../gitAccess.ts';
import { logText } from '../logText.ts';
import { readItem } from '../openItem.ts';
import { oneLine } from '../terminalText.ts';

/** The commits of an item, with the files, people and days of the work. */
export async function run({ words }: CliCall, ctx: CliContext): Promise<CliResult> {
  const read = await readItem(words, ctx, 'gantry log T-7KQ3');
  if (!read.ok) return read;
  const { item, folder } = read.value;
  const found = await needRepository(ctx, folder, 'so there are no commits');
  if (!found.ok) return found;
  const repository = found.value;
  const shelf = createCommitShelf(repository.topLevel, ctx);
  const work = await repository.work(namedWork(item), shelf);
  const paths = (anchorsOf(item) ?? []).map(({ path }) => path);
  const outside = (paths.length === 0 ? [] : await repository.listSubmodules()).filter(folder =>
    paths.some(path => path.startsWith(`${folder}/`)),
  );
  return ok({
    kind: 'log',
    data: { id: item.id, ...workData(work), submodules: outside },
    text: `${logText(item, work, ctx)}${outside.map(submoduleText).join('')}`,
    problems: [],
    folder,
  });
}

function submoduleText(folder: string): string {
  return `${oneLine(folder)} is a submodule: the commits in it are not among these; git -C ${oneLine(folder)} log shows them\n`;
}

function workData({ commits, files, people, days }: WorkHistory): object {
  return {
    commits: commits.map(({ hash, day, author, subject }) => ({ hash, day, author, subject })),
    files,
    people,
    days,
    first: days[0]?.day ?? null,
    last: days.at(-1)?.day ?? null,
  };
}
