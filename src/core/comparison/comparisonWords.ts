import { arePlainEqual, isPlainList, isPlainMap } from '../format/plainValue.ts';
import type { PlainValue } from '../model/change.ts';
import { formatDay, formatInstant, type Instant } from '../model/instant.ts';
import { tellMoney } from '../model/money.ts';
import type { DurationScale } from '../model/duration.ts';
import type { Plan } from '../model/plan.ts';
import type { Project } from '../model/project.ts';
import type { Exposure } from '../risks/exposure.ts';
import type { MovedDate } from '../scenario/compareSchedules.ts';
import { tellWork } from '../scenario/tellWork.ts';
import type { FieldChange } from './comparePlans.ts';
import type { MoneySums } from './planTotals.ts';

/** The longest value that is shown, in characters. */
const longestValue = 60;

/** A finish at midnight belongs to the day before. */
export function lastDay(at: Instant): string {
  return formatDay(at - 1);
}

/** The days of both ends of a move; with the hour where it is within one day. */
export function movedDays({ before, after }: MovedDate): readonly [string, string] {
  const days = [lastDay(before), lastDay(after)] as const;
  if (before === after || days[0] !== days[1]) return days;
  return [formatInstant(before).replace('T', ' '), formatInstant(after).replace('T', ' ')];
}

/** `2 working days later` */
export function movedBy({ project }: Plan, minutes: number): string {
  if (minutes === 0) return 'at another hour of time off';
  return `${tellWork(minutes, project.durationScale)} ${minutes > 0 ? 'later' : 'earlier'}`;
}

/** `The project finishes on 2026-12-18 instead of 2026-12-11, 5 working days later` */
export function finishSentence(plan: Plan, finish: MovedDate): string {
  if (finish.before === finish.after) {
    return `The project finishes on ${lastDay(finish.after)}, as before`;
  }
  const [before, after] = movedDays(finish);
  return `The project finishes on ${after} instead of ${before}, ${movedBy(plan, finish.minutes)}`;
}

/** `3 tasks`, `1 task` */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `2d → 4d`; a list tells what came and went. */
export function changeWords({ before, after }: FieldChange): string {
  if (isPlainList(before) && isPlainList(after)) {
    const has = (list: readonly PlainValue[], entry: PlainValue): boolean =>
      list.some(each => arePlainEqual(each, entry));
    const gone = before.filter(entry => !has(after, entry)).map(entry => `− ${valueWords(entry)}`);
    const come = after.filter(entry => !has(before, entry)).map(entry => `+ ${valueWords(entry)}`);
    const both = [...gone, ...come];
    return both.length === 0 ? 'in another order' : shortened(both.join(', '));
  }
  const old = before === undefined ? 'none' : valueWords(before);
  const now = after === undefined ? 'none' : valueWords(after);
  return `${old} → ${now}`;
}

export function valueWords(value: PlainValue): string {
  return shortened(wholeValue(value));
}

function wholeValue(value: PlainValue): string {
  if (isPlainList(value)) return value.map(wholeValue).join(', ');
  if (isPlainMap(value)) {
    return Object.entries(value)
      .map(([key, inner]) => `${key} ${wholeValue(inner)}`)
      .join(', ');
  }
  return String(value);
}

function shortened(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  const signs = Array.from(line);
  return signs.length > longestValue ? `${signs.slice(0, longestValue - 1).join('')}…` : line;
}

/** `1200 EUR and 300 USD`; `nothing` for none. Currencies are never added up. */
export function moneyWords(sums: MoneySums): string {
  const known = [...sums].filter(([, hundredths]) => hundredths !== 0);
  if (known.length === 0) return 'nothing';
  return known
    .map(([currency, hundredths]) =>
      tellMoney({ hundredths, currency: currency === '' ? undefined : currency }),
    )
    .join(' and ');
}

/** `2 working days`, `none`, `late by 3 working hours` */
export function floatWords(minutes: number, scale: DurationScale): string {
  if (minutes === 0) return 'none';
  const size = tellWork(minutes, scale);
  return minutes < 0 ? `late by ${size}` : size;
}

/** `1 working day and 500 EUR`; `nothing` for a risk that can no longer happen or is not rated. */
export function exposureWords({ minutes, hundredths }: Exposure, project: Project): string {
  const gain = (amount: number): string => (amount < 0 ? 'a gain of ' : '');
  const { currency, durationScale } = project;
  const parts = [
    ...(minutes ? [`${gain(minutes)}${tellWork(minutes, durationScale)}`] : []),
    ...(hundredths
      ? [`${gain(hundredths)}${tellMoney({ hundredths: Math.abs(hundredths), currency })}`]
      : []),
  ];
  return parts.length === 0 ? 'nothing' : parts.join(' and ');
}
