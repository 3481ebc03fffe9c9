import { setTimeout as wait } from 'node:timers/promises';
import { ok, type Result } from '../core/base/result.ts';
import type { CommandContext, CommandPlan, CommandResult } from '../core/commands/command.ts';
import type { CommandInputs, CommandName } from '../core/commands/inputs.ts';
import { runCommand } from '../core/commands/runCommand.ts';
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
  const edit = await editTogether(ctx, [name], context => {
    const input = toInput(context.snapshot);
    return input.ok ? runCommand(name, context, input.value) : input;
  });
  if (!edit.ok) return edit;
  const { planned, before, after, folder } = edit.value;
  return ok(editAnswer(name, planned, { before, after, folder, ctx }));
}

/**
 * Writes what commands of the core want done together, as one edit.
 *
 * @param names which commands these are
 */
export async function editTogether(
  ctx: CliContext,
  names: readonly CommandName[],
  plan: (context: CommandContext) => CommandResult,
): Promise<Result<Edit, CliFailure>> {
  const opened = await editPlan(ctx);
  if (!opened.ok) return opened;
  const { folder } = opened.value;
  const until = performance.now() + longestTryMs;
  const attempt = (): Promise<Result<Edit, Problem>> => tryEdit(ctx, opened.value, { names, plan });
  let edit = await attempt();
  // What another process wrote meanwhile is there to be seen now, and the command is worked out anew.
  for (let retry = 1; !edit.ok && isPassing(edit.error); retry++) {
    if (retry > mostRetries || performance.now() > until) break;
    await wait(Math.ceil(longestPauseMs * ctx.host.random()));
    edit = await attempt();
  }
  return edit.ok ? edit : cannotRun(edit.error, folder);
}

/** What another process does is over in a moment. */
function isPassing({ code }: Problem): boolean {
  return code === 'file-changed' || code === 'plan-busy';
}

interface Edit {
  readonly folder: string;
  readonly planned: CommandPlan;
  readonly before: Snapshot;
  readonly after: Snapshot;
}

async function tryEdit(
  ctx: CliContext,
  { store, folder }: EditedPlan,
  {
    names,
    plan,
  }: {
    readonly names: readonly CommandName[];
    readonly plan: (context: CommandContext) => CommandResult;
  },
): Promise<Result<Edit, Problem>> {
  const before = store.snapshot;
  const planned = plan(await contextOf(ctx, { snapshot: before, folder }, names));
  if (!planned.ok) return planned;
  const { changes, title, id } = planned.value;
  const written = await store.apply(changes, title, id);
  return written.ok
    ? ok({ folder, planned: planned.value, before, after: written.value })
    : written;
}

/** What a command of the core may look at. */
async function contextOf(
  ctx: CliContext,
  { snapshot, folder }: { readonly snapshot: Snapshot; readonly folder: string },
  names: readonly CommandName[],
): Promise<CommandContext> {
  return {
    snapshot,
    schedule: () => computeSchedule(snapshot.plan, { today: todayOf(ctx) }),
    today: todayOf(ctx),
    random: ctx.host.random,
    takenIds: names.some(drawsIds) ? await findTakenIds(ctx, { snapshot, folder }) : new Set(),
  };
}
