import { linkWas } from '../core/commands/mendCode.ts';
import type { AnchorState } from '../core/anchors/resolution.ts';
import { ok } from '../core/base/result.ts';
import type { CommandInputs } from '../core/commands/inputs.ts';
import { captureCode } from './captureCode.ts';
import type { CliContext, CliResult } from './cliCommand.ts';
import { createDiskCode } from './diskCode.ts';
import { editItems } from './editItems.ts';
import { pastOf } from './gitAccess.ts';
import type { CodeLink } from './resolveLinks.ts';

/**
 * Writes links to where their code is now, with its text and the present commit.
 *
 * @param takesGuesses also those that drifted, to the most similar place
 */
export async function repairLinks(
  links: readonly CodeLink[],
  takesGuesses: boolean,
  ctx: CliContext,
): Promise<CliResult> {
  const reader = createDiskCode(ctx.workspace);
  const past = await pastOf(ctx);
  const mended: CommandInputs['mendCode']['links'][number][] = [];
  for (const { item, place, anchor, now } of links) {
    const to = now.place ?? (takesGuesses ? now.guess : undefined);
    if (!to || !isWorthWriting(now.state, anchor, past?.head)) continue;
    const { line, endLine = line } = to;
    const captured = await captureCode(
      {
        id: item.id,
        path: to.path,
        ...(anchor.symbol === undefined ? {} : { symbol: anchor.symbol }),
        ...(line === undefined ? {} : { line }),
        ...(endLine === undefined || endLine === line ? {} : { endLine }),
      },
      reader,
      past,
    );
    mended.push({ ...captured, place, was: linkWas(anchor) });
  }
  return editItems(ctx, 'mendCode', () => ok({ links: mended }));
}

/** What is right as it stands is left alone, but for what was noted without its text. */
function isWorthWriting(
  state: AnchorState,
  { line, endLine = line, quote, prints, commit }: CodeLink['anchor'],
  head: string | undefined,
): boolean {
  if (state !== 'fresh') return true;
  if (line === undefined) return false;
  const hasText = quote !== undefined && (endLine === line || prints !== undefined);
  return !hasText || (commit === undefined && head !== undefined);
}
