import { areSameBytes, encodeUtf8 } from '../base/utf8.ts';
import { ok, refused, type Result } from '../base/result.ts';
import { editText, type FieldEdit } from '../format/editText.ts';
import { newItemText } from '../format/newItemText.ts';
import { projectId, type Change, type LostReference } from '../model/change.ts';
import { isBaselineName, kindOfId, pathOfId } from '../model/ids.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { formatVersion } from '../model/project.ts';
import type { ProblemCode } from '../model/problemCodes.ts';
import type { FileStep } from './fileStep.ts';
import { trashPath } from './fileSteps.ts';
import type { LoadedFile } from './loadedFile.ts';
import { parseLoaded } from './loadFolder.ts';
import { noteLostReferences, withoutNote } from './lostReferences.ts';
import type { NameTwin } from './nameTwins.ts';
import { baselinesFolder, projectPath } from './planPath.ts';

/** A file as it is: with its bytes, when they could be read. */
export type PresentFile = Pick<LoadedFile, 'bytes' | 'file'>;

/** What the files hold now, as far as a change needs to know. */
export interface PresentFiles {
  /** Undefined when there is no such file. */
  file(path: string): PresentFile | undefined;
  /** The newest removed file of an id, with its bytes. */
  removed(id: string): { readonly path: string; readonly bytes: Uint8Array } | undefined;
  /** True when something is at the path already, be it understood or not. */
  isTaken(path: string): boolean;
  /** What many systems would take for the same. */
  twin(path: string): NameTwin | undefined;
}

/** What changes come to: steps on the disk, and what the files will then say. */
export interface Preview {
  readonly steps: readonly FileStep[];
  /** By path, after the steps; undefined for a file that is gone. Only what differs from now. */
  readonly after: ReadonlyMap<string, LoadedFile | undefined>;
}

/** Works the changes out without touching anything. Refused as a whole when one of them cannot be done. */
export function previewChanges(
  present: PresentFiles,
  changes: readonly Change[],
): Result<Preview, Problem> {
  const newer = present.file(projectPath)?.file.problems.find(isNewer);
  if (newer) return refused(readOnly(newer));
  const draft: Draft = { present, steps: [], after: new Map(), before: new Map() };
  for (let i = 0; i < changes.length;) {
    const edits = editsFrom(changes, i);
    const change = changes[i];
    if (!change) break;
    const problem = edits.length > 0 ? edit(draft, change.id, edits) : place(draft, change);
    if (problem) return refused(problem);
    i += Math.max(1, edits.length);
  }
  for (const path of [...draft.before.keys()]) flush(draft, path);
  return ok({ steps: draft.steps, after: draft.after });
}

interface Draft {
  readonly present: PresentFiles;
  readonly steps: FileStep[];
  readonly after: Map<string, LoadedFile | undefined>;
  /** Paths with text that no step has written yet, and the bytes in their place; undefined: none. */
  readonly before: Map<string, Uint8Array | undefined>;
}

/** The run of edits of one item that begins at `from`: they become one edit of its text. */
function editsFrom(changes: readonly Change[], from: number): readonly FieldEdit[] {
  const edits: FieldEdit[] = [];
  for (const change of changes.slice(from)) {
    if (change.id !== changes[from]?.id) break;
    if (change.kind === 'set') {
      edits.push({ kind: 'set', field: change.field, value: change.value });
    } else if (change.kind === 'append') {
      edits.push({ kind: 'append', field: change.field, value: change.value });
    } else if (change.kind === 'comment') {
      edits.push({ kind: 'comment', field: change.field, text: change.text });
    } else break;
  }
  return edits;
}

function edit(draft: Draft, id: string, edits: readonly FieldEdit[]): Problem | undefined {
  const path = filePath(id);
  const isNew = id === projectId && !isTaken(draft, path);
  const current = isNew ? bareProject() : currentFile(draft, path);
  const unusable = refuseUnwritable(path, id, current);
  if (unusable || !current?.bytes || current.file.text === undefined) return unusable;
  const kind = path === projectPath ? 'project' : (kindOfId(id) ?? 'baseline');
  const edited = editText(kind, current.file.text, edits);
  if (!edited.ok) return { ...edited.error, file: edited.error.file ?? path, items: [id] };
  if (edited.value === current.file.text) return undefined;
  const next = parseLoaded(path, encodeUtf8(edited.value), undefined);
  const flaw = newFlaw(current, next);
  if (flaw) return flaw;
  if (!draft.before.has(path)) draft.before.set(path, isNew ? undefined : current.bytes);
  draft.after.set(path, next);
  return undefined;
}

/** What a plan without a project file is edited from: items can be there before it. */
function bareProject(): LoadedFile {
  return parseLoaded(
    projectPath,
    encodeUtf8(newItemText('project', { version: formatVersion })),
    undefined,
  );
}

function place(draft: Draft, change: Change): Problem | undefined {
  switch (change.kind) {
    case 'add':
      return add(draft, change.id, change.fields);
    case 'remove': {
      const from = filePath(change.id);
      noteLost(draft, change.id, change.lost ?? []);
      return move(
        draft,
        change.id,
        from,
        trashPath(from, path => isTaken(draft, path)),
      );
    }
    case 'rename': {
      const to = pathOfId(change.to);
      if (to === undefined || kindOfId(change.to) !== kindOfId(change.id)) {
        return refusal(change.id, `${change.to} is no id for the kind of ${change.id}`);
      }
      return move(draft, change.id, filePath(change.id), to);
    }
    case 'restore':
      return restore(draft, change.id);
    case 'set':
    case 'append':
    case 'comment':
      return undefined;
  }
}

