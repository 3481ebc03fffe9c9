import { exportCsv } from '../core/interchange/exportCsv.ts';
import { exportJson } from '../core/interchange/exportJson.ts';
import { exportMermaid } from '../core/interchange/exportMermaid.ts';
import { exportMspdi } from '../core/interchange/mspdi/exportMspdi.ts';

/** What a plan can be written as, by the name that `--to` takes. */
export const exporters = {
  mermaid: exportMermaid,
  csv: exportCsv,
  json: exportJson,
  mspdi: exportMspdi,
} as const;

export const exportFormats = ['mermaid', 'csv', 'json', 'mspdi'] as const;
