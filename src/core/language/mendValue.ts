import { civilDate, dayNumber } from '../model/instant.ts';

/**
 * A date as it was probably meant, in the form that plans use: `2026-02-31` is the last day of that
 * month, `31.12.2026` and `2026/3/1` are turned round. Undefined when nobody can say. What stands
 * before and behind the date stays.
 */
export function mendDate(text: string): string | undefined {
  const isoLike = /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/;
  const dayFirst = /(\d{1,2})\.(\d{1,2})\.(\d{4})/;
  const iso = isoLike.exec(text);
  const turned = iso ? undefined : dayFirst.exec(text);
  const [found = '', ...parts] = iso ?? turned ?? [];
  const [year = 0, month = 0, day = 0] = (turned ? parts.reverse() : parts).map(Number);
  const isMonth = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!isMonth || year < 1970 || year > 2199) return undefined;
  const next = month === 12 ? dayNumber(year + 1, 1, 1) : dayNumber(year, month + 1, 1);
  const last = civilDate(next - 1).day;
  const date = `${year}-${twoDigits(month)}-${twoDigits(Math.min(day, last))}`;
  const mended = text.replace(found, date);
  return mended === text ? undefined : mended;
}

const units: ReadonlyMap<string, string> = new Map([
  ['m', 'm'],
  ['min', 'm'],
  ['minute', 'm'],
  ['h', 'h'],
  ['hour', 'h'],
  ['hr', 'h'],
  ['d', 'd'],
  ['day', 'd'],
  ['w', 'w'],
  ['wk', 'w'],
  ['week', 'w'],
  ['mo', 'mo'],
  ['month', 'mo'],
]);

/** A length in words, such as `3 days` or `1,5 d`, as plans write it; undefined for anything else. */
export function mendLength(text: string): string | undefined {
  const [, amount = '', word = ''] = /^\s*(\d+(?:[.,]\d+)?)\s*([A-Za-z]+)\s*$/.exec(text) ?? [];
  const lower = word.toLowerCase();
  const unit = units.get(lower) ?? units.get(lower.replace(/s$/, ''));
  return unit === undefined ? undefined : amount.replace(',', '.') + unit;
}

/** `40` as `40%`; undefined for what is no such number. */
export function mendShare(text: string): string | undefined {
  const share = /^\s*(\d+(?:\.\d+)?)\s*$/.exec(text)?.[1];
  return share !== undefined && Number(share) > 1 && Number(share) <= 100 ? `${share}%` : undefined;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