/** What named the item is noted in its file before that goes to the trash. */
function noteLost(draft: Draft, id: string, lost: readonly LostReference[]): void {
  const path = filePath(id);
  const current = currentFile(draft, path);
  if (!current?.bytes || current.file.text === undefined) return;
  rewrite(draft, path, current.bytes, noteLostReferences(id, current.file.text, lost));
}

function rewrite(draft: Draft, path: string, before: Uint8Array, text: string): void {
  const bytes = encodeUtf8(text);
  if (areSameBytes(bytes, before)) return;
  if (!draft.before.has(path)) draft.before.set(path, before);
  draft.after.set(path, parseLoaded(path, bytes, undefined));
}

function add(
  draft: Draft,
  id: string,
  fields: Extract<Change, { kind: 'add' }>['fields'],
): Problem | undefined {
  const path = filePath(id);
  const kind = kindOfId(id) ?? (isBaselineName(id) ? 'baseline' : undefined);
  const obstacle = refuseTaken(draft, id, path);
  if (obstacle) return obstacle;
  if (!kind) return refusal(id, `${id} is no id of an item`);
  const next = parseLoaded(path, encodeUtf8(newItemText(kind, fields)), undefined);
  const flaw = newFlaw(undefined, next);
  if (flaw) return flaw;
  draft.before.set(path, undefined);
  draft.after.set(path, next);
  return undefined;
}

function restore(draft: Draft, id: string): Problem | undefined {
  const removed = draft.present.removed(id);
  const path = filePath(id);
  if (!removed) return refusal(id, `${id} is not among the removed items`);
  const obstacle = refuseTaken(draft, id, path);
  if (obstacle) return obstacle;
  draft.steps.push({ kind: 'move', from: removed.path, to: path, bytes: removed.bytes });
  draft.after.set(removed.path, undefined);
  const restored = parseLoaded(path, removed.bytes, undefined);
  draft.after.set(path, restored);
  if (restored.file.text !== undefined) {
    rewrite(draft, path, removed.bytes, withoutNote(id, restored.file.text));
  }
  return undefined;
}

function move(draft: Draft, id: string, from: string, to: string): Problem | undefined {
  const current = currentFile(draft, from);
  if (!current?.bytes) return refuseUnwritable(from, id, current);
  const obstacle = refuseTaken(draft, id, to);
  if (obstacle) return obstacle;
  flush(draft, from);
  draft.steps.push({ kind: 'move', from, to, bytes: current.bytes });
  draft.after.set(from, undefined);
  draft.after.set(to, parseLoaded(to, current.bytes, undefined));
  return undefined;
}

/** Makes the step that writes what has been edited so far. */
function flush(draft: Draft, path: string): void {
  const bytes = draft.after.get(path)?.bytes;
  if (draft.before.has(path) && bytes) {
    draft.steps.push({ kind: 'write', path, bytes, before: draft.before.get(path) });
  }
  draft.before.delete(path);
}

function filePath(id: string): string {
  if (id === projectId) return projectPath;
  return pathOfId(id) ?? `${baselinesFolder}/${id}.yaml`;
}

function currentFile(draft: Draft, path: string): PresentFile | undefined {
  return draft.after.has(path) ? draft.after.get(path) : draft.present.file(path);
}

function isTaken(draft: Draft, path: string): boolean {
  return draft.after.has(path) ? draft.after.get(path) !== undefined : draft.present.isTaken(path);
}

function refuseTaken(draft: Draft, id: string, path: string): Problem | undefined {
  if (isTaken(draft, path)) return refusal(id, `${path} is there already`);
  const twin = draft.present.twin(path);
  if (!twin) return undefined;
  const message = `${twin.present} stands where ${twin.wanted} belongs, which many systems take for the same file; rename it first`;
  return { ...createProblem('command-refused', message), file: twin.present, items: [id] };
}

function refuseUnwritable(
  path: string,
  id: string,
  current: PresentFile | undefined,
): Problem | undefined {
  if (!current) {
    const message = `No item has the id ${id}`;
    return createProblem('reference-unknown', message, { file: path, items: [id] });
  }
  if (current.file.isWritable && current.bytes && current.file.text !== undefined) return undefined;
  const cause =
    current.file.problems.find(problem => problem.severity === 'error') ?? current.file.problems[0];
  const message = `${path} is not changed until it is mended: ${cause?.message ?? 'it cannot be understood'}`;
  return { ...createProblem(cause?.code ?? 'command-refused', message), file: path, items: [id] };
}

/** Found where an item is without what it needs; a file that has it all so far must not lose it. */
const lacks: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['field-missing', 'file-empty']);

/** Errors that a file may come to have, because the plan goes on without loss of anything. */
const bearable: ReadonlySet<ProblemCode> = new Set<ProblemCode>(['calendar-empty']);

/** The first error that the change would bring into the file, or a field it cannot do without. */
function newFlaw(before: PresentFile | undefined, after: LoadedFile): Problem | undefined {
  const known = new Set(before?.file.problems.map(flawKey));
  return after.file.problems.find(
    problem =>
      (problem.severity === 'error' || lacks.has(problem.code)) &&
      !bearable.has(problem.code) &&
      !known.has(flawKey(problem)),
  );
}

function isNewer({ code }: Problem): boolean {
  return code === 'file-newer';
}

/** A plan of a newer format could be broken by edits that know less of it. */
function readOnly(newer: Problem): Problem {
  return { ...newer, message: `The plan is read-only: ${newer.message}` };
}

/** Without the places in lists: what stands behind a removed entry moves up and is no new flaw. */
function flawKey({ code, message, field }: Problem): string {
  const names = field?.filter(step => typeof step === 'string');
  return `${code} ${JSON.stringify(names ?? null)} ${message}`;
}

function refusal(id: string, message: string): Problem {
  return createProblem('command-refused', message, { items: [id] });
}
