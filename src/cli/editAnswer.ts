import type { CommandPlan } from '../core/commands/command.ts';
import type { CommandName } from '../core/commands/inputs.ts';
import { plainItem } from '../core/interchange/plainItem.ts';
import { compareText } from '../core/base/order.ts';
import type { Change } from '../core/model/change.ts';
import { itemOf } from '../core/model/plan.ts';
import { fileOfId } from '../core/store/rawFields.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import type { CliAnswer, CliContext } from './cliCommand.ts';
import { oneLine } from './terminalText.ts';
import { problemsOf } from './itemProblems.ts';

/** What the envelope calls the answer to each command: the word on the command line. */
const kinds = {
  addItem: 'add',
  addActionTasks: 'actions',
  setFields: 'set',
  moveItem: 'move',
  rescheduleTask: 'reschedule',
  linkTasks: 'link',
  splitTask: 'split',
  divideTask: 'divide',
  relinkTasks: 'link',
  unlinkTasks: 'unlink',
  linkCode: 'link',
  mendCode: 'links',
  unlinkCode: 'unlink',
  assign: 'assign',
  completeItem: 'done',
  reopenItem: 'reopen',
  setStatus: 'set',
  setProgress: 'set',
  dropItem: 'drop',
  markOccurred: 'occurred',
  supersedeDecision: 'supersede',
  removeItem: 'remove',
  restoreItem: 'restore',
  renameItem: 'rename',
  resolveConflict: 'resolve',
  levelTasks: 'level',
  takeBaseline: 'baseline',
} as const satisfies Record<CommandName, string>;

interface AnswerContext {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly folder: string;
  readonly ctx: CliContext;
}

/** What a command on items has to say once it is done. */
export function editAnswer(
  name: CommandName,
  plan: CommandPlan,
  { before, after, folder, ctx }: AnswerContext,
): CliAnswer {
  const { id, changes, title, remarks = [] } = plan;
  const files = changedFiles(before, after).map(path => `${folder}/${path}`);
  const item = id === undefined ? undefined : itemOf(after.plan, id);
  const isThere = item !== undefined || name === 'takeBaseline';
  const file = id === undefined || !isThere ? undefined : fileOfId(after, id)?.path;
  return {
    kind: kinds[name],
    data: {
      id: id ?? null,
      file: file === undefined ? null : `${folder}/${file}`,
      item: item ? plainItem(item) : null,
      changed: files.length === 0 ? [] : changedIds(changes),
      files,
    },
    text: `${ctx.paint.bold(id ?? '')}${id === undefined ? '' : '  '}${oneLine(title)}${files.length === 0 ? ': nothing changed, it was so already' : ''}\n${fileLines(name, files)}`,
    problems: [...remarks, ...(id === undefined ? [] : problemsOf(after, id))],
    folder,
  };
}

/** The commands that reach into other files than that of the item, so that each is named. */
const reaching: ReadonlySet<CommandName> = new Set<CommandName>([
  'markOccurred',
  'removeItem',
  'restoreItem',
  'renameItem',
  'levelTasks',
  'mendCode',
  'takeBaseline',
]);

function fileLines(name: CommandName, files: readonly string[]): string {
  return reaching.has(name) ? files.map(file => `  ${oneLine(file)}\n`).join('') : '';
}

/** The files of the plan that came, went or hold another text. */
function changedFiles(before: Snapshot, after: Snapshot): readonly string[] {
  const paths = new Set([...before.files.keys(), ...after.files.keys()]);
  return [...paths]
    .filter(path => before.files.get(path)?.text !== after.files.get(path)?.text)
    .sort(compareText);
}

/** Every item that the changes touch, the first touched first. */
function changedIds(changes: readonly Change[]): readonly string[] {
  return [...new Set(changes.map(change => change.id))];
}
