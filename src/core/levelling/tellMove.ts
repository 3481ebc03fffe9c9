import { formatDay } from '../model/instant.ts';
import type { Plan } from '../model/plan.ts';
import { personName } from '../model/personName.ts';
import type { LevelledMove } from './explainMoves.ts';

/** Why levelling moves a task: `Ada is busy at T-7KQ3 until 2026-03-06`. */
export function tellMove(plan: Plan, { reason }: LevelledMove): string {
  const tasks = reason.tasks.slice(0, 3).join(', ') + (reason.tasks.length > 3 ? ', …' : '');
  if (reason.kind === 'held') return 'is as late as possible, and keeps its place from now on';
  if (reason.kind === 'follows') return `follows ${tasks === '' ? 'what was moved' : tasks}`;
  const is = tasks === '' ? 'has no time' : `is busy at ${tasks}`;
  const name = personName(plan.project, reason.person);
  return `${name} ${is} until ${formatDay(reason.until - 1)}`;
}
