import type { ImpactLevel, Project, RiskScale } from '../model/project.ts';
import { isLive, type Probability, type RatingName, type Risk } from '../model/risk.ts';
import { meanMinutes, meanHundredths } from './score.ts';

/** What a risk weighs on average: its probability times its impact. Gains are below zero. */
export interface Exposure {
  /** Working minutes; undefined when probability or delay is missing. */
  readonly minutes: number | undefined;
  /** Hundredths of the project's currency; undefined when probability or cost is missing. */
  readonly hundredths: number | undefined;
}

const none: Exposure = { minutes: undefined, hundredths: undefined };

/**
 * Expected value of one of the ratings: share × mean delay and share × mean cost, rounded to
 * whole minutes and hundredths. An opportunity counts below zero. A risk that can no longer happen
 * has no exposure.
 */
export function exposureOf(risk: Risk, project: Project, rating: RatingName = 'current'): Exposure {
  const given = risk[rating];
  if (!given || !isLive(risk)) return none;
  const share = shareOf(given.probability, project.riskScale);
  if (share === undefined) return none;
  const sign = risk.riskKind === 'opportunity' ? -1 : 1;
  const { schedule, cost } = given.impact;
  const levels = project.riskScale.impact;
  const minutes =
    schedule &&
    ('level' in schedule
      ? levelAmount(schedule.level, levels, 'scheduleUpTo')
      : meanMinutes(schedule, project.durationScale));
  const hundredths =
    cost &&
    ('level' in cost
      ? levelAmount(cost.level, levels, 'costUpTo')
      : meanHundredths(cost, project.currency));
  return {
    minutes: expected(share * sign, minutes),
    hundredths: expected(share * sign, hundredths),
  };
}

/** A level stands for the middle of the shares that belong to it. */
export function shareOf(
  probability: Probability | undefined,
  scale: RiskScale,
): number | undefined {
  if (!probability) return undefined;
  if (probability.kind === 'share') return probability.share;
  const place = scale.probability.findIndex(level => level.key === probability.level);
  const level = scale.probability[place];
  return level && ((scale.probability[place - 1]?.upTo ?? 0) + level.upTo) / 2;
}

/** The middle of a level's band; of a level without a limit, the least that it can mean. */
function levelAmount(
  key: string,
  levels: readonly ImpactLevel[],
  limit: 'scheduleUpTo' | 'costUpTo',
): number | undefined {
  const place = levels.findIndex(level => level.key === key);
  if (place < 0) return undefined;
  const below = levels.slice(0, place).findLast(level => level[limit] !== undefined)?.[limit];
  const upTo = levels[place]?.[limit];
  return upTo === undefined ? below : ((below ?? 0) + upTo) / 2;
}

function expected(share: number, amount: number | undefined): number | undefined {
  return amount === undefined ? undefined : Math.round(share * amount) + 0;
}
