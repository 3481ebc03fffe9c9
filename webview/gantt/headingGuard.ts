import { refused, type Result } from '../../src/core/base/result.ts';
import { createProblem, type Problem } from '../../src/core/model/problem.ts';
import type { EditDone, Intent } from '../../src/protocol/messages.ts';
import type { PanelActions } from '../state/panelPart.ts';
import { isHeadingId } from './groupRows.ts';

const message =
  'This is a heading over rows, and no item of the plan; choose one of the rows below it';

/** The same actions, but what is asked of a heading is answered here: the host knows items alone. */
export function guardHeadings(actions: PanelActions): PanelActions {
  const refuse = (): Promise<Result<EditDone, Problem>> => {
    actions.announce(message);
    return Promise.resolve(refused(createProblem('command-refused', message)));
  };
  return {
    ...actions,
    run: intent => (namesHeading(intent) ? refuse() : actions.run(intent)),
    runAll: intents => (intents.some(namesHeading) ? refuse() : actions.runAll(intents)),
    open: params => {
      if (isHeadingId(params.id)) actions.announce(message);
      else actions.open(params);
    },
    select: id => actions.select(id !== null && isHeadingId(id) ? null : id),
    pick: (what, id, others = []) => {
      if (id !== null && isHeadingId(id)) actions.announce(message);
      else {
        actions.pick(
          what,
          id,
          others.filter(other => !isHeadingId(other)),
        );
      }
    },
    explain: id => (isHeadingId(id) ? Promise.resolve('') : actions.explain(id)),
    drivingPath: id => (isHeadingId(id) ? Promise.resolve(undefined) : actions.drivingPath(id)),
  };
}

function namesHeading({ input }: Intent): boolean {
  return Object.values(input).some(value => typeof value === 'string' && isHeadingId(value));
}
