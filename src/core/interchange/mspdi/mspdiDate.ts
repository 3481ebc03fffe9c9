import { isPlausible, parsePlanDate, type Instant } from '../../model/instant.ts';
import { textOf, type XmlElement } from './xmlTree.ts';

const unknownYear = 1984;

/** Reads `2026-03-01T08:00:00`, the zone of newer writers cut off; seconds go to the minute below. */
export function parseMspdiDate(text: string): Instant | undefined {
  const at = parseAnyDate(text);
  return at !== undefined && isPlausible(at) ? at : undefined;
}

/** The same, also of a year that no plan can speak of. */
export function parseAnyDate(text: string): Instant | undefined {
  const bare = text.replace(/(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/, '');
  return parsePlanDate(bare.slice(0, 19))?.at;
}

/** The date in the child of that name; undefined when it is missing or the format's "not given". */
export function dateOf(element: XmlElement, name: string): Instant | undefined {
  const text = textOf(element, name);
  if (text === undefined || isNotGiven(text)) return undefined;
  return parseMspdiDate(text);
}

/** True when something is written in the child of that name that is no date. */
export function isNoDate(element: XmlElement, name: string): boolean {
  const text = textOf(element, name);
  return text !== undefined && !isNotGiven(text) && parseMspdiDate(text) === undefined;
}

function isNotGiven(text: string): boolean {
  return text.startsWith(`${unknownYear}-01-01`);
}

/** Minutes from midnight of `08:30:00`; undefined when it is no time of day. */
export function parseTimeOfDay(text: string): number | undefined {
  const match = /^(?:\d{4}-\d\d-\d\dT)?(\d\d):(\d\d)(?::\d\d)?/.exec(text);
  if (!match) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return minutes <= 1440 ? minutes : undefined;
}
