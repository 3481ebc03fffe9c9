import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ok } from '../../../src/core/base/result.ts';
import { moneyPage } from '../../support/moneyPage.ts';
import { panelSnapshot } from '../../support/panelSnapshot.ts';
import { violationsInThemes } from '../../support/violations.ts';
import { WebviewBench } from '../../support/webviewPage.ts';

const bench = new WebviewBench();
after(() => bench.dispose());
const state = { version: 1, view: 'money', parts: {} };
const snapshot = panelSnapshot({ tasks: 3, risks: 2 });
const handlers = { money: () => ok({ money: moneyPage() }) };

test('money is told in words, picture and figures, and axe finds nothing wrong', async () => {
  for (const width of [1280, 400]) {
    const panel = await bench.open({ snapshot, state, handlers, width, height: 900 });
    const { page } = panel;
    await page.getByRole('heading', { level: 2, name: /^It will cost 9 360 EUR/ }).waitFor();
    for (const name of ['Over time', 'Figures', 'Where to cut', 'By milestone'])
      await page.getByRole('heading', { level: 3, name }).waitFor();
    const reach = await page.evaluate<number>(
      "document.querySelector('.money').scrollWidth - document.querySelector('.money').clientWidth",
    );
    assert.ok(reach <= 1, `${reach} pixels too wide at ${width}`);
    await page.locator('[data-focus="figure CPI"]').click();
    await page.getByText('4 000 EUR ÷ 3 600 EUR').waitFor();
    assert.deepEqual(await violationsInThemes(panel), []);
    assert.deepEqual(panel.failures, []);
    await panel.close();
  }
});

test('the curve is read with the keys, burns down when asked, and keeps the keyboard', async () => {
  const panel = await bench.open({ snapshot, state, handlers });
  const { page } = panel;
  const curve = page.getByRole('slider', { name: 'Money by day' });
  await curve.focus();
  assert.equal(
    await curve.getAttribute('aria-valuetext'),
    'By 6 Mar: 4\u202f000 EUR planned, 4\u202f000 EUR earned, 3\u202f600 EUR spent',
  );
  await page.keyboard.press('End');
  assert.equal(await curve.getAttribute('aria-valuetext'), 'By 18 Mar: 10\u202f400 EUR planned');
  await page.getByRole('radio', { name: 'Burn-down' }).click();
  await page.getByRole('slider', { name: 'Work that is left, by day' }).waitFor();
  assert.equal(await page.locator('[role="radio"]:focus').innerText(), 'Burn-down');
  await page.getByRole('button', { name: 'Save as…' }).click();
  await page.getByRole('menuitem', { name: 'Picture (SVG)' }).click();
  const asked = panel.requests.findLast(request => request.name === 'save');
  assert.deepEqual(asked?.params, { view: 'money', form: 'svg', shape: 'burndown' });
  await panel.close();
});

test('a cut is taken with one click', async () => {
  const panel = await bench.open({ snapshot, state, handlers });
  const { page } = panel;
  await page.getByRole('button', { name: 'Take: Drop T-0002 “Print”' }).click();
  assert.deepEqual(panel.intents(), [
    { command: 'setFields', input: { id: 'T-0002', fields: { status: 'dropped' } } },
  ]);
  await panel.close();
});

test('money is asked for anew when hours cost something else, at the latest when it is opened', async () => {
  let headline = 'First';
  const money = () => ok({ money: { ...moneyPage(), headline } });
  const panel = await bench.open({ snapshot, state, handlers: { money } });
  const { page } = panel;
  await page.getByRole('heading', { level: 2, name: 'First.' }).waitFor();
  headline = 'Second';
  panel.host.send({ event: 'priced' });
  await page.getByRole('heading', { level: 2, name: 'Second.' }).waitFor();
  await page.getByRole('tab', { name: 'Risks' }).click();
  headline = 'Third';
  const asked = panel.requests.filter(({ name }) => name === 'money').length;
  panel.host.send({ event: 'priced' });
  await page.getByRole('tab', { name: 'Money' }).click();
  await page.getByRole('heading', { level: 2, name: 'Third.' }).waitFor();
  assert.equal(panel.requests.filter(({ name }) => name === 'money').length, asked + 1);
  await panel.close();
});

test('amounts stand below one another to the digit', async () => {
  const panel = await bench.open({ snapshot, state, handlers });
  const rights = await panel.page
    .getByRole('table', { name: 'Costs by milestone' })
    .evaluate(table =>
      [...table.querySelectorAll('tr')].map(({ cells }) => {
        const text = document.createRange();
        text.selectNodeContents(cells[1] ?? table);
        return Math.round(text.getBoundingClientRect().right);
      }),
    );
  assert.ok(rights.length > 1);
  assert.deepEqual(new Set(rights).size, 1, rights.join(' '));
  await panel.close();
});

test('a plan without costs has a way to where they are written', async () => {
  const without = { ...moneyPage(), headline: 'Nothing costs anything yet', figures: [], cuts: [] };
  const panel = await bench.open({
    snapshot,
    state,
    handlers: { money: () => ok({ money: { ...without, tables: [] } }) },
  });
  await panel.page.getByRole('button', { name: 'Open the project file' }).click();
  const asked = panel.requests.findLast(({ name }) => name === 'pick');
  assert.deepEqual(asked?.params, { what: 'projectFile', id: null });
  assert.deepEqual(await violationsInThemes(panel), []);
  await panel.close();
});
