import type { ItemKind } from '../model/ids.ts';
import type { Item } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import { checkDistribution } from './checkDistribution.ts';
import { decisionFields } from './decisionFields.ts';
import { milestoneFields } from './milestoneFields.ts';
import { noteFields } from './noteFields.ts';
import type { ProblemSink } from './problemSink.ts';
import { readFields } from './readValue.ts';
import { riskFields } from './riskFields.ts';
import { riskValue } from './riskValue.ts';
import { taskFields } from './taskFields.ts';
import { decisionValue, milestoneValue, noteValue, taskValue } from './recordValues.ts';
import { entryOf, isNull, type YamlMap } from './yamlNode.ts';

/** Reads the item of a kind from the file's map; what is missing or wrong takes its default. */
export function readItem(kind: ItemKind, id: string, map: YamlMap, sink: ProblemSink): Item {
  switch (kind) {
    case 'task':
      return readTask(id, map, sink);
    case 'milestone':
      return milestoneValue(id, readFields(milestoneFields, map, sink));
    case 'risk':
      return riskValue(id, readFields(riskFields, map, sink));
    case 'decision':
      return decisionValue(id, readFields(decisionFields, map, sink));
    case 'note':
      return noteValue(id, readFields(noteFields, map, sink));
  }
}

/** What hides a task may be what it is part of: where that cannot be read, the task stays within. */
function readTask(id: string, map: YamlMap, sink: ProblemSink): Task {
  const values = readFields(taskFields, map, sink);
  checkDistribution(values, map, sink);
  const isLost = (['parent', 'milestone'] as const).some(key => {
    const entry = entryOf(map, key);
    return entry !== undefined && !isNull(entry.value) && values[key] === undefined;
  });
  const visibility = values.visibility ?? (isLost ? 'internal' : undefined);
  return taskValue(id, { ...values, visibility });
}
