import { fieldTables, type FileKind } from './fields.ts';
import { matching, scalarSchema } from './scalarSchema.ts';
import type { FieldSpec, ValueSpec } from './valueSpec.ts';

export type SchemaPart =
  string | number | boolean | null | readonly SchemaPart[] | { readonly [key: string]: SchemaPart };

/** A JSON Schema of draft 7, as data. */
export interface JsonSchema {
  readonly [keyword: string]: SchemaPart;
}

const titles: Readonly<Record<FileKind, string>> = {
  task: 'A task of Gantry',
  milestone: 'A milestone of Gantry',
  risk: 'A risk of Gantry',
  decision: 'A decision of Gantry',
  note: 'A note of Gantry',
  project: 'A project of Gantry',
  baseline: 'A baseline of Gantry',
};

/**
 * The schema of a kind of file, made from its field table. It accepts what the parser reads without
 * an error, as far as a schema can tell: it knows no calendar, no order and no other file. An empty
 * value stands for a missing one, and keys that it does not name are allowed.
 */
export function jsonSchemaOf(kind: FileKind): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: titles[kind],
    ...mapSchema(fieldTables[kind], undefined),
  };
}

function mapSchema(fields: readonly FieldSpec[], rest: ValueSpec | undefined): JsonSchema {
  const required = fields.filter(field => field.isRequired === true).map(field => field.key);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(field => [field.key, fieldSchema(field)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: rest ? orEmpty(valueSchema(rest)) : true,
  };
}

function fieldSchema({ description, value, isRequired, example }: FieldSpec): JsonSchema {
  const schema = valueSchema(value);
  const isText = value.kind === 'text';
  const required = isText ? { ...schema, pattern: '\\S' } : schema;
  return {
    description,
    ...(isRequired === true ? required : orEmpty(schema)),
    ...(example === undefined ? {} : { examples: [example] }),
  };
}

/** Every value may be left empty: then it counts as missing. */
function orEmpty(schema: JsonSchema): JsonSchema {
  const { enum: values, type, anyOf } = schema;
  if (isList(values)) return { ...schema, enum: [...values, null] };
  if (isList(anyOf)) return { ...schema, anyOf: [...anyOf, { type: 'null' }] };
  if (isList(type)) return { ...schema, type: [...type, 'null'] };
  return typeof type === 'string' ? { ...schema, type: [type, 'null'] } : schema;
}

function valueSchema(spec: ValueSpec): JsonSchema {
  if (spec.kind === 'list') return listSchema(spec.of);
  if (spec.kind === 'map') {
    const whole = { ...mapSchema(spec.fields, spec.rest), ...exactlyOne(spec.oneOf ?? []) };
    const short = spec.fields.find(field => field.key === spec.shorthand);
    return short ? anyOf([valueSchema(short.value), whole]) : whole;
  }
  if (spec.kind === 'mapOf') {
    return { type: 'object', additionalProperties: orEmpty(valueSchema(spec.of)) };
  }
  if (spec.kind === 'anchor') {
    return anyOf([matching(anchorText), mapSchema(spec.fields, undefined)]);
  }
  if (spec.kind === 'week') {
    const hours = scalarSchema({ kind: 'shifts' });
    const days = {
      type: 'object',
      propertyNames: matching(dayNames),
      additionalProperties: orEmpty(hours),
    };
    return anyOf([hours, days]);
  }
  return scalarSchema(spec);
}

/** A field that is left empty counts as missing here too. */
function exactlyOne(keys: readonly string[]): JsonSchema {
  const alternatives = keys.map(key => ({
    type: 'object',
    required: [key],
    properties: { [key]: { not: { type: 'null' } } },
  }));
  return alternatives.length === 0 ? {} : { oneOf: alternatives };
}

/** A single value stands for a list of one. */
function listSchema(of: ValueSpec): JsonSchema {
  const item = valueSchema(of);
  return anyOf([item, { type: 'array', items: orEmpty(item) }]);
}

/** Alternatives within alternatives are alternatives. */
function anyOf(parts: readonly JsonSchema[]): JsonSchema {
  return {
    anyOf: parts.flatMap(part => {
      const { anyOf: inner } = part;
      return isList(inner) ? inner : [part];
    }),
  };
}

function isList(part: SchemaPart | undefined): part is readonly SchemaPart[] {
  return Array.isArray(part);
}

/** A path inside of the workspace folder, with lines or without. */
const anchorText =
  '(?![/~])(?![A-Za-z][A-Za-z0-9+.-]*:(?![0-9]{1,7}(?:-[0-9]{1,7})?\\s*$))(?!(?:.*/)?\\.\\.(?:/|$)).*\\S.*';
const dayName = '(?:[Mm]on|[Tt]ue|[Ww]ed|[Tt]hu|[Ff]ri|[Ss]at|[Ss]un)[a-z]*';
const dayNames = `${dayName}(?:[-,\\s]+${dayName})*`;
