import type { FieldPath } from './problem.ts';

/** A value as it stands in a file: text, number, truth, list or map. */
export type PlainValue =
  string | number | boolean | null | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** The project file goes by this name where an id is expected. */
export const projectId = 'project';

/**
 * One step of an edit, as data. A list of changes is applied whole or not at all; `format/edit`
 * turns each into the least change of text.
 */
export type Change =
  /** Sets a field, or takes it out when `value` is undefined. */
  | {
      readonly kind: 'set';
      readonly id: string;
      readonly field: FieldPath;
      readonly value: PlainValue | undefined;
    }
  /** Appends to the list at `field`, which is made when it is missing. */
  | {
      readonly kind: 'append';
      readonly id: string;
      readonly field: FieldPath;
      readonly value: PlainValue;
    }
  /** Makes the item's file; fields are written in the order of the format's table. */
  | {
      readonly kind: 'add';
      readonly id: string;
      readonly fields: Readonly<Record<string, PlainValue>>;
    }
  /** Moves the item's file to the recoverable place, `.trash/` inside the plan folder. */
  | { readonly kind: 'remove'; readonly id: string }
  /** Brings a removed item's file back. */
  | { readonly kind: 'restore'; readonly id: string }
  /** Gives the item's file another id; references are changed by `set`s of their own. */
  | { readonly kind: 'rename'; readonly id: string; readonly to: string };
