import { l10n, ThemeIcon } from 'vscode';
import { anchorText } from '../../core/anchors/anchorText.ts';
import { captureQuote } from '../../core/anchors/quote.ts';
import type { CodePlaceNow } from '../../core/anchors/resolution.ts';
import { createSourceText } from '../../core/anchors/sourceText.ts';
import { linkWas } from '../../core/commands/mendCode.ts';
import type { CommandInputs } from '../../core/commands/inputs.ts';
import { itemOf } from '../../core/model/plan.ts';
import { inertText } from '../../core/views/inertText.ts';
import { CodeLinks } from '../code/codeLinks.ts';
import { presentCommit } from '../code/linkPlace.ts';
import { createWorkspaceCode } from '../code/workspaceCode.ts';
import { runIntent, say } from '../notices.ts';
import { openAnchor } from '../openItem.ts';
import type { OpenPlan } from '../openPlan.ts';
import { alone, askChoice, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

type Drifted = CodeLinks['drifted'][number];
type Way = 'accept' | 'show' | 'remove';

/** Goes through the links whose code has changed or is gone, the old text beside the best guess. */
export async function reviewLinks({ plans, log }: Workbench): Promise<void> {
  const links = new CodeLinks(plans, log);
  try {
    for (;;) {
      await links.refresh();
      const left = links.drifted;
      if (left.length === 0) return say(l10n.t('All linked code is where the links say'));
      const chosen = await valueOf(askLink(left));
      if (chosen === undefined) return;
      if (chosen === 'all') {
        for (const link of left) await acceptGuess(link);
        const lost = left.filter(({ now }) => !now.guess).length;
        if (lost > 0) say(l10n.t('{0} links have no guess and stay', lost));
        return;
      }
      if (!(await settle(chosen))) return;
    }
  } finally {
    links.dispose();
  }
}

async function askLink(left: readonly Drifted[]): ReturnType<typeof askChoice<Drifted | 'all'>> {
  const each = await Promise.all(
    left.map(async link => {
      const { plan, id, anchor, now } = link;
      const views = plan.loaded?.views();
      const title = (views && itemOf(views.snapshot.plan, id)?.title) ?? '';
      const guess = now.guess ? await firstLine(plan, now.guess) : undefined;
      const old = anchor.quote?.split('\n')[0]?.trim() ?? '';
      const present = guess === undefined ? l10n.t('nothing like it is left') : guess.trim();
      return {
        label: inertText(`${id} ${title}`),
        iconPath: new ThemeIcon(now.state === 'lost' ? 'circle-slash' : 'warning'),
        description: inertText(anchorText(anchor)),
        detail: inertText(`${old}  →  ${present}`),
        value: link as Drifted | 'all',
      };
    }),
  );
  const guesses = left.filter(({ now }) => now.guess).length;
  const all = {
    label: l10n.t('Accept all {0} guesses', guesses),
    iconPath: new ThemeIcon('check-all'),
    value: 'all' as Drifted | 'all',
  };
  const choices = guesses > 1 ? [...each, all] : each;
  const prompt = l10n.t('Code that has changed since it was linked');
  return askChoice({ prompt, choices }, alone(l10n.t('Review Code Links')));
}

/** False when nobody wants to go on. */
async function settle(link: Drifted): Promise<boolean> {
  const { plan, id, anchor, now } = link;
  if (now.guess) await openAnchor(plan, { ...anchor, ...now.guess });
  const accept = {
    label: l10n.t('Link to {0}', now.guess ? anchorText(now.guess) : ''),
    iconPath: new ThemeIcon('check'),
    value: 'accept' as Way,
  };
  const choices = [
    ...(now.guess ? [accept] : []),
    {
      label: l10n.t('Take the link out'),
      iconPath: new ThemeIcon('trash'),
      value: 'remove' as Way,
    },
    {
      label: l10n.t('Leave it for now and look at the code'),
      iconPath: new ThemeIcon('eye'),
      value: 'show' as Way,
    },
  ];
  const prompt = l10n.t('What about {0}?', id);
  const way = await valueOf(askChoice({ prompt, choices }, alone(l10n.t('Review Code Links'))));
  if (way === 'accept') return (await acceptGuess(link)) !== false;
  if (way !== 'remove') return false;
  const { path, line } = anchor;
  const input = { id, path, ...(line === undefined ? {} : { line }) };
  return (await runIntent(plan, { command: 'unlinkCode', input })) !== undefined;
}

/** Undefined where there is no guess; false when it was refused. */
async function acceptGuess({
  plan,
  id,
  place,
  anchor,
  now,
}: Drifted): Promise<boolean | undefined> {
  if (!now.guess) return undefined;
  const { path, line, endLine = line } = now.guess;
  const text = await createWorkspaceCode(plan.folder.uri).read(path);
  const quote =
    text === undefined || line === undefined
      ? undefined
      : captureQuote(createSourceText(text), line, endLine ?? line);
  const given = Object.entries(quote ?? {}).filter(([, value]) => value !== undefined);
  const link: CommandInputs['mendCode']['links'][number] = {
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
  return (await runIntent(plan, { command: 'mendCode', input: { links: [link] } })) !== undefined;
}

async function firstLine(
  plan: OpenPlan,
  { path, line }: CodePlaceNow,
): Promise<string | undefined> {
  const text = await createWorkspaceCode(plan.folder.uri).read(path);
  return text === undefined ? undefined : createSourceText(text).lineAt(line ?? 1);
}
