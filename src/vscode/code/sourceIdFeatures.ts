import {
  CompletionItem,
  CompletionItemKind,
  Hover,
  languages,
  Location,
  Position,
  Range,
  Uri,
  type TextDocument,
} from 'vscode';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { describeItem } from '../../core/language/itemCard.ts';
import { namedWork } from '../../core/commits/namedWork.ts';
import { tellWork } from '../../core/commits/tellWork.ts';
import { pathOfId } from '../../core/model/ids.ts';
import { itemOf, itemsOf } from '../../core/model/plan.ts';
import { startedId } from '../../core/source/sourceIds.ts';
import { isOpen, statusOf } from '../../core/views/findItems.ts';
import { plainMarkdown } from '../plainMarkdown.ts';
import type { PlanSet } from '../planSet.ts';
import { idAt } from './idAt.ts';
import { findSource, sourceSelector } from './sourceDocument.ts';

/** Ids of the plan in comments of any language: what they mean, where they lead, and which there are. */
export function registerSourceIds(plans: PlanSet): Disposable {
  const owned = new DisposableStore();
  owned.add(
    languages.registerHoverProvider(sourceSelector, {
      provideHover: (document, position) => hoverAt(plans, document, position),
    }),
  );
  owned.add(
    languages.registerDefinitionProvider(sourceSelector, {
      provideDefinition: (document, position) => definitionAt(plans, document, position),
    }),
  );
  owned.add(
    languages.registerReferenceProvider(sourceSelector, {
      provideReferences: (document, position) => referencesAt(plans, document, position),
    }),
  );
  owned.add(
    languages.registerCompletionItemProvider(
      sourceSelector,
      {
        provideCompletionItems: (document, position) => completionsAt(plans, document, position),
      },
      '-',
      '(',
      ' ',
    ),
  );
  return owned;
}

async function hoverAt(
  plans: PlanSet,
  document: TextDocument,
  position: Position,
): Promise<Hover | undefined> {
  const found = idAt(plans, document, position);
  const views = found?.plan.loaded?.views();
  if (!found || !views) return undefined;
  const { plan } = views.snapshot;
  const card = describeItem(plan, views.schedule(), found.id);
  if (!card) return undefined;
  const risks = [...plan.risks.values()].filter(
    risk => isOpen(risk) && risk.affects.includes(found.id),
  );
  const item = itemOf(plan, found.id);
  const work = item && (await found.plan.loaded?.workOn(namedWork(item)));
  const told = work ? tellWork(work) : [];
  const lines = [...card.lines, ...told, ...risks.map(({ id, title }) => `Risk ${id}: ${title}`)];
  return new Hover(plainMarkdown(`${card.id} ${card.title}`, lines), found.range);
}

function definitionAt(
  plans: PlanSet,
  document: TextDocument,
  position: Position,
): Location | undefined {
  const found = idAt(plans, document, position);
  const path = found && pathOfId(found.id);
  if (path === undefined || !found) return undefined;
  return new Location(Uri.joinPath(found.plan.root, path), new Position(0, 0));
}

/** Wherever files that git holds name the id, those of the plan with them. */
async function referencesAt(
  plans: PlanSet,
  document: TextDocument,
  position: Position,
): Promise<Location[] | undefined> {
  const found = idAt(plans, document, position);
  const lines = await found?.plan.loaded?.searchCode(found.id);
  if (!found || !lines) return undefined;
  return lines.map(({ path, line, text }) => {
    const start = Math.max(0, text.indexOf(found.id));
    const range = new Range(line - 1, start, line - 1, start + found.id.length);
    return new Location(Uri.joinPath(found.plan.folder.uri, path), range);
  });
}

function completionsAt(
  plans: PlanSet,
  document: TextDocument,
  position: Position,
): CompletionItem[] | undefined {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const started = startedId(before);
  const views =
    started === undefined ? undefined : findSource(plans, document)?.plan.loaded?.views();
  if (started === undefined || !views) return undefined;
  const range = new Range(position.translate(0, -started.length), position);
  return [...itemsOf(views.snapshot.plan)].map(item => {
    const completion = new CompletionItem(
      { label: item.id, description: item.title, detail: ` ${statusOf(item)}` },
      CompletionItemKind.Reference,
    );
    completion.range = range;
    completion.filterText = `${item.id} ${item.title}`;
    completion.sortText = `${isOpen(item) ? 0 : 1}${item.id}`;
    return completion;
  });
}
