import type { Anchor } from '../core/model/anchor.ts';
import { pathOfId } from '../core/model/ids.ts';
import { itemsOf, type Item, type Plan } from '../core/model/plan.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import { createCodeLook, type CodeLook } from './codeLook.ts';

/**
 * Links whose file or folder is not there, or ends before the line. Paths that lead out of the
 * workspace folder are not asked for, since reading the plan has reported them already.
 */
export function checkCode(plan: Plan, workspace: string): readonly Problem[] {
  const look = createCodeLook(workspace);
  return [...itemsOf(plan)].flatMap(item => checkCodeOf(item, look));
}

/** As {@link checkCode}, for one item. */
export function checkCodeOf(item: Item, look: CodeLook): readonly Problem[] {
  const anchors: readonly Anchor[] = 'code' in item ? item.code : [];
  return anchors.flatMap((anchor, place) => {
    if (leadsOut(anchor.path)) return [];
    const found = look.exists(anchor.path) ? beyondTheEnd(anchor, look) : missing(anchor);
    if (!found) return [];
    const file = pathOfId(item.id);
    const at = { field: ['code', place], items: [item.id] };
    return [{ ...found, ...at, ...(file === undefined ? {} : { file }) }];
  });
}

function missing({ path }: Anchor): Problem {
  return createProblem('code-missing', `There is no ${path}; mend the link or take it out`);
}

/** A quoted text or a symbol is searched for, and the line beside it is only a hint. */
function beyondTheEnd(anchor: Anchor, look: CodeLook): Problem | undefined {
  const { path, line, endLine, symbol, quote } = anchor;
  const last = endLine ?? line;
  if (last === undefined || symbol !== undefined || quote !== undefined) return undefined;
  const count = look.countLines(path);
  if (count === undefined || last <= count) return undefined;
  const message = `${path} has ${count} line${count === 1 ? '' : 's'}, and the link names line ${last}; mend the link`;
  return createProblem('code-line', message);
}

function leadsOut(path: string): boolean {
  return /^(?:[a-z]:|[\\/])/i.test(path) || path.split(/[\\/]/).includes('..');
}
