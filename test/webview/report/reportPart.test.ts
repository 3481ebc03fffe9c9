import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { ok } from '../../../src/core/base/result.ts';
import type { Audience, Report } from '../../../src/core/report/report.ts';
import type { ReportPage } from '../../../src/core/views/reportPage.ts';
import { panelSnapshot } from '../../support/panelSnapshot.ts';
import { violationsInThemes } from '../../support/violations.ts';
import { WebviewBench } from '../../support/webviewPage.ts';

const bench = new WebviewBench();
after(() => bench.dispose());
const state = { version: 1, view: 'report', parts: {} };
const snapshot = panelSnapshot({ tasks: 3, risks: 2 });

function reportFor(audience: Audience, isFrozen = false): ReportPage {
  const report: Report = {
    title: 'Bridge',
    audience,
    on: '2026-03-06',
    basis: 'commit',
    light: 'yellow',
    summary: 'It is going, with something to watch. 1 of 2 tasks are done.',
    celebrations: ['“Foundation” was reached on 2026-03-05, by the work of Ada.'],
    judgements: [
      { subject: 'Time', light: 'green', sentence: 'It ends on 2026-03-19.' },
      { subject: 'Risk', light: 'red', sentence: '1 of 2 risks is high: “<b>Fire</b>”.' },
    ],
    bars: [
      { title: 'Road', start: 0, finish: 9000, progress: 0.4, isPoint: false, isLate: true },
      { title: 'Opening', start: 9000, finish: 9000, progress: 0, isPoint: true, isLate: false },
    ],
    span: { from: 0, to: 10_000, at: 5000 },
    sections: [
      {
        title: 'Dates',
        empty: '',
        columns: ['Milestone', 'State'],
        rows: [['Opening', 'on time']],
      },
      { title: 'Blocked', empty: 'Nothing is blocked.', columns: ['What'], rows: [] },
    ],
    glossary: [['risk', 'something that may happen']],
  };
  const changes = ['Time was yellow on 2026-02-27, and is green now.'];
  return { revision: 1, report, changes, since: '2026-02-27', isFrozen };
}

test('every audience can be reached with the pointer in the narrowest panel', async () => {
  const handlers = { report: () => ok({ report: reportFor('team') }) };
  const panel = await bench.open({ snapshot, state, handlers, width: 180, height: 900 });
  const group = panel.page.getByRole('radiogroup', { name: 'For whom' });
  const room = await group.boundingBox();
  for (const choice of await group.getByRole('radio').all()) {
    const box = await choice.boundingBox();
    assert.ok(room && box && box.x + box.width <= room.x + room.width + 1, JSON.stringify(box));
  }
});

test('a report is read in the panel, and axe finds nothing wrong', async () => {
  const handlers = { report: () => ok({ report: reportFor('team') }) };
  for (const width of [1280, 400]) {
    const panel = await bench.open({ snapshot, state, handlers, width, height: 900 });
    const { page } = panel;
    await page.getByRole('heading', { level: 2, name: 'Bridge' }).waitFor();
    await page.getByText('by the work of Ada').waitFor();
    await page.getByText('Time was yellow on 2026-02-27').waitFor();
    assert.equal(
      await page.locator('abbr').first().getAttribute('title'),
      'something that may happen',
    );
    assert.equal(await page.locator('.report-page b').count(), 0);
    const reach = await page.evaluate<number>(
      "document.querySelector('.report').scrollWidth - document.querySelector('.report').clientWidth",
    );
    assert.ok(reach <= 1, `${reach} pixels too wide at ${width}`);
    assert.deepEqual(await violationsInThemes(panel), []);
    assert.deepEqual(panel.failures, []);
    await panel.close();
  }
});

test('the audience is chosen, the report saved, and frozen once', async () => {
  let isFrozen = false;
  const panel = await bench.open({
    snapshot,
    state,
    handlers: {
      report: ({ audience }) => ok({ report: reportFor(audience, isFrozen) }),
      freezeReport: () => {
        isFrozen = true;
        return ok({ path: 'reports/2026-03-06-customer.md' });
      },
    },
  });
  const { page } = panel;
  await page.getByRole('radio', { name: 'Customer' }).click();
  await page.getByRole('button', { name: 'Save as…' }).click();
  await page.getByRole('menuitem', { name: 'Markdown' }).click();
  await page.getByRole('button', { name: 'Freeze' }).click();
  const frozen = page.getByRole('button', { name: 'Frozen' });
  await frozen.waitFor();
  assert.equal(await frozen.isDisabled(), true);
  const asked = panel.requests.filter(({ name }) => name === 'save' || name === 'freezeReport');
  assert.deepEqual(
    asked.map(({ name, params }) => [name, params]),
    [
      ['save', { view: 'report', form: 'md', audience: 'customer' }],
      ['freezeReport', { audience: 'customer' }],
    ],
  );
  await panel.close();
});

test('the words of the picture of time are as large as all others, however narrow the panel is', async () => {
  const handlers = { report: () => ok({ report: reportFor('team') }) };
  for (const width of [1280, 400]) {
    const panel = await bench.open({ snapshot, state, handlers, width, height: 900 });
    const { page } = panel;
    const picture = page.getByRole('img', { name: 'Road: 1970-01-07, late' });
    const sizes = await picture.evaluate(element => {
      const name = document.createRange();
      const road = [...element.querySelectorAll('*')].find(each => each.textContent === 'Road');
      name.selectNodeContents(road ?? element);
      const page = element.parentElement;
      return [name.getBoundingClientRect().height, page ? page.scrollWidth - page.clientWidth : 1];
    });
    assert.ok((sizes[0] ?? 0) >= 13, `${sizes[0]} px high at ${width}`);
    assert.equal(sizes[1], 0);
    const points = page.locator('.report-point, .report-bar');
    assert.equal(await points.count(), 2);
    assert.deepEqual(panel.failures, []);
    await panel.close();
  }
});
