import type { Instant } from '../model/instant.ts';
import type { Booking } from '../model/moneyRules.ts';
import { earnedOf, type CostLine } from './planCosts.ts';

/** Costs beside hours, and what was booked for them. */
export interface BookedCosts {
  readonly lines: readonly CostLine[];
  readonly booked: readonly Booking[];
}

/**
 * Which costs each booking stands for: those of its task, those of the project that have its title, or
 * else those of its category that no other booking names. A booking that names none of them was paid on
 * top of all, and costs without a booking are together. Each cost and each booking is in one pair.
 */
export function pairBookings(
  lines: readonly CostLine[],
  booked: readonly Booking[],
): readonly BookedCosts[] {
  const costs = lines.filter(({ kind }) => kind !== 'people');
  const exact = new Set(costs.map(exactKey));
  const categories = new Set(costs.map(categoryKey));
  const keyOf = (booking: Booking): string => {
    const named = exactKey(booking);
    if (exact.has(named)) return named;
    const category = categoryKey(booking);
    return booking.task === undefined && categories.has(category) ? category : 'on top';
  };
  const pairs = new Map<string, OpenPair>();
  for (const booking of booked) pairOf(pairs, keyOf(booking)).booked.push(booking);
  for (const line of costs) {
    const key = [exactKey(line), categoryKey(line)].find(each => pairs.has(each));
    pairOf(pairs, key ?? 'not booked').lines.push(line);
  }
  return [...pairs.values()];
}

function exactKey({ task, title }: Pick<Booking, 'task' | 'title'>): string {
  return task === undefined ? `title ${title.trim().toLowerCase()}` : `task ${task}`;
}

function categoryKey({ category = '' }: { readonly category: string | undefined }): string {
  return `category ${category}`;
}

interface OpenPair {
  readonly lines: CostLine[];
  readonly booked: Booking[];
}

function pairOf(pairs: Map<string, OpenPair>, key: string): OpenPair {
  const known = pairs.get(key) ?? { lines: [], booked: [] };
  pairs.set(key, known);
  return known;
}

/**
 * What costs count as by a moment: what was booked for them, but no less than was earned, so that no
 * booking, however small, makes cheaper what is not paid yet.
 */
export function countedAs({ lines, booked }: BookedCosts, at: Instant): number {
  return Math.max(sumBooked(booked), sumEarned(lines, at));
}

/** True where more was earned than was booked. */
export function isCountedAsPlanned({ lines, booked }: BookedCosts, at: Instant): boolean {
  return sumEarned(lines, at) > sumBooked(booked);
}

function sumBooked(booked: readonly Booking[]): number {
  return booked.reduce((sum, { amount }) => sum + amount.hundredths, 0);
}

function sumEarned(lines: readonly CostLine[], at: Instant): number {
  return lines.reduce((sum, line) => sum + earnedOf(line, at), 0);
}

/** So many costs are named. */
const mostNamed = 5;

/** `Nothing or less is booked for T-7KQ3, Rent: what is done of them counts as planned, …` */
export function tellWithoutBooking(names: readonly string[]): readonly string[] {
  if (names.length === 0) return [];
  const named = names.slice(0, mostNamed).join(', ');
  const more = names.length > mostNamed ? ', …' : '';
  return [
    `Nothing or less is booked for ${named}${more}: what is done of them counts as planned, until more is booked`,
  ];
}
