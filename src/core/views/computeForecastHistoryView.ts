import { tellDaySpan, tellShare, tellShift, tellShortFinishDay } from '../forecast/chanceWords.ts';
import type { ForecastPoint } from '../forecast/forecastHistory.ts';
import { rulesOf } from '../forecast/taskSpread.ts';
import { hasMoved, tellHistory, tellOthers, tellSubject } from '../forecast/tellPast.ts';
import type { Project } from '../model/project.ts';
import { beginning } from './beginning.ts';
import type { ForecastHistoryPoint, ForecastHistoryView } from './forecastHistoryView.ts';

/** Puts a forecast over time into words. */
export function computeForecastHistoryView(
  points: readonly ForecastPoint[],
  project: Project,
): ForecastHistoryView {
  return {
    headline: tellHistory(points, project),
    label: tellShare(rulesOf(project).confidence),
    points: points
      .filter((point, place) => {
        const isEnd = place === 0 || place === points.length - 1;
        return isEnd || !isSame(point, points[place - 1]);
      })
      .map(point => pointView(point, project)),
  };
}

function isSame(point: ForecastPoint, before: ForecastPoint | undefined): boolean {
  return (
    point.planned === before?.planned &&
    point.p50 === before.p50 &&
    point.confident === before.confident
  );
}

function pointView(point: ForecastPoint, project: Project): ForecastHistoryPoint {
  const { minutesPerDay } = project.durationScale;
  const { commit, committedAt, planned, p50, confident, bounds, slip, causes } = point;
  return {
    commit: commit.slice(0, 8),
    subject: beginning(tellSubject(point)),
    at: committedAt,
    // A moment lies in the day that it is in, also at midnight.
    day: tellShortFinishDay(committedAt + 1),
    planned,
    p50,
    confident,
    plannedDay: tellShortFinishDay(planned),
    p50Day: tellShortFinishDay(p50),
    confidentDay: tellShortFinishDay(confident),
    between: tellDaySpan(bounds),
    moved: hasMoved(slip, project) ? tellShift(slip, minutesPerDay) : '',
    isLater: slip > 0,
    causes: causes.map(cause => ({
      id: cause.id,
      text: beginning(
        `${tellShift(cause.minutes, minutesPerDay)} by “${cause.title}”${tellOthers(cause)}: ${cause.fields.join(', ')}`,
      ),
    })),
  };
}
