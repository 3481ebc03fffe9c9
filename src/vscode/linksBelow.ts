import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import { Emitter, type Event } from '../core/base/event.ts';
import type { CodeParts } from './code/codeParts.ts';
import type { ItemElement } from './itemElement.ts';
import type { Late } from './late.ts';
import type { BranchElement } from './treeBranch.ts';

type LinkParts = Pick<CodeParts, 'links' | 'linkElements'>;

/** The code of items, for the trees in which they stand. */
export interface LinksBelow extends Disposable {
  /** After some link has come, gone, moved or drifted. */
  readonly onDidChange: Event<void>;
  /** None until code has been looked at. */
  readonly of: (element: ItemElement) => readonly BranchElement[];
}

export function createLinksBelow(code: Late<LinkParts>): LinksBelow {
  const owned = new DisposableStore();
  const changes = owned.add(new Emitter<void>());
  let shown = '';
  owned.add(
    code.onDidSet(({ links }) => {
      owned.add(
        links.onDidChange(cause => {
          const { state } = links;
          if (cause === 'edit' || state === shown) return;
          shown = state;
          changes.fire();
        }),
      );
    }),
  );
  return {
    onDidChange: changes.event,
    of: ({ plan, id }) => {
      const parts = code.current;
      return parts ? parts.linkElements(plan, id, parts.links) : [];
    },
    dispose: () => owned.dispose(),
  };
}
