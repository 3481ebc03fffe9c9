/** Rows of fields, each of which ends with a zero, out of a text that comes in pieces. */
export class RowReader {
  readonly #columns: number;
  #row: string[] = [];
  /** The field that is not at its end yet; joined once, however many pieces it has. */
  #begun: string[] = [];

  constructor(columns: number) {
    this.#columns = columns;
  }

  /** The rows that this piece ends. */
  take(piece: string): readonly (readonly string[])[] {
    const [end = '', ...others] = piece.split('\0');
    this.#begun.push(end);
    const rows: (readonly string[])[] = [];
    for (const next of others) {
      this.#row.push(this.#begun.join(''));
      this.#begun = [next];
      if (this.#row.length < this.#columns) continue;
      rows.push(this.#row);
      this.#row = [];
    }
    return rows;
  }
}
