import type { PlacedColumn } from './columns.ts';
import type { ChartModel } from './chartModel.ts';
import { layoutGridPicture, type GridPicture } from './gridPicture.ts';
import {
  layoutChart,
  rowHeightPx,
  visiblePositions,
  type ChartLayout,
  type ChartScene,
  type Viewport,
} from './layout.ts';
import type { ChartMood } from './paint.ts';
import { headerPx } from './paintHeader.ts';
import type { PathEmphasis } from './drivingPath.ts';
import type { PictureWish } from '../../src/protocol/messages.ts';
import { toPx, type TimeScale } from './timeScale.ts';

/** Everything that a picture is painted from. */
export interface ChartPicture {
  readonly scene: ChartScene;
  readonly layout: ChartLayout;
  readonly mood: ChartMood;
  readonly grid: GridPicture;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Around the plan's time in a picture of the whole. */
const beforePx = 24;
const labelRoomPx = 240;
/** A picture of the whole is no wider; time moves closer together instead. */
const widestPx = 16_000;

/** The columns beside the time, and the width of all of them with the title. */
export interface PictureTable {
  readonly columns: readonly PlacedColumn[];
  readonly widthPx: number;
}

/** How a picture is asked for. */
interface PictureOptions {
  readonly extent: PictureWish['extent'];
  readonly path: PathEmphasis | undefined;
  readonly measure: (text: string) => number;
}

/** Of what a picture is made, and how. */
export interface PictureSource extends PictureOptions {
  readonly model: ChartModel;
  readonly table: PictureTable;
}

/** A part of the chart at its scale. */
interface ChartPart {
  readonly scale: TimeScale;
  readonly viewport: Viewport;
}

/** Undefined before there is a plan, and for a plan without rows. */
export function layoutPicture(
  model: ChartModel,
  table: PictureTable,
  options: PictureOptions,
): ChartPicture | undefined {
  return layoutPart({ ...options, model, table }, extentOf(model, options.extent));
}

/** How much of the chart is meant; at its sides, `beforePx` and the rest of `roomPx` hold no work. */
export function extentOf(
  model: ChartModel,
  extent: PictureWish['extent'],
): ChartPart & { readonly beforePx: number; readonly roomPx: number } {
  const { plan, outline, timeline } = model;
  if (extent === 'shown' || !plan || !outline) {
    const { scale, viewport } = timeline;
    return { scale, viewport, beforePx: 0, roomPx: 0 };
  }
  const whole = wholeOf(model, plan.range, outline.visible.length);
  return { ...whole, beforePx, roomPx: beforePx + labelRoomPx };
}

/** Undefined before there is a plan, and for a plan without rows. */
export function layoutPart(
  source: PictureSource,
  { scale, viewport }: ChartPart,
): ChartPicture | undefined {
  const { model, table, path, measure } = source;
  const { plan, outline, links, choices } = model;
  if (!plan || !outline || !links || outline.visible.length === 0) return undefined;
  const scene: ChartScene = {
    view: plan.view,
    outline,
    links,
    freeTime: plan.freeTime,
    scale,
    viewport,
    rowHeightPx,
    baseline: plan.baseline,
    isConstraintShown: choices.isConstraintShown,
    isActualShown: choices.isActualShown,
    forecast: choices.isForecastShown ? plan.forecast : undefined,
    commits: plan.commits,
    header: choices.header,
    measure,
  };
  const window = visiblePositions(scene);
  const place = { ...window, topPx: viewport.topPx };
  const grid = layoutGridPicture({ plan, outline, sort: choices.sort }, table, place, measure);
  return {
    scene,
    layout: layoutChart(scene),
    mood: moodOf(choices.isCriticalShown, path),
    grid,
    widthPx: grid.widthPx + viewport.widthPx,
    heightPx: headerPx + viewport.heightPx,
  };
}

/** At the present zoom, or as near to it as the widest picture allows. */
function wholeOf(
  { timeline }: ChartModel,
  range: { readonly from: number; readonly to: number },
  rowCount: number,
): { readonly scale: TimeScale; readonly viewport: Viewport } {
  const present = toPx(timeline.scale, range.to) - toPx(timeline.scale, range.from);
  const share = Math.min(1, widestPx / Math.max(1, present));
  const scale = { ...timeline.scale, pxPerDay: timeline.scale.pxPerDay * share };
  const leftPx = toPx(scale, range.from) - beforePx;
  const widthPx = Math.ceil(toPx(scale, range.to) - leftPx + labelRoomPx);
  return { scale, viewport: { leftPx, topPx: 0, widthPx, heightPx: rowCount * rowHeightPx } };
}

/** Nothing is under a pointer or in hand in a picture, and nobody has selected anything. */
function moodOf(isCriticalShown: boolean, path: PathEmphasis | undefined): ChartMood {
  return {
    selectedRow: -1,
    isSelected: () => false,
    hoveredPosition: -1,
    isCriticalShown,
    path,
    ghosts: [],
    linkGhost: undefined,
    chosenLink: -1,
    canEdit: false,
  };
}
