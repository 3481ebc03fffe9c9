import { kindOfId, pathOfId } from '../model/ids.ts';
import type { Baseline } from '../model/baseline.ts';
import { projectId } from '../model/change.ts';
import type { Item } from '../model/plan.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import { formatVersion, type Project } from '../model/project.ts';
import type { PlanFile } from '../model/planFile.ts';
import { baselineFields } from './baselineFields.ts';
import { checkCalendars } from './checkCalendars.ts';
import { decodeText, tooLargeMessage } from './decodeText.ts';
import { fieldTables, type FileKind } from './fields.ts';
import { readItem } from './itemValue.ts';
import { ProblemSink } from './problemSink.ts';
import { projectFields } from './projectFields.ts';
import { baselineValue, projectValue } from './projectValue.ts';
import { readFields } from './readValue.ts';
import { entryOf, isNull, type YamlMap } from './yamlNode.ts';
import { readYamlTree } from './yamlTree.ts';

export interface ParsedFile {
  readonly file: PlanFile;
  /** Undefined when nothing could be understood; with lesser problems, all that could be. */
  readonly value: Item | Project | Baseline | undefined;
}

/** What a path of the plan folder holds; undefined for a name that is none of Gantry's. */
interface FileIdentity {
  readonly kind: FileKind;
  readonly id: string;
}

/**
 * Reads one file of the plan folder. Never throws, whatever the bytes; what is wrong with a field
 * costs that field alone, and what is wrong with the file as a whole makes it unwritable.
 *
 * @param path relative to the plan folder, with forward slashes
 */
export function parsePlanFile(path: string, bytes: Uint8Array): ParsedFile {
  const identity = identityOf(path);
  if (identity === undefined) return misnamedFile(path);
  const decoded = decodeText(bytes);
  if (decoded.kind === 'refused') {
    const problem = createProblem(decoded.code, decoded.message, { file: path });
    return unreadFile(path, identity.id, [problem]);
  }
  return parseText(path, identity, decoded.text);
}

/** What {@link parsePlanFile} would say of a file too large to be worth reading from the disk. */
export function tooLargeFile(path: string, size: number): ParsedFile {
  const problem = createProblem('file-too-large', tooLargeMessage(size), { file: path });
  return unreadFile(path, identityOf(path)?.id, [problem]);
}

function identityOf(path: string): FileIdentity | undefined {
  if (path === 'project.yaml') return { kind: 'project', id: projectId };
  const name = /^([a-z]+)\/([^/]+)\.yaml$/.exec(path);
  const id = name?.[2];
  if (id === undefined) return undefined;
  if (name?.[1] === 'baselines') return { kind: 'baseline', id };
  const kind = kindOfId(id);
  return kind && pathOfId(id) === path ? { kind, id } : undefined;
}

function misnamedFile(path: string): ParsedFile {
  const message = 'The file name is no id of this folder; name it like `tasks/T-7KQ3.yaml`';
  return unreadFile(path, undefined, [createProblem('file-name', message, { file: path })]);
}

function unreadFile(
  path: string,
  id: string | undefined,
  problems: readonly Problem[],
): ParsedFile {
  return { file: { path, id, text: undefined, isWritable: false, problems }, value: undefined };
}

function parseText(path: string, { kind, id }: FileIdentity, text: string): ParsedFile {
  const sink = new ProblemSink(path, text);
  const { root, problems } = readYamlTree(text);
  for (const problem of problems) sink.add(problem.code, problem.message, problem);
  const isUnderstood = problems.every(({ code }) => code === 'yaml-duplicate-key');
  const map = isUnderstood ? rootMap(root, sink) : undefined;
  const value = map && readValue(kind, id, map, sink);
  const isNewer = map !== undefined && kind === 'project' && reportNewer(map, sink);
  const isWritable = value !== undefined && problems.length === 0 && !isNewer;
  return { file: { path, id, text, isWritable, problems: sink.problems() }, value };
}

function rootMap(
  root: ReturnType<typeof readYamlTree>['root'],
  sink: ProblemSink,
): YamlMap | undefined {
  if (root === undefined || isNull(root)) {
    const message = 'The file holds no fields; write at least a title';
    sink.add('file-empty', message, { start: 0, end: 0 });
    return undefined;
  }
  if (root.kind === 'map') return root;
  const found = root.kind === 'list' ? 'a list' : 'a text';
  const message = `The file holds ${found} where fields such as \`title: …\` must stand`;
  sink.add('yaml-not-a-map', message, root);
  return undefined;
}

function readValue(
  kind: FileKind,
  id: string,
  map: YamlMap,
  sink: ProblemSink,
): Item | Project | Baseline {
  reportMissing(kind, map, sink);
  if (kind === 'project') {
    const project = projectValue(readFields(projectFields, map, sink));
    checkCalendars(project, map, sink);
    return project;
  }
  if (kind === 'baseline') return baselineValue(id, readFields(baselineFields, map, sink));
  return readItem(kind, id, map, sink);
}

function reportMissing(kind: FileKind, map: YamlMap, sink: ProblemSink): void {
  for (const { key, isRequired } of fieldTables[kind]) {
    if (isRequired !== true) continue;
    const entry = entryOf(map, key);
    const isBlank = entry?.value.kind === 'scalar' && entry.value.text.trim() === '';
    if (entry && !isNull(entry.value) && !isBlank) continue;
    const at = entry
      ? { start: entry.keyStart, end: entry.keyEnd }
      : { start: map.start, end: map.entries[0]?.keyEnd ?? map.start };
    sink.add('field-missing', `The ${kind} has no \`${key}\`; add one`, at, [key]);
  }
}

function reportNewer(map: YamlMap, sink: ProblemSink): boolean {
  const entry = entryOf(map, 'version');
  if (entry?.value.kind !== 'scalar' || typeof entry.value.value !== 'number') return false;
  const version = entry.value.value;
  if (version <= formatVersion) return false;
  const message = `The plan is of format version ${version}, and this Gantry writes ${formatVersion}; update Gantry to change it`;
  sink.add('file-newer', message, entry.value, ['version']);
  return true;
}
