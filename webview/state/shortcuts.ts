/** Undo and redo by keyboard, except where a text field has its own; there only, all is selected. */
export function listenToShortcuts(actions: { undo(): void; redo(): void }): void {
  document.addEventListener('keydown', event => {
    const isPlain = !event.altKey && (event.ctrlKey || event.metaKey);
    if (!isPlain || isEditing(event)) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) actions.undo();
    else if ((key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey)) actions.redo();
    else if (key !== 'a' || event.shiftKey) return;
    // The editor would undo in the text field that was typed in last, as well.
    event.stopPropagation();
    event.preventDefault();
  });
}

/** Looks through the shadow of the toolkit's fields. */
function isEditing(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}
