import { ok, type Result } from '../../src/core/base/result.ts';
import type { Problem } from '../../src/core/model/problem.ts';
import type { Requester } from '../../src/protocol/channel.ts';
import type { EditDone, PanelQuestion, PanelView } from '../../src/protocol/messages.ts';
import type { StatusLine } from '../ui/statusLine.ts';
import type { PanelActions } from './panelPart.ts';

/** Turns what the views ask for into requests, and tells the outcome in the status line. */
export function createPanelActions(
  requester: Requester,
  status: StatusLine,
  panel: {
    readonly openView: () => PanelView;
    /** The editor has asked its question; `hasNewItem` when something was added that is in hand now. */
    readonly onPicked: (hasNewItem: boolean) => void;
  },
): PanelActions {
  const tellEdit = (outcome: Result<EditDone, Problem>): Result<EditDone, Problem> => {
    if (outcome.ok) status.tellEdit(outcome.value.title, 'undo');
    else status.refuse(outcome.error.message);
    return outcome;
  };
  const tellRefusal = async (answer: Promise<Result<unknown, Problem>>): Promise<void> => {
    const mark = status.mark();
    const outcome = await answer;
    if (outcome.ok) status.settle(mark);
    else status.refuse(outcome.error.message);
  };
  const ask = async (
    what: PanelQuestion,
    id: string | null,
    others: readonly string[] | undefined,
  ): Promise<void> => {
    const params = { what, id, ...(others && others.length > 0 ? { others } : {}) };
    const mark = status.mark();
    const outcome = await requester.request('pick', params);
    if (!outcome.ok) status.refuse(outcome.error.message);
    else if (outcome.value.title !== undefined) status.tellEdit(outcome.value.title, 'undo');
    else status.settle(mark);
    panel.onPicked(isAddition(what) && outcome.ok && outcome.value.done);
  };
  return {
    run: async intent => tellEdit(await requester.request('run', intent)),
    runAll: async intents => {
      const [first] = intents;
      return tellEdit(
        first && intents.length === 1
          ? await requester.request('run', first)
          : await requester.request('runAll', { intents }),
      );
    },
    undo: () => void goThroughHistory('undo', requester, status),
    redo: () => void goThroughHistory('redo', requester, status),
    open: params => void tellRefusal(requester.request('open', params)),
    select: id => void tellRefusal(requester.request('select', { id, view: panel.openView() })),
    pick: (what, id, others) => void ask(what, id, others),
    ...createQuestions(requester),
    ...createForecastQuestions(requester, text => status.refuse(text)),
    ...createPeopleQuestions(requester, tellRefusal),
    announce: text => status.say(text),
    tellMore: text => status.tellMore(text),
    refuse: text => status.refuse(text),
  };
}

async function goThroughHistory(
  name: 'undo' | 'redo',
  requester: Requester,
  status: StatusLine,
): Promise<void> {
  const outcome = await requester.request(name, {});
  if (!outcome.ok) status.refuse(outcome.error.message);
  else if (name === 'undo') status.tellEdit(`Undone: ${outcome.value.title}`, 'redo');
  else status.tellEdit(`Done again: ${outcome.value.title}`, 'undo');
}

/** What is asked without anything being done; no answer is no reason to say so. */
function createQuestions(
  requester: Requester,
): Pick<
  PanelActions,
  'explain' | 'drivingPath' | 'plan' | 'riskHistory' | 'commitDays' | 'onCommitted'
> {
  return {
    explain: async id => {
      const answer = await requester.request('explain', { id });
      return answer.ok ? answer.value.text : '';
    },
    riskHistory: async () => {
      const answer = await requester.request('riskHistory', {});
      return answer.ok ? (answer.value.history ?? undefined) : undefined;
    },
    commitDays: async () => {
      const answer = await requester.request('commitDays', {});
      return answer.ok ? (answer.value.commitDays ?? undefined) : undefined;
    },
    onCommitted: tell =>
      requester.onEvent(event => {
        if (event.event === 'committed') tell();
      }),
    drivingPath: async id => {
      const answer = await requester.request('drivingPath', { id });
      return answer.ok ? answer.value : undefined;
    },
    plan: async since => {
      const answer = await requester.request('plan', { since });
      return answer.ok ? answer.value : undefined;
    },
  };
}

/** What is simulated; where that fails, the status line says why. */
function createForecastQuestions(
  requester: Requester,
  refuse: (message: string) => void,
): Pick<
  PanelActions,
  'forecast' | 'forecastHistory' | 'calibration' | 'stopForecast' | 'onSimulated'
> {
  return {
    forecast: async () => {
      const answer = await requester.request('forecast', {});
      if (!answer.ok) refuse(answer.error.message);
      return answer.ok ? (answer.value.forecast ?? undefined) : undefined;
    },
    forecastHistory: async () => {
      const answer = await requester.request('forecastHistory', {});
      if (!answer.ok) refuse(answer.error.message);
      return answer.ok ? (answer.value.history ?? undefined) : undefined;
    },
    calibration: async () => {
      const answer = await requester.request('calibration', {});
      if (!answer.ok) refuse(answer.error.message);
      return answer.ok ? (answer.value.calibration ?? undefined) : undefined;
    },
    stopForecast: work => void requester.request('stopForecast', { work }),
    onSimulated: (work, tell) =>
      requester.onEvent(event => {
        if (event.event === 'simulated' && event.work === work) tell(event.share);
      }),
  };
}

function createPeopleQuestions(
  requester: Requester,
  tellRefusal: (answer: Promise<Result<unknown, Problem>>) => Promise<void>,
): Pick<
  PanelActions,
  | 'people'
  | 'person'
  | 'reliefs'
  | 'levelling'
  | 'money'
  | 'report'
  | 'freezeReport'
  | 'progress'
  | 'comparison'
  | 'save'
> {
  return {
    save: wish => void tellRefusal(requester.request('save', wish)),
    people: async () => {
      const answer = await requester.request('people', {});
      return answer.ok ? answer.value.people : undefined;
    },
    person: async person => {
      const answer = await requester.request('person', { person });
      return answer.ok ? answer.value.person : undefined;
    },
    reliefs: async (person, firstDay) => {
      const answer = await requester.request('reliefs', { person, firstDay });
      return answer.ok ? answer.value.reliefs : [];
    },
    progress: async () => {
      const answer = await requester.request('progress', {});
      return answer.ok ? answer.value.progress : undefined;
    },
    comparison: async () => {
      const answer = await requester.request('comparison', {});
      return answer.ok ? ok(answer.value.comparison) : answer;
    },
    report: async audience => {
      const answer = await requester.request('report', { audience });
      return answer.ok ? answer.value.report : undefined;
    },
    freezeReport: async audience => {
      const asked = requester.request('freezeReport', { audience });
      await tellRefusal(asked);
      return (await asked).ok;
    },
    money: async () => {
      const answer = await requester.request('money', {});
      return answer.ok ? answer.value.money : undefined;
    },
    levelling: async () => {
      const answer = await requester.request('levelling', {});
      return answer.ok ? answer.value.levelling : undefined;
    },
  };
}

function isAddition(what: PanelQuestion): boolean {
  return what === 'add' || what === 'addInside' || what === 'addRisk';
}
