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
import { anchorStates, type AnchorState } from '../../core/anchors/resolution.ts';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { computeCodeMarks, itemsAtLine, type CodeMark } from '../../core/language/codeMarks.ts';
import type { PlanSet } from '../planSet.ts';
import type { PlanViews } from '../planViews.ts';
import { readAnnotations } from '../settings.ts';
import type { CodeLinks, LinkedCode } from './codeLinks.ts';
import { findSource, type SourceDocument } from './sourceDocument.ts';

interface Looks {
  readonly marks: ReadonlyMap<AnchorState, TextEditorDecorationType>;
  readonly line: TextEditorDecorationType;
}

/** The picture in the gutter, and the colour in the ruler. */
const markLooks = {
  fresh: ['linked', 'charts.blue'],
  moved: ['linked-moved', 'charts.blue'],
  drifted: ['drifted', 'charts.yellow'],
  lost: ['lost', 'charts.red'],
} as const;

/** Marks beside linked code: in the gutter and the ruler, and in words behind the current line. */
export function registerAnnotations(
  plans: PlanSet,
  links: CodeLinks,
  extensionUri: Uri,
): Disposable {
  const owned = new DisposableStore();
  const looks: Looks = {
    marks: new Map(
      anchorStates.map(state => [state, owned.add(gutterMark(extensionUri, markLooks[state]))]),
    ),
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

function gutterMark(
  extensionUri: Uri,
  [name, color]: (typeof markLooks)[AnchorState],
): TextEditorDecorationType {
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
  for (const [state, look] of painting.looks.marks) {
    const own = marks.filter(mark => mark.state === state);
    editor.setDecorations(
      look,
      own.map(({ line }) => new Range(line - 1, 0, line - 1, 0)),
    );
  }
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
