import type { Frame } from 'playwright-core';

interface Moments {
  /** Milliseconds since 1970, in the page. */
  readonly keyUp: number;
  readonly changed: number;
}

/**
 * Waits in the page, without polling, until the text of a row is another one. With `isByKey`, what
 * changes before the key is released is the end of an earlier edit.
 */
export function momentsOfChange(
  panel: Frame,
  row: { readonly id: string; readonly isByKey: boolean },
): Promise<Moments> {
  return panel.evaluate(
    ({ id, isByKey }) =>
      new Promise<Moments>(resolve => {
        const now = (): number => performance.timeOrigin + performance.now();
        const read = (): string | undefined =>
          [...document.querySelectorAll('.gantt-row')].find(each => each.textContent.includes(id))
            ?.textContent;
        let before = read();
        let keyUp = Number.NaN;
        const onKey = (event: KeyboardEvent): void => {
          if (event.key === 'Alt') keyUp = now();
        };
        window.addEventListener('keyup', onKey, { capture: true });
        const observer = new MutationObserver(() => {
          const text = read();
          if (text === undefined || text === before) return;
          if (isByKey && Number.isNaN(keyUp)) {
            before = text;
            return;
          }
          observer.disconnect();
          window.removeEventListener('keyup', onKey, { capture: true });
          // The frame that shows it ends when the next one begins.
          requestAnimationFrame(() => resolve({ keyUp, changed: now() }));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    row,
  );
}

/** Scrolls the chart by so many pixels at every frame; answers with the times between the frames. */
export function scrollFrames(panel: Frame, frames: number, byPx: number): Promise<number[]> {
  return panel.evaluate(
    ({ count, px }) =>
      new Promise<number[]>(resolve => {
        const scroller = document.querySelector('.gantt-scroller');
        const times: number[] = [];
        let last = performance.now();
        const step = (at: number): void => {
          times.push(at - last);
          last = at;
          if (times.length > count) {
            resolve(times.slice(1));
            return;
          }
          scroller?.scrollBy(0, px);
          requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    { count: frames, px: byPx },
  );
}
