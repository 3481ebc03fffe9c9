import { createProblem, type Problem } from '../model/problem.ts';
import type { PlanFile } from '../model/planFile.ts';
import { checkConflicts } from './checkConflicts.ts';
import { decodeText, tooLargeMessage } from './decodeText.ts';
import { fieldTables, type FileKind } from './fields.ts';
import { fileIdentity, type FileIdentity } from './fileIdentity.ts';
import { readFileValue, reportNewer, type FileValue } from './fileValue.ts';
import { ProblemSink } from './problemSink.ts';
import { isNull, type YamlMap, type YamlNode } from './yamlNode.ts';
import { readYamlTree } from './yamlTree.ts';

export interface ParsedFile {
  readonly file: PlanFile;
  /** Undefined when nothing could be understood; with lesser problems, all that could be. */
  readonly value: FileValue | undefined;
}

/**
 * Reads one file of the plan folder. Never throws, whatever the bytes; what is wrong with a field
 * costs that field alone, and what is wrong with the file as a whole makes it unwritable.
 *
 * @param path relative to the plan folder, with forward slashes
 */
export function parsePlanFile(path: string, bytes: Uint8Array): ParsedFile {
  const identity = fileIdentity(path);
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
  return unreadFile(path, fileIdentity(path)?.id, [problem]);
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

function parseText(path: string, identity: FileIdentity, text: string): ParsedFile {
  const sink = new ProblemSink(path, text);
  const { root, problems } = readYamlTree(text);
  for (const problem of problems) sink.add(problem.code, problem.message, problem);
  const isUnderstood = problems.every(({ code }) => code === 'yaml-duplicate-key');
  const map = isUnderstood ? rootMap(root, identity.kind, sink) : undefined;
  const value = map && readFileValue(identity, map, sink);
  if (map) checkConflicts(identity.id, map, sink);
  const isNewer = map !== undefined && identity.kind === 'project' && reportNewer(map, sink);
  const isWritable = value !== undefined && problems.length === 0 && !isNewer;
  return { file: { path, id: identity.id, text, isWritable, problems: sink.problems() }, value };
}

function rootMap(
  root: YamlNode | undefined,
  kind: FileKind,
  sink: ProblemSink,
): YamlMap | undefined {
  const key = fieldTables[kind].find(field => field.isRequired === true)?.key ?? 'title';
  if (root === undefined || isNull(root)) {
    const message = `The file holds no fields; write at least a \`${key}\``;
    sink.add('file-empty', message, { start: 0, end: 0 });
    return undefined;
  }
  if (root.kind === 'map') return root;
  const found = root.kind === 'list' ? 'a list' : 'a text';
  const message = `The file holds ${found} where fields such as \`${key}: …\` must stand`;
  sink.add('yaml-not-a-map', message, root);
  return undefined;
}
