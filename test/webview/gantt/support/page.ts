import type axe from 'axe-core';
import { createGanttChart } from '../../../../webview/gantt/createGanttChart.ts';
import type { PanelActions, UiMemory } from '../../../../webview/state/panelPart.ts';
import type { CommitDays } from '../../../../src/core/views/commitDays.ts';
import type { PictureWish } from '../../../../src/protocol/messages.ts';
import type { GanttUi } from '../../../../webview/gantt/uiState.ts';
import { buildHeldSample, buildSample } from './samplePlan.ts';
import { packCommits, type DaysByTask } from './commitsOf.ts';
import { buildView, snapshotOf } from './buildView.ts';

/** Runs in the browser: the chart alone, with a host that writes down what it is asked for. */
const asked: unknown[][] = [];
const said: string[] = [];
let kept: GanttUi | undefined;
let revision = 1;
/** What the host says of the commits: nothing until the test sets it. */
let commitDays: CommitDays | undefined;
let committed = (): void => undefined;

const actions: PanelActions = {
  run: intent => {
    asked.push(['run', intent]);
    return Promise.resolve({ ok: true, value: { title: 'Done', id: undefined } });
  },
  runAll: intents => {
    const [first] = intents;
    asked.push(first && intents.length === 1 ? ['run', first] : ['runAll', ...intents]);
    return Promise.resolve({ ok: true, value: { title: 'Done', id: undefined } });
  },
  undo: () => asked.push(['undo']),
  redo: () => asked.push(['redo']),
  open: params => asked.push(['open', params]),
  select: id => asked.push(['select', id]),
  pick: (what, id, others = []) => asked.push(['pick', what, id, ...others]),
  explain: id =>
    Promise.resolve(id === 'T-4FUZ' ? 'Cannot start until T-2PAR "Parser" is finished' : ''),
  drivingPath: id =>
    Promise.resolve(
      id === 'T-2PAR'
        ? { before: ['T-1LEX'], after: ['T-4FUZ', 'M-5REL'], links: [['T-1LEX', 'T-2PAR']] }
        : undefined,
    ),
  plan: () => Promise.resolve(undefined),
  riskHistory: () => Promise.resolve(undefined),
  forecast: () => Promise.resolve(undefined),
  forecastHistory: () => Promise.resolve(undefined),
  calibration: () => Promise.resolve(undefined),
  stopForecast: () => undefined,
  commitDays: () => {
    asked.push(['commitDays']);
    return Promise.resolve(commitDays);
  },
  onCommitted: tell => {
    committed = tell;
    return { dispose: () => (committed = () => undefined) };
  },
  people: () => Promise.resolve(undefined),
  person: () => Promise.resolve(undefined),
  reliefs: () => Promise.resolve([]),
  levelling: () => Promise.resolve(undefined),
  report: () => Promise.resolve(undefined),
  progress: () => Promise.resolve(undefined),
  comparison: () => Promise.reject(new Error('The chart compares nothing')),
  freezeReport: () => Promise.resolve(false),
  money: () => Promise.resolve(undefined),
  save: wish => asked.push(['save', wish]),
  onSimulated: () => ({ dispose: () => undefined }),
  announce: text => said.push(text),
  tellMore: text => said.push(text),
  refuse: text => said.push(text),
};
const memory: UiMemory<GanttUi> = {
  read: () => kept,
  write: state => {
    kept = state;
  },
};

let chart = createGanttChart(actions, memory);
document.body.append(chart.element);

const page = {
  asked,
  said,
  show: (rows?: Parameters<typeof buildView>) => {
    revision += 1;
    chart.show(snapshotOf(rows ? buildView(...rows) : buildSample(), revision));
  },
  /** The sample after an item has got another title from outside. */
  showRetitled: (id: string, title: string) => {
    revision += 1;
    const view = buildSample();
    const titles = view.rows.title.with(view.rows.id.indexOf(id), title);
    chart.show(snapshotOf({ ...view, rows: { ...view.rows, title: titles } }, revision));
  },
  /** The sample after an item has been moved by a day from outside. */
  showMoved: (id: string) => {
    revision += 1;
    const view = buildSample();
    const row = view.rows.id.indexOf(id);
    for (const times of [view.rows.start, view.rows.finish]) {
      times[row] = (times[row] ?? 0) + 1440;
    }
    chart.show(snapshotOf(view, revision));
  },
  showHeld: () => {
    revision += 1;
    chart.show(snapshotOf(buildHeldSample(), revision));
  },
  /** A picture as the bytes of a file; empty where there is none. */
  picture: async (wish: PictureWish): Promise<readonly number[]> => {
    return [...((await chart.picture?.(wish)) ?? [])];
  },
  /** Other commits from now on, as the editor tells of them. */
  commit: (told: DaysByTask) => {
    commitDays = packCommits(told);
    committed();
  },
  reveal: (id: string | null) => chart.reveal(id),
  focus: () => chart.focus(),
  /** What axe finds, colours aside: the page has no theme. */
  findBarriers: async (): Promise<readonly string[]> => {
    const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
    const pageRules = {
      'landmark-one-main': { enabled: false },
      'page-has-heading-one': { enabled: false },
    };
    const { violations } = await window.axe.run(document.body, {
      rules: { ...rules, ...pageRules },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join('  ')}`);
  },
  /** Where an instant lies in the window, by what the chart says about itself. */
  xOf: (instant: number): number => {
    const canvas = chart.element.querySelector('canvas')?.getBoundingClientRect();
    const { leftAt = 0, pxPerDay = 0 } = kept ?? {};
    return (canvas?.left ?? 0) + ((instant - leftAt) * pxPerDay) / 1440;
  },
  press: (key: string) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })),
  /** A chart that remembers nothing, before its first plan. */
  beginAnew: () => {
    chart.dispose();
    chart.element.remove();
    kept = undefined;
    chart = createGanttChart(actions, memory);
    document.body.append(chart.element);
  },
  restart: () => {
    chart.dispose();
    chart.element.remove();
    chart = createGanttChart(actions, memory);
    document.body.append(chart.element);
    page.show();
  },
};

declare global {
  interface Window {
    gantt: typeof page;
    axe: typeof axe;
  }
}
window.gantt = page;
