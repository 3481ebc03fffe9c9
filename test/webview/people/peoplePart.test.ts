import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ok } from '../../../src/core/base/result.ts';
import type { LevellingView } from '../../../src/core/views/levellingView.ts';
import type { ReliefRow } from '../../../src/core/views/personView.ts';
import type { Handlers } from '../../../src/protocol/channel.ts';
import { buildPeople, buildPlan } from '../../support/buildPlan.ts';
import { panelSnapshot } from '../../support/panelSnapshot.ts';
import { peopleView, personView } from '../../support/peopleView.ts';
import { violationsInThemes } from '../../support/violations.ts';
import { WebviewBench } from '../../support/webviewPage.ts';

const bench = new WebviewBench();
after(() => bench.dispose());
const state = { version: 1, view: 'people', parts: { people: { selected: 'ada' } } };
const snapshot = panelSnapshot({ tasks: 3, risks: 2 });
const relief: ReliefRow = {
  kind: 'move',
  task: 'T-0002',
  text: 'Begin T-0002 “Print” after it',
  result: 'takes away all of it, the plan ends as before',
  fields: { constraint: 'SNET 2026-03-05' },
};
const levelling: LevellingView = {
  revision: 1,
  headline: '2 tasks start later, and the plan ends on 9 Mar',
  sentences: ['No levelling could end it earlier.'],
  moves: [
    {
      id: 'T-0002',
      title: 'Print',
      before: '2 Mar',
      after: '5 Mar',
      by: '3d',
      because: 'Ada is busy',
      start: 100,
    },
    {
      id: 'T-0004',
      title: 'Show',
      before: '9 Mar',
      after: '11 Mar',
      by: '2d',
      because: 'Ada is busy',
      start: 200,
    },
    {
      id: 'T-0006',
      title: 'Sell',
      before: '2 Mar',
      after: '5 Mar',
      by: '3d',
      because: 'follows T-0002',
      start: null,
    },
  ],
  notes: ['T-0001 “Parse” stands where it is, and Ada has no time for it then'],
};
const handlers: Partial<Handlers> = {
  people: () => ok({ people: peopleView() }),
  person: ({ person }) => ok({ person: personView(person) }),
  reliefs: () => ok({ reliefs: [relief] }),
  levelling: () => ok({ levelling }),
};

test('the load is shown in lanes with what is behind it, and axe finds nothing wrong', async () => {
  for (const width of [1280, 400]) {
    const panel = await bench.open({ snapshot, state, handlers, width, height: 900 });
    const { page } = panel;
    await page.getByRole('heading', { name: '1 of 4 people has more to do than time' }).waitFor();
    await page.getByRole('grid', { name: 'Load by person' }).waitFor();
    await page.getByRole('heading', { level: 3, name: 'This week, 2–8 Mar' }).waitFor();
    await page.getByRole('button', { name: `Take: ${relief.text}` }).waitFor();
    const reach = await page.evaluate<number>(
      "document.querySelector('.people').scrollWidth - document.querySelector('.people').clientWidth",
    );
    assert.ok(reach <= 1, `${reach} pixels too wide at ${width}`);
    assert.deepEqual(await violationsInThemes(panel), []);
    assert.deepEqual(panel.failures, []);
    await panel.close();
  }
});

test('a way out is taken with one click, and a task of the week is ticked off', async () => {
  const panel = await bench.open({ snapshot, state, handlers });
  const { page } = panel;
  await page.getByRole('button', { name: `Take: ${relief.text}` }).click();
  await page.getByRole('checkbox', { name: 'Done: Parse' }).check();
  assert.deepEqual(panel.intents(), [
    { command: 'setFields', input: { id: 'T-0002', fields: relief.fields } },
    { command: 'completeItem', input: { id: 'T-0001' } },
  ]);
  await panel.close();
});

test('rows are chosen with up and down, weeks are read with left and right', async () => {
  const panel = await bench.open({ snapshot, state, handlers });
  const { page } = panel;
  await page.getByRole('heading', { level: 3, name: 'Now' }).waitFor();
  await page.getByRole('grid').focus();
  const reading = page.locator('.load-reading');
  await page.keyboard.press('ArrowRight');
  assert.equal(
    await reading.textContent(),
    'Ada Lovelace, week of 2 Mar: 40 hours of work in 40 hours, too much on some days',
  );
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  assert.equal(
    await reading.textContent(),
    'Bob Kahn, week of 9 Mar: nothing to do in 16 hours; 3 days away',
  );
  await page
    .getByRole('complementary')
    .getByRole('heading', { name: 'Bob Kahn', exact: true })
    .waitFor();
  assert.equal(
    await page.getByRole('row', { selected: true }).getByRole('rowheader').innerText(),
    'Bob Kahn\ncore · yaml, web',
  );
  await panel.close();
});

