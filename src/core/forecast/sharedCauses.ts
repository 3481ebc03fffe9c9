import type { ForecastRules } from '../model/forecastRules.ts';
import { defaultDriverStrength } from '../model/forecastRules.ts';
import { identity, makeUsable, type Matrix } from './correlationMatrix.ts';
import type { ForecastNote } from './forecastNote.ts';
import { normalQuantile } from './normal.ts';
import { takeShares } from './distribution.ts';
import { fillUniforms, streamKey } from './randomStream.ts';

/** Something uncertain, and the causes that it shares with others. */
export interface Variable {
  readonly id: string;
  readonly drivers: readonly string[];
  /** Ids of what it stands for besides. */
  readonly others?: readonly string[];
}

/** The part of a driver in a variable: its weight in a sum of normal variates. */
interface Load {
  readonly driver: number;
  readonly weight: number;
}

/**
 * How uncertain things move together: a Gaussian copula. The variate of each is a sum of those of its
 * drivers and one of its own, the squares of the weights being the stated strengths. The parts of their
 * own are correlated so that the whole of a stated pair moves together as the project states it.
 */
export interface SharedCauses {
  readonly drivers: readonly string[];
  /** By variable; undefined for one that moves by itself. */
  readonly loadsOf: readonly (readonly Load[] | undefined)[];
  /** The variables that correlations name, in the order of the matrix. */
  readonly correlated: readonly number[];
  readonly root: Matrix;
  readonly notes: readonly ForecastNote[];
}

/** More items than this are not correlated pair by pair; drivers say it of as many as there are. */
const mostCorrelated = 200;

export function findSharedCauses(
  variables: readonly Variable[],
  rules: ForecastRules,
): SharedCauses {
  const notes: ForecastNote[] = [];
  const drivers = [...new Set(variables.flatMap(variable => variable.drivers))].toSorted();
  const placeOf = new Map(drivers.map((driver, place) => [driver, place]));
  const driven = variables.map((variable): readonly Load[] => {
    const names = variable.drivers;
    const strengths = names.map(name => strengthOf(name, rules));
    const sum = strengths.reduce((all, each) => all + each, 0);
    if (sum > 1 + 1e-9) noteStrength(variable, sum, notes);
    return names.map((name, i) => ({
      driver: placeOf.get(name) ?? 0,
      weight: Math.sqrt((strengths[i] ?? 0) / Math.max(1, sum)),
    }));
  });
  const { correlated, root } = findCorrelated({ variables, driven, rules }, notes);
  const isCorrelated = new Set(correlated);
  const loadsOf = driven.map((loads, place) =>
    loads.length === 0 && !isCorrelated.has(place) ? undefined : loads,
  );
  return { drivers, loadsOf, correlated, root, notes };
}

/** The name under which the project's own correlation of all tasks goes. */
export const everyTask = 'every task';

function strengthOf(driver: string, rules: ForecastRules): number {
  if (driver === everyTask) return rules.correlation;
  return rules.drivers.get(driver) ?? defaultDriverStrength;
}

function noteStrength({ id, drivers }: Variable, sum: number, notes: ForecastNote[]): void {
  const message = `The drivers of ${id} (${drivers.join(', ')}) add up to ${Math.round(sum * 100)}%; they are brought down in proportion to 100%`;
  notes.push({ code: 'driver-too-strong', message, items: [id] });
}

function findCorrelated(
  {
    variables,
    driven,
    rules,
  }: {
    readonly variables: readonly Variable[];
    readonly driven: readonly (readonly Load[])[];
    readonly rules: ForecastRules;
  },
  notes: ForecastNote[],
): Pick<SharedCauses, 'correlated' | 'root'> {
  const placeOf = placesById(variables);
  const named = new Set(rules.correlations.flatMap(({ between }) => between));
  const all = new Set([...named].toSorted().flatMap(id => placeOf.get(id) ?? []));
  const correlated = [...all].slice(0, mostCorrelated);
  if (all.size > mostCorrelated) notes.push(noteMany(all.size));
  const wanted = identity(correlated.length);
  const rowAt = new Map(correlated.map((place, row) => [place, row]));
  const rowOf = (id: string): number | undefined => rowAt.get(placeOf.get(id) ?? -1);
  const loadsOf = (row: number): readonly Load[] => driven[correlated[row] ?? 0] ?? [];
  for (const { between, strength } of rules.correlations) {
    const rows = between.flatMap(id => rowOf(id) ?? []);
    for (const [i, a] of rows.entries()) {
      for (const b of rows.slice(i + 1)) {
        setPair(wanted, a, b, ownCorrelation(strength, loadsOf(a), loadsOf(b)));
      }
    }
  }
  const usable = makeUsable(wanted.map(row => row.map(value => Math.min(1, Math.max(-1, value)))));
  const change = largestChange(usable.matrix, wanted, row => ownShare(loadsOf(row)));
  if (change > slightChange) {
    const ids = correlated.map(place => variables[place]?.id ?? '');
    const how =
      usable.repair === 'weakened'
        ? 'All of them are weakened alike until they are possible'
        : 'The nearest that are possible are used';
    const message = `The correlations of ${tellSome(ids)} contradict one another, or the drivers that they share: nothing moves together like that. ${how}, the largest change of one being ${change.toFixed(2)}`;
    notes.push({ code: 'correlation-repaired', message, items: ids });
  }
  return { correlated, root: usable.root };
}

