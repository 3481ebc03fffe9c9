import { createProblem, type Problem } from '../model/problem.ts';

/** Whether git can merge a plan field by field in this clone. */
export type DriverState =
  /** The plan does not ask for it, or git cannot tell. */
  | { readonly kind: 'unwanted' }
  | { readonly kind: 'ready' }
  /** The plan asks for it, and this clone names no program. */
  | { readonly kind: 'missing' }
  | { readonly kind: 'dead'; readonly program: string };

/** A clone that only looks, such as one that checks changes, needs no program: that is no finding. */
export function driverProblem(state: DriverState): Problem | undefined {
  const file = '.gitattributes';
  if (state.kind === 'missing') {
    const message =
      'The plan is to be merged field by field, and this clone does not know how; `gantry setup git` tells it, else git merges by lines';
    return { ...createProblem('merge-by-lines', message, { file }), severity: 'info' };
  }
  if (state.kind !== 'dead') return undefined;
  const message = `Git is to merge the plan with ${state.program}, which is not there; \`gantry setup git\` names the right one, else git merges by lines`;
  return createProblem('merge-by-lines', message, { file });
}
