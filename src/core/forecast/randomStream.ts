/** Numbers that are drawn for one purpose of one item; the same whatever else is drawn. */
export interface StreamKey {
  readonly first: number;
  readonly second: number;
}

const parity = 0x1bd11bda;
const rounds = 20;

/**
 * Two words of 32 bits for a counter and a key: Threefry-2x32 with 20 rounds (Salmon, Moraes, Dror
 * and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3", 2011). It has no state, so that any number
 * of a stream can be made without those before it, and only adds, turns and mixes whole numbers, so
 * that it is the same on every platform. The words are left in `out`, as unsigned numbers.
 */
export function mixCounter(
  { first, second }: StreamKey,
  counter: readonly [number, number],
  out: Uint32Array,
): void {
  const third = parity ^ first ^ second;
  let a = (counter[0] + first) | 0;
  let b = (counter[1] + second) | 0;
  for (let round = 0; round < rounds; round += 4) {
    const isOdd = (round & 4) !== 0;
    a = (a + b) | 0;
    b = turn(b, isOdd ? 17 : 13) ^ a;
    a = (a + b) | 0;
    b = turn(b, isOdd ? 29 : 15) ^ a;
    a = (a + b) | 0;
    b = turn(b, isOdd ? 16 : 26) ^ a;
    a = (a + b) | 0;
    b = turn(b, isOdd ? 24 : 6) ^ a;
    const step = (round >> 2) + 1;
    const place = step % 3;
    a = (a + (place === 0 ? first : place === 1 ? second : third)) | 0;
    b = (b + (place === 0 ? second : place === 1 ? third : first) + step) | 0;
  }
  out[0] = a;
  out[1] = b;
}

function turn(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

/**
 * The key of a stream: hashes of the words that name it (FNV-1a by Fowler, Noll and Vo), one for each
 * half. Items with other ids, and other purposes of the same item, have streams of their own.
 */
export function streamKey(seed: number, id: string, purpose: string): StreamKey {
  const text = `${id}\n${purpose}`;
  return {
    first: hash(text, 0x811c9dc5 ^ seed),
    second: hash(text, 0x9e3779b9 ^ Math.floor(seed / 4294967296) ^ Math.imul(seed, 0x85ebca6b)),
  };
}

function hash(text: string, basis: number): number {
  let value = basis | 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    value = Math.imul(value ^ (unit & 255), 16777619);
    value = Math.imul(value ^ (unit >> 8), 16777619);
  }
  return value;
}

const scale = 1 / 4294967296;

/**
 * Numbers strictly between 0 and 1, evenly spread: those of the iterations from `from` on, one each.
 *
 * @param from an even number, because two iterations share a counter
 */
export function fillUniforms(key: StreamKey, from: number, out: Float64Array): void {
  const words = new Uint32Array(2);
  const counter: [number, number] = [0, 0];
  for (let i = 0; i < out.length; i += 2) {
    counter[0] = (from + i) >>> 1;
    mixCounter(key, counter, words);
    out[i] = ((words[0] ?? 0) + 0.5) * scale;
    if (i + 1 < out.length) out[i + 1] = ((words[1] ?? 0) + 0.5) * scale;
  }
}
