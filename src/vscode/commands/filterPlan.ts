import { l10n } from 'vscode';
import { findItems } from '../../core/views/findItems.ts';
import { parseItemQuery, type ItemQuery } from '../../core/views/itemQuery.ts';
import type { PlanFilter } from '../planFilter.ts';
import { showProblem } from '../notices.ts';
import { alone, askChoice, askText, valueOf, type Choice } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

/** Shows of the plan's tree what a query means, or a view that the project keeps. */
export async function filterPlan({ plans, planFilter }: Workbench): Promise<void> {
  const title = l10n.t('Filter the Plan');
  await plans.loadAll();
  const kept = plans.existing.flatMap(
    plan => plan.loaded?.views().snapshot.plan.project.views ?? [],
  );
  const choices: Choice<string | undefined>[] = kept
    .filter(({ surface, filter }) => surface === 'chart' && filter !== '')
    .map(({ name, filter }) => ({ label: name, description: filter, value: filter }));
  let text: string | undefined;
  if (choices.length > 0) {
    const own = { label: l10n.t('Write a filter…'), value: undefined };
    const prompt = l10n.t('Which view of the plan?');
    const answer = await askChoice({ prompt, choices: [own, ...choices] }, alone(title));
    if (answer.kind !== 'answer') return;
    text = answer.value;
  }
  text ??= await valueOf(
    askText(
      {
        prompt: l10n.t('Words, fields and comparisons; nothing shows everything'),
        placeholder: 'open status:doing,review float<2d finish<=today+2w -tag:later',
        value: planFilter.text,
        refuse: given => {
          const query = parseItemQuery(given);
          return query.ok ? undefined : query.error.message;
        },
      },
      alone(title),
    ),
  );
  if (text === undefined) return;
  const query = parseItemQuery(text);
  if (query.ok) show(planFilter, text.trim(), query.value);
  else showProblem(query.error);
}

function show(planFilter: PlanFilter, text: string, query: ItemQuery): void {
  if (query.length === 0) {
    planFilter.set('', undefined);
    return;
  }
  planFilter.set(text, plan => {
    const views = plan.loaded?.views();
    if (!views) return [];
    const ctx = { plan: views.snapshot.plan, schedule: views.schedule(), now: views.now };
    return findItems(ctx, query).map(({ id }) => id);
  });
}
