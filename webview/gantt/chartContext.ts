import type { PanelActions } from '../state/panelPart.ts';
import type { ChartBody } from './chartBody.ts';
import type { ChartModel } from './chartModel.ts';
import type { DrawGesture } from './drawGesture.ts';
import type { LinkChoice } from './linkChoice.ts';
import type { LinkGesture } from './linkGesture.ts';
import type { MoveGesture } from './moveGesture.ts';
import type { RowGesture } from './rowGesture.ts';
import type { TableTwin } from './tableTwin.ts';
import type { Toolbar } from './toolbar.ts';

/** The parts of one chart, for what acts on several of them. */
export interface ChartContext {
  readonly actions: PanelActions;
  readonly model: ChartModel;
  readonly body: ChartBody;
  readonly gesture: MoveGesture;
  readonly linking: LinkGesture;
  readonly links: LinkChoice;
  readonly drawing: DrawGesture;
  readonly rowMove: RowGesture;
  /** Made after what acts on it. */
  readonly toolbar: () => Toolbar;
  readonly table: () => TableTwin;
}
