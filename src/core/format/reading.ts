import { isPlausible, type PlanDate } from '../model/instant.ts';
import type { ProblemCode } from '../model/problemCodes.ts';

/** A value that was read, or what is wrong with the text. */
export type Reading =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly code: ProblemCode;
      readonly message: string;
      /** What a file that says so means all the same; undefined where that cannot be told. */
      readonly kept?: unknown;
    };

export function good(value: unknown): Reading {
  return { ok: true, value };
}

export function bad(code: ProblemCode, message: string, kept?: unknown): Reading {
  return { ok: false, code, message, kept };
}

/** A text in a message, cut where it would drown the sentence. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `\`${line.length > 60 ? `${line.slice(0, 57)}…` : line}\``;
}

export function badDate(text: string): Reading {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text.trim());
  return bad(
    'date-invalid',
    isDay
      ? `There is no day ${quoted(text)}; name one that its month has`
      : `${quoted(text)} is no date; write it as \`2026-03-01\` or \`2026-03-01T09:00\``,
  );
}

export function implausible(date: PlanDate, text: string): Reading | undefined {
  if (isPlausible(date.at)) return undefined;
  return bad('date-implausible', `${quoted(text)} lies outside of 1970 to 2199; mend the year`);
}
