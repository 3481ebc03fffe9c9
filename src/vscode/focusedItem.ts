import { commands, type Disposable, type TreeView } from 'vscode';
import { isItemElement, type ItemElement } from './itemElement.ts';

/** The editor tells of a selection a little later; where nothing changes, it never does. */
const longestWaitMs = 400;

/**
 * The item on the line that the keyboard stands on. The arrow keys of a tree move the focus and
 * leave the selection behind, and extensions are told of the selection alone. So the focused line is
 * put into the selection and taken out again, or the other way round: the difference is that line.
 * Then it is the one selected.
 */
export async function findFocusedItem<T>(view: TreeView<T>): Promise<ItemElement | undefined> {
  const once = await toggleFocused(view);
  const twice = await toggleFocused(view);
  const focused =
    once.find(element => !twice.includes(element)) ??
    twice.find(element => !once.includes(element));
  if (focused === undefined) return undefined;
  await view.reveal(focused, { select: true, focus: true });
  return isItemElement(focused) ? focused : undefined;
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
