import { exportCsv } from '../core/interchange/exportCsv.ts';
import { exportJson } from '../core/interchange/exportJson.ts';
import { exportMermaid } from '../core/interchange/exportMermaid.ts';
import { exportMspdi } from '../core/interchange/mspdi/exportMspdi.ts';
import type { Plan } from '../core/model/plan.ts';
import type { Schedule } from '../core/schedule/schedule.ts';

/** What a plan can be written as: the names that `--to` takes. */
export const exportFormats = ['mermaid', 'csv', 'json', 'mspdi'] as const;

export const exporters: Readonly<
  Record<(typeof exportFormats)[number], (plan: Plan, schedule: Schedule) => string>
> = {
  mermaid: exportMermaid,
  csv: exportCsv,
  json: exportJson,
  mspdi: exportMspdi,
};
