import type { Project } from '../model/project.ts';
import type { Calibration } from './calibration.ts';
import { tellChance, tellConfidence, tellFinishDay, tellShare, tellShift } from './chanceWords.ts';
import type { ForecastCause } from './forecastCauses.ts';
import type { ForecastPoint } from './forecastHistory.ts';
import { rulesOf } from './taskSpread.ts';
import type { ThroughputForecast } from './throughput.ts';

/** What finished tasks say of the estimates, a sentence each. */
export function tellCalibration(calibration: Calibration | undefined): readonly string[] {
  if (!calibration) {
    return [
      'Too few finished tasks tell how long they took to judge the estimates by: five of them need an estimate, and started and finished, or spent.',
    ];
  }
  const { count, p10, p50, p90, inside, ranged } = calibration;
  return [
    `Of ${count} finished tasks half took ${tellRatio(p50)} of their estimate or less, and four in five took between ${tellRatio(p10)} and ${tellRatio(p90)}.`,
    ...(ranged === 0
      ? []
      : [`${inside} of ${ranged} (${tellShare(inside / ranged)}) ended inside their range.`]),
    `${judge(p50)}.`,
  ];
}

function judge(middle: number): string {
  if (middle > 1.1) return 'So tasks take longer than estimated';
  return middle < 0.9 ? 'So tasks take less than estimated' : 'So the estimates hold on the whole';
}

/** `85%`: what was taken as a share of what was estimated. */
export function tellRatio(ratio: number): string {
  return `${Math.round(ratio * 100)}%`;
}

/** When the open tasks are done at the pace of late, without any estimate. */
export function tellThroughput({ weeks, open, finish }: ThroughputForecast): string {
  const done = weeks.reduce((sum, each) => sum + each, 0);
  const tasks = done === 1 ? '1 task was' : `${done} tasks were`;
  const past = `In the last ${weeks.length} weeks ${tasks} finished. At that pace the ${open} open ones`;
  const { p50, p80 } = finish;
  if (p50 === undefined) {
    return `${past} take longer than ten years half of the time or more often, so no date can be told.`;
  }
  const half = `${past} are done by ${tellFinishDay(p50)} half of the time`;
  const four = tellChance(0.8);
  return p80 === undefined
    ? `${half}, but not ${four} within ten years, whatever their estimates say.`
    : `${half} and by ${tellFinishDay(p80)} ${four}, whatever their estimates say.`;
}

/** Where the forecast came from and where it is now. */
export function tellHistory(points: readonly ForecastPoint[], project: Project): string {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || points.length < 2) {
    return 'Git knows no commit that touched the plan, so its forecast has no past yet.';
  }
  const { minutesPerDay } = project.durationScale;
  const moved = points.reduce((sum, { slip }) => sum + slip, 0);
  const what = `the date that holds ${tellConfidence(rulesOf(project).confidence)}`;
  const since = `Since ${tellFinishDay(first.committedAt + 1)}`;
  if (Math.abs(moved) < minutesPerDay / 4) {
    return `${since} ${what} has come back to where it was, or never moved: ${tellFinishDay(last.confident)}.`;
  }
  return `${since} ${what} has moved ${tellShift(moved, minutesPerDay)}: from ${tellFinishDay(first.confident)} to ${tellFinishDay(last.confident)}.`;
}

/** True for a move that is worth a word: a quarter of a day of working time or more. */
export function hasMoved(minutes: number, project: Project): boolean {
  return Math.abs(minutes) >= project.durationScale.minutesPerDay / 4;
}

/** ` together with T-AB12 and 3 others`; empty for what moved the finish by itself. */
export function tellOthers({ others }: Pick<ForecastCause, 'others'>): string {
  const [first, ...more] = others;
  if (first === undefined) return '';
  const count = more.length === 1 ? ' and one other' : ` and ${more.length} others`;
  return ` together with ${first}${more.length === 0 ? '' : count}`;
}

/** `Rework the plan (tasks/T-AB12.yaml cannot be read, and counts as before)`. */
export function tellSubject({ subject, unread }: ForecastPoint): string {
  const [first, ...more] = unread;
  if (first === undefined) return subject;
  const which =
    more.length === 0
      ? `${first} cannot be read, and counts`
      : `${unread.length} files cannot be read, and count`;
  return `${subject} (${which} as before)`;
}
