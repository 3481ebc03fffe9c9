import { commands, TabInputText, window, type TextEditor } from 'vscode';
import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import { kindOfId } from '../core/model/ids.ts';
import { itemOfFile } from './itemChoice.ts';
import { openItemFile } from './openItem.ts';
import type { Selected } from './selection.ts';
import type { Workbench } from './workbench.ts';

/** Keeps the panel and the editors in step with the selection; the trees do so themselves. */
export function registerSelectionSync(bench: Workbench): Disposable {
  const owned = new DisposableStore();
  owned.add(window.onDidChangeActiveTextEditor(editor => follow(bench, editor)));
  owned.add(bench.plans.onDidChange(plan => plan ?? follow(bench, window.activeTextEditor)));
  owned.add(
    bench.selection.onDidChange(selected => {
      revealInPanel(bench, selected);
      void followInPreview(bench, selected);
    }),
  );
  follow(bench, window.activeTextEditor);
  return owned;
}

/** Whoever looks at an item's file has selected the item. */
function follow(bench: Workbench, editor: TextEditor | undefined): void {
  const item = editor && itemOfFile(bench.plans, editor.document.uri);
  void commands.executeCommand('setContext', 'gantry.editorShowsItem', item !== undefined);
  if (item) bench.selection.select({ plan: item.plan, id: item.id, source: 'editor' });
}

function revealInPanel({ panels }: Workbench, { plan, id, source }: Selected): void {
  if (source === 'panel' || id === undefined) return;
  const kind = kindOfId(id);
  if (kind === 'decision' || kind === 'note') return;
  panels.reveal(plan, kind === 'risk' ? 'risks' : 'gantt', id);
}

/** A preview of one item's file gives way to that of the item selected in the panel. */
async function followInPreview(
  { plans }: Workbench,
  { plan, id, source }: Selected,
): Promise<void> {
  if (source !== 'panel' || id === undefined) return;
  const isPreviewed = window.tabGroups.all.some(({ activeTab }) => {
    if (!activeTab?.isPreview || !(activeTab.input instanceof TabInputText)) return false;
    return itemOfFile(plans, activeTab.input.uri)?.plan === plan;
  });
  if (isPreviewed) await openItemFile({ kind: 'item', plan, id }, { isPreview: true });
}
