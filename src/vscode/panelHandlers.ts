import { ok } from '../core/base/result.ts';
import { itemOf, type Plan } from '../core/model/plan.ts';
import type { Handlers } from '../protocol/channel.ts';
import type { PanelQuestion, Requests } from '../protocol/messages.ts';
import { midnightOf } from './clock.ts';
import type { DrivingPaths } from './drivingPaths.ts';
import type { ItemElement } from './itemElement.ts';
import type { OpenPlan } from './openPlan.ts';
import { toPanelSnapshot } from './panelSnapshot.ts';
import type { PanelComparison } from './panelComparison.ts';
import type { PeopleAnswers } from './peopleAnswers.ts';
import type { PlanViews } from './planViews.ts';
import type { Snapshot } from '../core/store/snapshot.ts';
import type { ShortReasons } from './shortReasons.ts';
import type { Workbench } from './workbench.ts';

/** What the panel of a plan may ask for. Ids come in, never paths; each is looked up anew. */
export function createPanelHandlers(bench: () => Workbench, plan: OpenPlan): Handlers {
  let reasons: ShortReasons | undefined;
  let paths: DrivingPaths | undefined;
  let sent: Snapshot | undefined;
  return {
    ready: async () => ok(toPanelSnapshot(await plan.load())),
    run: async intent => (await plan.load()).run(intent),
    runAll: async ({ intents }) => (await plan.load()).runAll(intents),
    undo: async () => (await plan.load()).undo(),
    redo: async () => (await plan.load()).redo(),
    open: async params => ok({ opened: await open(plan, params) }),
    select: ({ id }) => {
      bench().selection.select({ plan, id: id ?? undefined, source: 'panel' });
      return ok({ done: true });
    },
    pick: async ({ what, id, others = [] }) => {
      const elementOf = (each: string): ItemElement => ({ kind: 'item', plan, id: each });
      const element = id === null ? undefined : elementOf(id);
      const before = plan.loaded?.views().snapshot.revision;
      await pick(bench(), what, { plan, element, others: others.map(elementOf) });
      // A dialog keeps the keyboard when it closes.
      if (what === 'remove') bench().panels.open(plan);
      const isDone = plan.loaded?.views().snapshot.revision !== before;
      const title = isDone ? plan.loaded?.undoTitle : undefined;
      return ok({ done: isDone, ...(title === undefined ? {} : { title }) });
    },
    explain: async ({ id }) => {
      const views = (await plan.load()).views();
      reasons ??= (await import('./shortReasons.ts')).createShortReasons();
      return ok({ text: reasons(views, id) });
    },
    drivingPath: async ({ id }) => {
      const views = (await plan.load()).views();
      paths ??= (await import('./drivingPaths.ts')).createDrivingPaths();
      return ok(paths(views, id));
    },
    plan: async ({ since }) => {
      const { snapshot, now } = (await plan.load()).views();
      const { packChanges, packPlan } = await import('../protocol/packedPlan.ts');
      const known = sent && since === sent.revision ? sent.plan : undefined;
      const changes = known && packChanges(known, snapshot.plan);
      sent = snapshot;
      return ok({
        revision: snapshot.revision,
        today: midnightOf(now),
        since: changes ? since : null,
        bytes: changes ?? packPlan(snapshot.plan),
      });
    },
    riskHistory: createHistoryReader(plan),
    commitDays: createCommitDayReader(bench, plan),
    ...createLaterForecast(bench, plan),
    ...createPeopleHandlers(bench, plan),
    picture: ({ bytes }) => bench().panels.receivePicture(plan, bytes),
    painted: ({ revision, ms }) => {
      bench().log.info(`Panel painted revision ${revision}: ${ms.toFixed(1)} ms`);
      return ok({ done: true });
    },
  };
}

type ForecastRequest = 'forecast' | 'forecastHistory' | 'calibration' | 'stopForecast';

