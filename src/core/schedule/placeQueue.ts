/** Numbers that come out from the least to the greatest: a binary heap. A class because it grows. */
export class PlaceQueue {
  readonly #heap: number[] = [];

  push(place: number): void {
    const heap = this.#heap;
    let at = heap.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above] ?? 0;
      if (other <= place) break;
      heap[at] = other;
      at = above;
    }
    heap[at] = place;
  }

  /** Undefined when there is none left. */
  pop(): number | undefined {
    const heap = this.#heap;
    const first = heap[0];
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return first;
    let at = 0;
    for (let below = 1; below < heap.length; below = at * 2 + 1) {
      const right = heap[below + 1];
      if (right !== undefined && right < (heap[below] ?? 0)) below++;
      const other = heap[below] ?? 0;
      if (other >= last) break;
      heap[at] = other;
      at = below;
    }
    heap[at] = last;
    return first;
  }
}
