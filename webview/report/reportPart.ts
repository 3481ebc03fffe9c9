import { audiences, type Audience } from '../../src/core/report/report.ts';
import type { ReportPage } from '../../src/core/views/reportPage.ts';
import type { PanelSnapshot } from '../../src/protocol/messages.ts';
import { isRecord, oneOf } from '../../src/protocol/validate.ts';
import { replaceKeepingFocus } from '../people/keepFocus.ts';
import type { PanelActions, PanelPart, UiMemory } from '../state/panelPart.ts';
import { createElement } from '../ui/element.ts';
import { createSegmented } from '../ui/segmented.ts';
import { createMenuButton, createTextButton } from '../ui/textButton.ts';
import { createReportContent } from './reportContent.ts';

export interface ReportUi {
  readonly audience: Audience;
}

export interface ReportParts {
  readonly actions: Pick<
    PanelActions,
    'report' | 'freezeReport' | 'save' | 'announce' | 'onCommitted'
  >;
  readonly memory: UiMemory<ReportUi>;
}

const isAudience = oneOf(audiences);
const labels: Readonly<Record<Audience, string>> = {
  team: 'Team',
  management: 'Management',
  customer: 'Customer',
  steering: 'Steering group',
};

/** The plan as one page in plain words, for whoever is to read it: saved, or frozen as it was told. */
export function createReportPart({ actions, memory }: ReportParts): PanelPart {
  const page = createElement('article', {
    class: 'sheet report-page',
    attributes: { tabindex: '-1' },
  });
  const state = {
    audience: chosenBefore(memory),
    revision: -1,
    asked: 0,
  };
  const freeze = createTextButton('Freeze', () => void keep());
  freeze.title = 'Keep this report in the plan folder; the next one tells what changed since';
  const load = async (): Promise<void> => {
    const asked = ++state.asked;
    const answer = await actions.report(state.audience);
    if (!answer || asked !== state.asked) return;
    showPage(answer);
  };
  const showPage = (answer: ReportPage): void => {
    freeze.disabled = answer.isFrozen;
    freeze.textContent = answer.isFrozen ? 'Frozen' : 'Freeze';
    const { scrollTop } = element;
    replaceKeepingFocus(page, createReportContent(answer));
    element.scrollTop = scrollTop;
  };
  const keep = async (): Promise<void> => {
    if (!(await actions.freezeReport(state.audience))) return;
    actions.announce('The report is frozen in the plan folder; the next one tells what changed');
    await load();
  };
  const tools = createTools({
    audience: state.audience,
    choose: audience => {
      state.audience = audience;
      memory.write({ audience });
      void load();
    },
    save: form => actions.save({ view: 'report', form, audience: state.audience }),
    freeze,
  });
  const following = actions.onCommitted(() => void load());
  const element = createElement(
    'div',
    { class: 'forecast report', attributes: { tabindex: '-1' } },
    [tools, page],
  );
  return {
    element,
    show: ({ revision, canEdit }: PanelSnapshot) => {
      freeze.hidden = !canEdit;
      if (revision === state.revision) return;
      state.revision = revision;
      void load();
    },
    reveal: () => undefined,
    renew: () => void load(),
    focus: () => element.focus(),
    dispose: () => following.dispose(),
  };
}

function chosenBefore(memory: UiMemory<ReportUi>): Audience {
  const kept: unknown = memory.read();
  return isRecord(kept) && isAudience(kept['audience']) ? kept['audience'] : 'team';
}

interface Tools {
  /** The one that is chosen at first. */
  readonly audience: Audience;
  readonly freeze: HTMLElement;
  choose(audience: Audience): void;
  save(form: 'md' | 'html'): void;
}

function createTools(tools: Tools): HTMLElement {
  const choice = createSegmented({
    label: 'For whom',
    choices: audiences.map(value => ({ value, label: labels[value] })),
    value: tools.audience,
    onChange: value => {
      if (isAudience(value)) tools.choose(value);
    },
  });
  const save = createMenuButton('Save as…', 'Save the report', () => [
    { label: 'Page for a browser or paper (HTML)', run: () => tools.save('html') },
    { label: 'Markdown', run: () => tools.save('md') },
  ]);
  return createElement(
    'div',
    { class: 'money-tools', attributes: { role: 'toolbar', 'aria-label': 'Report' } },
    [choice.element, save, tools.freeze],
  );
}
