import { itemsOf, type Item } from '../core/model/plan.ts';
import type { Problem } from '../core/model/problem.ts';
import { checkCode } from './checkCode.ts';
import type { CliContext } from './cliCommand.ts';
import { createCodeLook } from './codeLook.ts';
import { findUnnamed } from './mendNames.ts';
import { findMergeProblems } from './mergeProblems.ts';
import type { ReadPlan } from './openPlan.ts';
import { resolveLinks, type CodeLink } from './resolveLinks.ts';

/** What code and history say against a plan: links to code, and what a merge left undone. */
export async function findRepositoryProblems(
  read: ReadPlan,
  ctx: CliContext,
): Promise<readonly Problem[]> {
  return [
    ...(await findCodeProblems(itemsOf(read.snapshot.plan), ctx)),
    ...(await findUnnamed(read, ctx)),
    ...(await findMergeProblems(read, ctx)),
  ];
}

/** What is wrong with the links of some items to code. */
export async function findCodeProblems(
  items: Iterable<Item>,
  ctx: CliContext,
  isMeant: (link: CodeLink) => boolean = () => true,
): Promise<readonly Problem[]> {
  const links = await resolveLinks(items, ctx);
  return checkCode(links.filter(isMeant), createCodeLook(ctx.workspace));
}
