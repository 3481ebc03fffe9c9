// Of the functions of Math only those are exact on every platform that reckon with + - * / and roots;
// exp and log may differ in the last bit from one engine to another. These do not.

const ln2High = 0.69314718036912381649;
const ln2Low = 1.90821492927058770002e-10;

/** e to the power of x, by the series of what remains after taking out powers of two. */
export function exp(x: number): number {
  if (x < -745) return 0;
  if (x > 709) return Infinity;
  const power = Math.round(x / (ln2High + ln2Low));
  const rest = x - power * ln2High - power * ln2Low;
  let sum = 1;
  for (let n = 16; n >= 1; n--) sum = 1 + (sum * rest) / n;
  return timesPowerOfTwo(sum, power);
}

/** The natural logarithm of a positive number, by the series of the inverse hyperbolic tangent. */
export function log(x: number): number {
  if (x <= 0) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let power = 0;
  let rest = x;
  for (; rest >= 4294967296; rest /= 4294967296) power += 32;
  for (; rest < 1 / 4294967296; rest *= 4294967296) power -= 32;
  for (; rest >= Math.SQRT2; rest /= 2) power++;
  for (; rest < Math.SQRT1_2; rest *= 2) power--;
  const s = (rest - 1) / (rest + 1);
  const square = s * s;
  let sum = 0;
  for (let n = 23; n >= 1; n -= 2) sum = sum * square + 1 / n;
  return 2 * s * sum + power * ln2Low + power * ln2High;
}

/** x to the power of y, for x of 0 or more. */
export function power(x: number, y: number): number {
  if (y === 0) return 1;
  return x === 0 ? 0 : exp(y * log(x));
}

function timesPowerOfTwo(x: number, exponent: number): number {
  let value = x;
  let left = exponent;
  for (; left >= 32; left -= 32) value *= 4294967296;
  for (; left <= -32; left += 32) value /= 4294967296;
  for (; left > 0; left--) value *= 2;
  for (; left < 0; left++) value /= 2;
  return value;
}
