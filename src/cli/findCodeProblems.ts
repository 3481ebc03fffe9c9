import type { Item } from '../core/model/plan.ts';
import type { Problem } from '../core/model/problem.ts';
import { checkCode } from './checkCode.ts';
import type { CliContext } from './cliCommand.ts';
import { createCodeLook } from './codeLook.ts';
import { resolveLinks, type CodeLink } from './resolveLinks.ts';

/** What is wrong with the links of some items to code. */
export async function findCodeProblems(
  items: Iterable<Item>,
  ctx: CliContext,
  isMeant: (link: CodeLink) => boolean = () => true,
): Promise<readonly Problem[]> {
  const links = await resolveLinks(items, ctx);
  return checkCode(links.filter(isMeant), createCodeLook(ctx.workspace));
}
