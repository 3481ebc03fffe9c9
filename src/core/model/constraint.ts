import { formatPlanDate, parsePlanDate, type PlanDate } from './instant.ts';

/**
 * As soon as possible, as late as possible, start / finish no earlier / no later than,
 * must start / must finish on.
 */
export const datedConstraints = ['SNET', 'SNLT', 'FNET', 'FNLT', 'MSO', 'MFO'] as const;
export type DatedConstraint = (typeof datedConstraints)[number];

export type Constraint =
  { readonly kind: 'ASAP' | 'ALAP' } | { readonly kind: DatedConstraint; readonly date: PlanDate };

/** Reads `ALAP` or `SNET 2026-03-01`; undefined when it is neither. */
export function parseConstraint(text: string): Constraint | undefined {
  const [word = '', dateText, ...rest] = text.trim().split(/\s+/);
  const name = word.toUpperCase();
  if (rest.length > 0) return undefined;
  if (name === 'ASAP' || name === 'ALAP')
    return dateText === undefined ? { kind: name } : undefined;
  const kind = datedConstraints.find(known => known === name);
  const date = dateText === undefined ? undefined : parsePlanDate(dateText);
  return kind && date && { kind, date };
}

export function formatConstraint(constraint: Constraint): string {
  return 'date' in constraint
    ? `${constraint.kind} ${formatPlanDate(constraint.date)}`
    : constraint.kind;
}
