import type { FieldPath } from '../model/problem.ts';
import { contentEnd } from './lineTokens.ts';
import { arePlainEqual, toPlain } from './plainValue.ts';
import { lineEnd } from './splice.ts';
import type { YamlNode } from './yamlNode.ts';
import { followPath, type TrailStep } from './yamlTrail.ts';
import { readYamlTree } from './yamlTree.ts';

/** True when every comment of a text is in another text too, but for those inside of the edited field. */
export function keepsComments(
  before: string,
  after: string,
  root: YamlNode | undefined,
  field: FieldPath,
): boolean {
  const trail = root && followPath(root, field);
  const edited = trail?.rest.length === 0 ? trail.steps.at(-1)?.node : undefined;
  const outside = edited
    ? [before.slice(0, edited.start), before.slice(edited.end)].join('\n')
    : before;
  const left = commentsOf(after);
  return commentsOf(outside).every(comment => {
    const at = left.indexOf(comment);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function commentsOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map(line => line.slice(contentEnd(line, 0)).trim())
    .filter(comment => comment.startsWith('#'));
}

/** The comment behind a value on its line, with its `#`; undefined for none. */
export function commentBehind(text: string, field: FieldPath): string | undefined {
  const place = endOfValue(text, field);
  const rest = place === undefined ? '' : text.slice(place, lineEnd(text, place)).trim();
  return rest.startsWith('#') ? rest : undefined;
}

/**
 * The text with a comment behind a value, where its line has room for one and the text says the same
 * with it; else as it was.
 */
export function withCommentBehind(text: string, field: FieldPath, comment: string): string {
  const after = withText(text, field, comment);
  const [before, now] = [readYamlTree(text).root, readYamlTree(after).root];
  return before && now && arePlainEqual(toPlain(before), toPlain(now)) ? after : text;
}

function withText(text: string, field: FieldPath, comment: string): string {
  const place = endOfValue(text, field);
  const isComment = /^#[^\p{Cc}\u2028\u2029]*$/u.test(comment);
  if (place === undefined || !isComment) return text;
  const isFree = text.slice(place, lineEnd(text, place)).trim() === '';
  return isFree ? `${text.slice(0, place)} ${comment}${text.slice(place)}` : text;
}

/** Undefined for what has several lines, or shares its line with other values in brackets. */
function endOfValue(text: string, field: FieldPath): number | undefined {
  const { root } = readYamlTree(text);
  const { steps, rest } = root ? followPath(root, field) : { steps: [], rest: field };
  const last = steps.at(-1);
  if (last?.node.kind !== 'scalar' || rest.length > 0 || steps.some(isInBrackets)) return undefined;
  const { style, start, end } = last.node;
  return style === 'block' || text.slice(start, end).includes('\n') ? undefined : end;
}

function isInBrackets(step: TrailStep): boolean {
  return step.kind === 'item' ? step.list.isFlow : step.map.isFlow;
}
