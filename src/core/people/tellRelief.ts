import type { Plan } from '../model/plan.ts';
import type { Relief } from './findReliefs.ts';

/** A way out of an overload in words: `Give T-2PAR “Parser” to Bob`. */
export function tellRelief({ tasks, project }: Plan, { kind, task, person }: Relief): string {
  const title = `${task} “${tasks.get(task)?.title ?? ''}”`;
  switch (kind) {
    case 'move':
      return `Begin ${title} after it`;
    case 'split':
      return `Pause ${title} meanwhile`;
    case 'drop':
      return `Drop ${title}`;
    case 'reassign':
      return `Give ${title} to ${project.people.get(person ?? '')?.name ?? person ?? ''}`;
  }
}

/**
 * What comes of it: `takes away all of it, the plan ends as before`.
 *
 * @param tell a length of working minutes, never negative
 */
export function tellReliefResult(
  { left, later }: Relief,
  tell: (minutes: number) => string,
): string {
  const taken = left === 0 ? 'takes away all of it' : `takes away all but ${tell(left)}`;
  const end =
    later === 0 ? 'as before' : later > 0 ? `${tell(later)} later` : `${tell(-later)} earlier`;
  return `${taken}, the plan ends ${end}`;
}
