import { ok, type Result } from '../core/base/result.ts';
import type { CommandContext } from '../core/commands/command.ts';
import { commandTable } from '../core/commands/commandTable.ts';
import type { CommandInputs, CommandName } from '../core/commands/inputs.ts';
import { itemOf, type Item } from '../core/model/plan.ts';
import type { Problem } from '../core/model/problem.ts';
import { computeSchedule } from '../core/schedule/computeSchedule.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import { findTakenIds } from './knownIds.ts';
import { cannotRun, type CliAnswer, type CliContext, type CliFailure } from './cliCommand.ts';
import { editAnswer } from './editAnswer.ts';
import { locateProblems } from './locateProblems.ts';
import { editPlan, todayOf, type EditedPlan } from './openPlan.ts';

/**
 * Runs one command of the core on the plan, writes what it changes, and tells what was done.
 *
 * @param inspect looks at the item that was changed; what it finds is told, with an exit code of 1
 */
export async function editItems<Name extends CommandName>(
  ctx: CliContext,
  name: Name,
  toInput: (snapshot: Snapshot) => Result<CommandInputs[Name], Problem>,
  inspect: (item: Item) => readonly Problem[] = () => [],
): Promise<Result<CliAnswer, CliFailure>> {
  const plan = await editPlan(ctx);
  if (!plan.ok) return plan;
  const { store, folder } = plan.value;
  const before = store.snapshot;
  const input = toInput(before);
  if (!input.ok) return cannotRun(input.error, folder);
  const commandContext = await contextOf(ctx, plan.value, name);
  const planned = commandTable[name].run(commandContext, input.value);
  if (!planned.ok) return cannotRun(planned.error, folder);
  const written = await store.apply(planned.value.changes, planned.value.title, planned.value.id);
  if (!written.ok) return cannotRun(written.error, folder);
  const after = written.value;
  const answer = editAnswer(name, planned.value, { before, after, folder, ctx });
  const item = planned.value.id === undefined ? undefined : itemOf(after.plan, planned.value.id);
  const found = item ? locateProblems(inspect(item), after) : [];
  if (found.length === 0) return ok(answer);
  return ok({ ...answer, problems: [...found, ...answer.problems], findingsFrom: 'warning' });
}

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
    schedule: () => computeSchedule(snapshot.plan, { today: todayOf(ctx) }),
    today: todayOf(ctx),
    random: ctx.host.random,
    takenIds: drawsIds.has(name)
      ? await findTakenIds(ctx, { snapshot, folder: plan.folder })
      : new Set(),
  };
}
