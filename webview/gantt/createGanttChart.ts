import type { PanelActions, PanelPart, UiMemory } from '../state/panelPart.ts';
import { GanttChart } from './ganttChart.ts';
import { guardHeadings } from './headingGuard.ts';
import { restoreGanttUi, type GanttUi } from './uiState.ts';

/** The Gantt chart: a tree grid of the plan beside its timeline. */
export function createGanttChart(actions: PanelActions, memory: UiMemory<GanttUi>): PanelPart {
  return new GanttChart(guardHeadings(actions), memory, restoreGanttUi(memory.read()));
}
