import { l10n } from 'vscode';
import { pathOfId } from '../../core/model/ids.ts';
import { explainItem, type ItemExplanation } from '../../core/scenario/explainItem.ts';
import { createScheduler } from '../../core/schedule/scheduler.ts';
import { midnightOf } from '../clock.ts';
import { fieldRange } from '../fieldText.ts';
import { findTarget, itemAt } from '../itemChoice.ts';
import type { ItemElement } from '../itemElement.ts';
import { openPlanFile } from '../openItem.ts';
import { alone, askChoice, valueOf } from '../steps.ts';
import { entriesOf, type Lead } from '../whyChoices.ts';
import type { Workbench } from '../workbench.ts';

/** Lists why an item has its dates; each line leads to the file that it is about. */
export async function why(bench: Workbench, given: unknown): Promise<void> {
  const title = l10n.t('Why This Date');
  const target = await findTarget(bench, given, {
    title,
    prompt: l10n.t('The date of which task or milestone?'),
    kinds: ['task', 'milestone'],
  });
  const item = target && itemAt(target);
  if (!target || !item || !('title' in item)) return;
  const explained = await explainTarget(target);
  const prompt = l10n.t('{0} {1}: choose a line to open its file', item.id, item.title);
  const choices = entriesOf(explained, midnightOf((await target.plan.load()).views().now));
  const lead = await valueOf(askChoice({ prompt, choices }, alone(title)));
  if (lead) await follow(target, lead);
}

/** Reads the plan as it is now, and tries changes on a scheduler of its own. */
async function explainTarget({ plan, id }: ItemElement): Promise<ItemExplanation> {
  const views = (await plan.load()).views();
  const options = { today: midnightOf(views.now) };
  const schedule = createScheduler();
  return explainItem({ snapshot: views.snapshot, before: views.schedule(), schedule, options }, id);
}

async function follow({ plan }: ItemElement, { id, field }: Lead): Promise<void> {
  const path = pathOfId(id);
  if (path === undefined) return;
  const text = (await plan.load()).views().snapshot.files.get(path)?.text;
  const range = field && text !== undefined ? fieldRange(text, field) : undefined;
  await openPlanFile(plan, path, { range });
}
