import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RiskRow } from '../../../src/core/views/riskRegisterView.ts';
import { bowTieColumns } from '../../../webview/risks/bowTieParts.ts';
import { registerView, riskRow } from '../../support/panelSnapshot.ts';

function columns(row: RiskRow, others: readonly RiskRow[] = []): Record<string, readonly string[]> {
  const view = registerView([row, ...others]);
  return Object.fromEntries(
    bowTieColumns(row, view).map(({ key, cards }) => [
      key,
      cards.map(({ text, note, isDone }) => `${isDone ? '✓ ' : ''}${text} | ${note}`),
    ]),
  );
}

test('causes stand at the left, barriers before the event, and what follows at the right', () => {
  const row = riskRow(0, {
    cause: 'Because of old machines.',
    event: 'the service is moved',
    effect: 'releases stop',
    drivers: ['supplier'],
    strategy: 'reduce',
    responsePlan: 'Mirror the keys',
    responseTasks: [
      { id: 'T-0001', title: 'Mirror', state: 'done' },
      { id: 'T-0002', title: 'Rehearse', state: 'doing' },
    ],
    trigger: '',
    contingency: 'Sign by hand',
    fallback: 'Wait',
    reserveText: '300 EUR',
    affects: [{ id: 'M-0001', title: 'Beta', state: '' }],
    secondary: [{ id: 'R-0009', title: 'Mirror leaks', state: 'open' }],
  });
  assert.deepEqual(columns(row, [riskRow(1, { drivers: ['supplier'] })]), {
    causes: ['old machines | ', 'supplier | driver, also of R-0001'],
    barriers: [
      'Mirror the keys | response: reduce',
      '✓ Mirror | T-0001 · task · done',
      'Rehearse | T-0002 · task · doing',
    ],
    event: ['the service is moved | now High 20'],
    recovery: ['Sign by hand | contingency', 'Wait | fallback', '300 EUR | reserve'],
    effects: [
      'releases stop | ',
      'Beta | M-0001 · affected',
      'Mirror leaks | R-0009 · secondary risk · open',
    ],
  });
});

test('what is not written down leaves its column empty, but never the middle', () => {
  const bare = riskRow(0, {
    cause: '',
    event: '',
    effect: '',
    drivers: [],
    strategy: undefined,
    responsePlan: '',
    responseTasks: [],
    trigger: '',
    contingency: '',
    reserveText: '',
    affects: [],
  });
  const counts = bowTieColumns(bare, registerView([bare])).map(({ cards }) => cards.length);
  assert.deepEqual(counts, [0, 0, 1, 0, 0]);
  assert.equal(columns(bare)['event']?.[0]?.startsWith(bare.title), true);
});
