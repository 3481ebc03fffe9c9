import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import type { Log } from './log.ts';
import type { PlanSet } from './planSet.ts';

/** What the editor says inside plan files comes with the first plan that is there. */
export function registerLanguageLater(plans: PlanSet, log: Log): Disposable {
  const owned = new DisposableStore();
  let isWanted = false;
  const load = async (): Promise<void> => {
    try {
      const { registerLanguage } = await import('./language/registerLanguage.ts');
      owned.add(registerLanguage(plans));
    } catch (failure) {
      log.fail('The language features could not be started', failure);
    }
  };
  owned.add(
    plans.onDidChange(() => {
      if (isWanted || plans.existing.length === 0) return;
      isWanted = true;
      void load();
    }),
  );
  return owned;
}
