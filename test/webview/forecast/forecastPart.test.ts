import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ok, refused } from '../../../src/core/base/result.ts';
import { createProblem } from '../../../src/core/model/problem.ts';
import type { Reply } from '../../../src/protocol/channel.ts';
import { forecastView } from '../../support/forecastView.ts';
import { calibrationView, historyView } from '../../support/pastViews.ts';
import { progressPage } from '../../support/progressPage.ts';
import { panelSnapshot } from '../../support/panelSnapshot.ts';
import { violationsInThemes } from '../../support/violations.ts';
import { WebviewBench } from '../../support/webviewPage.ts';

const bench = new WebviewBench();
after(() => bench.dispose());
const state = { version: 1, view: 'forecast', parts: {} };
const snapshot = panelSnapshot({ tasks: 3, risks: 2 });
const answer = {
  forecast: () => ok({ forecast: forecastView() }),
  forecastHistory: () => ok({ history: historyView() }),
  calibration: () => ok({ calibration: calibrationView() }),
  progress: () => ok({ progress: progressPage() }),
};

test('the forecast is told in words, pictures and tables, and axe finds nothing wrong', async () => {
  for (const width of [1280, 400]) {
    const panel = await bench.open({ snapshot, state, handlers: answer, width, height: 900 });
    const { page } = panel;
    await page.getByRole('heading', { level: 2, name: /^Four times in five, done by/ }).waitFor();
    for (const name of [
      'When it is done',
      'What would help most',
      'Milestones',
      'What it costs',
      'What the finish depends on',
      'Which tasks are critical',
      'What risks add',
      'What responses buy',
    ]) {
      await page.getByRole('heading', { level: 3, name }).waitFor();
    }
    const reach = await page.evaluate<number>(
      "document.querySelector('.forecast').scrollWidth - document.querySelector('.forecast').clientWidth",
    );
    assert.ok(reach <= 1, `${reach} pixels too wide at ${width}`);
    await page.locator('.forecast-how summary').click();
    for (const name of [
      'What was done so far',
      'How the forecast has moved',
      'How good the estimates are',
    ]) {
      await page.getByText(name).click();
    }
    await page.getByRole('slider', { name: 'When it is done, commit by commit' }).waitFor();
    await page.getByRole('table', { name: 'By person, tag and size' }).waitFor();
    await page.getByRole('table', { name: 'In work' }).waitFor();
    const wide = await page.evaluate<number>(
      "document.querySelector('.forecast').scrollWidth - document.querySelector('.forecast').clientWidth",
    );
    assert.ok(wide <= 1, `${wide} pixels too wide at ${width} with the past`);
    assert.deepEqual(await violationsInThemes(panel), []);
    assert.deepEqual(panel.failures, []);
    await panel.close();
  }
});

test('a long title stays clear of its bar in the narrowest panel', async () => {
  const view = forecastView();
  const title = 'Paint the Donaudampfschifffahrtsgesellschaftskapitaenskajuete';
  const forecast = { ...view, tornado: view.tornado.map(row => ({ ...row, title })) };
  const handlers = { ...answer, forecast: () => ok({ forecast }) };
  const panel = await bench.open({ snapshot, state, handlers, width: 400, height: 900 });
  const { page } = panel;
  await page.locator('.forecast-tornado-name').first().waitFor();
  const least = await page.evaluate<{ over: number; bar: number }>(`({
    over: Math.max(...[...document.querySelectorAll('.forecast-tornado-name')].map(
      each => each.scrollWidth - each.clientWidth)),
    bar: document.querySelector('.forecast-tornado-bar').clientWidth,
  })`);
  assert.ok(least.over <= 0, `${least.over} pixels into the bar`);
  assert.ok(least.bar >= 300, `a bar of ${least.bar} pixels`);
  await panel.close();
});

test('what was done is read week by week, opens its tasks and is saved', async () => {
  const panel = await bench.open({ snapshot, state, handlers: answer });
  const { page } = panel;
  await page.getByText('What was done so far').press('Enter');
  const weeks = page.getByRole('slider', { name: 'Work done and left, by week' });
  await weeks.focus();
  await page.keyboard.press('Home');
  assert.equal(
    await weeks.getAttribute('aria-valuetext'),
    'Week of 2026-03-02: 1 task done, 2d of work done in all, 10d left, 0 tasks in work',
  );
  await page.getByRole('button', { name: 'Save as…' }).click();
  await page.getByRole('menuitem', { name: 'Table (CSV)' }).click();
  const asked = panel.requests.findLast(({ name }) => name === 'save');
  assert.deepEqual(asked?.params, { view: 'progress', form: 'csv' });
  await page.getByRole('table', { name: 'In work' }).getByRole('button').click();
  await page.getByRole('tab', { name: 'Gantt', selected: true }).waitFor();
  await panel.close();
});

