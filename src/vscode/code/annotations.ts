import {
  OverviewRulerLane,
  Range,
  ThemeColor,
  Uri,
  window,
  workspace,
  type DecorationOptions,
  type TextEditor,
  type TextEditorDecorationType,
} from 'vscode';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { describeItem } from '../../core/language/itemCard.ts';
import { itemOf } from '../../core/model/plan.ts';
import { isOpen } from '../../core/views/findItems.ts';
import { plainMarkdown } from '../plainMarkdown.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { PlanSet } from '../planSet.ts';
import { readAnnotations } from '../settings.ts';
import type { CodeLinks, LinkedCode } from './codeLinks.ts';
import { findSource } from './sourceDocument.ts';

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

function paint(editor: TextEditor, painting: Painting): void {
  const { linked, drifted } = painting.looks;
  const source = findSource(painting.plans, editor.document);
  const isOff = readAnnotations(editor.document) === 'off';
  const shown = source && !isOff ? painting.links.of(source.plan, source.path) : [];
  const marks = (isCertain: boolean): DecorationOptions[] =>
    shown
      .filter(({ now }) => (now.place !== undefined) === isCertain)
      .flatMap(link => (source ? markOf(link, source.plan, editor) : []));
  editor.setDecorations(linked, marks(true));
  editor.setDecorations(drifted, marks(false));
  paintLine(editor, painting);
}

/** At the first line; the whole of the place tells what is linked to it. Closed items are not shown. */
function markOf(link: LinkedCode, plan: OpenPlan, editor: TextEditor): DecorationOptions[] {
  const range = rangeOf(link, editor);
  const views = plan.loaded?.views();
  const item = views && itemOf(views.snapshot.plan, link.id);
  if (!range || !views || !item || !isOpen(item)) return [];
  const card = describeItem(views.snapshot.plan, views.schedule(), link.id);
  if (!card) return [];
  const old = link.anchor.quote?.split('\n')[0]?.trim() ?? '';
  const drift = link.now.place ? [] : [`Changed since it was linked: ${old}`];
  return [
    { range, hoverMessage: plainMarkdown(`${card.id} ${card.title}`, [...card.lines, ...drift]) },
  ];
}

function rangeOf({ now }: LinkedCode, { document }: TextEditor): Range | undefined {
  const place = now.place ?? now.guess;
  const line = place?.line ?? 1;
  if (!place || line > document.lineCount) return undefined;
  return new Range(line - 1, 0, line - 1, document.lineAt(line - 1).text.length);
}

/** So long a text stands behind a line. */
const mostText = 60;

function paintLine(editor: TextEditor, { plans, links, looks }: Painting): void {
  const isFull = readAnnotations(editor.document) === 'full';
  const source = isFull ? findSource(plans, editor.document) : undefined;
  const views = source?.plan.loaded?.views();
  if (!source || !views) return editor.setDecorations(looks.line, []);
  const at = editor.selection.active.line + 1;
  const titles = links.of(source.plan, source.path).flatMap(({ id, now }) => {
    const { line, endLine = line } = now.place ?? {};
    const isHere = line !== undefined && line <= at && at <= (endLine ?? line);
    const item = isHere ? itemOf(views.snapshot.plan, id) : undefined;
    return item && isOpen(item) ? [`${id} ${item.title}`] : [];
  });
  const text = titles.join(', ');
  const contentText = text.length > mostText ? `${text.slice(0, mostText)}…` : text;
  const end = editor.document.lineAt(at - 1).range.end;
  const range = new Range(end, end);
  editor.setDecorations(
    looks.line,
    text === '' ? [] : [{ range, renderOptions: { after: { contentText } } }],
  );
}
