import type { PlainValue } from '../model/change.ts';
import type { FieldPath } from '../model/problem.ts';

type Fields = Readonly<Record<string, PlainValue>>;

/** Reads `response.strategy` or `dependsOn.0`; a step of digits is a place in a list. */
export function parseFieldPath(text: string): FieldPath {
  return text.split('.').map(step => (/^\d{1,6}$/.test(step) ? Number(step) : step));
}

/** Puts values by path into maps: `response.strategy` into `response: {strategy}`. */
export function nestFields(fields: readonly (readonly [readonly string[], PlainValue])[]): Fields {
  const root = new Map<string, (readonly [readonly string[], PlainValue])[]>();
  const values: Record<string, PlainValue> = {};
  for (const [[first, ...rest], value] of fields) {
    if (first === undefined) continue;
    if (rest.length === 0) {
      define(values, first, value);
      continue;
    }
    root.set(first, [...(root.get(first) ?? []), [rest, value]]);
  }
  for (const [name, inner] of root) {
    const beside = values[name];
    const base = isMap(beside) ? beside : {};
    define(values, name, { ...base, ...nestFields(inner) });
  }
  return values;
}

/** An own property even for a name such as `__proto__`. */
function define(values: Record<string, PlainValue>, name: string, value: PlainValue): void {
  Object.defineProperty(values, name, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function isMap(value: PlainValue | undefined): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