/** What simulates is loaded when a simulation is first asked for. */
function createLaterForecast(
  bench: () => Workbench,
  plan: OpenPlan,
): Pick<Handlers, ForecastRequest> {
  let handlers: Promise<Pick<Handlers, ForecastRequest>> | undefined;
  const load = async (): Promise<Pick<Handlers, ForecastRequest>> => {
    const { createForecastHandlers } = await import('./forecastHandlers.ts');
    const { forecastThreads, panels } = bench();
    return createForecastHandlers(plan, forecastThreads, (work, share) =>
      panels.panelOf(plan)?.send({ event: 'simulated', work, share }),
    );
  };
  const loaded = () => (handlers ??= load());
  return {
    forecast: async params => (await loaded()).forecast(params),
    forecastHistory: async params => (await loaded()).forecastHistory(params),
    calibration: async params => (await loaded()).calibration(params),
    stopForecast: async params =>
      handlers ? (await handlers).stopForecast(params) : ok({ done: true }),
  };
}

type PeopleRequest =
  | 'people'
  | 'person'
  | 'reliefs'
  | 'levelling'
  | 'save'
  | 'money'
  | 'report'
  | 'freezeReport'
  | 'progress'
  | 'comparison';

/** What is asked about people, money and changes is worked out by code that is loaded with the first question. */
function createPeopleHandlers(
  bench: () => Workbench,
  plan: OpenPlan,
): Pick<Handlers, PeopleRequest> {
  let comparison: PanelComparison | undefined;
  const compare = async (): Promise<PanelComparison> => {
    const { PanelComparison: Comparison } = await import('./panelComparison.ts');
    return (comparison ??= new Comparison(bench, plan));
  };
  let answers: PeopleAnswers | undefined;
  const ask = async (): Promise<PeopleAnswers> => {
    const { PeopleAnswers: Answers } = await import('./peopleAnswers.ts');
    return (answers ??= new Answers());
  };
  const views = async (): Promise<PlanViews> => (await plan.load()).views();
  return {
    people: async () => ok({ people: (await ask()).people(await views()) }),
    person: async ({ person }) => (await ask()).person(await views(), person),
    reliefs: async ({ person, firstDay }) => (await ask()).reliefs(await views(), person, firstDay),
    levelling: async () => (await ask()).levelling(await views()),
    save: async wish => {
      if (wish.view === 'compare') return (await compare()).save(wish.form);
      const { saveView } = await import('./saveView.ts');
      await saveView(plan, wish, async () => (await ask()).people(await views()));
      return ok({ done: true });
    },
    progress: async () => {
      const { readProgressPage } = await import('./progressAnswers.ts');
      return ok({ progress: await readProgressPage(await plan.load()) });
    },
    comparison: async () => (await compare()).read(),
    report: async ({ audience }) => {
      const { readReportPage } = await import('./reportAnswers.ts');
      return ok({ report: await readReportPage(await plan.load(), audience) });
    },
    freezeReport: async ({ audience }) => {
      const { freezeReport } = await import('./reportAnswers.ts');
      return freezeReport(await plan.load(), audience);
    },
    money: async () => {
      const { readMoneyPage } = await import('./moneyAnswers.ts');
      return ok({ money: await readMoneyPage(await plan.load()) });
    },
  };
}

async function open(
  plan: OpenPlan,
  { id, target, link = 0 }: Requests['open']['params'],
): Promise<boolean> {
  const { openAnchor, openItemFile } = await import('./openItem.ts');
  if (target === 'file') return openItemFile({ kind: 'item', plan, id });
  const item = itemOf((await plan.load()).views().snapshot.plan, id);
  const anchor = item && 'code' in item ? item.code[link] : undefined;
  return anchor !== undefined && openAnchor(plan, anchor);
}

