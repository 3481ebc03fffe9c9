import {
  Diagnostic,
  DiagnosticSeverity,
  l10n,
  languages,
  Range,
  workspace,
  type TextDocument,
} from 'vscode';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { itemOf } from '../../core/model/plan.ts';
import { findSourceIds, mayHoldIds, type SourceId } from '../../core/source/sourceIds.ts';
import { isOpen } from '../../core/views/findItems.ts';
import { midnightOf, readClock } from '../clock.ts';
import { diagnosticSource } from '../language/diagnostics.ts';
import type { PlanSet } from '../planSet.ts';
import type { PlanViews } from '../planViews.ts';
import { namingParts } from './commentsIn.ts';
import { findNamedPlans } from './sourceDocument.ts';

/** While somebody types, findings wait. */
const settleMs = 400;

/** Longer files are made by machines and are not looked through line by line. */
const mostLines = 20_000;

/** Tells of ids in the comments of open files that the plan does not have, or that are done or overdue. */
export function showSourceDiagnostics(plans: PlanSet): Disposable {
  const owned = new DisposableStore();
  const shown = owned.add(languages.createDiagnosticCollection('gantry-source'));
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  owned.add({ dispose: () => waiting.forEach(each => clearTimeout(each)) });
  const check = (document: TextDocument): void => {
    const named = findNamedPlans(plans, document);
    const views = named.flatMap(({ loaded }) => loaded?.views() ?? []);
    // A plan that is not read yet may have what the others have not.
    const isKnown = views.length > 0 && views.length === named.length;
    const isShort = document.lineCount <= mostLines;
    shown.set(document.uri, isKnown && isShort ? findingsIn(document, views) : []);
  };
  const checkSoon = (document: TextDocument): void => {
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => {
        waiting.delete(key);
        if (!document.isClosed) check(document);
      }, settleMs),
    );
  };
  owned.add(workspace.onDidOpenTextDocument(checkSoon));
  owned.add(workspace.onDidChangeTextDocument(({ document }) => checkSoon(document)));
  owned.add(workspace.onDidCloseTextDocument(({ uri }) => shown.delete(uri)));
  owned.add(plans.onDidChange(() => workspace.textDocuments.forEach(checkSoon)));
  workspace.textDocuments.forEach(checkSoon);
  return owned;
}

function findingsIn(document: TextDocument, named: readonly PlanViews[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  for (let line = 0; line < document.lineCount; line++) {
    const { text } = document.lineAt(line);
    if (!mayHoldIds(text)) continue;
    for (const each of findSourceIds(text, namingParts(document, line))) {
      const finding = findingOf(each, named);
      if (!finding) continue;
      const range = new Range(line, each.start, line, each.end);
      const diagnostic = new Diagnostic(range, finding.message, finding.severity);
      diagnostic.source = diagnosticSource;
      found.push(diagnostic);
    }
  }
  return found;
}

/** Of an id that is only mentioned nothing is told: it may mean something else. */
function findingOf(
  { id, isMeant }: SourceId,
  named: readonly PlanViews[],
): { readonly message: string; readonly severity: DiagnosticSeverity } | undefined {
  if (!isMeant) return undefined;
  const views = named.find(({ snapshot }) => itemOf(snapshot.plan, id) !== undefined);
  const item = views && itemOf(views.snapshot.plan, id);
  if (!item) {
    const message = l10n.t('The plan has no {0}; is it another id, or was it removed?', id);
    return { message, severity: DiagnosticSeverity.Warning };
  }
  if (!isOpen(item)) {
    const message = l10n.t('{0} “{1}” is closed; is this still to be done?', id, item.title);
    return { message, severity: DiagnosticSeverity.Information };
  }
  const finish = views.schedule().datesOf(id)?.lateFinish;
  const due = item.kind === 'task' ? (item.deadline?.at ?? finish) : undefined;
  if (due === undefined || due >= midnightOf(readClock())) return undefined;
  const message = l10n.t('{0} “{1}” is overdue', id, item.title);
  return { message, severity: DiagnosticSeverity.Information };
}
