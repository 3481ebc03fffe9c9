import { anchorText } from '../anchors/anchorText.ts';
import { createProblem, type Problem } from '../model/problem.ts';
import type { ProblemCode } from '../model/problemCodes.ts';
import { isOpen } from '../views/findItems.ts';
import type { Impact, TouchedItem, TouchedPlace } from './impact.ts';

/** What a reviewer of a change should see at its lines: each touched place with what hangs on it. */
export function impactProblems({ items }: Impact): readonly Problem[] {
  return items.flatMap(touched =>
    touched.places.map(({ place, hasDrifted }) => {
      const { item } = touched;
      const code = hasDrifted ? 'code-drifted' : codeOf(touched);
      const message = `${messageOf(touched, hasDrifted)}: ${item.id} "${item.title}"`;
      const range = rangeOf(place);
      return { ...createProblem(code, message, { items: [item.id] }), file: place.path, range };
    }),
  );
}

function codeOf({ item, dates }: TouchedItem): ProblemCode {
  if (!isOpen(item)) return 'impact-closed';
  if (item.kind === 'risk') return 'impact-risk';
  return dates?.isCritical === true ? 'impact-critical' : 'impact-item';
}

function messageOf(touched: TouchedItem, hasDrifted: boolean): string {
  if (hasDrifted) return 'The change leaves the code of an item without a certain place';
  switch (codeOf(touched)) {
    case 'impact-closed':
      return 'The change touches code of what is closed';
    case 'impact-risk':
      return 'The change touches code that a risk is about';
    case 'impact-critical':
      return 'The change touches code of a critical task';
    default:
      return `The change touches code of a ${touched.item.kind}`;
  }
}

function rangeOf({ line, endLine }: TouchedPlace['place']): Problem['range'] {
  if (line === undefined) return undefined;
  const last = endLine ?? line;
  return { start: { line: line - 1, character: 0 }, end: { line: last, character: 0 } };
}

/** `src/a.ts:12-30, src/b.ts` */
export function placesText({ places }: TouchedItem): string {
  return places.map(({ place }) => anchorText(place)).join(', ');
}
