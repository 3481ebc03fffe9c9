import type { TreeBranch } from '../treeBranch.ts';
import type { CodeLinks } from './codeLinks.ts';
import type { CommitWatch } from './commitWatch.ts';
import type { ImpactBranch } from './impactBranch.ts';
import type { linkElements } from './linkElements.ts';
import type { NoteScan } from './noteScan.ts';

/** What other parts of the editor ask of code. */
export interface CodeParts {
  readonly links: CodeLinks;
  readonly linkElements: typeof linkElements;
  readonly commits: CommitWatch;
  readonly impact: ImpactBranch;
  readonly notes: NoteScan;
  readonly noteBranch: TreeBranch;
}
