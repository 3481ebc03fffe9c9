import type { TextDocument } from 'vscode';
import type { FileKind } from '../../core/format/fields.ts';
import { itemKinds, kindPlaces } from '../../core/model/ids.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { PlanSet } from '../planSet.ts';
import { pathIn } from '../workspaceFiles.ts';

/** A document that is a file of a plan. */
export interface PlanDocument {
  readonly plan: OpenPlan;
  /** Relative to the plan folder. */
  readonly path: string;
  readonly kind: FileKind;
  /** The item's id by its file name; undefined for the project and for baselines. */
  readonly id: string | undefined;
}

/** The plan file that a document is; undefined for any other document. */
export function findPlanDocument(plans: PlanSet, document: TextDocument): PlanDocument | undefined {
  const plan = plans.planOf(document.uri);
  const path = plan && pathIn(plan.root, document.uri);
  const kind = path === undefined ? undefined : kindOfPath(path);
  if (!plan || path === undefined || !kind) return undefined;
  const isItem = kind !== 'project' && kind !== 'baseline';
  return { plan, path, kind, id: isItem ? path.split('/')[1]?.replace(/\.yaml$/, '') : undefined };
}

/** What a file of the plan folder holds, by its place; undefined for files that are none of the plan's. */
export function kindOfPath(path: string): FileKind | undefined {
  if (path === 'project.yaml') return 'project';
  const [folder, name, ...rest] = path.split('/');
  if (name === undefined || rest.length > 0 || !name.endsWith('.yaml')) return undefined;
  if (folder === 'baselines') return 'baseline';
  return itemKinds.find(kind => kindPlaces[kind].folder === folder);
}
