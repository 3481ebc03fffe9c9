import { formatDuration } from '../model/duration.ts';
import type { Plan } from '../model/plan.ts';
import type { ScenarioEdit } from './scenario.ts';

/** Fields that say nothing of a summary: its parts do. */
const ofParts: ReadonlySet<string> = new Set([
  'duration',
  'estimate',
  'remaining',
  'progress',
  'started',
  'finished',
]);

/**
 * What the edits of a scenario change without moving anything, and why, in sentences.
 *
 * @param plan as the edits make it
 */
export function findIdleChanges(plan: Plan, edits: readonly ScenarioEdit[]): readonly string[] {
  const summaries = new Set([...plan.tasks.values()].map(({ parent }) => parent));
  return edits.flatMap(({ id, fields }) => {
    const task = plan.tasks.get(id);
    if (!task) return [];
    const names = Object.keys(fields);
    const said: string[] = [];
    const idle = names.filter(name => ofParts.has(name));
    const [first] = idle;
    if (summaries.has(id) && first !== undefined && !task.pinned) {
      said.push(`The ${first} of ${id} moves nothing: it is a summary, and its parts say how long`);
    } else if (names.includes('estimate') && task.duration) {
      const length = formatDuration(task.duration);
      said.push(`The estimate of ${id} moves nothing: its duration of ${length} comes before it`);
    }
    if (names.includes('assignees')) {
      const unknown = task.assignees
        .map(({ person }) => person)
        .filter(person => !plan.project.people.has(person));
      if (unknown.length > 0) {
        const who = unknown.join(', ');
        said.push(`The project lists nobody as ${who}, so the hours of ${id} are not theirs`);
      }
    }
    return said;
  });
}
