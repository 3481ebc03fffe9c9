import type { FieldPath } from '../model/problem.ts';
import { contentEnd } from './lineTokens.ts';
import type { YamlNode } from './yamlNode.ts';
import { followPath } from './yamlTrail.ts';

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
