import type { PlainValue } from '../../src/core/model/change.ts';
import { formatSort, type SavedView } from '../../src/core/model/savedView.ts';
import type { PanelActions } from './panelPart.ts';

/** Writes the views that the plan keeps, of all surfaces, into its project file. */
export interface ViewKeeper {
  /** Keeps a view under a new name, or one that its surface has. Answers why not. */
  save(view: SavedView): Promise<string | undefined>;
  remove(name: string): void;
}

export function createViewKeeper(
  actions: Pick<PanelActions, 'run'>,
  known: () => readonly SavedView[],
): ViewKeeper {
  const write = async (views: readonly SavedView[]): Promise<string | undefined> => {
    const fields = { views: views.length > 0 ? views.map(plainView) : null };
    const outcome = await actions.run({ command: 'setFields', input: { id: 'project', fields } });
    return outcome.ok ? undefined : outcome.error.message;
  };
  return {
    save: async view => {
      const name = view.name.trim();
      if (name === '') return 'Give the view a name';
      const there = known().find(each => each.name === name);
      if (there && there.surface !== view.surface) {
        return `A view of the ${there.surface} is called "${name}"; choose another name`;
      }
      const named = { ...view, name };
      return write(
        there ? known().map(each => (each === there ? named : each)) : [...known(), named],
      );
    },
    remove: name => void write(known().filter(each => each.name !== name)),
  };
}

function plainView(view: SavedView): PlainValue {
  const { name, filter, sort, group } = view;
  return {
    name,
    ...(view.surface === 'register' ? { surface: view.surface } : {}),
    ...(filter === '' ? {} : { filter }),
    ...(sort ? { sort: formatSort(sort) } : {}),
    ...(group ? { group } : {}),
    ...(view.surface === 'chart' && view.columns ? { columns: view.columns } : {}),
  };
}
