import type { Anchor } from '../model/anchor.ts';
import { bad, good, quoted, type Reading } from './reading.ts';

const shortForm = /^(.+?)(?::(\d{1,7})(?:-(\d{1,7}))?)?$/;

/** Reads the short form `src/a.ts:12-30`, or the values of the long form. */
export function readAnchor(source: string | Readonly<Record<string, unknown>>): Reading {
  const anchor = typeof source === 'string' ? fromText(source.trim()) : fromValues(source);
  if (anchor === undefined) {
    return bad('field-value', 'A path must stand here, such as `src/parser.ts:12-30`');
  }
  if (leadsOutside(anchor.path)) {
    const message = `${quoted(anchor.path)} leads out of the workspace folder; write a path inside it`;
    return bad('code-outside', message);
  }
  const { line, endLine } = anchor;
  if (line === 0 || (endLine !== undefined && endLine < (line ?? 1))) {
    return bad('field-value', 'Lines count from 1, and the last cannot come before the first');
  }
  return good(anchor);
}

function fromText(text: string): Anchor | undefined {
  const match = shortForm.exec(text);
  if (match?.[1] === undefined) return undefined;
  return fromValues({
    path: match[1],
    line: match[2] === undefined ? undefined : Number(match[2]),
    endLine: match[3] === undefined ? undefined : Number(match[3]),
  });
}

function fromValues(values: Readonly<Record<string, unknown>>): Anchor | undefined {
  const text = (key: string): string | undefined => {
    const value = values[key];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const count = (key: string): number | undefined => {
    const value = values[key];
    return typeof value === 'number' ? value : undefined;
  };
  const path = text('path')
    ?.replaceAll('\\', '/')
    .replace(/^(?:\.\/)+/, '');
  if (path === undefined || path === '') return undefined;
  return {
    path,
    symbol: text('symbol'),
    line: count('line'),
    endLine: count('endLine'),
    quote: text('quote'),
    before: text('before'),
    after: text('after'),
    prints: text('prints'),
    commit: text('commit'),
  };
}

/** True for an absolute path, a drive, an address, or one that climbs with `..`. */
export function leadsOutside(path: string): boolean {
  return /^(?:[/~]|[a-z][a-z\d+.-]*:)/i.test(path) || path.split('/').includes('..');
}
