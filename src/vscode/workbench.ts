import type { Uri } from 'vscode';
import type { ForecastThreads } from './forecastJob.ts';
import type { ItemElement } from './itemElement.ts';
import type { Log } from './log.ts';
import type { PanelSet } from './panelSet.ts';
import type { PlanFilter } from './planFilter.ts';
import type { PlanSet } from './planSet.ts';
import type { Selection } from './selection.ts';

/** Everything that a command of the editor may work with. */
export interface Workbench {
  readonly plans: PlanSet;
  readonly selection: Selection;
  readonly panels: PanelSet;
  /** The item on the line of a tree that the keyboard stands on. */
  readonly findFocused: (viewId: string) => Promise<ItemElement | undefined>;
  /** What the tree of the plan shows. */
  readonly planFilter: PlanFilter;
  readonly log: Log;
  readonly extensionUri: Uri;
  readonly forecastThreads: ForecastThreads;
  /** A folder of Gantry's own, outside of every workspace. */
  readonly storageUri: Uri;
}
