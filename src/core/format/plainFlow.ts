import { quotedScalar, resolved } from './plainScalar.ts';
import type { YamlEntry, YamlNode } from './yamlNode.ts';

const space = 32;
const deepest = 8;
/** A word inside of brackets, without anything that could mean more than itself there. */
const word = /[A-Za-z0-9_./+~()<=$^;\u00A1-\uD7FF\uE000-\uFEFE][^,[\]{}:#&*!|>'"%@`?\n\r]*/y;
const percentWord = /[0-9.]+%(?=[ ,\]}])/y;
const keyWord = /[A-Za-z_][A-Za-z0-9_-]*(?=: )/y;

/** A list or map in brackets that ends in its line; undefined for what needs the whole grammar. */
export function flowNodeAt(
  text: string,
  start: number,
  lineEnd: number,
  depth: number,
): YamlNode | undefined {
  const opening = text.charAt(start);
  if (depth > deepest) return undefined;
  if (opening === '"' || opening === "'") return quotedScalar(text, start, lineEnd);
  if (opening === '[') return flowList(text, start, lineEnd, depth);
  return opening === '{' ? flowMap(text, start, lineEnd, depth) : flowWord(text, start);
}

function flowList(
  text: string,
  start: number,
  lineEnd: number,
  depth: number,
): YamlNode | undefined {
  const items: YamlNode[] = [];
  let at = skipSpaces(text, start + 1);
  if (text.charAt(at) === ']') return { kind: 'list', isFlow: true, items, start, end: at + 1 };
  while (at < lineEnd) {
    const item = flowNodeAt(text, at, lineEnd, depth + 1);
    if (item === undefined) return undefined;
    items.push(item);
    at = skipSpaces(text, item.end);
    if (text.charAt(at) === ']') return { kind: 'list', isFlow: true, items, start, end: at + 1 };
    if (text.charAt(at) !== ',') return undefined;
    at = skipSpaces(text, at + 1);
  }
  return undefined;
}

function flowMap(
  text: string,
  start: number,
  lineEnd: number,
  depth: number,
): YamlNode | undefined {
  const entries: YamlEntry[] = [];
  let at = skipSpaces(text, start + 1);
  if (text.charAt(at) === '}') return { kind: 'map', isFlow: true, entries, start, end: at + 1 };
  while (at < lineEnd) {
    keyWord.lastIndex = at;
    const key = keyWord.exec(text)?.[0];
    if (key === undefined || entries.some(entry => entry.key === key)) return undefined;
    const keyEnd = at + key.length;
    const value = flowNodeAt(text, skipSpaces(text, keyEnd + 1), lineEnd, depth + 1);
    if (value === undefined) return undefined;
    entries.push({ key, keyStart: at, keyEnd, value });
    at = skipSpaces(text, value.end);
    if (text.charAt(at) === '}') return { kind: 'map', isFlow: true, entries, start, end: at + 1 };
    if (text.charAt(at) !== ',') return undefined;
    at = skipSpaces(text, at + 1);
  }
  return undefined;
}

function flowWord(text: string, start: number): YamlNode | undefined {
  percentWord.lastIndex = start;
  word.lastIndex = start;
  const found = percentWord.exec(text)?.[0] ?? word.exec(text)?.[0];
  if (found === undefined) return undefined;
  let length = found.length;
  while (found.charCodeAt(length - 1) === space) length--;
  return resolved(found.slice(0, length), start, start + length);
}

function skipSpaces(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === space) at++;
  return at;
}
