import type { FileStep } from './fileStep.ts';

/** Something done to the files that can be taken back. */
export interface DoneEdit {
  readonly title: string;
  /** The item that it was about, for selecting it again. */
  readonly id: string | undefined;
  /** What leads back. */
  readonly back: readonly FileStep[];
}

/** Older edits are forgotten. */
export const longestHistory = 100;

/** What can be undone and redone, newest last. */
export class UndoStack {
  readonly #undo: DoneEdit[] = [];
  readonly #redo: DoneEdit[] = [];

  /** A new edit: what was undone before it cannot be redone any more. */
  push(edit: DoneEdit): void {
    this.#redo.length = 0;
    this.#undo.push(edit);
    if (this.#undo.length > longestHistory) this.#undo.shift();
  }

  top(direction: 'undo' | 'redo'): DoneEdit | undefined {
    return (direction === 'undo' ? this.#undo : this.#redo).at(-1);
  }

  /** Takes the newest off one side and lays its counterpart on the other; undefined drops it. */
  turn(direction: 'undo' | 'redo', counterpart: DoneEdit | undefined): void {
    const [from, to] = direction === 'undo' ? [this.#undo, this.#redo] : [this.#redo, this.#undo];
    from.pop();
    if (counterpart) to.push(counterpart);
  }
}
