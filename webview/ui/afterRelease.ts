/**
 * Opens a menu once the button that asked for it is up again: while it is down, its release counts
 * as one beside the menu and closes it. By keyboard, and where systems ask on release, at once.
 */
export function afterRelease({ buttons }: MouseEvent, open: () => void): void {
  if (buttons === 0) {
    open();
    return;
  }
  const release = new AbortController();
  const onRelease = (): void => {
    release.abort();
    setTimeout(open, 0);
  };
  const options = { capture: true, signal: release.signal };
  window.addEventListener('pointerup', onRelease, options);
  window.addEventListener('pointercancel', onRelease, options);
}
