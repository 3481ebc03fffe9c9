import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { panelSnapshot } from '../support/panelSnapshot.ts';
import { WebviewBench } from '../support/webviewPage.ts';

const bench = new WebviewBench();
after(() => bench.dispose());

test('whatever a test does to the page, it sees what was drawn for it', async () => {
  const panel = await bench.open({ snapshot: panelSnapshot({ tasks: 1, risks: 0 }) });
  const { page } = panel;
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.id = 'probe';
    document.body.prepend(field);
    const draw = (): void => {
      requestAnimationFrame(() => (field.title = `${Number(field.title) + 1}`));
    };
    for (const kind of ['keydown', 'pointerdown', 'input']) field.addEventListener(kind, draw);
  });
  const probe = page.locator('#probe');
  const drawn = async (): Promise<number> => Number(await probe.getAttribute('title'));
  const box = await probe.boundingBox();
  assert.ok(box);
  for (let round = 0; round < 20; round++) {
    const before = await drawn();
    await probe.click();
    await page.mouse.click(box.x + 5, box.y + 5);
    await page.keyboard.press('Shift');
    await probe.press('Shift');
    await probe.fill(`${round}`);
    assert.equal((await drawn()) - before, 5);
  }
  await panel.close();
});
