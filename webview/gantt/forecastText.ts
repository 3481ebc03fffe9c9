import type { ForecastBar } from '../../src/core/views/forecastView.ts';
import { lastDayOf, percentText, shortDay } from './dateText.ts';

/** When a task finishes by how sure one is, for the tooltip; empty where no forecast is shown. */
export function forecastText(bar: ForecastBar | undefined, year: number): string {
  if (!bar) return '';
  const day = (at: number): string => shortDay(lastDayOf(at), year);
  const dates =
    bar.p10 === bar.p90
      ? `Done by ${day(bar.p90)} in every run`
      : `Half the time by ${day(bar.p50)}\nFour times in five by ${day(bar.p80)}\nNine times in ten by ${day(bar.p90)}`;
  return `${dates}\nCritical in ${percentText(bar.criticality)} of the runs`;
}
