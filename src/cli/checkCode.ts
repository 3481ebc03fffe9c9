import type { Resolution } from '../core/anchors/resolution.ts';
import { anchorText } from '../core/anchors/anchorText.ts';
import type { Anchor } from '../core/model/anchor.ts';
import { pathOfId } from '../core/model/ids.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import type { CodeLook } from './codeLook.ts';
import type { CodeLink } from './resolveLinks.ts';

/** Links whose code nobody can tell the place of: it is not there, or has changed too much. */
export function checkCode(links: readonly CodeLink[], look: CodeLook): readonly Problem[] {
  return links.flatMap(({ item, place, anchor, now }) => {
    const found = problemOf(anchor, now, look);
    if (!found) return [];
    const file = pathOfId(item.id);
    const at = { field: ['code', place], items: [item.id] };
    return [{ ...found, ...at, ...(file === undefined ? {} : { file }) }];
  });
}

function problemOf(anchor: Anchor, now: Resolution, look: CodeLook): Problem | undefined {
  if (now.place) return undefined;
  if (!look.exists(anchor.path) && !now.guess) {
    const message = `There is no ${anchor.path}; mend the link or take it out`;
    return createProblem('code-missing', message);
  }
  const beyond = beyondTheEnd(anchor, look);
  if (beyond) return beyond;
  const kind = anchor.line === undefined ? undefined : look.kindWithoutLines(anchor.path);
  if (kind !== undefined) {
    const message = `${anchor.path} is ${kind}, so its lines cannot be followed; link the whole file, or save it as text in UTF-8`;
    return createProblem('code-lost', message);
  }
  const what = `The code at ${anchorText(anchor)}`;
  if (now.state === 'lost') {
    return createProblem(
      'code-lost',
      `${what} is not there any more; take the link out or mend it`,
    );
  }
  if (now.guess?.path === anchor.path && !look.exists(anchor.path)) {
    const message = `${what} is not checked out here, so nobody can tell whether it has changed; check out its submodule or its folder (git submodule update --init, git sparse-checkout)`;
    return createProblem('code-drifted', message);
  }
  const guess = now.guess ? `, perhaps it is ${anchorText(now.guess)}` : '';
  const message = `${what} has changed${guess}; gantry links shows it, link it anew or accept the guess`;
  return createProblem('code-drifted', message);
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
