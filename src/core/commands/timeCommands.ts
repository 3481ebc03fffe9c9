import { divideTask } from './divideTask.ts';
import { levelTasks } from './levelTasks.ts';
import { rescheduleTask } from './rescheduleTask.ts';
import { splitTask } from './splitTask.ts';

/** What is done to the bar of a task, in time. */
export const timeCommands = {
  rescheduleTask: { title: 'Move or resize in time', run: rescheduleTask },
  levelTasks: { title: 'Level', run: levelTasks },
  splitTask: { title: 'Split with a pause', run: splitTask },
  divideTask: { title: 'Divide into two tasks', run: divideTask },
} as const;