test('the curve is read day by day with the keys', async () => {
  const panel = await bench.open({ snapshot, state, handlers: answer });
  const { page } = panel;
  const curve = page.getByRole('slider', { name: 'Runs that are done by a day' });
  await curve.focus();
  const told = (): Promise<string | null> => curve.getAttribute('aria-valuetext');
  const first = await told();
  assert.match(first ?? '', /^8\d% of the runs are done by \d+ \w+$/);
  await page.keyboard.press('ArrowRight');
  assert.notEqual(await told(), first);
  await page.keyboard.press('End');
  assert.match((await told()) ?? '', /^100%/);
  await page.keyboard.press('Home');
  assert.match((await told()) ?? '', /^0%/);
  await panel.close();
});

test('an item is shown where it is at home', async () => {
  const panel = await bench.open({ snapshot, state, handlers: answer });
  const { page } = panel;
  await page.locator('.forecast-table .forecast-item[data-focus="R-AAAA"]').first().click();
  await page.locator('[role="tab"][aria-selected="true"]', { hasText: 'Risks' }).waitFor();
  await panel.close();
});

test('a simulation tells how far it is, can be stopped, and is asked for anew with a new plan', async () => {
  let give: (reply: Reply<'forecast'>) => void = () => undefined;
  const panel = await bench.open({
    snapshot,
    state,
    handlers: {
      forecast: () => new Promise<Reply<'forecast'>>(resolve => (give = resolve)),
      stopForecast: () => {
        give(ok({ forecast: null }));
        return ok({ done: true });
      },
    },
  });
  const { page } = panel;
  await page.getByText('Simulating the plan…').waitFor();
  panel.host.send({ event: 'simulated', work: 'forecast', share: 0.42 });
  await page.getByText('Simulating the plan… 42%').waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('The simulation was stopped').waitFor();
  await panel.show({ ...snapshot, revision: snapshot.revision + 1 });
  await page.getByText('Simulating the plan…').waitFor();
  await page.getByRole('button', { name: 'Stop' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('The simulation was stopped').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Simulating the plan…').waitFor();
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  give(refused(createProblem('command-refused', 'The thread broke down')));
  await page.getByText('The simulation ended before it was done').waitFor();
  await page.getByText('The thread broke down').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  give(ok({ forecast: forecastView(2) }));
  await page.getByRole('heading', { level: 2 }).waitFor();
  const focused = await page.evaluate<string | null>(
    "document.activeElement.getAttribute('aria-label')",
  );
  assert.equal(focused, 'Runs that are done by a day');
  await panel.close();
});

test('the past is asked for when it is opened, read with the keys, and asked for anew with a new plan', async () => {
  const panel = await bench.open({ snapshot, state, handlers: answer });
  const { page } = panel;
  const asked = (): number =>
    panel.requests.filter(({ name }) => name === 'forecastHistory').length;
  await page.getByRole('heading', { level: 2 }).waitFor();
  assert.equal(asked(), 0);
  await page.locator('[data-focus="history"]').focus();
  await page.keyboard.press('Enter');
  const slip = page.getByRole('slider', { name: 'When it is done, commit by commit' });
  await slip.focus();
  const told = (): Promise<string | null> => slip.getAttribute('aria-valuetext');
  assert.match((await told()) ?? '', /^Now: 80% sure by 22 Apr 2026/);
  await page.keyboard.press('ArrowLeft');
  assert.match(
    (await told()) ?? '',
    /^9 Mar 2026, cccccccc “Find more to do”.*10 days later than before, of it 9 days later by “Build”/,
  );
  await page.keyboard.press('Home');
  assert.match((await told()) ?? '', /^2 Mar 2026, aaaaaaaa/);
  await page.getByRole('button', { name: 'T-BBBB', exact: true }).waitFor();
  assert.equal(asked(), 1);
  await panel.show({ ...snapshot, revision: snapshot.revision + 1 });
  await page.waitForFunction("document.querySelectorAll('.forecast-past[open]').length === 1");
  while (asked() < 2) await page.waitForTimeout(20);
  await panel.close();
});

test('the making of the past tells how far it is, and can be stopped and begun anew', async () => {
  let give: (reply: Reply<'forecastHistory'>) => void = () => undefined;
  const stopped: string[] = [];
  const panel = await bench.open({
    snapshot,
    state,
    handlers: {
      ...answer,
      forecastHistory: () => new Promise<Reply<'forecastHistory'>>(resolve => (give = resolve)),
      stopForecast: ({ work }) => {
        stopped.push(work);
        give(ok({ history: null }));
        return ok({ done: true });
      },
    },
  });
  const { page } = panel;
  const title = page.getByText('How the forecast has moved');
  await title.click();
  await page.getByText('Simulating the plan at its past commits…').waitFor();
  panel.host.send({ event: 'simulated', work: 'forecast', share: 0.9 });
  panel.host.send({ event: 'simulated', work: 'history', share: 0.25 });
  await page.getByText('past commits… 25%').waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('It was stopped').waitFor();
  assert.deepEqual(stopped, ['history']);
  await title.click();
  await title.click();
  await page.getByText('Simulating the plan at its past commits…').waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('button', { name: 'Start again' }).click();
  await page.getByText('Simulating the plan at its past commits…').waitFor();
  give(ok({ history: historyView() }));
  await page.getByText('has moved 10 days later').waitFor();
  await panel.close();
});