test('levelling is accepted in part, as one step', async () => {
  const panel = await bench.open({ snapshot, state, handlers });
  const { page } = panel;
  await page.getByRole('button', { name: 'Level…' }).click();
  await page.getByRole('heading', { name: levelling.headline }).waitFor();
  assert.deepEqual(await violationsInThemes(panel), []);
  await page.getByRole('checkbox', { name: 'Accept: Show' }).uncheck();
  await page.getByRole('button', { name: 'Accept 1 of 2' }).click();
  assert.deepEqual(panel.intents(), [
    { command: 'levelTasks', input: { moves: [{ id: 'T-0002', start: 100 }] } },
  ]);
  await panel.close();
});

test('teams and skills are added up, the table says the same, and both are saved', async () => {
  const panel = await bench.open({ snapshot, state, handlers });
  const { page } = panel;
  await page.getByRole('radio', { name: 'Teams' }).click();
  await page.getByRole('grid', { name: 'Load by team' }).waitFor();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const row = page.getByRole('table', { name: 'Load by team' }).getByRole('row').nth(1);
  assert.match((await row.innerText()).replaceAll(/\s+/g, ' '), /^core 9d – 56\/80 16\/56/);
  assert.deepEqual(await violationsInThemes(panel), []);
  await page.getByRole('button', { name: 'Save as…' }).click();
  await page.getByRole('menuitem', { name: 'Table (CSV)' }).click();
  const asked = panel.requests.findLast(request => request.name === 'save');
  assert.deepEqual(asked?.params, { view: 'people', form: 'csv', by: 'team' });
  await panel.close();
});

test('two hundred people over two years keep few elements in the page', async () => {
  const keys = Array.from({ length: 200 }, (_, place) => `p${place}`);
  const people = buildPeople(Object.fromEntries(keys.map(key => [key, { name: `Person ${key}` }])));
  const tasks = Object.fromEntries(
    keys.map((key, place) => [
      `T-${String(place).padStart(4, '0')}`,
      { duration: `${(place % 20) + 500}d`, assignees: [key] },
    ]),
  );
  const view = peopleView(buildPlan({ project: { people }, tasks }));
  assert.ok(view.weeks >= 104);
  const panel = await bench.open({
    snapshot,
    state: { version: 1, view: 'people', parts: { people: { range: 0 } } },
    handlers: { ...handlers, people: () => ok({ people: view }) },
  });
  const { page } = panel;
  await page.getByRole('grid').focus();
  await page.keyboard.press('End');
  await page.getByRole('row', { selected: true, name: /Person p99/ }).waitFor();
  const count = await page.evaluate<number>("document.querySelectorAll('.people *').length");
  assert.ok(count < 1000, `${count} elements`);
  await panel.close();
});

test('the labels of the weeks never stand in one another, however narrow the panel is', async () => {
  const long = { 'T-0001': { duration: '300d', assignees: ['ada'] } };
  const people = buildPeople({ ada: { name: 'Ada Lovelace' } });
  const view = peopleView(buildPlan({ project: { people }, tasks: long }));
  const withView = { ...handlers, people: () => ok({ people: view }) };
  for (const width of [1440, 900, 400]) {
    const panel = await bench.open({ snapshot, state, handlers: withView, width });
    await panel.page.locator('.load-weeks span').first().waitFor();
    const gaps = await panel.page.evaluate(() => {
      const boxes = [...document.querySelectorAll('.load-weeks span')].map(each =>
        each.getBoundingClientRect(),
      );
      return boxes.slice(1).map(({ left }, place) => left - (boxes[place]?.right ?? left));
    });
    assert.ok(
      gaps.every(gap => gap > 0),
      `${width} px: ${gaps.join(' ')}`,
    );
    await panel.close();
  }
});

test('where nobody is named there is nothing to choose', async () => {
  const none = { ...handlers, people: () => ok({ people: peopleView(buildPlan({})) }) };
  const panel = await bench.open({ snapshot, state, handlers: none });
  const { page } = panel;
  await page.getByText('Name people in the project file').waitFor();
  assert.equal(await page.getByText('Choose a row').isVisible(), false);
  assert.equal(await page.getByRole('complementary', { name: 'Details' }).count(), 0);
  await panel.close();
});

test('in a narrow panel the lanes have the room until a row is chosen', async () => {
  const open = { ...state, parts: { people: {} } };
  const panel = await bench.open({ snapshot, state: open, handlers, width: 400, height: 900 });
  const { page } = panel;
  const share = (): Promise<number> =>
    page.evaluate<number>(
      "document.querySelector('.people-lanes').clientHeight / document.querySelector('.people-body').clientHeight",
    );
  await page.getByText('Choose a row to see what is behind it').waitFor();
  assert.ok((await share()) > 0.85, `${await share()} of the height`);
  await page.locator('#load-0').click();
  await page.getByRole('heading', { level: 2, name: 'Ada Lovelace' }).waitFor();
  assert.ok((await share()) < 0.6, `${await share()} of the height`);
  await panel.close();
});
