import type { TreeView } from 'vscode';
import { itemOf } from '../core/model/plan.ts';
import type { ItemElement } from './itemElement.ts';
import type { OpenPlan } from './openPlan.ts';
import type { Selected } from './selection.ts';

interface ElementSource {
  elementOf(plan: OpenPlan, id: string): ItemElement;
}

/** How often a line is looked for, and milliseconds between: a tree takes in what is new a little later. */
const attempts = 20;
const pauseMs = 100;

/** Only a visible tree follows, and it never takes the focus. */
export async function revealIn<T>(
  view: TreeView<T | ItemElement>,
  selected: Selected,
  elements: ElementSource,
  isLast: () => boolean,
): Promise<void> {
  const { plan, id, source } = selected;
  if (id === undefined || source === 'tree') return;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const snapshot = plan.loaded?.views().snapshot;
    if (!isLast() || !view.visible || !snapshot || !itemOf(snapshot.plan, id)) return;
    const element = elements.elementOf(plan, id);
    if (await isRevealed(view, element)) return;
    await new Promise(resolve => setTimeout(resolve, pauseMs));
  }
}

/** False while the tree does not know the element: it says so by an error, or by selecting nothing. */
async function isRevealed<T>(view: TreeView<T>, element: T): Promise<boolean> {
  try {
    await view.reveal(element, { select: true, focus: false });
  } catch {
    return false;
  }
  return view.selection.includes(element);
}
