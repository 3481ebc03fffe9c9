import { ok, refused, type Result } from '../base/result.ts';
import { itemKinds } from '../model/ids.ts';
import { createProblem, type Problem } from '../model/problem.ts';

/** What may stand before a colon in a query. */
export const queryFields = [
  'kind',
  'status',
  'assignee',
  'milestone',
  'parent',
  'priority',
  'type',
  'tag',
  'category',
  'origin',
] as const;
export type QueryField = (typeof queryFields)[number];

/** Words of a query that are no search but a condition. */
export const queryFlags = ['open', 'critical', 'overdue', 'late', 'undated'] as const;
export type QueryFlag = (typeof queryFlags)[number];

/** All conditions hold at once; of the values of one filter, any. */
export interface ItemQuery {
  /** In lower case; each must stand in the item's id or words. */
  readonly words: readonly string[];
  readonly filters: readonly { readonly field: QueryField; readonly values: readonly string[] }[];
  readonly flags: ReadonlySet<QueryFlag>;
}

/** Reads `parser status:doing,review assignee:ada critical`. */
export function parseItemQuery(text: string): Result<ItemQuery, Problem> {
  const words: string[] = [];
  const filters: { field: QueryField; values: readonly string[] }[] = [];
  const flags = new Set<QueryFlag>();
  for (const token of text.split(/\s+/).filter(part => part !== '')) {
    const flag = queryFlags.find(known => known === token.toLowerCase());
    const match = /^([a-z]+):(?!\/\/)(.*)$/i.exec(token);
    const name = match?.[1]?.toLowerCase();
    const field = queryFields.find(known => known === name);
    if (flag) flags.add(flag);
    else if (name === undefined) words.push(token.toLowerCase());
    else if (!field) return refused(unknownField(name));
    else {
      const values = (match?.[2] ?? '')
        .toLowerCase()
        .split(',')
        .filter(value => value !== '');
      const wrong = field === 'kind' ? values.find(value => !isKind(value)) : undefined;
      if (values.length === 0 || wrong !== undefined) return refused(noValue(field, wrong));
      filters.push({ field, values });
    }
  }
  return ok({ words, filters, flags });
}

function isKind(text: string): boolean {
  return itemKinds.some(kind => kind === text);
}

function unknownField(name: string): Problem {
  const fields = queryFields.join(', ');
  const message = `Nothing can be listed by "${name}"; use one of ${fields}, or words without a colon`;
  return createProblem('command-refused', message);
}

function noValue(field: QueryField, wrong: string | undefined): Problem {
  const given = wrong === undefined ? 'needs a value' : `cannot be "${wrong}"`;
  const allowed = field === 'kind' ? `; write one of ${itemKinds.join(', ')}` : '';
  return createProblem('command-refused', `${field}: ${given}${allowed}`);
}
