import { l10n, ThemeIcon } from 'vscode';
import { anchorText } from '../../core/anchors/anchorText.ts';
import type { CodePlaceNow } from '../../core/anchors/resolution.ts';
import { createSourceText } from '../../core/anchors/sourceText.ts';
import { itemOf } from '../../core/model/plan.ts';
import { inertText } from '../../core/views/inertText.ts';
import { CodeLinks } from '../code/codeLinks.ts';
import { acceptGuesses, type DriftedLink } from '../code/acceptGuesses.ts';
import { createWorkspaceCode } from '../code/workspaceCode.ts';
import { runIntent, say } from '../notices.ts';
import { openAnchor } from '../openItem.ts';
import type { OpenPlan } from '../openPlan.ts';
import { alone, askChoice, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

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
        await acceptGuesses(left);
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

async function askLink(
  left: readonly DriftedLink[],
): ReturnType<typeof askChoice<DriftedLink | 'all'>> {
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
        value: link as DriftedLink | 'all',
      };
    }),
  );
  const guesses = left.filter(({ now }) => now.guess).length;
  const all = {
    label: l10n.t('Accept all {0} guesses', guesses),
    iconPath: new ThemeIcon('check-all'),
    value: 'all' as DriftedLink | 'all',
  };
  const choices = guesses > 1 ? [...each, all] : each;
  const prompt = l10n.t('Code that has changed since it was linked');
  return askChoice({ prompt, choices }, alone(l10n.t('Review Code Links')));
}

/** False when nobody wants to go on. */
async function settle(link: DriftedLink): Promise<boolean> {
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
  if (way === 'accept') return acceptGuesses([link]);
  if (way !== 'remove') return false;
  const { path, line } = anchor;
  const input = { id, path, ...(line === undefined ? {} : { line }) };
  return (await runIntent(plan, { command: 'unlinkCode', input })) !== undefined;
}

async function firstLine(
  plan: OpenPlan,
  { path, line }: CodePlaceNow,
): Promise<string | undefined> {
  const text = await createWorkspaceCode(plan).read(path);
  return text === undefined ? undefined : createSourceText(text).lineAt(line ?? 1);
}
