import { ProjectStore } from '../../src/core/store/projectStore.ts';
import { createScheduler } from '../../src/core/schedule/scheduler.ts';
import { memoryFiles } from '../support/memoryFiles.ts';
import { generatePlan } from './generatePlan.ts';
import { buildFrame } from '../../src/core/schedule/networkFrame.ts';
const store = await ProjectStore.open(memoryFiles(Object.fromEntries(generatePlan({ tasks: 10000 }))));
let plan = store.snapshot.plan;
const what = process.argv[2];
const schedule = createScheduler();
const parents = new Set([...plan.tasks.values()].map(({ parent }) => parent));
const open = [...plan.tasks.values()].filter(({ id, status }) => status === 'todo' && !parents.has(id));
schedule(plan);
const times = [];
for (let i = 0; i < 400; i++) {
  const task = plan.tasks.get(open[(i * 131) % open.length].id);
  const edit = what === 'title' ? { title: task.title + '!' } : what==='link' ? {dependsOn: i%2? task.dependsOn.slice(1): [...task.dependsOn, {predecessor: open[0].id, type:'FS', lag: undefined}]} : { duration: { value: task.duration?.value === 3 ? 5 : 3, unit: 'd', isElapsed: false } };
  plan = { ...plan, tasks: new Map(plan.tasks).set(task.id, { ...task, ...edit }) };
  const t = performance.now();
  schedule(plan);
  times.push(performance.now() - t);
}
times.sort((a, b) => a - b);
console.log(what, times[200].toFixed(2), times[380].toFixed(2), times[399].toFixed(2), buildFrame(plan).ids.length);
