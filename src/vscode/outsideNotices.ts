import { commands, l10n, window } from 'vscode';
import type { Disposable } from '../core/base/disposable.ts';
import { inertText } from '../core/views/inertText.ts';
import type { OpenPlan } from './openPlan.ts';
import type { PlanSet } from './planSet.ts';

/**
 * Says once when another program took files of a plan away or changed many at once. Who closes the
 * notice finds the same in the problems and among the commands.
 */
export function registerOutsideNotices(plans: PlanSet): Disposable {
  const told = new WeakMap<OpenPlan, number>();
  return plans.onDidChange(() => {
    for (const plan of plans.existing) {
      const count = countOutside(plan);
      if (count > (told.get(plan) ?? 0)) void tell(plan, count);
      told.set(plan, count);
    }
  });
}

function countOutside(plan: OpenPlan): number {
  const outside = plan.loaded?.outside;
  return outside ? new Set([...outside.gone, ...outside.many]).size : 0;
}

async function tell(plan: OpenPlan, count: number): Promise<void> {
  const { gone = [], many = [] } = plan.loaded?.outside ?? {};
  const [only] = gone;
  const message =
    many.length > 0
      ? l10n.t(
          '{0} files of the plan were changed or taken away at once by another program; nothing is written until you have looked at them',
          count,
        )
      : gone.length === 1 && only !== undefined
        ? l10n.t(
            '{0} is gone from the disk, though neither git nor Gantry took it away; the plan goes on with what it said',
            only,
          )
        : l10n.t(
            '{0} files of the plan are gone from the disk, though neither git nor Gantry took them away; the plan goes on with what they said',
            gone.length,
          );
  const settle = l10n.t('Settle…');
  const answer = await window.showWarningMessage(inertText(message), settle);
  if (answer === settle) await commands.executeCommand('gantry.settleOutside');
}
