import type { Disposable } from '../../src/core/base/disposable.ts';
import type { PanelActions } from '../state/panelPart.ts';
import type { Bar } from './barLayout.ts';
import type { ChartBody } from './chartBody.ts';
import type { ChartModel } from './chartModel.ts';
import { DrawGesture } from './drawGesture.ts';
import { openDrawnTitle } from './drawnTitle.ts';
import { LinkChoice } from './linkChoice.ts';
import { LinkGesture } from './linkGesture.ts';
import { MoveGesture } from './moveGesture.ts';
import { RowGesture } from './rowGesture.ts';

/** What can be taken in hand on the chart. */
export interface Gestures extends Disposable {
  readonly gesture: MoveGesture;
  readonly linking: LinkGesture;
  readonly links: LinkChoice;
  readonly drawing: DrawGesture;
  /** In the table, where rows go to another place of the outline. */
  readonly rowMove: RowGesture;
}

/** @param body made after the gestures, which it paints */
export function createGestures(
  actions: PanelActions,
  model: ChartModel,
  body: () => ChartBody,
): Gestures {
  let title: Disposable | undefined;
  const bars = {
    barAt: (x: number, y: number): Bar | undefined => body().timeline.barAt(x, y),
    barOf: (row: number): Bar | undefined => body().timeline.barOf(row),
  };
  return {
    gesture: new MoveGesture(actions, model),
    linking: new LinkGesture(actions, model, bars),
    links: new LinkChoice(model),
    drawing: new DrawGesture(actions, model, drawn => {
      title?.dispose();
      title = openDrawnTitle({ model, body: body() }, drawn);
    }),
    rowMove: new RowGesture(actions, model),
    dispose: () => title?.dispose(),
  };
}
