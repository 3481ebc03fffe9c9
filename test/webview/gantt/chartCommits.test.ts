import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { nextFrames } from '../../support/nextFrames.ts';
import { asked, journey, rowOf } from './support/chartPage.ts';

const said = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => window.gantt.said.at(-1));

/** Only what was asked about commits. */
async function askedOfCommits(page: Page): Promise<number> {
  const questions = await asked(page);
  assert.ok(Array.isArray(questions));
  return questions.filter(question => JSON.stringify(question) === '["commitDays"]').length;
}

const nameOf = (page: Page): Promise<string | null> =>
  rowOf(page, 'T-2PAR').getAttribute('aria-label');

journey(
  'commits are asked for when they are switched on, and anew when there are others',
  async page => {
    await page.evaluate(() => window.gantt.commit({ 'T-2PAR': ['2026-03-05', '2026-03-06*3'] }));
    await page.evaluate(() => window.gantt.show());
    await nextFrames(page);
    assert.equal(await askedOfCommits(page), 0);
    await rowOf(page, 'T-2PAR').click();
    await page.keyboard.press('Shift+X');
    await nextFrames(page);
    assert.equal(await askedOfCommits(page), 1);
    assert.equal(await said(page), '1 task has commits: a column for each day above its bar');
    assert.match((await nameOf(page)) ?? '', /4 commits on 2 days, 5 March to 6 March/);

    await page.evaluate(() => window.gantt.commit({ 'T-2PAR': ['2026-03-05*9'] }));
    await nextFrames(page);
    assert.equal(await askedOfCommits(page), 1);
    assert.match((await nameOf(page)) ?? '', /9 commits on 1 day, 5 March/);
    await page.evaluate(() => window.gantt.show());
    await nextFrames(page);
    assert.equal(await askedOfCommits(page), 1);

    await page.keyboard.press('Shift+X');
    await nextFrames(page);
    assert.equal(await said(page), 'Days with commits are hidden');
    assert.doesNotMatch((await nameOf(page)) ?? '', /commit/);
    await page.evaluate(() => window.gantt.commit({}));
    await nextFrames(page);
    assert.equal(await askedOfCommits(page), 0);
    await page.keyboard.press('Shift+X');
    await nextFrames(page);
    assert.match((await said(page)) ?? '', /^No commit names a task yet/);
  },
);

journey('where no commits can be read, the chart says what that takes', async page => {
  await rowOf(page, 'T-2PAR').click();
  await page.keyboard.press('Shift+X');
  await nextFrames(page);
  assert.match((await said(page)) ?? '', /takes a git repository in a trusted folder$/);
});

journey(
  'the days with commits are painted, and are in the plain table and in pictures',
  async page => {
    const picture = (): Promise<string> =>
      page.evaluate(async () => {
        const bytes = await window.gantt.picture({ form: 'svg', extent: 'whole' });
        return new TextDecoder().decode(Uint8Array.from(bytes));
      });
    const before = await picture();
    await page.evaluate(() => window.gantt.commit({ 'T-2PAR': ['2026-03-05', '2026-03-06*3'] }));
    await rowOf(page, 'T-2PAR').click();
    await page.keyboard.press('Shift+X');
    await nextFrames(page);
    assert.ok((await picture()).length > before.length);
    await page.keyboard.press('Shift+T');
    const cell = page.getByRole('cell', { name: /4 commits on 2 days/ });
    assert.equal(await cell.count(), 1);
  },
);
