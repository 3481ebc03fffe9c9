/** Shows other content; what had the keyboard has it again where it is there under the same key. */
export function replaceKeepingFocus(place: HTMLElement, content: readonly HTMLElement[]): void {
  const { activeElement } = document;
  const hadFocus = activeElement instanceof HTMLElement && place.contains(activeElement);
  const key = hadFocus ? activeElement.dataset['focus'] : undefined;
  const { scrollTop } = place;
  place.replaceChildren(...content);
  place.scrollTop = scrollTop;
  if (!hadFocus) return;
  const same =
    key === undefined
      ? null
      : place.querySelector<HTMLElement>(`[data-focus="${CSS.escape(key)}"]`);
  (same ?? place).focus();
}
