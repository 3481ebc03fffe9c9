import { Hover, type Position, type TextDocument } from 'vscode';
import { namedWork } from '../../core/commits/namedWork.ts';
import { tellWork } from '../../core/commits/tellWork.ts';
import { describeItem } from '../../core/language/itemCard.ts';
import { nextAction } from '../../core/language/nextAction.ts';
import { itemOf } from '../../core/model/plan.ts';
import { isOpen } from '../../core/views/findItems.ts';
import { plainMarkdown } from '../plainMarkdown.ts';
import type { PlanSet } from '../planSet.ts';
import { idAt } from './idAt.ts';

/** The card of an id: state, dates, float and people, what is next, the work on it and its risks. */
export async function hoverAt(
  plans: PlanSet,
  document: TextDocument,
  position: Position,
): Promise<Hover | undefined> {
  const found = idAt(plans, document, position);
  const views = found?.plan.loaded?.views();
  if (!found || !views) return undefined;
  const { plan } = views.snapshot;
  const card = describeItem(plan, views.schedule(), found.id);
  if (!card) return undefined;
  const risks = [...plan.risks.values()].filter(
    risk => isOpen(risk) && risk.affects.includes(found.id),
  );
  const item = itemOf(plan, found.id);
  const work = item && (await found.plan.loaded?.workOn(namedWork(item)));
  const told = work ? tellWork(work) : [];
  const next = item && nextAction(plan, item);
  const lines = [
    ...card.lines,
    ...(next === undefined ? [] : [next]),
    ...told,
    ...risks.map(({ id, title }) => `Risk ${id}: ${title}`),
  ];
  return new Hover(plainMarkdown(`${card.id} ${card.title}`, lines), found.range);
}
