import { l10n } from 'vscode';
import { findItems } from '../../core/views/findItems.ts';
import { parseItemQuery, type ItemQuery } from '../../core/views/itemQuery.ts';
import { tellLostNames } from '../../core/views/lostNames.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { PlanFilter } from '../planFilter.ts';
import { showProblem } from '../notices.ts';
import { alone, askChoice, askText, valueOf, type Choice } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

/** Shows of the plan's tree what a query means, or a view that the project keeps. */
export async function filterPlan({ plans, planFilter }: Workbench): Promise<void> {
  const title = l10n.t('Filter the Plan');
  await plans.loadAll();
  const kept = plans.existing.flatMap(plan =>
    (plan.loaded?.views().snapshot.plan.project.views ?? []).map(view => ({ view, plan })),
  );
  const choices: Choice<KeptFilter | undefined>[] = kept
    .filter(({ view: { surface, filter } }) => surface === 'chart' && filter !== '')
    .map(({ view: { name, filter }, plan }) => ({
      label: name,
      description: filter,
      value: { filter, plan },
    }));
  let chosen: KeptFilter | undefined;
  if (choices.length > 0) {
    const own = { label: l10n.t('Write a filter…'), value: undefined };
    const prompt = l10n.t('Which view of the plan?');
    const answer = await askChoice({ prompt, choices: [own, ...choices] }, alone(title));
    if (answer.kind !== 'answer') return;
    chosen = answer.value;
  }
  const text =
    chosen?.filter ??
    (await valueOf(
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
    ));
  if (text === undefined) return;
  const query = parseItemQuery(text);
  if (query.ok) show(planFilter, { text: text.trim(), query: query.value, of: chosen?.plan });
  else showProblem(query.error);
}

/** Of a view that a plan keeps. */
interface KeptFilter {
  readonly filter: string;
  readonly plan: OpenPlan;
}

function show(
  planFilter: PlanFilter,
  { text, query, of }: { text: string; query: ItemQuery; of: OpenPlan | undefined },
): void {
  if (query.length === 0) {
    planFilter.set('', undefined);
    return;
  }
  planFilter.set(
    text,
    plan => {
      const views = plan.loaded?.views();
      if (!views) return [];
      const ctx = { plan: views.snapshot.plan, schedule: views.schedule(), now: views.now };
      return findItems(ctx, query).map(({ id }) => id);
    },
    () => {
      const plan = of?.loaded?.views().snapshot.plan;
      return plan ? tellLostNames(query, plan) : '';
    },
  );
}
