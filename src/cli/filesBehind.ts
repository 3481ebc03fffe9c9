import type { Milestone } from '../core/model/milestone.ts';
import { milestoneOfTask } from '../core/model/milestoneOfTask.ts';
import type { Plan } from '../core/model/plan.ts';
import type { Task } from '../core/model/task.ts';
import type { CliContext } from './cliCommand.ts';
import { createDiskCode } from './diskCode.ts';
import { resolveLinks } from './resolveLinks.ts';

/** The files that a task is linked to, or the tasks of a milestone, with the count of their lines. */
export async function filesBehind(
  item: Task | Milestone,
  { plan, paths }: { readonly plan: Plan; readonly paths: readonly string[] },
  ctx: CliContext,
): Promise<ReadonlyMap<string, number>> {
  const tasks =
    item.kind === 'task'
      ? [item]
      : [...plan.tasks.values()].filter(task => milestoneOfTask(plan, task.id) === item.id);
  const reader = createDiskCode(ctx.workspace);
  const lines = new Map<string, number>();
  for (const { now } of await resolveLinks(tasks, ctx)) {
    const { path } = now.place ?? now.guess ?? {};
    if (path === undefined) continue;
    const files = path.endsWith('/') ? paths.filter(each => each.startsWith(path)) : [path];
    for (const file of files) {
      const text = lines.has(file) ? undefined : await reader.read(file);
      if (text !== undefined) lines.set(file, text.split('\n').length - 1);
    }
  }
  return lines;
}
