import type { ItemDates } from './schedule.ts';

/** Null for what has no dates, undefined for what nobody asked for yet. */
type Known = ItemDates | null | undefined;

/**
 * The dates of the nodes of one schedule as values, each made once: what a change does not reach
 * keeps the very value it had, so that views can see that it is the same.
 *
 * The engine changes its columns in place. A schedule that was given out keeps aside what is about
 * to be changed, and asks the one that came after it for the rest, as the persistent arrays of
 * Baker, "Shallow binding makes functional arrays fast" (1991) do. A class for what it keeps.
 */
export class ItemVersion {
  readonly #make: (node: number) => ItemDates | undefined;
  readonly #kept = new Map<number, ItemDates | null>();
  #known: Known[];
  #next: ItemVersion | undefined;

  private constructor(make: (node: number) => ItemDates | undefined, known: Known[]) {
    this.#make = make;
    this.#known = known;
  }

  static first(count: number, make: (node: number) => ItemDates | undefined): ItemVersion {
    return new ItemVersion(make, new Array<Known>(count).fill(undefined));
  }

  /** Undefined for what has no dates. */
  read(node: number): ItemDates | undefined {
    return this.#find(node) ?? undefined;
  }

  /** Called before anything is changed that the dates of a node are made from. */
  keep(node: number): void {
    if (!this.#kept.has(node)) this.#kept.set(node, this.#now(node));
  }

  /** The same of every node; nothing is asked of a later version then. */
  keepAll(): void {
    for (let node = 0; node < this.#known.length; node++) this.#now(node);
  }

  /**
   * The version after a change.
   *
   * @param touched the nodes that may differ; each has been kept. Undefined after everything was
   *   kept, where all may differ.
   */
  follow(make: (node: number) => ItemDates | undefined, touched?: Iterable<number>): ItemVersion {
    if (!touched) return ItemVersion.first(this.#known.length, make);
    const known = this.#known;
    for (const node of touched) known[node] = undefined;
    this.#known = [];
    this.#next = new ItemVersion(make, known);
    return this.#next;
  }

  /** The same over columns of its own: this version goes on with those that it has. */
  branch(make: (node: number) => ItemDates | undefined, touched: Iterable<number>): ItemVersion {
    const known = this.#known.slice();
    for (const node of touched) known[node] = undefined;
    return new ItemVersion(make, known);
  }

  /** The nodes whose dates may differ in a later version; undefined where any may. */
  changedUntil(later: ItemVersion): Iterable<number> | undefined {
    this.#absorb();
    return this.#next === later ? this.#kept.keys() : undefined;
  }

  #find(node: number): ItemDates | null {
    if (!this.#next) return this.#now(node);
    this.#absorb();
    return this.#kept.get(node) ?? (this.#kept.has(node) ? null : this.#next.#find(node));
  }

  #now(node: number): ItemDates | null {
    const known = this.#known[node];
    if (known !== undefined) return known;
    const made = this.#make(node) ?? null;
    this.#known[node] = made;
    return made;
  }

  /** Takes over what later versions kept, so that the newest is always the next. */
  #absorb(): void {
    let next = this.#next;
    while (next) {
      const later: ItemVersion | undefined = next.#next;
      if (!later) return;
      for (const [node, dates] of next.#kept) {
        if (!this.#kept.has(node)) this.#kept.set(node, dates);
      }
      this.#next = next = later;
    }
  }
}
