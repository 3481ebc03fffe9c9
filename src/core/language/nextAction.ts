import { formatDay } from '../model/instant.ts';
import type { Item, Plan } from '../model/plan.ts';
import { isClosed, type Task } from '../model/task.ts';
import { isOpen } from '../views/findItems.ts';
import { createWaiting } from '../views/waiting.ts';

/** What is to be done about an item next, in one line; undefined where nothing is, or its parts tell. */
export function nextAction(plan: Plan, item: Item): string | undefined {
  switch (item.kind) {
    case 'task':
      return isClosed(item) ? undefined : taskAction(plan, item);
    case 'risk':
      return isOpen(item) && item.reviewBy
        ? `Next: review it by ${formatDay(item.reviewBy.at)}`
        : undefined;
    case 'milestone':
    case 'decision':
    case 'note':
      return undefined;
  }
}

function taskAction(plan: Plan, task: Task): string | undefined {
  const waiting = createWaiting(plan);
  if (waiting.isSummary(task.id)) return undefined;
  const [first, ...others] = waiting.waitsFor(task);
  if (first) {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    return `Waits for ${first.id} ${first.title}${more}`;
  }
  switch (task.status) {
    case 'todo':
      return 'Next: begin it, nothing holds it back';
    case 'doing':
      return 'Next: finish it';
    case 'review':
      return 'Next: review it';
    case 'blocked':
      return 'Next: clear what blocks it';
    case 'done':
    case 'dropped':
      return undefined;
  }
}
