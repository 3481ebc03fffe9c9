import type { Instant } from '../model/instant.ts';
import type { Goal } from '../model/milestone.ts';
import { kindPlaces } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { PlanPast } from '../model/planPast.ts';

/** A plan as it was at a moment. */
export interface PlanAt {
  readonly at: Instant;
  readonly plan: Plan;
}

/** What a goal was said to stand at, from a moment on. */
export interface GoalValue {
  readonly at: Instant;
  readonly present: string;
}

export interface GoalView extends Goal {
  readonly milestone: string;
  readonly title: string;
  /** Each value that it had, the oldest first; the last is the present one. */
  readonly values: readonly GoalValue[];
  /** Undefined where the words hold no numbers to compare. */
  readonly isMet: boolean | undefined;
  /** Where the last change went; undefined before a change, and where nothing can be compared. */
  readonly trend: 'closer' | 'farther' | undefined;
}

/**
 * The goals of the milestones that have not ended, with how their present values came about. A goal is the
 * same as long as its measure is.
 *
 * @param past earlier versions of the plan, the oldest first
 */
export function computeGoals(
  plan: Plan,
  past: readonly PlanAt[],
  now: Instant,
): readonly GoalView[] {
  return [...plan.milestones.values()].flatMap(({ id, title, goals, isDropped }) =>
    isDropped
      ? []
      : goals.map((goal): GoalView => {
          const values = valuesOf(id, goal, [...past, { at: now, plan }]);
          return { milestone: id, title, ...goal, values, ...judge(goal, values) };
        }),
  );
}

/** Whether any milestone is measured by something. */
export function hasGoals({ milestones }: Plan): boolean {
  return [...milestones.values()].some(({ goals }) => goals.length > 0);
}

/** The past of the milestones alone: goals stand nowhere else. */
export function pastOfGoals({ steps, texts }: PlanPast): PlanPast {
  const folder = `${kindPlaces.milestone.folder}/`;
  return {
    steps: steps.map(step => ({
      ...step,
      changed: new Map([...step.changed].filter(([path]) => path.startsWith(folder))),
    })),
    texts,
  };
}

function valuesOf(
  id: string,
  { measure }: Goal,
  versions: readonly PlanAt[],
): readonly GoalValue[] {
  const values: GoalValue[] = [];
  for (const { at, plan } of versions) {
    const goals = plan.milestones.get(id)?.goals ?? [];
    const present = goals.find(goal => goal.measure === measure)?.present;
    if (present !== undefined && present !== values.at(-1)?.present) values.push({ at, present });
  }
  return values;
}

function judge(
  { target, present }: Goal,
  values: readonly GoalValue[],
): Pick<GoalView, 'isMet' | 'trend'> {
  const wanted = numberOf(target);
  const numbers = values.map(value => numberOf(value.present));
  const [first, last] = [numbers[0], numberOf(present)];
  if (wanted === undefined || last === undefined || target === undefined) {
    return { isMet: undefined, trend: undefined };
  }
  const isLess = wantsLess(target) ?? (first === undefined ? undefined : first > wanted);
  const before = numbers.at(-2);
  const step = before === undefined ? 0 : Math.abs(last - wanted) - Math.abs(before - wanted);
  return {
    isMet: last === wanted || (isLess === undefined ? undefined : isLess === last < wanted),
    trend: step === 0 ? undefined : step < 0 ? 'closer' : 'farther',
  };
}

/** The first number in a text: 40 of `40%`, 1500 of `1,500 ms`. */
function numberOf(text: string | undefined): number | undefined {
  const [found] = /-?\d+(?:,\d{3})*(?:\.\d+)?/.exec(text ?? '') ?? [];
  return found === undefined ? undefined : Number(found.replaceAll(',', ''));
}

/** Whether a target is an upper limit, as far as its words or signs say so. */
function wantsLess(target: string): boolean | undefined {
  if (/^\s*[<≤]|\b(?:under|below|less|at most|up to|within|no more)\b/i.test(target)) return true;
  return /^\s*[>≥]|\b(?:over|above|more|at least|from)\b/i.test(target) ? false : undefined;
}
