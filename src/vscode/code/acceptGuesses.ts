import { captureQuote } from '../../core/anchors/quote.ts';
import { createSourceText } from '../../core/anchors/sourceText.ts';
import type { CommandInputs } from '../../core/commands/inputs.ts';
import { linkWas } from '../../core/commands/mendCode.ts';
import { runIntent } from '../notices.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { LinkedCode } from './codeLinks.ts';
import { presentCommit } from './linkPlace.ts';
import { createWorkspaceCode } from './workspaceCode.ts';

/** A link whose code has changed or is gone, in its plan. */
export interface DriftedLink extends LinkedCode {
  readonly plan: OpenPlan;
}

/** Links to where the code of each is guessed to be, as one edit of each plan; false when one was refused. */
export async function acceptGuesses(drifted: readonly DriftedLink[]): Promise<boolean> {
  let isDone = true;
  for (const plan of new Set(drifted.map(link => link.plan))) {
    const own = drifted.filter(link => link.plan === plan);
    const links = (await Promise.all(own.map(linkToGuess))).filter(link => link !== undefined);
    if (links.length === 0) continue;
    const done = await runIntent(plan, { command: 'mendCode', input: { links } });
    isDone &&= done !== undefined;
  }
  return isDone;
}

/** Undefined where there is no guess. */
async function linkToGuess({
  plan,
  id,
  place,
  anchor,
  now: { guess },
}: DriftedLink): Promise<CommandInputs['mendCode']['links'][number] | undefined> {
  if (!guess) return undefined;
  const { path, line, endLine = line } = guess;
  const text = await createWorkspaceCode(plan).read(path);
  const quote =
    text === undefined || line === undefined
      ? undefined
      : captureQuote(createSourceText(text), line, endLine ?? line);
  const given = Object.entries(quote ?? {}).filter(([, value]) => value !== undefined);
  return {
    id,
    place,
    was: linkWas(anchor),
    path,
    ...(anchor.symbol === undefined ? {} : { symbol: anchor.symbol }),
    ...(line === undefined ? {} : { line }),
    ...(endLine === undefined || endLine === line ? {} : { endLine }),
    ...Object.fromEntries(given),
    ...(await presentCommit(plan, path)),
  };
}
