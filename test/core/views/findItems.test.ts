import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayNumber } from '../../../src/core/model/instant.ts';
import { computeSchedule } from '../../../src/core/schedule/computeSchedule.ts';
import { loadPlan } from '../../../src/core/store/loadPlan.ts';
import { findItems } from '../../../src/core/views/findItems.ts';
import { parseItemQuery } from '../../../src/core/views/itemQuery.ts';
import { memoryFiles } from '../../support/memoryFiles.ts';

const files = {
  'project.yaml': 'version: 1\nname: Test\nstart: 2026-03-02\n',
  'tasks/T-AAAA.yaml': 'title: Task\nestimate: 1d\n',
  'risks/R-AAAA.yaml':
    'title: Heavy\nstatus: open\ncategory: people\ncurrent: { probability: 90%, impact: { quality: high } }\nresponse: { strategy: reduce }\nreviewBy: 2026-03-01\n',
  'risks/R-BBBB.yaml':
    'title: Light\nstatus: open\ncurrent: { probability: 1%, impact: { quality: low } }\nresponse: { strategy: accept }\nreviewBy: 2026-03-10\n',
  'risks/R-CCCC.yaml': 'title: Unrated\nstatus: open\nreviewBy: 2026-09-01\n',
  'risks/R-DDDD.yaml': 'title: Past\nstatus: closed\nreviewBy: 2026-03-01\n',
};

async function idsOf(text: string): Promise<readonly string[]> {
  const { plan } = await loadPlan(memoryFiles(files));
  const query = parseItemQuery(text);
  assert.ok(query.ok, text);
  const now = dayNumber(2026, 3, 4) * 1440;
  const found = findItems({ plan, schedule: computeSchedule(plan), now }, query.value);
  return found.map(({ id }) => id);
}

test('risks are found by the strategy of their response, by none of it', async () => {
  assert.deepEqual(await idsOf('response:reduce'), ['R-AAAA']);
  assert.deepEqual(await idsOf('response:reduce,accept'), ['R-AAAA', 'R-BBBB']);
  assert.deepEqual(await idsOf('kind:risk response:none'), ['R-CCCC', 'R-DDDD']);
});

test('what a kind has no field for is neither there nor missing', async () => {
  assert.deepEqual(await idsOf('response:none'), ['R-CCCC', 'R-DDDD']);
  assert.deepEqual(await idsOf('category:none'), ['R-BBBB', 'R-CCCC', 'R-DDDD']);
  assert.deepEqual(await idsOf('priority:none'), ['T-AAAA']);
  assert.deepEqual(await idsOf('-response:reduce -kind:risk'), ['T-AAAA']);
});

test('risks are found by the band of what they weigh now', async () => {
  assert.deepEqual(await idsOf('rating:high'), ['R-AAAA']);
  assert.deepEqual(await idsOf('rating:low'), ['R-BBBB']);
  assert.deepEqual(await idsOf('kind:risk rating:none'), ['R-CCCC', 'R-DDDD']);
});

test('risks are found by their review, and those that are past need none', async () => {
  assert.deepEqual(await idsOf('review:overdue'), ['R-AAAA']);
  assert.deepEqual(await idsOf('review:soon'), ['R-BBBB']);
  assert.deepEqual(await idsOf('review<2026-03-05'), ['R-AAAA', 'R-DDDD']);
});

test('risks are found by their category', async () => {
  assert.deepEqual(await idsOf('category:people'), ['R-AAAA']);
});
