import type { TextRange } from '../model/problem.ts';

/** One line of a completion list. */
export interface Suggestion {
  readonly label: string;
  /** What is put in the place of `range`. */
  readonly insertText: string;
  readonly kind: 'field' | 'choice' | 'item' | 'person' | 'date' | 'other';
  /** Short, beside the label. */
  readonly detail: string;
  /** Plain text below the list. */
  readonly documentation: string;
  readonly range: TextRange;
}
