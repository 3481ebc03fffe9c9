import type { FieldPath } from './problem.ts';

/** A value as it stands in a file: text, number, truth, list or map. */
export type PlainValue =
  string | number | boolean | null | readonly PlainValue[] | { readonly [key: string]: PlainValue };

/** The project file goes by this name where an id is expected. */
export const projectId = 'project';

/** A place in a file that named an item until the item was removed. */
export interface LostReference {
  /** The item whose file named it. */
  readonly id: string;
  readonly path: FieldPath;
  /** What stood there: the id, perhaps with more behind it (`T-7KQ3 SS+2d`). */
  readonly text: string;
  /** The list that the place was an entry of; undefined for a field of its own. */
  readonly list: FieldPath | undefined;
  /** What was put in its place; undefined when nothing was. */
  readonly instead: string | undefined;
  /** What was said of it behind it, with its `#`. */
  readonly comment?: string | undefined;
}

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
  /** Puts a comment, with its `#`, behind what stands at the field, where there is none. */
  | {
      readonly kind: 'comment';
      readonly id: string;
      readonly field: FieldPath;
      readonly text: string;
    }
  /** Makes the file of an item, or of a baseline by its name; fields are written in the order of the format's table. */
  | {
      readonly kind: 'add';
      readonly id: string;
      readonly fields: Readonly<Record<string, PlainValue>>;
    }
  /** Moves the item's file to the recoverable place, `.trash/` inside the plan folder. */
  | {
      readonly kind: 'remove';
      readonly id: string;
      /** Noted in the removed file, so that restoring it can bring them back. */
      readonly lost?: readonly LostReference[];
    }
  /** Brings a removed item's file back. */
  | { readonly kind: 'restore'; readonly id: string }
  /** Gives the item's file another id; references are changed by `set`s of their own. */
  | { readonly kind: 'rename'; readonly id: string; readonly to: string };
