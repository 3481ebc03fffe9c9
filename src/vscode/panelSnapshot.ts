import type { Severity } from '../core/model/severity.ts';
import type { PanelSnapshot } from '../protocol/messages.ts';
import type { LoadedPlan } from './loadedPlan.ts';

/** Everything that the panel shows of the newest snapshot. */
export function toPanelSnapshot(loaded: LoadedPlan): PanelSnapshot {
  const views = loaded.views();
  const problems: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of views.problems()) problems[severity]++;
  return {
    revision: views.snapshot.revision,
    gantt: views.gantt(),
    risks: views.risks(),
    problems,
    canEdit: loaded.canEdit,
    isMissing: !views.snapshot.exists,
  };
}
