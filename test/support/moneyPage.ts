import { parsePlanDate } from '../../src/core/model/instant.ts';
import { noRates, type MoneyRules } from '../../src/core/model/moneyRules.ts';
import type { Plan } from '../../src/core/model/plan.ts';
import { computeMoney } from '../../src/core/money/computeMoney.ts';
import { findCuts } from '../../src/core/money/findCuts.ts';
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import { computeMoneyPage } from '../../src/core/views/computeMoneyPage.ts';
import type { MoneyPage } from '../../src/core/views/moneyPage.ts';
import { buildPeople, buildPlan } from './buildPlan.ts';

const euros = (hundredths: number): { hundredths: number; currency: undefined } => ({
  hundredths,
  currency: undefined,
});
const rules: MoneyRules = {
  budget: euros(12_000_00),
  contingency: euros(500_00),
  managementReserve: euros(300_00),
  hourRate: euros(100_00),
  budgets: [{ part: 'M-0001', amount: euros(7000_00) }],
  costs: [],
  booked: [],
};

/** Half of a task done for less than planned, another to come, and a purchase in dollars. */
export function paidPlan(): Plan {
  return buildPlan({
    project: { people: buildPeople({ ada: { name: 'Ada' } }), currency: 'EUR', money: rules },
    milestones: { 'M-0001': { title: 'Beta' } },
    tasks: {
      'T-0001': {
        title: 'Parse',
        duration: '10d',
        assignees: ['ada'],
        started: '2026-03-02',
        progress: 0.5,
        spent: '36h',
        milestone: 'M-0001',
        status: 'doing',
      },
      'T-0002': { title: 'Print', duration: '3d', assignees: ['ada'], dependsOn: ['T-0001'] },
      'T-0003': { title: 'Ship', duration: '1d', cost: '100 USD' },
    },
  });
}

export function moneyPage(plan: Plan = paidPlan(), revision = 1): MoneyPage {
  const at = parsePlanDate('2026-03-07')?.at ?? 0;
  const money = computeMoney(plan, computeSchedule(plan), { rates: noRates, at });
  const cuts = findCuts(plan, noRates, {});
  return computeMoneyPage(plan, money, { revision, cuts, notes: [] });
}
