import { shortenText } from '../base/shortenText.ts';
import { pathOfId } from '../model/ids.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';

/** So many points are named, each in so many letters. */
const mostNamed = 3;
const mostLetters = 60;

/** Finds what is done although points of its acceptance are not said to be met. */
export function checkAcceptance({ id, title, status, acceptance }: Task): readonly Problem[] {
  if (status !== 'done') return [];
  const open = [...acceptance.keys()].filter(i => acceptance[i]?.isDone === false);
  const [first] = open;
  if (first === undefined) return [];
  const named = open
    .slice(0, mostNamed)
    .map(i => `“${shortenText(acceptance[i]?.text ?? '', mostLetters)}”`);
  const all = [...named, ...(open.length > mostNamed ? ['…'] : [])].join(', ');
  const message = `"${title}" (${id}) is done, and ${open.length} of its ${acceptance.length} acceptance points ${open.length === 1 ? 'is' : 'are'} not met: ${all}; where one is, set acceptance.${first}.done=true`;
  const at = { file: pathOfId(id), items: [id], field: ['acceptance', first] };
  return [createProblem('acceptance-open', message, at)];
}
