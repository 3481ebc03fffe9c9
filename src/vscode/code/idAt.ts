import { Range, type Position, type TextDocument } from 'vscode';
import { itemOf } from '../../core/model/plan.ts';
import { findSourceIds } from '../../core/source/sourceIds.ts';
import type { PlanSet } from '../planSet.ts';
import { findSource, isProse, type SourceDocument } from './sourceDocument.ts';

interface IdAt extends SourceDocument {
  readonly id: string;
  readonly range: Range;
}

/** The id of the plan that a position is on. */
export function idAt(plans: PlanSet, document: TextDocument, position: Position): IdAt | undefined {
  const { line, character } = position;
  const found = findSourceIds(document.lineAt(line).text, isProse(document)).find(
    ({ start, end }) => character >= start && character <= end,
  );
  const source = found && findSource(plans, document);
  const views = source?.plan.loaded?.views();
  if (!found || !source || !views || !itemOf(views.snapshot.plan, found.id)) return undefined;
  return { ...source, id: found.id, range: new Range(line, found.start, line, found.end) };
}
