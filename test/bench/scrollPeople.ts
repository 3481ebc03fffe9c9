import { ok } from '../../src/core/base/result.ts';
import type { PeopleView } from '../../src/core/views/peopleView.ts';
import { panelSnapshot } from '../support/panelSnapshot.ts';
import { WebviewBench } from '../support/webviewPage.ts';
import { shareOf, type Measurement } from './benchmark.ts';

const frames = 90;
/** What a turn of the wheel moves. */
const stepPx = 137;

/** The work of a frame of the lanes over all weeks, from its beginning until it is handed over. */
export async function measureScrolling(
  name: string,
  people: PeopleView,
): Promise<readonly Measurement[]> {
  const bench = new WebviewBench();
  const panel = await bench.open({
    snapshot: panelSnapshot({ tasks: 1, risks: 0 }),
    state: { version: 1, view: 'people', parts: { people: { range: 0 } } },
    handlers: { people: () => ok({ people }) },
    width: 1600,
    height: 900,
  });
  await panel.page.locator('.load-row').first().waitFor();
  const times = await panel.page.evaluate(scrollDown, { frames, stepPx });
  await panel.close();
  await bench.dispose();
  const sorted = [...times].sort((a, b) => a - b);
  return [0.5, 0.95].map(share => ({
    name: `${name}, ${people.weeks} weeks: frame while scrolling, p${share * 100}`,
    value: shareOf(sorted, share),
    unit: 'ms',
  }));
}

/** Runs in the page; what remains of a frame after the scripts is over when a message arrives. */
async function scrollDown(asked: { frames: number; stepPx: number }): Promise<readonly number[]> {
  const grid = document.querySelector('.load-grid');
  const work: number[] = [];
  for (let frame = 0; frame < asked.frames; frame++) {
    await new Promise<void>(resolve => {
      requestAnimationFrame(() => {
        const startedAt = performance.now();
        // Down and, at the end, up again.
        grid?.scrollBy(0, Math.floor(frame / 40) % 2 === 0 ? asked.stepPx : -asked.stepPx);
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          work.push(performance.now() - startedAt);
          resolve();
        };
        channel.port2.postMessage(undefined);
      });
    });
  }
  return work;
}
