import { formatDependency, parseDependency, type Dependency } from '../model/dependency.ts';
import { ok, refused, type Result } from '../base/result.ts';
import type { Problem } from '../model/problem.ts';
import type { Task } from '../model/task.ts';
import { placeInList } from '../store/rawFields.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { ancestorsOf, circleProblem, findWait } from '../schedule/loopOfLinks.ts';
import { resolveId, resolveItem } from './resolveId.ts';

/** Lets a task wait for another task or milestone; a link that is there gets the new type and lag. */
export function linkTasks(ctx: CommandContext, input: CommandInputs['linkTasks']): CommandResult {
  const { plan } = ctx.snapshot;
  const predecessor = resolveId(ctx.snapshot, input.predecessor, ['task', 'milestone']);
  if (!predecessor.ok) return predecessor;
  const found = resolveItem(ctx.snapshot, input.successor);
  if (!found.ok) return found;
  const successor = found.value;
  if (successor.kind !== 'task') {
    const message = `${successor.id} is a ${successor.kind}, and only a task can wait for another`;
    return refuse(message, [successor.id], 'reference-kind');
  }
  const id = predecessor.value;
  if (id === successor.id) {
    return refuse(`${id} cannot wait for itself`, [id], 'reference-self');
  }
  if (
    ancestorsOf(plan, successor.id).includes(id) ||
    ancestorsOf(plan, id).includes(successor.id)
  ) {
    const message = `${successor.id} and ${id} are part of one another, so neither can wait for the other`;
    return refuse(message, [successor.id, id], 'dependency-own-summary');
  }
  const loop = findWait(plan, id, successor.id);
  if (loop) return refused(circleProblem(successor.id, loop));
  const link = readLink(successor, id, input);
  return link.ok ? writeLink(ctx, successor, link.value) : link;
}

function readLink(
  successor: Task,
  predecessor: string,
  { type, lag }: CommandInputs['linkTasks'],
): Result<Dependency, Problem> {
  const known = successor.dependsOn.find(link => link.predecessor === predecessor);
  const base: Dependency = {
    predecessor,
    type: type ?? known?.type ?? 'FS',
    lag: lag === undefined ? known?.lag : undefined,
  };
  if (lag === undefined || lag.trim() === '') return ok(base);
  const signed = /^[+-]/.test(lag.trim()) ? lag.trim() : `+${lag.trim()}`;
  const parsed = parseDependency(`${predecessor} ${base.type}${signed}`);
  if (parsed) return ok(parsed);
  const message = `"${lag}" is no lag; write it like +2d, -4h, +1ed or +50%`;
  return refuse(message, [successor.id], 'duration-invalid');
}

function writeLink(ctx: CommandContext, successor: Task, link: Dependency): CommandResult {
  const text = formatDependency(link);
  const { id } = successor;
  const title = `Let ${id} wait for ${text}`;
  const place = placeInList(ctx.snapshot, id, ['dependsOn'], value => {
    return typeof value === 'string' && parseDependency(value)?.predecessor === link.predecessor;
  });
  if (place) return planChanges(title, id, [setField(id, place, text)]);
  return planChanges(title, id, [{ kind: 'append', id, field: ['dependsOn'], value: text }]);
}
