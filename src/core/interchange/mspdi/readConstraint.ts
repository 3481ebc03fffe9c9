import { datedConstraints, type Constraint, formatConstraint } from '../../model/constraint.ts';
import { constraintKinds } from './constraintKinds.ts';
import type { Losses } from './losses.ts';
import { dateOf } from './mspdiDate.ts';
import { numberOf, textOf, type XmlElement } from './xmlTree.ts';

/** As soon as possible goes without saying, or as late where the project is scheduled back. */
export function readConstraint(
  element: XmlElement,
  { isFromFinish, losses }: { readonly isFromFinish: boolean; readonly losses: Losses },
): string | undefined {
  const isGiven = textOf(element, 'ConstraintType') !== undefined;
  const kind = constraintKinds[isGiven ? (numberOf(element, 'ConstraintType') ?? -1) : 0];
  if (kind === undefined) losses.tell('constraintUnknown', element);
  if (kind === undefined || kind === (isFromFinish ? 'ALAP' : 'ASAP')) return undefined;
  const constraint = toConstraint(kind, dateOf(element, 'ConstraintDate'));
  if (constraint === undefined) losses.tell('constraintUndated', element);
  return constraint && formatConstraint(constraint);
}

function toConstraint(
  word: (typeof constraintKinds)[number],
  at: number | undefined,
): Constraint | undefined {
  if (word === 'ASAP' || word === 'ALAP') return { kind: word };
  const kind = datedConstraints.find(known => known === word);
  return kind && at !== undefined ? { kind, date: { at, hasTime: true } } : undefined;
}
