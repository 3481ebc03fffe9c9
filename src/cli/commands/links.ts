import {
  anchorStates,
  type AnchorState,
  type CodePlaceNow,
} from '../../core/anchors/resolution.ts';
import { ok } from '../../core/base/result.ts';
import { itemsOf, type Item } from '../../core/model/plan.ts';
import { checkCode } from '../checkCode.ts';
import { misused, type CliCall, type CliContext, type CliResult } from '../cliCommand.ts';
import { createCodeLook } from '../codeLook.ts';
import { linksText } from '../linksText.ts';
import { locateProblems } from '../locateProblems.ts';
import { repairLinks } from '../repairLinks.ts';
import { readNamed } from '../readNamed.ts';
import { resolveLinks, type CodeLink } from '../resolveLinks.ts';

/** Where the code of the links is now; with `--repair` the links are written to where it moved. */
export async function run({ words, switches }: CliCall, ctx: CliContext): Promise<CliResult> {
  const takesGuesses = switches.has('accept');
  if (takesGuesses && !switches.has('repair')) {
    return misused('--accept goes with --repair: it takes the best guess for what has drifted');
  }
  const read = await readNamed(words, ctx);
  if (!read.ok) return read;
  const { snapshot, folder, named } = read.value;
  const items: Iterable<Item> = named.length > 0 ? named : itemsOf(snapshot.plan);
  const links = await resolveLinks(items, ctx);
  if (switches.has('repair')) return repairLinks(links, takesGuesses, ctx);
  return ok({
    kind: 'links',
    data: { links: links.map(linkData), counts: countStates(links) },
    text: linksText(links, ctx),
    problems: locateProblems(checkCode(links, createCodeLook(ctx.workspace)), snapshot),
    folder,
    findingsFrom: 'warning',
  });
}

/** Lines are null where nobody can tell them; then there may be a guess. */
function linkData({ item, place, anchor, now }: CodeLink): object {
  const { path, line, endLine, symbol, quote, commit } = anchor;
  return {
    item: item.id,
    index: place,
    path: now.place?.path ?? path,
    line: now.place?.line ?? null,
    endLine: now.place?.endLine ?? null,
    state: now.state,
    score: Math.round(now.score * 1000) / 1000,
    evidence: now.evidence,
    from: { path, line: line ?? null, endLine: endLine ?? line ?? null, symbol: symbol ?? null },
    quote: quote ?? null,
    commit: commit ?? null,
    guess: now.guess ? placeData(now.guess) : null,
  };
}

function placeData({ path, line, endLine }: CodePlaceNow): object {
  return { path, line: line ?? null, endLine: endLine ?? null };
}

function countStates(links: readonly CodeLink[]): Readonly<Record<AnchorState, number>> {
  const counts = { fresh: 0, moved: 0, drifted: 0, lost: 0 };
  for (const state of anchorStates) {
    counts[state] = links.filter(({ now }) => now.state === state).length;
  }
  return counts;
}
