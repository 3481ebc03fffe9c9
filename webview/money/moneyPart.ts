import type { MoneyShape } from '../../src/core/views/moneyCurve.ts';
import type { MoneyPage } from '../../src/core/views/moneyPage.ts';
import { isRecord } from '../../src/protocol/validate.ts';
import type { PanelSnapshot } from '../../src/protocol/messages.ts';
import type { ShowItem } from '../forecast/itemLink.ts';
import { replaceKeepingFocus } from '../people/keepFocus.ts';
import type { PanelActions, PanelPart, UiMemory } from '../state/panelPart.ts';
import { createElement } from '../ui/element.ts';
import { createMoneyContent, type MoneyEvents } from './moneyContent.ts';

export interface MoneyUi {
  readonly shape: MoneyShape;
}

export interface MoneyParts {
  readonly actions: Pick<PanelActions, 'money' | 'pick' | 'run' | 'save'>;
  readonly memory: UiMemory<MoneyUi>;
  readonly show: ShowItem;
}

/** What the plan costs, has cost and will cost, and where to cut. */
export function createMoneyPart({ actions, memory, show }: MoneyParts): PanelPart {
  const page = createElement('div', { class: 'forecast-page', attributes: { tabindex: '-1' } });
  const element = createElement(
    'div',
    { class: 'forecast money', attributes: { tabindex: '-1' } },
    [page],
  );
  let shape = readShape(memory.read());
  let revision = -1;
  let canEdit = false;
  let known: MoneyPage | undefined;
  const events = (): MoneyEvents => ({
    show,
    canEdit,
    take: ({ task, fields }) => {
      void actions.run({ command: 'setFields', input: { id: task, fields } });
    },
    openProject: () => actions.pick('projectFile', null),
    save: form => actions.save({ view: 'money', form, shape }),
    showShape: next => {
      shape = next;
      memory.write({ shape });
      render();
    },
  });
  const render = (): void => {
    if (known) replaceKeepingFocus(page, createMoneyContent(known, shape, events()));
  };
  const load = async (): Promise<void> => {
    const answer = await actions.money();
    if (!answer || answer.revision < (known?.revision ?? -1)) return;
    const { scrollTop } = element;
    known = answer;
    render();
    element.scrollTop = scrollTop;
  };
  return {
    element,
    show: (snapshot: PanelSnapshot) => {
      canEdit = snapshot.canEdit;
      if (snapshot.revision === revision) return;
      revision = snapshot.revision;
      void load();
    },
    reveal: id => {
      if (id !== null)
        page.querySelector(`[data-focus="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' });
    },
    renew: () => void load(),
    focus: () => (page.querySelector<HTMLElement>('[data-focus="curve"]') ?? element).focus(),
    dispose: () => undefined,
  };
}

function readShape(kept: unknown): MoneyShape {
  return isRecord(kept) && kept['shape'] === 'burndown' ? 'burndown' : 'curve';
}
