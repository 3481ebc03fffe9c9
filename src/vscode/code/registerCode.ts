import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import type { Workbench } from '../workbench.ts';
import { registerAnnotations } from './annotations.ts';
import { CodeLinks } from './codeLinks.ts';
import { registerRenameId } from './renameId.ts';
import { registerFileWarnings } from './fileWarnings.ts';
import { registerMarkedLines } from './markedLines.ts';
import { linkElements } from './linkElements.ts';
import { registerLinkByHand } from './linkByHand.ts';
import { registerNoteActions } from './noteActions.ts';
import { showSourceDiagnostics } from './sourceDiagnostics.ts';
import { registerWork } from './registerWork.ts';
import { registerSourceIds } from './sourceIdFeatures.ts';

/** Everything that the editor says about a plan inside of code. */
export function registerCode(bench: Workbench): Disposable {
  const { plans, log, extensionUri } = bench;
  const owned = new DisposableStore();
  const links = owned.add(new CodeLinks(plans, log));
  owned.add(registerAnnotations(plans, links, extensionUri));
  owned.add(registerMarkedLines(plans, links));
  owned.add(registerFileWarnings(plans, links));
  owned.add(registerSourceIds(plans));
  owned.add(registerNoteActions(plans));
  owned.add(registerLinkByHand(plans));
  owned.add(registerRenameId(plans));
  owned.add(showSourceDiagnostics(plans));
  const work = owned.add(registerWork(bench));
  bench.code.set({ ...work, links, linkElements });
  return owned;
}
