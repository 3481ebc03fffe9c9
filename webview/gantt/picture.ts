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

/** Undefined before there is a plan, and for a plan without rows. */
export function layoutPicture(
  model: ChartModel,
  table: { readonly columns: readonly PlacedColumn[]; readonly widthPx: number },
  wish: {
    readonly extent: PictureWish['extent'];
    readonly path: PathEmphasis | undefined;
    readonly measure: (text: string) => number;
  },
): ChartPicture | undefined {
  const { plan, outline, links, choices } = model;
  if (!plan || !outline || !links || outline.visible.length === 0) return undefined;
  const { scale, viewport } =
    wish.extent === 'whole' ? wholeOf(model, plan.range, outline.visible.length) : model.timeline;
  const scene: ChartScene = {
    view: plan.view,
    outline,
    links,
    freeTime: plan.freeTime,
    scale,
    viewport,
    rowHeightPx,
    baseline: plan.baseline,
    header: choices.header,
    measure: wish.measure,
  };
  const window = visiblePositions(scene);
  const place = { ...window, topPx: viewport.topPx };
  const grid = layoutGridPicture({ plan, outline }, table, place, wish.measure);
  return {
    scene,
    layout: layoutChart(scene),
    mood: moodOf(choices.isCriticalShown, wish.path),
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
