import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCalibration, parseForecastHistory } from '../../src/protocol/parsePastForecast.ts';
import { calibrationView, historyView } from '../support/pastViews.ts';

test('what is told of the past comes through as it was sent', () => {
  assert.deepEqual(parseForecastHistory(structuredClone(historyView())), historyView());
  assert.deepEqual(parseCalibration(structuredClone(calibrationView())), calibrationView());
});

test('anything else is nothing of the past', () => {
  const history = historyView();
  const calibration = calibrationView();
  const [point] = history.points;
  for (const wrong of [null, {}, { ...history, points: [{ ...point, at: 'now' }] }]) {
    assert.equal(parseForecastHistory(wrong), undefined);
  }
  for (const wrong of [null, [], { ...calibration, weeks: [-1] }, { ...calibration, more: 1 }]) {
    assert.equal(parseCalibration(wrong), undefined);
  }
});
