import { pathOfId } from '../../core/model/ids.ts';
import type { Problem, TextRange } from '../../core/model/problem.ts';
import { FieldPlaces } from '../../core/store/fieldPlaces.ts';
import type { Snapshot } from '../../core/store/snapshot.ts';
import type { PlanViews } from '../planViews.ts';
import type { PlanDocument } from './planDocument.ts';

/** So many problems of one file are shown; the rest is counted in one more line. */
const mostPerFile = 200;

/** A problem at its place, file by file. */
export interface PlacedProblem {
  readonly problem: Problem;
  readonly range: TextRange;
}

const fileStart: TextRange = {
  start: { line: 0, character: 0 },
  end: { line: 0, character: 1 },
};

/** The problems by plan-relative path. Those of no file stand at the project file. */
export function placeProblems(
  snapshot: Snapshot,
  problems: readonly Problem[],
): ReadonlyMap<string, readonly PlacedProblem[]> {
  const placed = new Map<string, PlacedProblem[]>();
  const places = new FieldPlaces(snapshot);
  for (const problem of problems) {
    const file = problem.file ?? pathOfId(problem.items[0] ?? '') ?? 'project.yaml';
    const list = placed.get(file);
    if (!list) placed.set(file, [placeIn(places, file, problem)]);
    else if (list.length < mostPerFile) list.push(placeIn(places, file, problem));
  }
  return placed;
}

/** What is told of an item only in its own file. */
export function notesOn(views: PlanViews, { id }: Pick<PlanDocument, 'id'>): readonly Problem[] {
  return id === undefined ? [] : views.notes(id);
}

/** What was computed from the values speaks of their fields, what has a place of those of the text. */
function placeIn(places: FieldPlaces, file: string, problem: Problem): PlacedProblem {
  if (problem.range) return { problem, range: problem.range };
  const place = problem.field && places.find(file, problem.field);
  if (!place) return { problem, range: fileStart };
  return { problem: { ...problem, field: place.field }, range: place.range ?? fileStart };
}
