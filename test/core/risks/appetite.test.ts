import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRegister } from '../../../src/core/risks/checkRegister.ts';
import { computeRiskRegister } from '../../../src/core/views/computeRiskRegister.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

const project = `name: Plan
riskScale:
  appetite: { all: 8, Security: 4 }
`;
const risk = (more: string): string =>
  `title: Outage\nowner: ada\nresponse: { strategy: reduce }\n${more}`;
const rated = (level: string): string =>
  `{ probability: ${level}, impact: { schedule: ${level} } }`;

async function foundOf(text: string): Promise<readonly string[]> {
  const snapshot = await loadPlan(
    memoryFiles({ 'project.yaml': project, 'risks/R-AAAA.yaml': risk(text) }),
  );
  return checkRegister(snapshot.plan, 0)
    .filter(({ code }) => code === 'risk-above-appetite')
    .map(({ message }) => message);
}

test('a threat above the appetite is found, with that of its own category', async () => {
  assert.deepEqual(await foundOf(`current: ${rated('medium')}\n`), [
    '"Outage" is rated 9, above the 8 that the project bears; plan a response that brings it down, or escalate it',
  ]);
  assert.deepEqual(await foundOf(`current: ${rated('low')}\n`), []);
  assert.deepEqual(await foundOf(`category: Security\ncurrent: ${rated('medium')}\n`), [
    '"Outage" is rated 9, above the 4 that the project bears of Security; plan a response that brings it down, or escalate it',
  ]);
});

test('a response that is under way and brings it low enough is answer enough', async () => {
  const both = `current: ${rated('medium')}\nresidual: ${rated('low')}\n`;
  assert.deepEqual(await foundOf(both), [
    '"Outage" is rated 9, above the 8 that the project bears; begin its response and set its status to mitigating',
  ]);
  assert.deepEqual(await foundOf(`status: mitigating\n${both}`), []);
});

test('neither opportunities nor what cannot happen any more is above it', async () => {
  const heavy = `current: ${rated('very-high')}\n`;
  assert.deepEqual(await foundOf(`status: closed\n${heavy}`), []);
  assert.deepEqual(await foundOf(`kind: opportunity\n${heavy}`), []);
});

test('the register marks what is above the appetite, and says which', async () => {
  const snapshot = await loadPlan(
    memoryFiles({
      'project.yaml': project,
      'risks/R-AAAA.yaml': risk(`current: ${rated('medium')}\n`),
      'risks/R-BBBB.yaml': risk(`current: ${rated('low')}\n`),
    }),
  );
  const { rows, scale } = computeRiskRegister(snapshot, { today: 0 });
  assert.deepEqual(
    rows.map(({ id, appetite, isAboveAppetite }) => [id, appetite, isAboveAppetite]),
    [
      ['R-AAAA', 8, true],
      ['R-BBBB', 8, false],
    ],
  );
  assert.deepEqual(scale.appetite, { all: 8, byCategory: [['Security', 4]] });
});

test('one number is the appetite for all', async () => {
  const { plan } = await loadPlan(
    memoryFiles({ 'project.yaml': 'name: P\nriskScale:\n  appetite: 6\n' }),
  );
  assert.equal(plan.project.riskScale.appetite.all, 6);
});