/** Where each is, also what another one stands for. */
function placesById(variables: readonly Variable[]): ReadonlyMap<string, number> {
  const own = variables.map(({ id }, place) => [id, place] as const);
  const stoodFor = variables.flatMap(({ others = [] }, place) =>
    others.map(id => [id, place] as const),
  );
  return new Map([...own, ...stoodFor]);
}

function noteMany(count: number): ForecastNote {
  const message = `The correlations of forecast in project.yaml name ${count} tasks and risks that can move; only the first ${mostCorrelated} by id move together as stated, and the others by themselves. Give them a driver instead, which holds for as many as there are`;
  return { code: 'correlation-too-many', message, items: [] };
}

/** So many are named. */
const mostNamed = 6;

function tellSome(ids: readonly string[]): string {
  const more = ids.length - mostNamed;
  return more > 1 ? `${ids.slice(0, mostNamed).join(', ')} and ${more} others` : ids.join(', ');
}

/** A change of a stated correlation that nobody would see. */
const slightChange = 1e-6;
/** A part of its own that is smaller than this moves nothing. */
const leastOwn = 1e-9;

/** The share of a variable's variance that none of its drivers makes. */
function ownShare(loads: readonly Load[]): number {
  return Math.max(leastOwn, 1 - loads.reduce((sum, { weight }) => sum + weight * weight, 0));
}

/** How the parts of their own must move together for the whole of two variables to do as stated. */
function ownCorrelation(stated: number, a: readonly Load[], b: readonly Load[]): number {
  let shared = 0;
  for (const { driver, weight } of a) {
    for (const other of b) if (other.driver === driver) shared += weight * other.weight;
  }
  if (shared === 0 && a.length === 0 && b.length === 0) return stated;
  return (stated - shared) / Math.sqrt(ownShare(a) * ownShare(b));
}

/** By how much a correlation of two variables as a whole has changed at most. */
function largestChange(found: Matrix, wanted: Matrix, shareOf: (row: number) => number): number {
  let largest = 0;
  wanted.forEach((row, i) => {
    row.forEach((value, j) => {
      const own = Math.sqrt(shareOf(i) * shareOf(j));
      if (i !== j) largest = Math.max(largest, Math.abs((found[i]?.[j] ?? 0) - value) * own);
    });
  });
  return largest;
}

function setPair(matrix: Matrix, a: number, b: number, strength: number): void {
  const [first, second] = [matrix[a], matrix[b]];
  if (!first || !second || a === b) return;
  first[b] = strength;
  second[a] = strength;
}

/** Draws the shares of all variables for a block of iterations. A class for what it holds in between. */
export class ShareSource {
  readonly #causes: SharedCauses;
  readonly #seed: number;
  readonly #driverVariates: Float64Array[];
  readonly #own = new Map<number, Float64Array>();

  constructor(causes: SharedCauses, seed: number, size: number) {
    this.#causes = causes;
    this.#seed = seed;
    this.#driverVariates = causes.drivers.map(() => new Float64Array(size));
    for (const place of causes.correlated) this.#own.set(place, new Float64Array(size));
  }

  /**
   * Begins a block.
   *
   * @param idOf the id and the purpose by which the numbers of a variable are drawn
   */
  begin(from: number, idOf: (variable: number) => readonly [string, string]): void {
    const { drivers, correlated, root } = this.#causes;
    drivers.forEach((driver, place) => {
      const variates = this.#driverVariates[place];
      if (variates) this.#fillVariates(variates, [driver, 'driver'], from);
    });
    const raw = correlated.map(place => {
      const variates = new Float64Array(this.#own.get(place)?.length ?? 0);
      this.#fillVariates(variates, idOf(place), from);
      return variates;
    });
    correlated.forEach((place, row) => {
      const own = this.#own.get(place);
      if (!own) return;
      own.fill(0);
      for (let column = 0; column <= row; column++) {
        addScaled(own, raw[column], root[row]?.[column] ?? 0);
      }
    });
  }

  /** The shares of one variable in the block; high ones are bad. */
  fill(variable: number, name: readonly [string, string], from: number, out: Float64Array): void {
    const loads = this.#causes.loadsOf[variable];
    if (!loads) {
      fillUniforms(streamKey(this.#seed, ...name), from, out);
      return;
    }
    const own = this.#own.get(variable);
    if (own) out.set(own);
    else this.#fillVariates(out, name, from);
    const shared = loads.reduce((sum, { weight }) => sum + weight * weight, 0);
    const rest = Math.sqrt(Math.max(0, 1 - shared));
    for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) * rest;
    for (const { driver, weight } of loads) addScaled(out, this.#driverVariates[driver], weight);
    takeShares(out);
  }

  #fillVariates(out: Float64Array, name: readonly [string, string], from: number): void {
    fillUniforms(streamKey(this.#seed, ...name), from, out);
    for (let i = 0; i < out.length; i++) out[i] = normalQuantile(out[i] ?? 0.5);
  }
}

function addScaled(sum: Float64Array, added: Float64Array | undefined, by: number): void {
  if (by === 0 || !added) return;
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + by * (added[i] ?? 0);
}
