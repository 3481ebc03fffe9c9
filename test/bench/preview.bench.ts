// What a gesture on a bar costs: fetching the plan for the chart's own engine, and each step of it.
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import { createPreviewer, type BarEdit } from '../../src/core/schedule/previewEdits.ts';
import { packPlan, unpackPlan } from '../../src/protocol/packedPlan.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { measureSizes, medianMs, shareOf, type Benchmark, type Measurement } from './benchmark.ts';
import { openGenerated } from './openGenerated.ts';

const sizes = [1000, 10_000];

export const benchmark: Benchmark = {
  name: 'preview',
  run: () => measureSizes(sizes, measure),
};

async function measure(size: number): Promise<readonly Measurement[]> {
  const plan = await openGenerated(size);
  const bytes = packPlan(plan);
  const arrived = unpackPlan(bytes) ?? plan;
  const full = await medianMs(() => computeSchedule(arrived));
  const times = timeSteps(arrived);
  const name = `${size} tasks`;
  return [
    { name: `${name}: packing`, value: await medianMs(() => packPlan(plan)), unit: 'ms' },
    { name: `${name}: on the wire`, value: bytes.length / 1000, unit: 'kB' },
    { name: `${name}: unpacking`, value: await medianMs(() => unpackPlan(bytes)), unit: 'ms' },
    { name: `${name}: the whole schedule`, value: full, unit: 'ms' },
    { name: `${name}: a step of a gesture, median`, value: shareOf(times, 0.5), unit: 'ms' },
    { name: `${name}: a step, 95 of 100`, value: shareOf(times, 0.95), unit: 'ms' },
    { name: `${name}: a step, worst`, value: shareOf(times, 1), unit: 'ms' },
    { name: `${name}: a step by the whole schedule`, value: shareOf(times, 0.5) / full, unit: '×' },
  ];
}

/** Twenty bars, each moved day by day, and back; the times of the steps in order of length. */
function timeSteps(plan: NonNullable<ReturnType<typeof unpackPlan>>): readonly number[] {
  const schedule = computeSchedule(plan);
  const preview = createPreviewer(plan, {});
  const random = seededRandom(5);
  const ids = schedule.ids.filter(id => schedule.datesOf(id)?.kind === 'task');
  const times: number[] = [];
  for (let bar = 0; bar < 20; bar++) {
    const id = ids[Math.floor(random() * ids.length)] ?? '';
    const from = schedule.datesOf(id)?.start ?? 0;
    for (let day = 1; day <= 20; day++) {
      const edit: BarEdit = { id, start: from + (day <= 10 ? day : 20 - day) * 1440 };
      const startedAt = performance.now();
      preview([edit]);
      times.push(performance.now() - startedAt);
    }
  }
  return times.sort((a, b) => a - b);
}
