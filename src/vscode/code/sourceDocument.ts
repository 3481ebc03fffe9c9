import type { DocumentSelector, TextDocument } from 'vscode';
import type { OpenPlan } from '../openPlan.ts';
import type { PlanSet } from '../planSet.ts';
import { pathIn } from '../workspaceFiles.ts';

/** Code on a disk or in another file system of the workspace, notebooks' cells with it. */
export const sourceSchemes = [
  { scheme: 'file' },
  { scheme: 'vscode-remote' },
  { scheme: 'vscode-vfs' },
  { scheme: 'vscode-notebook-cell' },
] as const;

export const sourceSelector: DocumentSelector = sourceSchemes;

const prose: ReadonlySet<string> = new Set([
  'markdown',
  'plaintext',
  'git-commit',
  'restructuredtext',
]);

/** The languages in which all text may name items, and not comments alone. */
export function isProse({ languageId }: TextDocument): boolean {
  return prose.has(languageId);
}

export interface SourceDocument {
  readonly plan: OpenPlan;
  /** Relative to the workspace folder. */
  readonly path: string;
}

/** The plan that a file of code belongs to; undefined for the files of a plan themselves. */
export function findSource(plans: PlanSet, document: TextDocument): SourceDocument | undefined {
  const plan = plans.planOf(document.uri);
  const path = plan && pathIn(plan.folder.uri, document.uri);
  if (!plan?.exists || path === undefined) return undefined;
  return path.startsWith(`${plan.folderName}/`) ? undefined : { plan, path };
}

/**
 * The plans whose ids a file may name: the one of its workspace folder; in a folder without a plan,
 * those of all others. None for the files of a plan themselves.
 */
export function findNamedPlans(plans: PlanSet, document: TextDocument): readonly OpenPlan[] {
  const source = findSource(plans, document);
  if (source) return [source.plan];
  const own = plans.planOf(document.uri);
  return own && !own.exists ? plans.existing : [];
}
