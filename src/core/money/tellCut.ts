import type { Plan } from '../model/plan.ts';
import type { Cut } from './findCuts.ts';

/** A cut in words: `Drop T-7KQ3 “Parser”`, `Give T-7KQ3 “Parser” to Bob`. */
export function tellCut({ tasks, project }: Plan, { kind, task, person }: Cut): string {
  const title = `${task} “${tasks.get(task)?.title ?? ''}”`;
  return kind === 'drop'
    ? `Drop ${title}`
    : `Give ${title} to ${project.people.get(person ?? '')?.name ?? person ?? ''}`;
}

/**
 * What a cut costs: `the plan ends 2d later, R-9F2A is not answered`; `nothing that was found`.
 *
 * @param tell a length of working minutes, never negative
 */
export function tellCutPrice(
  { later, risks, riskMinutes, followers }: Cut,
  tell: (minutes: number) => string,
): string {
  const parts = [
    ...(later === 0
      ? []
      : [`the plan ends ${later > 0 ? `${tell(later)} later` : `${tell(-later)} earlier`}`]),
    ...(risks.length === 0
      ? []
      : [
          `${risks.join(', ')} ${risks.length === 1 ? 'is' : 'are'} not answered${riskMinutes > 0 ? ` (${tell(riskMinutes)} of expected delay)` : ''}`,
        ]),
    ...(followers === 0
      ? []
      : [`${followers} ${followers === 1 ? 'task waits' : 'tasks wait'} for it`]),
  ];
  return parts.length === 0 ? 'no days and no risk' : parts.join(', ');
}
