import type { TreeItem } from 'vscode';
import type { Event } from '../core/base/event.ts';
import type { OpenPlan } from './openPlan.ts';

/** A line of a tree that knows itself how it looks and what is below it. */
export interface BranchElement {
  readonly kind: 'branch';
  readonly plan: OpenPlan;
  readonly item: () => TreeItem;
  readonly children: () => BranchElement[] | Promise<BranchElement[]>;
}

/** A part of a tree that comes from another place than the plan itself. */
export interface TreeBranch {
  readonly onDidChange: Event<OpenPlan>;
  /** Above or below the lines of the plan itself. */
  readonly place: 'above' | 'below';
  /** Its first lines; none where there is nothing to show. */
  readonly rootsOf: (plan: OpenPlan) => readonly BranchElement[];
}

export const noChildren = (): BranchElement[] => [];
