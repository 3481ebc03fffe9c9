import type { YamlScalar } from './yamlNode.ts';

const space = 32;
const hash = 35;
const colon = 58;
/** Characters that a plain value cannot start with, or that need the whole grammar. */
const starters = '-?:,[]{}#&*!|>\'"%@`';
const integer = /^[-+]?[0-9]+$/;
const decimal = /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/;
/** Hexadecimal, octal, exponents, infinity: rare enough for the whole grammar. */
const rareNumber = /^(?:0[xo]|[-+]?\.(?:inf|nan)|[-+]?[.0-9]+e)/i;

/** A value without quotes that ends in its line; undefined for what needs the whole grammar. */
export function plainScalar(text: string, start: number, lineEnd: number): YamlScalar | undefined {
  const first = text.charAt(start);
  if (starters.includes(first)) {
    const next = text.charCodeAt(start + 1);
    if (first !== '-' || !(next >= 48 && next <= 57)) return undefined;
  }
  let end = lineEnd;
  for (let at = start; at < lineEnd; at++) {
    const code = text.charCodeAt(at);
    if (code === colon && (at + 1 === lineEnd || text.charCodeAt(at + 1) === space)) {
      return undefined;
    }
    if (code === hash && text.charCodeAt(at - 1) === space) {
      end = at;
      break;
    }
  }
  while (end > start && text.charCodeAt(end - 1) === space) end--;
  return resolved(text.slice(start, end), start, end);
}

/** What the core schema of YAML 1.2 takes a plain text for; undefined for rare writings of numbers. */
export function resolved(source: string, start: number, end: number): YamlScalar | undefined {
  const value = resolvedValue(source);
  return value === undefined
    ? undefined
    : { kind: 'scalar', value, text: source, style: 'plain', start, end };
}

function resolvedValue(source: string): YamlScalar['value'] | undefined {
  switch (source) {
    case '~':
    case 'null':
    case 'Null':
    case 'NULL':
      return null;
    case 'true':
    case 'True':
    case 'TRUE':
      return true;
    case 'false':
    case 'False':
    case 'FALSE':
      return false;
  }
  const code = source.charCodeAt(0);
  // Only digits, signs and a point can begin a number: `+` is 43, `9` is 57.
  if (code < 43 || code > 57) return source;
  if (integer.test(source)) return parseInt(source, 10);
  if (decimal.test(source)) return parseFloat(source);
  return rareNumber.test(source) ? undefined : source;
}

/** A value in quotes that ends in its line and escapes nothing but a doubled single quote. */
export function quotedScalar(text: string, start: number, lineEnd: number): YamlScalar | undefined {
  const quote = text.charAt(start);
  let close = text.indexOf(quote, start + 1);
  let isDoubled = false;
  while (quote === "'" && close >= 0 && text.charAt(close + 1) === "'") {
    isDoubled = true;
    close = text.indexOf(quote, close + 2);
  }
  if (close < 0 || close >= lineEnd) return undefined;
  const inner = text.slice(start + 1, close);
  if (quote === '"' && inner.includes('\\')) return undefined;
  const value = isDoubled ? inner.replaceAll("''", "'") : inner;
  const style = quote === '"' ? 'double' : 'single';
  return { kind: 'scalar', value, text: value, style, start, end: close + 1 };
}
