import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ForecastBar } from '../../../src/core/views/forecastView.ts';
import { forecastText } from '../../../webview/gantt/forecastText.ts';
import { layoutForecast } from '../../../webview/gantt/forecastLayout.ts';
import { toPx } from '../../../webview/gantt/timeScale.ts';
import { panelSnapshot } from '../../support/panelSnapshot.ts';

const view = panelSnapshot({ tasks: 3, risks: 0 }).gantt;
const scale = { pxPerDay: 20, origin: view.start };
const day = 1440;
const id = view.rows.id[1] ?? '';
const at = view.start + 5 * day;
const dates: ForecastBar = {
  id,
  p10: at,
  p50: at + day,
  p80: at + 3 * day,
  p90: at + 4 * day,
  criticality: 0.4,
};
const bar = { row: 1, shape: 'task', rightX: 0, middleY: 14, height: 16 } as never;

function whiskersOf(forecast: ForecastBar | undefined, leftPx = 0): readonly object[] {
  const map = forecast && new Map([[forecast.id, forecast]]);
  const viewport = { leftPx, widthPx: 600 };
  return layoutForecast({ view, scale, viewport, forecast: map }, [bar]);
}

test('a whisker runs from one in ten to nine in ten, with its stop at four in five', () => {
  const x = (moment: number): number => toPx(scale, moment);
  assert.deepEqual(whiskersOf(dates), [
    {
      row: 1,
      p10X: x(dates.p10),
      p50X: x(dates.p50),
      p80X: x(dates.p80),
      p90X: x(dates.p90),
      pastPx: x(dates.p90),
      middleY: 14,
      height: 16,
    },
  ]);
});

test('what is certain, out of sight or not forecast has no whisker', () => {
  assert.deepEqual(whiskersOf(undefined), []);
  assert.deepEqual(whiskersOf({ ...dates, id: 'T-ZZZZ' }), []);
  assert.deepEqual(whiskersOf({ ...dates, p50: at, p80: at, p90: at }), []);
  assert.deepEqual(whiskersOf(dates, 100_000), []);
});

test('the tooltip tells the dates by how sure one is', () => {
  assert.match(
    forecastText(dates, 2026),
    /^Half the time by .*\nFour times in five by .*\nNine times in ten by .*\nCritical in 40% of the runs$/,
  );
  assert.match(forecastText({ ...dates, p90: at }, 2026), /^Done by .* in every run\n/);
  assert.equal(forecastText(undefined, 2026), '');
});
