import { formatDependency, parseDependency, type Dependency } from '../model/dependency.ts';
import { placeInList } from '../store/rawFields.ts';
import { snapshotAfter } from '../store/snapshotAfter.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { linkTasks } from './linkTasks.ts';
import { resolveId } from './resolveId.ts';
import { unlinkTasks } from './unlinkTasks.ts';

/** Leads one end of a link, or both, elsewhere; its lag is kept, and its type where none is given. */
export function relinkTasks(
  ctx: CommandContext,
  input: CommandInputs['relinkTasks'],
): CommandResult {
  const { snapshot } = ctx;
  const from = resolveId(snapshot, input.predecessor, ['task', 'milestone']);
  if (!from.ok) return from;
  const to = resolveId(snapshot, input.successor, ['task']);
  if (!to.ok) return to;
  const predecessor = resolveId(snapshot, input.toPredecessor ?? from.value, ['task', 'milestone']);
  if (!predecessor.ok) return predecessor;
  const successor = resolveId(snapshot, input.toSuccessor ?? to.value, ['task', 'milestone']);
  if (!successor.ok) return successor;
  const known = linkBetween(ctx, from.value, to.value);
  if (!known) return refuse(`${to.value} does not wait for ${from.value}`, [to.value]);
  const link: Dependency = {
    ...known,
    predecessor: predecessor.value,
    type: input.type ?? known.type,
  };
  const isSame = predecessor.value === from.value && successor.value === to.value;
  if (!isSame && linkBetween(ctx, predecessor.value, successor.value)) {
    const message = `${successor.value} waits for ${predecessor.value} already; change that link instead`;
    return refuse(message, [successor.value]);
  }
  return writeLink(ctx, { from: from.value, to: to.value }, { successor: successor.value, link });
}

/** In its place where the same task goes on waiting; else out of the one list and into the other. */
function writeLink(
  ctx: CommandContext,
  before: { readonly from: string; readonly to: string },
  { successor, link }: { readonly successor: string; readonly link: Dependency },
): CommandResult {
  const unlinked = unlinkTasks(ctx, { predecessor: before.from, successor: before.to });
  if (!unlinked.ok) return unlinked;
  const after = snapshotAfter(ctx.snapshot, unlinked.value.changes);
  if (!after.ok) return after;
  const { predecessor, type } = link;
  const text = formatDependency(link);
  const lag = text.split(/\s(?:FS|SS|FF|SF)/)[1] ?? '';
  const input = { predecessor, successor, type, ...(lag === '' ? {} : { lag }) };
  const linked = linkTasks({ ...ctx, snapshot: after.value }, input);
  if (!linked.ok) return linked;
  const title = `Let ${successor} wait for ${text}`;
  const place =
    successor === before.to
      ? placeInList(ctx.snapshot, successor, ['dependsOn'], value => {
          return typeof value === 'string' && parseDependency(value)?.predecessor === before.from;
        })
      : undefined;
  const changes = [...unlinked.value.changes, ...linked.value.changes];
  return planChanges(title, successor, place ? [setField(successor, place, text)] : changes);
}

function linkBetween(
  { snapshot }: CommandContext,
  predecessor: string,
  successor: string,
): Dependency | undefined {
  const links = snapshot.plan.tasks.get(successor)?.dependsOn ?? [];
  return links.find(link => link.predecessor === predecessor);
}
