import type { Anchor } from '../model/anchor.ts';
import type { Assignment } from '../model/assignment.ts';
import type { BaselineItem } from '../model/baseline.ts';
import type { Constraint } from '../model/constraint.ts';
import type { Dependency } from '../model/dependency.ts';
import type { Duration, Estimate } from '../model/duration.ts';
import type { FactorRange } from '../model/factorRange.ts';
import type { ItemKind } from '../model/ids.ts';
import type { PlanDate } from '../model/instant.ts';
import type { Money, MoneyRange } from '../model/money.ts';
import type { Shift } from '../model/project.ts';
import type { Repetition } from '../model/repetition.ts';
import type { Probability } from '../model/risk.ts';

/** Days from 1970-01-01, both ends in. */
export interface DayRange {
  readonly fromDay: number;
  readonly toDay: number;
}

/** By weekday from Monday; undefined where nothing is said. */
export type WeekHours = readonly (readonly Shift[] | undefined)[];

/** The kinds of value that are one scalar in the file, and what each is read as. */
interface ScalarValues {
  readonly text: string;
  readonly markdown: string;
  readonly date: PlanDate;
  readonly duration: Duration;
  readonly estimate: Estimate;
  readonly assignment: Assignment;
  readonly constraint: Constraint;
  readonly money: Money;
  readonly moneyRange: MoneyRange;
  /** By how much something is multiplied: `150%` or `110%..120%..200%`. */
  readonly factorRange: FactorRange;
  readonly boolean: boolean;
  /** The key of a person of the project file. */
  readonly person: string;
  /** The key of a calendar of the project file. */
  readonly calendar: string;
  readonly probability: Probability;
  readonly dayRange: DayRange;
  /** Where a baseline's item stood: `2026-01-05T09:00..2026-01-09T18:00`. */
  readonly span: BaselineItem;
  readonly shifts: readonly Shift[];
  /** How days of a calendar repeat: `2 weeks on fri`. */
  readonly repetition: Repetition;
}

export type LevelScale = 'probability' | 'impact';

export type ScalarSpec =
  | { readonly kind: keyof ScalarValues }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | {
      readonly kind: 'number';
      readonly min?: number;
      readonly max?: number;
      readonly isWhole?: boolean;
    }
  /** A share of one, written `40%` or `0.4`. */
  | { readonly kind: 'percent'; readonly max: number }
  | { readonly kind: 'id'; readonly kinds: readonly ItemKind[] }
  | { readonly kind: 'dependency'; readonly kinds: readonly ItemKind[] }
  /** The key of a level of the project's risk scale. */
  | { readonly kind: 'level'; readonly scale: LevelScale }
  /** A measured value, or the key of a level in its place. */
  | {
      readonly kind: 'measureOrLevel';
      readonly measure: 'estimate' | 'moneyRange';
      readonly scale: LevelScale;
    };

/** What may stand in a field. Plain data: one interpreter reads it, one describes it, one writes it. */
export type ValueSpec =
  | ScalarSpec
  /** A place in the code: `src/a.ts`, `src/a.ts:12-30`, or a map. */
  | { readonly kind: 'anchor'; readonly fields: readonly FieldSpec[] }
  /** Working hours by days of the week: `mon-fri: 09:00-13:00 14:00-18:00`. */
  | { readonly kind: 'week' }
  /** A list; a single value stands for a list of one. */
  | { readonly kind: 'list'; readonly of: ValueSpec }
  | {
      readonly kind: 'map';
      readonly fields: readonly FieldSpec[];
      /** The field that a bare value in the map's place stands for. */
      readonly shorthand?: string;
      /** Fields of which exactly one must stand. */
      readonly oneOf?: readonly string[];
      /** What every key outside of `fields` holds; undefined when such keys are unknown. */
      readonly rest?: ValueSpec;
    }
  /** A map whose keys are names that the user chose. */
  | { readonly kind: 'mapOf'; readonly of: ValueSpec; readonly keys: MapKeys };

/** What the keys of a `mapOf` name. */
export type MapKeys = 'person' | 'calendar' | 'item';

export interface FieldSpec {
  readonly key: string;
  /** For hovers, completion and the schemas: one or two sentences. */
  readonly description: string;
  readonly value: ValueSpec;
  readonly isRequired?: boolean;
  /** A value as it would stand in the file. */
  readonly example?: string;
  /** What a value that cannot be read stands for, where taking it for none would tell too much. */
  readonly unread?: string;
}

/** The value that reading a field of this spec gives. */
export type ValueOf<S> = S extends { readonly kind: infer K }
  ? K extends keyof ScalarValues
    ? ScalarValues[K]
    : ShapedValueOf<S>
  : never;

type ShapedValueOf<S> = S extends { readonly kind: 'choice'; readonly values: readonly (infer V)[] }
  ? V
  : S extends { readonly kind: 'number' | 'percent' }
    ? number
    : S extends { readonly kind: 'id' | 'level' }
      ? string
      : S extends { readonly kind: 'dependency' }
        ? Dependency
        : S extends { readonly kind: 'measureOrLevel'; readonly measure: infer M }
          ? (M extends 'estimate' ? Estimate : MoneyRange) | { readonly level: string }
          : S extends { readonly kind: 'anchor' }
            ? Anchor
            : S extends { readonly kind: 'week' }
              ? WeekHours
              : CollectionValueOf<S>;

type CollectionValueOf<S> = S extends { readonly kind: 'list'; readonly of: infer O }
  ? readonly ValueOf<O>[]
  : S extends { readonly kind: 'mapOf'; readonly of: infer O }
    ? ReadonlyMap<string, ValueOf<O>>
    : S extends { readonly kind: 'map'; readonly fields: infer F; readonly rest: infer R }
      ? ValuesOf<F> & { readonly rest: ReadonlyMap<string, ValueOf<R>> }
      : S extends { readonly kind: 'map'; readonly fields: infer F }
        ? ValuesOf<F>
        : never;

/** The values of a list of fields by key; undefined where the file gives none that could be read. */
export type ValuesOf<F> = F extends readonly FieldSpec[]
  ? {
      readonly [S in F[number] as S['key']]: ValueOf<S['value']> | undefined;
    }
  : never;
