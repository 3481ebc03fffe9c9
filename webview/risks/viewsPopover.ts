import type { PanelSnapshot } from '../../src/protocol/messages.ts';
import { createViewKeeper } from '../state/viewKeeper.ts';
import type { PanelActions } from '../state/panelPart.ts';
import { openSavedViews } from '../ui/savedViews.ts';
import type { RegisterUi } from './registerUi.ts';
import { choicesOf, describeView, isRegisterView, isShown, viewOf } from './registerViews.ts';

/** The register, as far as its views are made of it and change it. */
export interface RegisterAccess {
  readonly snapshot: () => PanelSnapshot | undefined;
  readonly ui: () => RegisterUi;
  readonly choose: (choices: Partial<RegisterUi>) => void;
  readonly actions: Pick<PanelActions, 'run' | 'announce'>;
}

/** The views that the plan keeps of its register, and a field that keeps how it is looked at now. */
export function openViewsPopover(anchor: Element, register: RegisterAccess): void {
  const { snapshot, ui, choose, actions } = register;
  const known = snapshot()?.gantt.views ?? [];
  const keeper = createViewKeeper(actions, () => snapshot()?.gantt.views ?? []);
  openSavedViews({
    anchor,
    views: known.filter(isRegisterView).map(view => ({
      name: view.name,
      means: describeView(view),
      isPressed: isShown(view, ui()),
      apply: () => {
        choose({ ...choicesOf(view, ui()), foldedGroups: [] });
        actions.announce(`The view ${view.name} is shown`);
      },
    })),
    canEdit: snapshot()?.canEdit === true,
    note: 'A view is a filter, an order and groups. Views stand in project.yaml, for everybody.',
    save: name => keeper.save(viewOf(name, ui())),
    remove: name => keeper.remove(name),
  });
}
