import { commands, type Disposable, type TreeView } from 'vscode';
import { isItemElement, type ItemElement } from './itemElement.ts';

/** The editor tells of a selection a little later; where nothing changes, it never does. */
const longestWaitMs = 700;

/** Another surface may select something meanwhile; then it takes a few more to be sure. */
const mostToggles = 8;

/**
 * The item on the line that the keyboard stands on. The arrow keys of a tree move the focus and
 * leave the selection behind, and extensions are told of the selection alone. So the focused line is
 * put into the selection and taken out again, or the other way round: where the selection is then
 * as it was before, the one line that came and went is the focused one. It ends up selected.
 */
export async function findFocusedItem<T>(view: TreeView<T>): Promise<ItemElement | undefined> {
  let before: readonly T[] | undefined;
  let between = view.selection;
  for (let toggles = 0; toggles < mostToggles; toggles++) {
    const after = await toggleFocused(view);
    const [focused, ...others] = before ? difference(before, between) : [];
    if (focused !== undefined && others.length === 0 && isSameSet(before, after)) {
      await view.reveal(focused, { select: true, focus: true });
      return isItemElement(focused) ? focused : undefined;
    }
    before = between;
    between = after;
  }
  return undefined;
}

function isSameSet<T>(a: readonly T[] | undefined, b: readonly T[]): boolean {
  return a !== undefined && difference(a, b).length === 0;
}

/** What is in one of both, and not in the other. */
function difference<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  return [...a.filter(each => !b.includes(each)), ...b.filter(each => !a.includes(each))];
}

/** Puts the focused line into the selection or takes it out; answers with the selection then. */
async function toggleFocused<T>(view: TreeView<T>): Promise<readonly T[]> {
  let listening: Disposable | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const told = new Promise<void>(resolve => {
    listening = view.onDidChangeSelection(() => resolve());
    timer = setTimeout(resolve, longestWaitMs);
  });
  await commands.executeCommand('list.toggleSelection');
  await told;
  listening?.dispose();
  clearTimeout(timer);
  return view.selection;
}
