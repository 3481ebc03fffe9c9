import { ok, type Result } from '../core/base/result.ts';
import type { CommandContext, CommandPlan } from '../core/commands/command.ts';
import { commandTable } from '../core/commands/commandTable.ts';
import type { CommandInputs, CommandName } from '../core/commands/inputs.ts';
import { plainItem } from '../core/interchange/plainItem.ts';
import type { Change } from '../core/model/change.ts';
import { pathOfId } from '../core/model/ids.ts';
import { itemOf } from '../core/model/plan.ts';
import type { Problem } from '../core/model/problem.ts';
import { computeSchedule } from '../core/schedule/computeSchedule.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import { problemsOf } from './itemProblems.ts';
import { findTakenIds } from './knownIds.ts';
import { cannotRun, type CliAnswer, type CliContext, type CliFailure } from './cliCommand.ts';
import { editPlan, todayOf, type EditedPlan } from './openPlan.ts';

/** Runs one command of the core on the plan, writes what it changes, and tells what was done. */
export async function editItems<Name extends CommandName>(
  ctx: CliContext,
  name: Name,
  toInput: (snapshot: Snapshot) => Result<CommandInputs[Name], Problem>,
): Promise<Result<CliAnswer, CliFailure>> {
  const plan = await editPlan(ctx);
  if (!plan.ok) return plan;
  const { store, folder } = plan.value;
  const input = toInput(store.snapshot);
  if (!input.ok) return cannotRun(input.error, folder);
  const commandContext = await contextOf(ctx, plan.value, name);
  const planned = commandTable[name].run(commandContext, input.value);
  if (!planned.ok) return cannotRun(planned.error, folder);
  const written = await store.apply(planned.value.changes, planned.value.title, planned.value.id);
  if (!written.ok) return cannotRun(written.error, folder);
  return ok(answerOf(kinds[name], planned.value, { after: written.value, folder, ctx }));
}

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
  dropItem: 'drop',
  removeItem: 'remove',
  restoreItem: 'restore',
  renameItem: 'rename',
} as const satisfies Record<CommandName, string>;

/** The commands that make an id, and so must know which are taken on other branches. */
const drawsIds: ReadonlySet<CommandName> = new Set<CommandName>(['addItem', 'renameItem']);

/** What a command of the core may look at. */
async function contextOf(
  ctx: CliContext,
  plan: EditedPlan,
  name: CommandName,
): Promise<CommandContext> {
  const { snapshot } = plan.store;
  return {
    snapshot,
    schedule: () => computeSchedule(snapshot.plan),
    today: todayOf(ctx),
    random: ctx.host.random,
    takenIds: drawsIds.has(name)
      ? await findTakenIds(ctx, { snapshot, folder: plan.folder })
      : new Set(),
  };
}

interface AnswerContext {
  readonly after: Snapshot;
  readonly folder: string;
  readonly ctx: CliContext;
}

function answerOf(
  kind: string,
  { changes, title, id }: CommandPlan,
  { after, folder, ctx }: AnswerContext,
): CliAnswer {
  const item = id === undefined ? undefined : itemOf(after.plan, id);
  const file = id === undefined ? undefined : pathOfId(id);
  return {
    kind,
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
