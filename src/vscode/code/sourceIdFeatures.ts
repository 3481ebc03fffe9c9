import {
  CompletionItem,
  CompletionItemKind,
  languages,
  Location,
  Position,
  Range,
  Uri,
  type TextDocument,
} from 'vscode';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { pathOfId } from '../../core/model/ids.ts';
import { itemsOf, type Item } from '../../core/model/plan.ts';
import { startedId } from '../../core/source/sourceIds.ts';
import { isOpen, statusOf } from '../../core/views/findItems.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { PlanSet } from '../planSet.ts';
import { namingParts } from './commentsIn.ts';
import { idAt } from './idAt.ts';
import { hoverAt } from './sourceIdHover.ts';
import { findNamedPlans, sourceSelector } from './sourceDocument.ts';

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

/** Wherever files that git holds name the id, those of the plan and of folders without one with them. */
async function referencesAt(
  plans: PlanSet,
  document: TextDocument,
  position: Position,
): Promise<Location[] | undefined> {
  const found = idAt(plans, document, position);
  if (!found) return undefined;
  const searched = plans.all.filter(plan => plan === found.plan || !plan.exists);
  const all = await Promise.all(searched.map(plan => referencesIn(plan, found.id)));
  return all.flat();
}

async function referencesIn(plan: OpenPlan, id: string): Promise<readonly Location[]> {
  const lines = (await plan.loaded?.searchCode(id)) ?? [];
  return lines.map(({ path, line, text }) => {
    const start = Math.max(0, text.indexOf(id));
    const range = new Range(line - 1, start, line - 1, start + id.length);
    return new Location(Uri.joinPath(plan.folder.uri, path), range);
  });
}

function completionsAt(
  plans: PlanSet,
  document: TextDocument,
  position: Position,
): CompletionItem[] | undefined {
  const before = document.lineAt(position.line).text.slice(0, position.character);
  const started = startedId(before);
  if (started === undefined) return undefined;
  const { line, character } = position;
  const isNamed = namingParts(document, line).some(
    ({ start, end }) => start < character && character <= end,
  );
  if (!isNamed) return undefined;
  const range = new Range(position.translate(0, -started.length), position);
  return findNamedPlans(plans, document).flatMap(({ loaded }) => {
    const plan = loaded?.views().snapshot.plan;
    return plan ? [...itemsOf(plan)].map(item => completionOf(item, range)) : [];
  });
}

function completionOf(item: Item, range: Range): CompletionItem {
  const completion = new CompletionItem(
    { label: item.id, description: item.title, detail: ` ${statusOf(item)}` },
    CompletionItemKind.Reference,
  );
  completion.range = range;
  completion.filterText = `${item.id} ${item.title}`;
  completion.sortText = `${isOpen(item) ? 0 : 1}${item.id}`;
  return completion;
}
