import {
  OverviewRulerLane,
  Range,
  ThemeColor,
  Uri,
  window,
  workspace,
  type DecorationOptions,
  type TextDocument,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { computeCodeMarks, itemsAtLine, type CodeMark } from '../../core/language/codeMarks.ts';
import type { PlanSet } from '../planSet.ts';
import type { PlanViews } from '../planViews.ts';
import { readAnnotations } from '../settings.ts';
import type { CodeLinks, LinkedCode } from './codeLinks.ts';
import { findSource, type SourceDocument } from './sourceDocument.ts';

interface Looks {
  readonly linked: TextEditorDecorationType;
  readonly drifted: TextEditorDecorationType;
  readonly line: TextEditorDecorationType;
}

/** Marks beside linked code: in the gutter and the ruler, and in words behind the current line. */
export function registerAnnotations(
  plans: PlanSet,
  links: CodeLinks,
  extensionUri: Uri,
): Disposable {
  const owned = new DisposableStore();
  const looks: Looks = {
    linked: owned.add(gutterMark(extensionUri, 'linked', 'charts.blue')),
    drifted: owned.add(gutterMark(extensionUri, 'drifted', 'charts.yellow')),
    line: owned.add(
      window.createTextEditorDecorationType({
        after: { color: new ThemeColor('editorCodeLens.foreground'), margin: '0 0 0 3em' },
        isWholeLine: true,
      }),
    ),
  };
  const paintAll = (): void => {
    for (const editor of window.visibleTextEditors) paint(editor, { plans, links, looks });
  };
  owned.add(links.onDidChange(paintAll));
  owned.add(window.onDidChangeVisibleTextEditors(paintAll));
  owned.add(
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      paintLine(textEditor, { plans, links, looks });
    }),
  );
  owned.add(
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('gantry.annotations')) paintAll();
    }),
  );
  paintAll();
  return owned;
}

interface Painting {
  readonly plans: PlanSet;
  readonly links: CodeLinks;
  readonly looks: Looks;
}

function gutterMark(extensionUri: Uri, name: string, color: string): TextEditorDecorationType {
  return window.createTextEditorDecorationType({
    gutterIconPath: Uri.joinPath(extensionUri, 'media', `gutter-${name}.svg`),
    gutterIconSize: '85%',
    overviewRulerColor: new ThemeColor(color),
    overviewRulerLane: OverviewRulerLane.Left,
  });
}

/** What of a plan is about a file of code, as far as the settings want it shown. */
export interface MarkedSource extends SourceDocument {
  readonly views: PlanViews;
  readonly links: readonly LinkedCode[];
  readonly marks: readonly CodeMark[];
}

/** Undefined where nothing is to be shown. Marks behind the last line are left out. */
export function findMarks(
  { plans, links }: Pick<Painting, 'plans' | 'links'>,
  document: TextDocument,
): MarkedSource | undefined {
  if (readAnnotations(document) === 'off') return undefined;
  const source = findSource(plans, document);
  const views = source?.plan.loaded?.views();
  if (!source || !views) return undefined;
  const own = links.of(source.plan, source.path);
  const marks = computeCodeMarks(own, views.snapshot.plan);
  const shown = marks.filter(({ line }) => line <= document.lineCount);
  return { ...source, views, links: own, marks: shown };
}

function paint(editor: TextEditor, painting: Painting): void {
  const marks = findMarks(painting, editor.document)?.marks ?? [];
  const ranges = (isCertain: boolean): Range[] =>
    marks
      .filter(mark => mark.isCertain === isCertain)
      .map(({ line }) => new Range(line - 1, 0, line - 1, 0));
  editor.setDecorations(painting.looks.linked, ranges(true));
  editor.setDecorations(painting.looks.drifted, ranges(false));
  paintLine(editor, painting);
}

/** So long a text stands behind a line. */
const mostText = 60;

function paintLine(editor: TextEditor, painting: Painting): void {
  editor.setDecorations(painting.looks.line, wordsBehindLine(editor, painting));
}

function wordsBehindLine(editor: TextEditor, painting: Painting): DecorationOptions[] {
  if (readAnnotations(editor.document) !== 'full') return [];
  const source = findMarks(painting, editor.document);
  if (!source) return [];
  const at = editor.selection.active.line + 1;
  const items = itemsAtLine(source.links, source.views.snapshot.plan, at);
  if (items.length === 0) return [];
  const text = items.map(({ id, title }) => `${id} ${title}`).join(', ');
  const contentText = text.length > mostText ? `${text.slice(0, mostText)}…` : text;
  const { end } = editor.document.lineAt(at - 1).range;
  return [{ range: new Range(end, end), renderOptions: { after: { contentText } } }];
}
