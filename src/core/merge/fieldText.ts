import type { FieldPath } from '../model/problem.ts';

/** A field as `conflicts` names it: its steps with dots between, in quotes where a step holds one. */
export function writeFieldPath(field: FieldPath): string {
  return field
    .map(step => (/^[^."]+$/.test(String(step)) ? String(step) : JSON.stringify(String(step))))
    .join('.');
}

/** The field of which {@link writeFieldPath} made the text. */
export function readFieldPath(text: string): readonly string[] {
  const steps = text.match(/"(?:[^"\\]|\\.)*"(?=\.|$)|[^.]+/g) ?? [];
  return steps.map(step => (step.startsWith('"') ? unquoted(step) : step));
}

function unquoted(step: string): string {
  try {
    const value: unknown = JSON.parse(step);
    return typeof value === 'string' ? value : step;
  } catch {
    return step;
  }
}