async function pick(
  bench: Workbench,
  what: PanelQuestion,
  {
    plan,
    element,
    others,
  }: {
    readonly plan: OpenPlan;
    readonly element: ItemElement | undefined;
    readonly others: readonly ItemElement[];
  },
): Promise<void> {
  switch (what) {
    case 'add':
      return addTask(bench, element && (await placeOfNewTask(element)));
    case 'addInside':
      return addTask(bench, element);
    case 'addRisk':
      return (await import('./commands/addItem.ts')).addItemOfKind(bench, undefined, 'risk');
    case 'occurred':
      return (await import('./commands/itemCommands.ts')).markOccurred(bench, element);
    case 'reviewed':
      return (await import('./commands/itemCommands.ts')).reviewRisk(bench, element);
    case 'link':
      return (await import('./commands/itemCommands.ts')).linkTasks(bench, element);
    case 'assign':
      return (await import('./commands/itemCommands.ts')).assignItem(bench, element);
    case 'assignWhoeverCan':
      return (await import('./commands/itemCommands.ts')).assignWhoeverCan(bench, element);
    case 'linkCode':
      return (await import('./commands/linkCode.ts')).linkCode(bench, element);
    case 'unlink':
      return (await import('./commands/itemCommands.ts')).unlinkTasks(bench, element);
    case 'unlinkCode':
      return (await import('./commands/linkCode.ts')).unlinkCode(bench, element);
    case 'move':
      return (await import('./commands/itemCommands.ts')).moveItem(bench, element);
    case 'rename':
      return (await import('./commands/itemCommands.ts')).renameItem(bench, element);
    case 'remove':
      return (await import('./commands/itemCommands.ts')).removeItems(bench, element, others);
    case 'restore':
      return (await import('./commands/itemCommands.ts')).restoreItem(bench);
    case 'createPlan':
      return (await import('./commands/planFolder.ts')).initPlan(bench, plan);
    case 'projectFile':
      return openProjectFile(plan);
    case 'why':
      return (await import('./commands/why.ts')).why(bench, element);
    case 'svg':
    case 'png':
    case 'print':
      return (await import('./commands/exportChart.ts')).exportChart(bench, plan, what);
    case 'compareWith':
      return (await import('./commands/comparePlan.ts')).comparePlan(bench, plan);
    case 'problems':
      return (await import('./commands/openViews.ts')).showProblems();
  }
}

async function openProjectFile(plan: OpenPlan): Promise<void> {
  await (await import('./openItem.ts')).openPlanFile(plan, 'project.yaml');
}

async function addTask(bench: Workbench, place: ItemElement | undefined): Promise<void> {
  return (await import('./commands/addItem.ts')).addItemOfKind(bench, place, 'task');
}

/** The milestone or summary that the item is, or is in: a new task stands there, beside it. */
async function placeOfNewTask(element: ItemElement): Promise<ItemElement | undefined> {
  const { plan } = (await element.plan.load()).views().snapshot;
  const id = containerOf(plan, element.id);
  return id === undefined ? undefined : { ...element, id };
}

/** Undefined for an item that stands in nothing. */
function containerOf(plan: Plan, id: string): string | undefined {
  const task = plan.tasks.get(id);
  if (!task) return plan.milestones.has(id) ? id : undefined;
  const isSummary = [...plan.tasks.values()].some(({ parent }) => parent === id);
  return isSummary ? id : (task.parent ?? task.milestone);
}

/** What runs is given up when it is asked for anew, and when the panel closes. */
function createCommitDayReader(bench: () => Workbench, plan: OpenPlan): Handlers['commitDays'] {
  let asking: AbortController | undefined;
  return async () => {
    asking?.abort();
    const now = (asking = new AbortController());
    const { panels, code } = bench();
    const closing = panels.panelOf(plan)?.onDidClose(() => now.abort());
    try {
      const { readCommitDays } = await import('./commitDays.ts');
      const known = code.current?.commits.indexOf(plan);
      return ok({ commitDays: (await readCommitDays(plan, known, now.signal)) ?? null });
    } finally {
      closing?.dispose();
    }
  };
}

/** Whoever asks again does not wait for the answer before. */
function createHistoryReader(plan: OpenPlan): Handlers['riskHistory'] {
  let asking: AbortController | undefined;
  return async () => {
    asking?.abort();
    const now = (asking = new AbortController());
    const { readRiskHistory } = await import('./riskHistory.ts');
    return ok({ history: (await readRiskHistory(await plan.load(), now.signal)) ?? null });
  };
}
