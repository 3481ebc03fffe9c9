import { parsePlanDate } from '../model/instant.ts';
import type { ValueSpec } from './valueSpec.ts';
import type { ScalarStyle } from './yamlNode.ts';

export interface ScalarContext {
  readonly spec: ValueSpec | undefined;
  /** Inside of `[…]` or `{…}` more has to be quoted. */
  readonly isFlow: boolean;
  /** The style that the place had before: quotes stay quotes. */
  readonly style?: ScalarStyle;
}

/** The scalar in one line, such that YAML 1.2 and 1.1 readers take it for the same value. */
export function writeScalar(value: string | number | boolean | null, ctx: ScalarContext): string {
  if (typeof value !== 'string') return writePlainScalar(value);
  if (ctx.style === 'double') return doubleQuoted(value);
  if (ctx.style === 'single' && isPrintable(value)) return singleQuoted(value);
  if (isPlainSafe(value, ctx.isFlow) && (!isOtherType(value) || isOwnDate(value, ctx.spec))) {
    return value;
  }
  const isLiteralBetter = /["\\]/.test(value) && !value.includes("'") && isPrintable(value);
  return isLiteralBetter ? singleQuoted(value) : doubleQuoted(value);
}

export function writeKey(key: string): string {
  return isPlainSafe(key, true) && !isOtherType(key) ? key : doubleQuoted(key);
}

/** True for text that can stand as lines of its own under a `|`. */
export function isBlockSafe(text: string): boolean {
  const body = text.replace(/\n/g, '');
  return text.includes('\n') && /^\S/.test(text) && /\S\n*$/.test(text) && isPrintable(body);
}

function writePlainScalar(value: number | boolean | null): string {
  if (typeof value !== 'number') return String(value);
  // The largest numbers are written without the exponent, which old readers take for text.
  return Number.isInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : String(value);
}

/** Dates stand without quotes in the fields that hold dates: there a reader may take them for dates. */
function isOwnDate(text: string, spec: ValueSpec | undefined): boolean {
  const kind = spec?.kind === 'list' ? spec.of.kind : spec?.kind;
  return (kind === 'date' || kind === 'dayRange') && parsePlanDate(text) !== undefined;
}

const indicators = '-?:,[]{}#&*!|>\'"%@`';

function isPlainSafe(text: string, isFlow: boolean): boolean {
  if (text === '' || text !== text.trim() || indicators.includes(text.charAt(0))) return false;
  if (text.includes(': ') || text.endsWith(':') || text.includes(' #')) return false;
  if (text.startsWith('...') || text.startsWith('=')) return false;
  if (isFlow && /[,[\]{}]|:$/.test(text)) return false;
  return isPrintable(text) && !text.includes('\t');
}

/** One line of characters that every reader takes as they are. */
function isPrintable(text: string): boolean {
  // Controls, line and paragraph separators, byte order marks and non-characters need an escape.
  return (
    !/\p{Surrogate}/u.test(text) &&
    !/[\0-\x08\x0A-\x1F\x7F-\x9F\u2028\u2029\uFEFF\uFFFE\uFFFF]/.test(text)
  );
}

const otherTypes = [
  /^(?:~|null|true|false|yes|no|on|off|y|n)$/i,
  /^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[\da-f_]+)$/i,
  /^[-+]?(?:(?:\d[\d_]*)?\.[\d_]*|[\d_]*)(?:e[-+]?\d+)?$/i,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/,
  /^[-+]?\.(?:inf|nan)$/i,
  /^\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+|$)/,
  /^<<$/,
];

/** True for text that some version of YAML takes for a number, a date, a truth or nothing. */
function isOtherType(text: string): boolean {
  return otherTypes.some(pattern => pattern.test(text));
}

function singleQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const shortEscapes = new Map([
  ['\\', '\\\\'],
  ['"', '\\"'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
  ['\0', '\\0'],
]);

function doubleQuoted(text: string): string {
  let quoted = '';
  for (const character of text) quoted += shortEscapes.get(character) ?? escaped(character);
  return `"${quoted}"`;
}

function escaped(character: string): string {
  if (isPrintable(character)) return character;
  const code = character.charCodeAt(0).toString(16).toUpperCase();
  return code.length <= 2 ? `\\x${code.padStart(2, '0')}` : `\\u${code.padStart(4, '0')}`;
}
