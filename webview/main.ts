import { createRequester } from '../src/protocol/channel.ts';
import { createGanttChart } from './gantt/createGanttChart.ts';
import { createHost } from './host.ts';
import { Panel, type ViewEntry } from './state/panel.ts';
import { listenToShortcuts } from './state/shortcuts.ts';
import { createUiState } from './state/uiState.ts';

const views: readonly ViewEntry[] = [
  { key: 'gantt', label: 'Gantt', create: ctx => createGanttChart(ctx.actions, ctx.memory()) },
  {
    key: 'risks',
    label: 'Risks',
    create: async ctx => {
      const { createRiskRegister } = await import('./risks/riskRegister.ts');
      return createRiskRegister(ctx.actions, ctx.memory(), ctx.reveal);
    },
  },
  {
    key: 'forecast',
    label: 'Forecast',
    create: async ctx => {
      const { createForecastPart } = await import('./forecast/forecastPart.ts');
      return createForecastPart(ctx.actions, id =>
        ctx.reveal(id.startsWith('R-') ? 'risks' : 'gantt', id),
      );
    },
  },
  {
    key: 'people',
    label: 'People',
    create: async ctx => {
      const { createPeoplePart } = await import('./people/peoplePart.ts');
      const show = (id: string): void => ctx.reveal('gantt', id);
      return createPeoplePart({ actions: ctx.actions, memory: ctx.memory(), show });
    },
  },
  {
    key: 'money',
    label: 'Money',
    create: async ctx => {
      const { createMoneyPart } = await import('./money/moneyPart.ts');
      const show = (id: string): void => ctx.reveal('gantt', id);
      return createMoneyPart({ actions: ctx.actions, memory: ctx.memory(), show });
    },
  },
  {
    key: 'report',
    label: 'Report',
    create: async ctx => {
      const { createReportPart } = await import('./report/reportPart.ts');
      return createReportPart({ actions: ctx.actions, memory: ctx.memory() });
    },
  },
  {
    key: 'compare',
    label: 'Changes',
    create: async ctx => {
      const { createComparePart } = await import('./compare/comparePart.ts');
      const show = (view: 'gantt' | 'risks', id: string): void => ctx.reveal(view, id);
      return createComparePart({ actions: ctx.actions, show });
    },
  },
];

const host = createHost();
const requester = createRequester(message => host.post(message));
host.onMessage(message => requester.receive(message));
const panel = new Panel({
  requester,
  ui: createUiState(host),
  views,
  onFirstPaint: () => void loadToolkit(),
});
listenToShortcuts(panel);
document.body.append(panel.element);
void panel.start();

async function loadToolkit(): Promise<void> {
  const { registerToolkit } = await import('./ui/toolkit.ts');
  registerToolkit();
}
