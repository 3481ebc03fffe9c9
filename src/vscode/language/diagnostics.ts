import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  languages,
  Location,
  Position,
  Range,
  Uri,
} from 'vscode';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { pathOfId } from '../../core/model/ids.ts';
import { itemOf } from '../../core/model/plan.ts';
import type { Problem, TextRange } from '../../core/model/problem.ts';
import type { Severity } from '../../core/model/severity.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { PlanSet } from '../planSet.ts';
import { placeProblems } from './placeProblems.ts';

/** The name under which problems stand in the list of problems. */
export const diagnosticSource = 'Gantry';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** A circle of a thousand tasks is told by its first few. */
const mostRelated = 10;

/** Shows every problem of every plan at its place in the files. */
export function showDiagnostics(plans: PlanSet): Disposable {
  const owned = new DisposableStore();
  const collections = new Map<string, ReturnType<typeof languages.createDiagnosticCollection>>();
  const refresh = (plan: OpenPlan): void => {
    let collection = collections.get(plan.key);
    if (!collection) {
      collection = owned.add(languages.createDiagnosticCollection('gantry'));
      collections.set(plan.key, collection);
    }
    collection.clear();
    collection.set(diagnosticsOf(plan));
  };
  const follow = (plan: OpenPlan | undefined): void => {
    if (plan) return refresh(plan);
    const keys = new Set(plans.all.map(({ key }) => key));
    for (const [key, collection] of collections) if (!keys.has(key)) collection.clear();
    for (const known of plans.all) refresh(known);
  };
  owned.add(plans.onDidChange(follow));
  follow(undefined);
  return owned;
}

function diagnosticsOf(plan: OpenPlan): [Uri, Diagnostic[]][] {
  const views = plan.loaded?.views();
  if (!views?.snapshot.exists) return [];
  const placed = placeProblems(views.snapshot, views.problems());
  return [...placed].map(([path, problems]) => [
    Uri.joinPath(plan.root, path),
    problems.map(({ problem, range }) => {
      const diagnostic = new Diagnostic(
        toRange(range),
        problem.message,
        severities[problem.severity],
      );
      diagnostic.source = diagnosticSource;
      diagnostic.code = problem.code;
      diagnostic.relatedInformation = relatedPlaces(plan, problem);
      return diagnostic;
    }),
  ]);
}

/** The other items that a problem is about, so that one click leads to each. */
function relatedPlaces(plan: OpenPlan, problem: Problem): DiagnosticRelatedInformation[] {
  const known = plan.loaded?.views().snapshot.plan;
  return problem.items.slice(1, mostRelated + 1).flatMap(id => {
    const path = pathOfId(id);
    const item = known && itemOf(known, id);
    if (path === undefined || !item) return [];
    const place = new Location(Uri.joinPath(plan.root, path), new Position(0, 0));
    return [new DiagnosticRelatedInformation(place, `${id} ${item.title}`)];
  });
}

export function toRange({ start, end }: TextRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
