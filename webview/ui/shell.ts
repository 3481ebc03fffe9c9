import type { PanelSnapshot, PanelView } from '../../src/protocol/messages.ts';
import { createElement, setText } from './element.ts';
import { createIcon } from './icon.ts';
import { createStatusLine, type StatusLine } from './statusLine.ts';
import { createTabs, type Tabs } from './tabs.ts';
import { createWaitingLine } from './waitingLine.ts';

export interface Shell {
  readonly element: HTMLElement;
  readonly tabs: Tabs<PanelView>;
  readonly status: StatusLine;
  /** Where a view is put; it fills the place. */
  placeOf(view: PanelView): HTMLElement;
  show(snapshot: PanelSnapshot): void;
  /** Nothing is waited for any more, though nothing came. */
  giveUp(): void;
}

/** What stands round the views: tabs above, the status line below. */
export function createShell(options: {
  readonly views: readonly { readonly key: PanelView; readonly label: string }[];
  readonly onSelect: (view: PanelView) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly showProblems: () => void;
  readonly createPlan: () => void;
}): Shell {
  const places = new Map(
    options.views.map(({ key }) => [key, createElement('div', { class: 'shell-view' })]),
  );
  const placeOf = (view: PanelView): HTMLElement => {
    const place = places.get(view);
    if (!place) throw new Error(`The panel has no view ${view}`);
    return place;
  };
  const tabs = createTabs({
    label: 'Views of the plan',
    tabs: options.views.map(({ key, label }) => ({ key, label, panel: placeOf(key) })),
    onSelect: options.onSelect,
  });
  const status = createStatusLine(options);
  const waiting = createWaitingLine('Reading the plan…');
  const missing = createMissingPlan(options.createPlan);
  const views = [...places.values()];
  const name = createElement('h1', { class: 'shell-name' });
  const banner = createElement('div', { class: 'shell-banner', attributes: { role: 'note' } }, [
    createIcon('lock'),
    'This plan can be read but not changed here.',
  ]);
  banner.hidden = true;
  const element = createElement('div', { class: 'shell' }, [
    createElement('header', { class: 'shell-head' }, [tabs.element, name]),
    banner,
    createElement('main', { class: 'shell-views' }, [waiting.element, missing, ...views]),
    createElement('footer', {}, [status.element]),
  ]);
  return {
    element,
    tabs,
    status,
    placeOf,
    giveUp: () => waiting.dispose(),
    show: snapshot => {
      waiting.dispose();
      const isMissing = snapshot.isMissing === true;
      setText(name, isMissing ? '' : snapshot.gantt.name);
      banner.hidden = snapshot.canEdit || isMissing;
      missing.hidden = !isMissing;
      for (const view of views) view.classList.toggle('is-missing', isMissing);
      status.showProblems(snapshot.problems);
    },
  };
}

/** What is said in place of the views when the plan folder was taken away. */
function createMissingPlan(create: () => void): HTMLElement {
  const button = createElement('button', {
    class: 'gantt-button is-primary',
    text: 'Create a plan',
    attributes: { type: 'button' },
  });
  button.addEventListener('click', create);
  const element = createElement('section', { class: 'shell-missing' }, [
    createElement('h2', { text: 'The plan folder is gone' }),
    createElement('p', {
      text: 'Nothing is shown until it is there again: bring it back with git or from the trash, and the plan comes back by itself.',
    }),
    button,
  ]);
  element.hidden = true;
  return element;
}
