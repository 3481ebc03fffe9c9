import { ok } from '../core/base/result.ts';
import type { CommandInputs } from '../core/commands/inputs.ts';
import { resolveItem } from '../core/commands/resolveId.ts';
import { leadsOutside } from '../core/format/readAnchor.ts';
import { captureCode } from './captureCode.ts';
import type { CliContext, CliResult } from './cliCommand.ts';
import { fromWorkspace, type CodePlace } from './codePlace.ts';
import { createDiskCode } from './diskCode.ts';
import { editItems } from './editItems.ts';
import { findCodeProblems } from './findCodeProblems.ts';
import { pastOf } from './gitAccess.ts';
import { locateProblems } from './locateProblems.ts';
import { readPlan } from './openPlan.ts';
import type { CodeLink } from './resolveLinks.ts';

/** A link to what is not there is made all the same, since the code may come later; but it is told. */
export async function linkToCode(
  id: string,
  written: CodePlace,
  ctx: CliContext,
): Promise<CliResult> {
  const path = fromWorkspace(written.path, ctx);
  const { symbol, line, endLine } = written;
  const place = {
    id,
    path,
    ...(symbol === undefined ? {} : { symbol }),
    ...(line === undefined ? {} : { line }),
    ...(endLine === undefined ? {} : { endLine }),
  };
  const isInside = !leadsOutside(path);
  const input = isInside ? await capture(place, ctx) : place;
  const edited = await editItems(ctx, 'linkCode', () => ok(input));
  if (!edited.ok) return edited;
  const read = await readPlan(ctx);
  if (!read.ok) return read;
  const item = resolveItem(read.value.snapshot, id);
  if (!item.ok) return edited;
  const isIt = ({ anchor }: CodeLink): boolean =>
    anchor.path === path && anchor.line === input.line && anchor.symbol === symbol;
  const problems = await findCodeProblems([item.value], ctx, isIt);
  const found = locateProblems(problems, read.value.snapshot);
  if (found.length === 0) return edited;
  return ok({
    ...edited.value,
    problems: [...found, ...edited.value.problems],
    findingsFrom: 'warning',
  });
}

async function capture(
  place: CommandInputs['linkCode'],
  ctx: CliContext,
): Promise<CommandInputs['linkCode']> {
  return captureCode(place, createDiskCode(ctx.workspace), await pastOf(ctx));
}
