import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exposureTotals, isUnknown } from '../../../src/core/views/exposureTotals.ts';
import { riskRow } from '../../support/panelSnapshot.ts';

const nothing = { minutes: undefined, hundredths: undefined };

test('threats and opportunities are summed apart, and what is unknown is left out', () => {
  const exposures = (minutes: number | undefined) => ({
    inherent: { minutes, hundredths: 100 },
    current: { minutes, hundredths: undefined },
    residual: nothing,
  });
  const totals = exposureTotals([
    riskRow(0, { riskKind: 'threat', exposures: exposures(480) }),
    riskRow(1, { riskKind: 'threat', exposures: exposures(undefined) }),
    riskRow(2, { riskKind: 'opportunity', exposures: exposures(-240) }),
  ]);
  assert.deepEqual(totals, {
    threats: {
      inherent: { minutes: 480, hundredths: 200 },
      current: { minutes: 480, hundredths: undefined },
      residual: nothing,
    },
    opportunities: {
      inherent: { minutes: -240, hundredths: 100 },
      current: { minutes: -240, hundredths: undefined },
      residual: nothing,
    },
  });
  assert.equal(isUnknown(totals.threats), false);
  assert.equal(isUnknown(exposureTotals([]).threats), true);
});
