import { setTimeout as wait } from 'node:timers/promises';
import { ok, type Result } from '../core/base/result.ts';
import type { CommandContext, CommandPlan } from '../core/commands/command.ts';
import { commandTable } from '../core/commands/commandTable.ts';
import type { CommandInputs, CommandName } from '../core/commands/inputs.ts';
import { drawsIds } from '../core/commands/runTogether.ts';
import type { Problem } from '../core/model/problem.ts';
import { computeSchedule } from '../core/schedule/computeSchedule.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import { findTakenIds } from './knownIds.ts';
import { cannotRun, type CliAnswer, type CliContext, type CliFailure } from './cliCommand.ts';
import { editAnswer } from './editAnswer.ts';
import { editPlan, todayOf, type EditedPlan } from './openPlan.ts';

/** How often an edit is tried again when another process has written the same file in between. */
const mostRetries = 40;

/** A file that somebody holds for so long is not waited for any more. */
const longestTryMs = 20_000;

/** Each pause is a random part of it, so that processes that met once do not meet again. */
const longestPauseMs = 60;

/**
 * Runs one command of the core on the plan, writes what it changes, and tells what was done.
 */
export async function editItems<Name extends CommandName>(
  ctx: CliContext,
  name: Name,
  toInput: (snapshot: Snapshot) => Result<CommandInputs[Name], Problem>,
): Promise<Result<CliAnswer, CliFailure>> {
  const plan = await editPlan(ctx);
  if (!plan.ok) return plan;
  const { folder } = plan.value;
  const until = performance.now() + longestTryMs;
  let edit = await tryEdit(ctx, plan.value, { name, toInput });
  // What another process wrote meanwhile is there to be seen now, and the command is worked out anew.
  for (let retry = 1; !edit.ok && isPassing(edit.error); retry++) {
    if (retry > mostRetries || performance.now() > until) break;
    await wait(Math.ceil(longestPauseMs * ctx.host.random()));
    edit = await tryEdit(ctx, plan.value, { name, toInput });
  }
  if (!edit.ok) return cannotRun(edit.error, folder);
  const { planned, before, after } = edit.value;
  return ok(editAnswer(name, planned, { before, after, folder, ctx }));
}

/** What another process does is over in a moment. */
function isPassing({ code }: Problem): boolean {
  return code === 'file-changed' || code === 'plan-busy';
}

interface Edit {
  readonly planned: CommandPlan;
  readonly before: Snapshot;
  readonly after: Snapshot;
}

async function tryEdit<Name extends CommandName>(
  ctx: CliContext,
  plan: EditedPlan,
  command: {
    readonly name: Name;
    readonly toInput: (snapshot: Snapshot) => Result<CommandInputs[Name], Problem>;
  },
): Promise<Result<Edit, Problem>> {
  const before = plan.store.snapshot;
  const input = command.toInput(before);
  if (!input.ok) return input;
  const context = await contextOf(ctx, plan, command.name);
  const planned = commandTable[command.name].run(context, input.value);
  if (!planned.ok) return planned;
  const { changes, title, id } = planned.value;
  const written = await plan.store.apply(changes, title, id);
  return written.ok ? ok({ planned: planned.value, before, after: written.value }) : written;
}

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
    takenIds: drawsIds(name)
      ? await findTakenIds(ctx, { snapshot, folder: plan.folder })
      : new Set(),
  };
}
