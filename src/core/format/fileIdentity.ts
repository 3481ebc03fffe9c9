import { projectId } from '../model/change.ts';
import { kindOfId, pathOfId } from '../model/ids.ts';
import type { FileKind } from './fields.ts';

/** What a file of the plan folder holds, by its path. */
export interface FileIdentity {
  readonly kind: FileKind;
  /** The item's id, `project`, or the baseline's name. */
  readonly id: string;
}

/** Undefined for a path that is none of Gantry's. */
export function fileIdentity(path: string): FileIdentity | undefined {
  if (path === 'project.yaml') return { kind: 'project', id: projectId };
  const name = /^([a-z]+)\/([^/]+)\.yaml$/.exec(path);
  const id = name?.[2];
  if (id === undefined) return undefined;
  if (name?.[1] === 'baselines') return { kind: 'baseline', id };
  const kind = kindOfId(id);
  return kind && pathOfId(id) === path ? { kind, id } : undefined;
}
