import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  languages,
  Location,
  Position,
  Range,
  Uri,
  workspace,
  type TextDocument,
} from 'vscode';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { pathOfId } from '../../core/model/ids.ts';
import { itemOf } from '../../core/model/plan.ts';
import type { Problem, TextRange } from '../../core/model/problem.ts';
import type { Severity } from '../../core/model/severity.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { PlanSet } from '../planSet.ts';
import { notesOn, placeProblems, type PlacedProblem } from './placeProblems.ts';
import { findPlanDocument } from './planDocument.ts';

/** The name under which problems stand in the list of problems. */
export const diagnosticSource = 'Gantry';

export const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** A circle of a thousand tasks is told by its first few. */
const mostRelated = 10;

/**
 * When the text of an open file changes, the editor moves the marks in it along; where it takes in
 * a whole text that another program wrote, they end up anywhere. So they are set anew after this.
 */
const settleMs = 250;

/** Shows every problem of every plan at its place in the files. */
export function showDiagnostics(plans: PlanSet): Disposable {
  const owned = new DisposableStore();
  const shown = new Map<string, PlanDiagnostics>();
  const refresh = (plan: OpenPlan): void => {
    const known = shown.get(plan.key) ?? owned.add(new PlanDiagnostics());
    shown.set(plan.key, known);
    known.show(plan, problemsOf(plans, plan));
  };
  const follow = (plan: OpenPlan | undefined): void => {
    if (plan) return refresh(plan);
    const keys = new Set(plans.all.map(({ key }) => key));
    for (const [key, known] of shown) if (!keys.has(key)) known.clear();
    for (const known of plans.all) refresh(known);
  };
  const moved = new Map<string, ReturnType<typeof setTimeout>>();
  const placeAnew = (document: TextDocument): void => {
    const found = findPlanDocument(plans, document);
    if (!found) return;
    const key = document.uri.toString();
    clearTimeout(moved.get(key));
    const timer = setTimeout(() => {
      moved.delete(key);
      const problems = problemsOf(plans, found.plan).get(found.path) ?? [];
      shown.get(found.plan.key)?.placeAnew(found.plan, found.path, problems);
    }, settleMs);
    moved.set(key, timer);
  };
  owned.add(workspace.onDidChangeTextDocument(({ document }) => placeAnew(document)));
  const refreshNotes = (document: TextDocument): void => {
    const found = findPlanDocument(plans, document);
    if (found?.plan.loaded?.views().snapshot.plan.project.quality) refresh(found.plan);
  };
  owned.add(workspace.onDidOpenTextDocument(refreshNotes));
  owned.add(workspace.onDidCloseTextDocument(refreshNotes));
  owned.add({ dispose: () => moved.forEach(timer => clearTimeout(timer)) });
  owned.add(plans.onDidChange(follow));
  follow(undefined);
  return owned;
}

/** The problems of one plan as the editor knows them; told again only where they differ. */
class PlanDiagnostics implements Disposable {
  readonly #collection = languages.createDiagnosticCollection('gantry');
  /** What was told of each file, in short. */
  readonly #told = new Map<string, string>();

  show(plan: OpenPlan, placed: ReadonlyMap<string, readonly PlacedProblem[]>): void {
    const changes: [Uri, Diagnostic[] | undefined][] = [];
    for (const path of this.#told.keys()) {
      if (placed.has(path)) continue;
      changes.push([Uri.joinPath(plan.root, path), undefined]);
      this.#told.delete(path);
    }
    for (const [path, problems] of placed) {
      const told = JSON.stringify(problems);
      if (this.#told.get(path) === told) continue;
      this.#told.set(path, told);
      changes.push([Uri.joinPath(plan.root, path), toDiagnostics(plan, problems)]);
    }
    if (changes.length > 0) this.#collection.set(changes);
  }

  placeAnew(plan: OpenPlan, path: string, problems: readonly PlacedProblem[]): void {
    if (!this.#told.has(path)) return;
    this.#collection.set(Uri.joinPath(plan.root, path), toDiagnostics(plan, problems));
  }

  clear(): void {
    this.#collection.clear();
    this.#told.clear();
  }

  dispose(): void {
    this.#collection.dispose();
  }
}

/** The problems of all files, and of open ones also what is told only where it is looked at. */
function problemsOf(plans: PlanSet, plan: OpenPlan): ReadonlyMap<string, readonly PlacedProblem[]> {
  const views = plan.loaded?.views();
  if (!views?.snapshot.exists) return new Map();
  const notes = workspace.textDocuments.flatMap(document => {
    const found = findPlanDocument(plans, document);
    return found?.plan === plan ? notesOn(views, found) : [];
  });
  return placeProblems(views.snapshot, [...views.problems(), ...notes]);
}

function toDiagnostics(plan: OpenPlan, problems: readonly PlacedProblem[]): Diagnostic[] {
  return problems.map(({ problem, range }) => {
    const severity = isNote(problem) ? DiagnosticSeverity.Hint : severities[problem.severity];
    const diagnostic = new Diagnostic(toRange(range), problem.message, severity);
    diagnostic.source = diagnosticSource;
    diagnostic.code = problem.code;
    diagnostic.relatedInformation = relatedPlaces(plan, problem);
    return diagnostic;
  });
}

/** What is found at an item of a measure of the whole is marked in its file, and listed nowhere. */
function isNote({ code }: Problem): boolean {
  switch (code) {
    case 'quality-lead':
    case 'quality-fixed-date':
    case 'quality-wrong-side':
    case 'quality-people':
    case 'quality-item':
      return true;
    default:
      return false;
  }
}

/** The other items that a problem is about, so that one click leads to each. */
function relatedPlaces(plan: OpenPlan, problem: Problem): DiagnosticRelatedInformation[] {
  const known = plan.loaded?.views().snapshot.plan;
  const own = problem.file ?? pathOfId(problem.items[0] ?? '');
  const others = problem.items.filter(id => pathOfId(id) !== own);
  return others.slice(0, mostRelated).flatMap(id => {
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
