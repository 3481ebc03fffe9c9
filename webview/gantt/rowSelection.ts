/**
 * What is selected, by id, so that it outlives a snapshot: one item leads, which is the one that the
 * other parts of the editor select too, and others may be selected beside it.
 */
export class RowSelection {
  #lead: string | undefined;
  /** Where a range begins that is stretched to another row. */
  #anchor: string | undefined;
  readonly #ids = new Set<string>();

  constructor(lead: string | undefined) {
    this.set(lead);
  }

  get lead(): string | undefined {
    return this.#lead;
  }

  get anchor(): string | undefined {
    return this.#anchor;
  }

  /** In the order in which they were selected. */
  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  set(id: string | undefined): void {
    this.#ids.clear();
    this.#lead = id;
    this.#anchor = id;
    if (id !== undefined) this.#ids.add(id);
  }

  /** Makes one that is selected already the one that leads. */
  leadBy(id: string): void {
    if (this.#ids.has(id)) this.#lead = id;
  }

  /** Takes one in, or out; whichever came last before it then leads. */
  toggle(id: string): void {
    if (this.#ids.delete(id)) {
      this.#lead = [...this.#ids].at(-1);
    } else {
      this.#ids.add(id);
      this.#lead = id;
    }
    this.#anchor = this.#lead;
  }

  /** The ids between the anchor and the one that leads from now on, in the order of the rows. */
  stretch(ids: readonly string[], lead: string): void {
    this.#ids.clear();
    for (const id of ids) this.#ids.add(id);
    this.#lead = lead;
  }
}
