import type { CommandPlan } from '../core/commands/command.ts';
import type { CommandName } from '../core/commands/inputs.ts';
import { plainItem } from '../core/interchange/plainItem.ts';
import type { Change } from '../core/model/change.ts';
import { pathOfId } from '../core/model/ids.ts';
import { itemOf } from '../core/model/plan.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import type { CliAnswer, CliContext } from './cliCommand.ts';
import { problemsOf } from './itemProblems.ts';

/** What the envelope calls the answer to each command: the word on the command line. */
const kinds = {
  addItem: 'add',
  setFields: 'set',
  moveItem: 'move',
  rescheduleTask: 'reschedule',
  linkTasks: 'link',
  unlinkTasks: 'unlink',
  linkCode: 'link',
  unlinkCode: 'unlink',
  assign: 'assign',
  completeItem: 'done',
  reopenItem: 'reopen',
  setStatus: 'set',
  setProgress: 'set',
  dropItem: 'drop',
  removeItem: 'remove',
  restoreItem: 'restore',
  renameItem: 'rename',
} as const satisfies Record<CommandName, string>;

interface AnswerContext {
  readonly after: Snapshot;
  readonly folder: string;
  readonly ctx: CliContext;
}

/** What a command on items has to say once it is done. */
export function editAnswer(
  name: CommandName,
  { changes, title, id }: CommandPlan,
  { after, folder, ctx }: AnswerContext,
): CliAnswer {
  const item = id === undefined ? undefined : itemOf(after.plan, id);
  const file = id === undefined ? undefined : pathOfId(id);
  return {
    kind: kinds[name],
    data: {
      id: id ?? null,
      file: item && file !== undefined ? `${folder}/${file}` : null,
      item: item ? plainItem(item) : null,
      changed: changedIds(changes),
    },
    text: `${ctx.paint.bold(id ?? '')}${id === undefined ? '' : '  '}${title}${changes.length === 0 ? ' (it was so already)' : ''}\n`,
    problems: id === undefined ? [] : problemsOf(after, id),
    folder,
  };
}

/** Every item that the changes touch, the first touched first. */
function changedIds(changes: readonly Change[]): readonly string[] {
  return [...new Set(changes.map(change => change.id))];
}
