import type { PlacedProblem } from './placedProblem.ts';
import type { ProblemCode } from '../core/model/problemCodes.ts';

/** What to type next, for problems that a command of ours mends; undefined for the others. */
export function hintOf({ code, file }: Pick<PlacedProblem, 'code' | 'file'>): string | undefined {
  // A file in the place of a folder inside of the plan is moved away; the plan stays where it is.
  return code === 'folder-is-file' && file !== undefined ? undefined : hints.get(code);
}

const hints: ReadonlyMap<ProblemCode, string> = new Map<ProblemCode, string>([
  ['folder-missing', 'gantry init makes a plan here; -C DIR names another workspace folder'],
  ['folder-foreign', 'gantry init --folder .gantry makes the plan beside it'],
  ['folder-is-file', 'gantry init --folder .gantry makes the plan beside it'],
  ['project-missing', 'gantry set project name="My project" makes it'],
  ['id-ambiguous', 'gantry list WORD finds items by their words'],
  ['reference-unknown', 'gantry list shows the ids of the plan'],
  ['file-changed', 'nothing was written; run the command again'],
  ['plan-busy', 'nothing was written; run the command again'],
]);
