import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import type { Workbench } from './workbench.ts';

/** What the editor says inside plan files and about code comes with the first plan that is there. */
export function registerLanguageLater(bench: Workbench): Disposable {
  const { plans, log } = bench;
  const owned = new DisposableStore();
  let isWanted = false;
  const load = async (): Promise<void> => {
    try {
      const [{ registerLanguage }, { registerCode }] = await Promise.all([
        import('./language/registerLanguage.ts'),
        import('./code/registerCode.ts'),
      ]);
      owned.add(registerLanguage(plans));
      owned.add(registerCode(bench));
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
