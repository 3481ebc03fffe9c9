import type { Memento, Uri } from 'vscode';
import type { Disposable } from '../core/base/disposable.ts';
import type { ForecastThreads } from './forecastJob.ts';
import type { ItemElement } from './itemElement.ts';
import type { Log } from './log.ts';
import type { PanelSet } from './panelSet.ts';
import type { CodeParts } from './code/codeParts.ts';
import type { Late } from './late.ts';
import type { PlanFilter } from './planFilter.ts';
import type { PlanSet } from './planSet.ts';
import type { Selection } from './selection.ts';
import type { BranchElement, TreeBranch } from './treeBranch.ts';

/** Everything that a command of the editor may work with. */
export interface Workbench {
  readonly plans: PlanSet;
  readonly selection: Selection;
  readonly panels: PanelSet;
  /** The item on the line of a tree that the keyboard stands on. */
  readonly findFocused: (viewId: string) => Promise<ItemElement | undefined>;
  /** What the tree of the plan shows. */
  readonly planFilter: PlanFilter;
  /** A part of the tree of what needs attention that comes from code. */
  readonly addToAttention: (branch: TreeBranch) => Disposable;
  /** Brings a line that was added to that tree into sight, unfolded. */
  readonly revealAttention: (element: BranchElement) => Promise<void>;
  /** Says at the view's icon how many proposals wait for a person. */
  readonly badge: (proposals: number) => void;
  /** What is known of code; loaded with the first plan. */
  readonly code: Late<CodeParts>;
  /** What the editor keeps of how a person looks at the plans of this workspace, over a restart. */
  readonly kept: Memento;
  readonly log: Log;
  readonly extensionUri: Uri;
  readonly forecastThreads: ForecastThreads;
  /** A folder of Gantry's own, outside of every workspace. */
  readonly storageUri: Uri;
}
