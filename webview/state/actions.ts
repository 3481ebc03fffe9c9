import type { Result } from '../../src/core/base/result.ts';
import type { Problem } from '../../src/core/model/problem.ts';
import type { Requester } from '../../src/protocol/channel.ts';
import type { EditDone, PanelView } from '../../src/protocol/messages.ts';
import type { StatusLine } from '../ui/statusLine.ts';
import type { PanelActions } from './panelPart.ts';

/** Turns what the views ask for into requests, and tells the outcome in the status line. */
export function createPanelActions(
  requester: Requester,
  status: StatusLine,
  openView: () => PanelView,
): PanelActions {
  const tell = (outcome: Result<EditDone, Problem>, button: 'undo' | 'redo'): void => {
    if (outcome.ok) status.tellEdit(outcome.value.title, button);
    else status.refuse(outcome.error.message);
  };
  const tellRefusal = async (answer: Promise<Result<unknown, Problem>>): Promise<void> => {
    const outcome = await answer;
    if (!outcome.ok) status.refuse(outcome.error.message);
  };
  const takeBack = async (name: 'undo' | 'redo'): Promise<void> =>
    tell(await requester.request(name, {}), name === 'undo' ? 'redo' : 'undo');
  return {
    run: async intent => {
      const outcome = await requester.request('run', intent);
      tell(outcome, 'undo');
      return outcome;
    },
    undo: () => void takeBack('undo'),
    redo: () => void takeBack('redo'),
    open: params => void tellRefusal(requester.request('open', params)),
    select: id => void tellRefusal(requester.request('select', { id, view: openView() })),
    pick: (what, id) => void tellRefusal(requester.request('pick', { what, id })),
    announce: text => status.say(text),
  };
}
