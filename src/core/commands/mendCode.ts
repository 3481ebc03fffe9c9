import type { Change } from '../model/change.ts';
import { anchorsOf } from './anchorsOf.ts';
import type { CommandContext, CommandResult } from './command.ts';
import { nameOf, planChanges, refuse, setField } from './commandPlan.ts';
import type { CommandInputs } from './inputs.ts';
import { anchorValue, codePath, refuseLines } from './linkCode.ts';
import { resolveItem } from './resolveId.ts';

/** Writes links to code anew, in their places. */
export function mendCode(ctx: CommandContext, { links }: CommandInputs['mendCode']): CommandResult {
  const changes: Change[] = [];
  const titles = new Set<string>();
  for (const link of links) {
    const found = resolveItem(ctx.snapshot, link.id);
    if (!found.ok) return found;
    const item = found.value;
    if (!anchorsOf(item)?.[link.place]) {
      return refuse(`${nameOf(item)} has no link number ${link.place + 1}`, [item.id]);
    }
    const path = codePath(link.path, item);
    if (!path.ok) return path;
    const lines = refuseLines(link, item);
    if (lines) return lines;
    const value = anchorValue({ ...link, path: path.value });
    changes.push(setField(item.id, ['code', link.place], value));
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
