import assert from 'node:assert/strict';
import { test } from 'node:test';
import { computeRiskHistory } from '../../../src/core/views/computeRiskHistory.ts';
import { euroProject, rate, soundRisk } from '../../support/riskRatings.ts';

test('every commit has the score and the exposure of its risks, on the scales of today', () => {
  const before = soundRisk({ current: rate('50%', { schedule: '4d' }) });
  const after = soundRisk({ status: 'closed', current: rate('50%', { schedule: '4d' }) });
  const history = computeRiskHistory(
    [
      { commit: 'a', at: 1, risks: [before] },
      { commit: 'b', at: 2, risks: [after] },
    ],
    euroProject,
  );
  const known = { id: 'R-AAAA', riskKind: 'threat', hundredths: undefined };
  const score = 6;
  assert.deepEqual(history.points, [
    { commit: 'a', at: 1, risks: [{ ...known, isLive: true, score, minutes: 960 }] },
    { commit: 'b', at: 2, risks: [{ ...known, isLive: false, score, minutes: undefined }] },
  ]);
});
