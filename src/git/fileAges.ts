import type { RunGit } from './gitProcess.ts';
import { nameFormat, nameLogInSteps, nameSettings } from './nameLog.ts';
import { stepByStep } from './stepByStep.ts';

/** More commits than these are not looked through: what is older has no known age. */
const mostCommits = 100_000;

/**
 * The day of the first commit of each file, under all names that it had, by its path now, relative to
 * the folder of git. Empty for what was there before the history of a shallow clone begins.
 */
export async function readFileAges(git: RunGit): Promise<ReadonlyMap<string, string>> {
  const settings = ['--no-color', '--no-ext-diff', '--no-textconv', '--relative'];
  const names = [...nameSettings, '--find-renames', '-l2000'];
  const range = ['--no-merges', '--topo-order', `--max-count=${mostCommits}`];
  const args = ['log', nameFormat('%as %P'), ...names, ...settings, ...range];
  const answer = await git([...args, '--end-of-options', 'HEAD', '--']);
  const isShallow = (await git(['rev-parse', '--is-shallow-repository'])).trim() === 'true';
  const commits = await stepByStep(nameLogInSteps(answer));
  const days = new Map<string, string>();
  for (const { head, names: changes } of [...commits].reverse()) {
    const [day = '', parent = ''] = head.split(' ');
    for (const path of changes.deleted) days.delete(path);
    for (const [from, to] of changes.renamed) {
      days.set(to, days.get(from) ?? '');
      days.delete(from);
    }
    const isBegin = isShallow && parent === '';
    for (const path of changes.added) if (!days.has(path)) days.set(path, isBegin ? '' : day);
  }
  return days;
}
