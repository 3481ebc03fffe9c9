import { jsonText } from '../base/jsonText.ts';
import { formatInstant } from '../model/instant.ts';
import type { Item, Plan } from '../model/plan.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { plainDates } from './plainDates.ts';
import { plainItem } from './plainItem.ts';
import { plainProject } from './plainProject.ts';

/** The version of this export's shape. */
const schemaVersion = 1;

/** The whole plan as one JSON document, each task and milestone with its computed `dates`. */
export function exportJson(plan: Plan, schedule: Schedule): string {
  const list = (items: ReadonlyMap<string, Item>): readonly object[] =>
    [...items.values()].map(item => plainEntry(item, schedule));
  const document = {
    schemaVersion,
    project: {
      ...plainProject(plan.project),
      dates: { start: formatInstant(schedule.start), finish: formatInstant(schedule.finish) },
    },
    milestones: list(plan.milestones),
    tasks: list(plan.tasks),
    risks: list(plan.risks),
    decisions: list(plan.decisions),
    notes: list(plan.notes),
  };
  return jsonText(document);
}

function plainEntry(item: Item, schedule: Schedule): object {
  const dates = schedule.datesOf(item.id);
  return {
    id: item.id,
    ...plainItem(item),
    ...(dates ? { dates: plainDates(dates) } : {}),
  };
}
