import {
  CodeAction,
  CodeActionKind,
  languages,
  Uri,
  WorkspaceEdit,
  Range,
  type CodeActionProvider,
  type Diagnostic,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { editText, type FieldEdit } from '../../core/format/editText.ts';
import type { FileKind } from '../../core/format/fields.ts';
import type { Fix } from '../../core/language/fix.ts';
import { fixProblem } from '../../core/language/fixProblem.ts';
import type { Ancestor } from '../../core/merge/mergeMarks.ts';
import type { TextRange } from '../../core/model/problem.ts';
import { midnightOf, readClock } from '../clock.ts';
import { findLeastLineEdit } from '../leastEdit.ts';
import type { PlanSet } from '../planSet.ts';
import type { PlanViews } from '../planViews.ts';
import { diagnosticSource, toRange } from './diagnostics.ts';
import { notesOn, placeProblems, type PlacedProblem } from './placeProblems.ts';
import { findPlanDocument, type PlanDocument } from './planDocument.ts';
import { planSelector } from './planSelector.ts';

/** Offers the ways out of the problems of a plan file, as edits that the editor's undo takes back. */
export function registerQuickFixes(plans: PlanSet): Disposable {
  const provider: CodeActionProvider<PlanAction> = {
    provideCodeActions: (document, _range, { diagnostics }) => {
      const ours = diagnostics.filter(({ source }) => source === diagnosticSource);
      const found = findPlanDocument(plans, document);
      const views = found?.plan.loaded?.views();
      if (!found || !views || ours.length === 0) return [];
      const told = [...views.problems(), ...notesOn(views, found)];
      const placed = placeProblems(views.snapshot, told).get(found.path) ?? [];
      return ours.flatMap(diagnostic => {
        const match = placed.find(candidate => isSame(candidate, diagnostic));
        return match ? actionsFor(match, { diagnostic, document, found, views }) : [];
      });
    },
    resolveCodeAction: resolveMerge,
  };
  return languages.registerCodeActionsProvider(planSelector, provider, {
    providedCodeActionKinds: [CodeActionKind.QuickFix],
  });
}

/** A way out whose edit is made when it is chosen. */
class PlanAction extends CodeAction {
  later: (() => Promise<WorkspaceEdit | undefined>) | undefined;
}

async function resolveMerge(action: PlanAction): Promise<PlanAction> {
  const edit = await action.later?.();
  if (edit) action.edit = edit;
  return action;
}

interface FixPlace {
  readonly diagnostic: Diagnostic;
  readonly document: TextDocument;
  readonly found: PlanDocument;
  readonly views: PlanViews;
}

function isSame({ problem, range }: PlacedProblem, diagnostic: Diagnostic): boolean {
  return (
    problem.code === diagnostic.code &&
    problem.message === diagnostic.message &&
    toRange(range).start.line === diagnostic.range.start.line
  );
}

function actionsFor(placed: PlacedProblem, place: FixPlace): PlanAction[] {
  const fixes = fixesFor(placed, place);
  return fixes.flatMap((fix, i) => {
    const edit = toWorkspaceEdit(fix, place);
    if (!edit) return [];
    const action = new PlanAction(fix.title, CodeActionKind.QuickFix);
    action.diagnostics = [place.diagnostic];
    // Git is asked when the merge is wanted, not whenever the cursor comes by.
    if (placed.problem.code === 'file-conflict') action.later = () => mergeWithGit(placed, place);
    else action.edit = edit;
    action.isPreferred = i === 0 && fixes.length === 1 && !isSilencing(fix);
    return [action];
  });
}

function fixesFor(
  { problem, range }: PlacedProblem,
  { document, found, views }: FixPlace,
  ancestor?: Ancestor,
): readonly Fix[] {
  return fixProblem(problem, {
    plan: views.snapshot.plan,
    schedule: views.schedule(),
    today: midnightOf(readClock()),
    kind: found.kind,
    text: document.getText(),
    range,
    field: problem.field,
    ancestor,
  });
}

async function mergeWithGit(
  placed: PlacedProblem,
  place: FixPlace,
): Promise<WorkspaceEdit | undefined> {
  const ancestor = await place.found.plan.loaded?.ancestorOf(place.found.path);
  const [fix] = fixesFor(placed, place, ancestor);
  return fix && toWorkspaceEdit(fix, place);
}

function isSilencing(fix: Fix): boolean {
  return fix.kind === 'edit' && fix.isSilencing === true;
}

function toWorkspaceEdit(
  fix: Fix,
  { document, found, views }: FixPlace,
): WorkspaceEdit | undefined {
  switch (fix.kind) {
    case 'replace':
      return replace(document.uri, fix.range, fix.text);
    case 'edit':
      return editFields(document.uri, { kind: found.kind, text: document.getText() }, fix.edits);
    case 'project': {
      const text = views.snapshot.files.get('project.yaml')?.text;
      const uri = Uri.joinPath(found.plan.root, 'project.yaml');
      return text === undefined ? undefined : editFields(uri, { kind: 'project', text }, fix.edits);
    }
  }
}

function replace(uri: Uri, range: TextRange, text: string): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  edit.replace(uri, toRange(range), text);
  return edit;
}

/** Undefined when the text cannot be edited safely. */
function editFields(
  uri: Uri,
  { kind, text }: { readonly kind: FileKind; readonly text: string },
  edits: readonly FieldEdit[],
): WorkspaceEdit | undefined {
  const edited = editText(kind, text, edits);
  if (!edited.ok) return undefined;
  const { from, to, text: inserted } = findLeastLineEdit(text, edited.value);
  const edit = new WorkspaceEdit();
  edit.replace(uri, new Range(...from, ...to), inserted);
  return edit;
}
