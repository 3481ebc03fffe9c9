import {
  CodeAction,
  CodeActionKind,
  DocumentDropEdit,
  DocumentDropOrPasteEditKind,
  l10n,
  languages,
  type DocumentDropEditProvider,
} from 'vscode';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { anchorsOf } from '../../core/commands/anchorsOf.ts';
import { isId } from '../../core/model/ids.ts';
import { itemOf } from '../../core/model/plan.ts';
import { runIntent } from '../notices.ts';
import type { PlanSet } from '../planSet.ts';
import { draggedMime } from '../treeDrop.ts';
import { placeOf, symbolAt } from './linkPlace.ts';
import { findSource, sourceSelector } from './sourceDocument.ts';

/** Ways to link code where it stands: an action on a selection, and an item dropped on a line. */
export function registerLinkByHand(plans: PlanSet): Disposable {
  const owned = new DisposableStore();
  owned.add(
    languages.registerCodeActionsProvider(
      sourceSelector,
      {
        provideCodeActions: (document, range) => {
          if (range.isEmpty || !findSource(plans, document)) return [];
          const title = l10n.t('Link to a Gantry item…');
          const action = new CodeAction(title, linkKind);
          action.command = { title, command: 'gantry.linkCode' };
          return [action];
        },
      },
      { providedCodeActionKinds: [linkKind] },
    ),
  );
  owned.add(
    languages.registerDocumentDropEditProvider(sourceSelector, createLinkDrop(plans), {
      dropMimeTypes: [draggedMime],
      providedDropEditKinds: [dropKind],
    }),
  );
  return owned;
}

const linkKind = CodeActionKind.Refactor.append('gantry.link');
const dropKind = DocumentDropOrPasteEditKind.Empty.append('gantry', 'link');

/**
 * Links the line that items are dropped on, or the declaration that begins there. The editor asks
 * once, when a person has let go. Into the text nothing is written, unless that is chosen in the
 * list which the editor offers after a drop.
 */
export function createLinkDrop(plans: PlanSet): DocumentDropEditProvider {
  return {
    provideDocumentDropEdits: async (document, position, data) => {
      const source = findSource(plans, document);
      const views = source?.plan.loaded?.views();
      const text = (await data.get('text/plain')?.asString()) ?? '';
      const ids = text.split('\n').filter(id => {
        const item = views && isId(id) ? itemOf(views.snapshot.plan, id) : undefined;
        return item && anchorsOf(item);
      });
      if (!source || ids.length === 0) return undefined;
      const symbol = await symbolAt(document, position);
      const line = position.line + 1;
      const lines = symbol?.line === line ? symbol : { line, endLine: line };
      const place = await placeOf(source.plan, source.path, document, lines);
      for (const id of ids) {
        await runIntent(source.plan, { command: 'linkCode', input: { id, ...place } });
      }
      const named = ids.join(', ');
      return [
        new DocumentDropEdit('', l10n.t('Link to {0} only', named), dropKind),
        new DocumentDropEdit(named, l10n.t('Link to {0}, and write the id here', named), dropKind),
      ];
    },
  };
}
