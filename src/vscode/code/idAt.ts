import { Range, type Position, type TextDocument } from 'vscode';
import { itemOf } from '../../core/model/plan.ts';
import { findSourceIds, mayHoldIds } from '../../core/source/sourceIds.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { PlanSet } from '../planSet.ts';
import { namingParts } from './commentsIn.ts';
import { findNamedPlans } from './sourceDocument.ts';

export interface IdAt {
  readonly plan: OpenPlan;
  readonly id: string;
  readonly range: Range;
}

/** The id of a plan that a position is on. */
export function idAt(plans: PlanSet, document: TextDocument, position: Position): IdAt | undefined {
  const { line, character } = position;
  const { text } = document.lineAt(line);
  // Most lines hold none, and nothing has to be read for those.
  if (!mayHoldIds(text)) return undefined;
  const found = findSourceIds(text, namingParts(document, line)).find(
    ({ start, end }) => character >= start && character <= end,
  );
  if (!found) return undefined;
  const plan = findNamedPlans(plans, document).find(each => hasItem(each, found.id));
  return plan && { plan, id: found.id, range: new Range(line, found.start, line, found.end) };
}

function hasItem({ loaded }: OpenPlan, id: string): boolean {
  const plan = loaded?.views().snapshot.plan;
  return plan !== undefined && itemOf(plan, id) !== undefined;
}
