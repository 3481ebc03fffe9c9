import type { ProblemCode } from '../core/model/problemCodes.ts';

/** What to type next, for problems that a command of ours mends; undefined for the others. */
export function hintOf(code: ProblemCode): string | undefined {
  return hints.get(code);
}

const hints: ReadonlyMap<ProblemCode, string> = new Map<ProblemCode, string>([
  ['folder-missing', 'gantry init makes a plan here; -C DIR names another workspace folder'],
  ['folder-foreign', 'gantry init --folder .gantry makes the plan beside it'],
  ['folder-is-file', 'gantry init --folder .gantry makes the plan beside it'],
  ['project-missing', 'gantry set project name="My project" makes it'],
  ['id-ambiguous', 'gantry list WORD finds items by their words'],
  ['reference-unknown', 'gantry list shows the ids of the plan'],
  ['file-changed', 'nothing was written; run the command again'],
]);
