import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import type { PlanSet } from '../planSet.ts';
import { registerCompletion } from './completion.ts';
import { showDiagnostics } from './diagnostics.ts';
import { registerDefinition, registerHover } from './hover.ts';
import { registerQuickFixes } from './quickFixes.ts';

/** Everything that the editor says inside the files of a plan. */
export function registerLanguage(plans: PlanSet): Disposable {
  const owned = new DisposableStore();
  owned.add(showDiagnostics(plans));
  owned.add(registerCompletion(plans));
  owned.add(registerHover(plans));
  owned.add(registerDefinition(plans));
  owned.add(registerQuickFixes(plans));
  return owned;
}
