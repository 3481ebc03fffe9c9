import {
  CodeLens,
  EventEmitter,
  Hover,
  l10n,
  languages,
  Range,
  workspace,
  type Position,
  type TextDocument,
} from 'vscode';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { describeMark, titlesOfMark } from '../../core/language/codeMarks.ts';
import { findSourceIds } from '../../core/source/sourceIds.ts';
import { inertText } from '../../core/views/inertText.ts';
import type { ItemElement } from '../itemElement.ts';
import { plainMarkdown } from '../plainMarkdown.ts';
import type { PlanSet } from '../planSet.ts';
import { readAnnotations } from '../settings.ts';
import { findMarks } from './annotations.ts';
import type { CodeLinks } from './codeLinks.ts';
import { namingParts } from './commentsIn.ts';
import { sourceSelector } from './sourceDocument.ts';

interface Marking {
  readonly plans: PlanSet;
  readonly links: CodeLinks;
}

/** What is said at a line with a mark: a card in the hover, and the items above it where that is wanted. */
export function registerMarkedLines(plans: PlanSet, links: CodeLinks): Disposable {
  const owned = new DisposableStore();
  const marking: Marking = { plans, links };
  const changes = owned.add(new EventEmitter<void>());
  // The editor itself moves what stands above a line while somebody types.
  owned.add(links.onDidChange(cause => cause === 'lookup' && changes.fire()));
  owned.add(plans.onDidChange(() => changes.fire()));
  owned.add(
    workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('gantry.annotations')) changes.fire();
    }),
  );
  owned.add(
    languages.registerHoverProvider(sourceSelector, {
      provideHover: (document, position) => hoverAt(marking, document, position),
    }),
  );
  owned.add(
    languages.registerCodeLensProvider(sourceSelector, {
      onDidChangeCodeLenses: changes.event,
      provideCodeLenses: document => lensesOf(marking, document),
    }),
  );
  return owned;
}

/** An id that the line itself names has a card of its own. */
function hoverAt(marking: Marking, document: TextDocument, { line }: Position): Hover | undefined {
  const source = findMarks(marking, document);
  const mark = source?.marks.find(each => each.line === line + 1);
  if (!source || !mark) return undefined;
  const { views } = source;
  const { text, range } = document.lineAt(line);
  const named = new Set(findSourceIds(text, namingParts(document, line)).map(({ id }) => id));
  const cards = describeMark(mark, { plan: views.snapshot.plan, schedule: views.schedule() })
    .filter(({ id }) => !named.has(id))
    .map(({ heading, lines }) => plainMarkdown(heading, lines));
  return cards.length > 0 ? new Hover(cards, range) : undefined;
}

function lensesOf(marking: Marking, document: TextDocument): CodeLens[] {
  if (readAnnotations(document) !== 'full') return [];
  const source = findMarks(marking, document);
  if (!source) return [];
  const schedule = source.views.schedule();
  return source.marks.flatMap(mark => {
    const range = new Range(mark.line - 1, 0, mark.line - 1, 0);
    return titlesOfMark(mark, schedule).map(({ id, text, isCertain }) => {
      const element: ItemElement = { kind: 'item', plan: source.plan, id };
      return new CodeLens(range, {
        title: inertText(text),
        tooltip: isCertain ? l10n.t('Open File') : l10n.t('Review Code Links'),
        command: isCertain ? 'gantry.openItem' : 'gantry.reviewLinks',
        arguments: isCertain ? [element] : [],
      });
    });
  });
}
