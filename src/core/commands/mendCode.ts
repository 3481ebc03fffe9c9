import type { Anchor } from '../model/anchor.ts';
import type { Change } from '../model/change.ts';
import { anchorsOf } from './anchorsOf.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { anchorValue, codePath, refuseLines } from './linkCode.ts';
import { writtenField } from '../store/rawFields.ts';
import { resolveItem } from './resolveId.ts';

type MendedLink = CommandInputs['mendCode']['links'][number];

/** Writes links to code anew, in their places. */
export function mendCode(ctx: CommandContext, { links }: CommandInputs['mendCode']): CommandResult {
  const changes: Change[] = [];
  const titles = new Set<string>();
  for (const link of links) {
    const found = resolveItem(ctx.snapshot, link.id);
    if (!found.ok) return found;
    const item = found.value;
    const present = anchorsOf(item)?.[link.place];
    if (!present || !isSameLink(present, link.was)) {
      const message = `Link number ${link.place + 1} of ${nameOf(item)} is another one by now; look at the links again`;
      return refuse(message, [item.id]);
    }
    const path = codePath(link.path, item);
    if (!path.ok) return path;
    const lines = refuseLines(link, item);
    if (lines) return lines;
    const value = anchorValue({ ...link, path: path.value });
    const field = writtenField(ctx.snapshot, item.id, ['code', link.place]);
    changes.push(setField(item.id, field, value));
    titles.add(item.title);
  }
  const [only] = titles;
  const count = `${links.length} link${links.length === 1 ? '' : 's'}`;
  const title =
    only !== undefined && titles.size === 1
      ? `Mend ${count} of "${only}" to code`
      : `Mend ${count} to code`;
  return planChanges(title, links[0]?.id, changes);
}

/** What tells a link from the others of its item. */
export function linkWas({ path, symbol, line }: Anchor): MendedLink['was'] {
  return {
    path,
    ...(symbol === undefined ? {} : { symbol }),
    ...(line === undefined ? {} : { line }),
  };
}

function isSameLink({ path, symbol, line }: Anchor, was: MendedLink['was']): boolean {
  return path === was.path && symbol === was.symbol && line === was.line;
}
