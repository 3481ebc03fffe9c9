import { parseRates } from '../core/format/parseRates.ts';
import { noRates, type Rates } from '../core/model/moneyRules.ts';
import { computeMoney } from '../core/money/computeMoney.ts';
import { figuresDay } from '../core/money/figuresDay.ts';
import { findCuts } from '../core/money/findCuts.ts';
import { privatePath } from '../core/store/planPath.ts';
import { computeMoneyPage } from '../core/views/computeMoneyPage.ts';
import type { MoneyPage } from '../core/views/moneyPage.ts';
import { midnightOf } from './clock.ts';
import type { LoadedPlan } from './loadedPlan.ts';

/** What hours cost, and what is wrong with the file that says so; without the file nothing is. */
export async function readPrivateRates(
  loaded: LoadedPlan,
): Promise<{ readonly rates: Rates; readonly notes: readonly string[] }> {
  const bytes = await loaded.readAside(privatePath);
  if (!bytes) return { rates: noRates, notes: [] };
  const { rates, problems } = parseRates(privatePath, bytes);
  return {
    rates: rates ?? noRates,
    notes: problems.map(({ message }) => `${privatePath}: ${message}`),
  };
}

/**
 * What a plan costs as of the status date or today, with where to cut; every cut is tried by
 * scheduling with it.
 */
export async function readMoneyPage(loaded: LoadedPlan): Promise<MoneyPage> {
  const { rates, notes } = await readPrivateRates(loaded);
  const views = loaded.views();
  const { plan, revision } = views.snapshot;
  const today = midnightOf(views.now);
  const at = figuresDay(plan.project.statusDate, today);
  const money = computeMoney(plan, views.schedule(), { rates, at });
  const cuts = findCuts(plan, rates, { today });
  return computeMoneyPage(plan, money, { revision, cuts, notes });
}
