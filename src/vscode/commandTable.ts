import { commands } from 'vscode';
import { DisposableStore, type Disposable } from '../core/base/disposable.ts';
import { showProblem } from './notices.ts';
import { createProblem } from '../core/model/problem.ts';
import type { Workbench } from './workbench.ts';

/** What a menu or a key hands over: an item, an id, the word `selected`, or nothing;
 * the explorer also everything that is selected in it. */
type Run = (bench: Workbench, given: unknown, all: unknown) => unknown;

const items = () => import('./commands/itemCommands.ts');
const adding = () => import('./commands/addItem.ts');
const views = () => import('./commands/openViews.ts');
const charts = () => import('./commands/exportChart.ts');
const work = () => import('./commands/startWork.ts');
const folder = () => import('./commands/planFolder.ts');

/** Every command of package.json by its name after `gantry.`. What it needs is loaded with its first use. */
export const commandTable: Readonly<Record<string, Run>> = {
  openPanel: async bench => (await views()).openPanel(bench),
  openGantt: async bench => (await views()).openPanel(bench, 'gantt'),
  openTable: async bench => (await views()).openPanel(bench, 'gantt', { asTable: true }),
  openRisks: async bench => (await views()).openPanel(bench, 'risks'),
  openForecast: async bench => (await views()).openPanel(bench, 'forecast'),
  openPeople: async bench => (await views()).openPanel(bench, 'people'),
  openMoney: async bench => (await views()).openPanel(bench, 'money'),
  openReport: async bench => (await views()).openPanel(bench, 'report'),
  comparePlan: async bench => (await import('./commands/comparePlan.ts')).comparePlan(bench),
  openItem: async (bench, given) => (await views()).openItem(bench, given),
  openCode: async (bench, given) => (await views()).openCode(bench, given),
  openProblem: async (_bench, given) => (await views()).openProblem(given),
  revealInGantt: async (bench, given) => (await views()).revealInGantt(bench, given),
  why: async (bench, given) => (await import('./commands/why.ts')).why(bench, given),
  goToItem: async bench => (await views()).goToItem(bench),
  filterPlan: async bench => (await items()).filterPlan(bench),
  clearFilter: bench => bench.planFilter.set('', undefined),
  copyId: async (bench, given) => (await views()).copyId(bench, given),
  showProblems: async () => (await views()).showProblems(),

  addItem: async (bench, given) => (await adding()).addItem(bench, given),
  addTask: async (bench, given) => (await adding()).addItemOfKind(bench, given, 'task'),
  addMilestone: async bench => (await adding()).addItemOfKind(bench, undefined, 'milestone'),
  addRisk: async bench => (await adding()).addItemOfKind(bench, undefined, 'risk'),
  addDecision: async bench => (await adding()).addItemOfKind(bench, undefined, 'decision'),
  addNote: async bench => (await adding()).addItemOfKind(bench, undefined, 'note'),

  setField: async (bench, given) => (await items()).setField(bench, given),
  moveItem: async (bench, given) => (await items()).moveItem(bench, given),
  linkTasks: async (bench, given) => (await items()).linkTasks(bench, given),
  unlinkTasks: async (bench, given) => (await items()).unlinkTasks(bench, given),
  linkCode: async (bench, given) => (await import('./commands/linkCode.ts')).linkCode(bench, given),
  openLinkedCode: async (_bench, given) => (await views()).openLinkedCode(given),
  linkFile: async (bench, given, all) =>
    (await import('./commands/linkCode.ts')).linkFile(bench, given, all),
  startWork: async (bench, given) => (await work()).startWork(bench, given),
  nameTaskInMessage: async (bench, given) => (await work()).nameTaskInMessage(bench, given),
  reviewLinks: async bench => (await import('./commands/reviewLinks.ts')).reviewLinks(bench),
  addTaskFromNote: async (bench, given) => (await items()).addTaskFromNote(bench, given),
  acceptProposals: async (bench, given) => (await items()).acceptProposals(bench, given),
  showImpact: async bench => (await import('./commands/showImpact.ts')).showImpact(bench),
  closeImpact: async bench => (await import('./commands/showImpact.ts')).closeImpact(bench),
  findNotes: async bench => (await import('./commands/findNotes.ts')).findNotes(bench),
  unlinkCode: async (bench, given) =>
    (await import('./commands/linkCode.ts')).unlinkCode(bench, given),

  assign: async (bench, given) => (await items()).assignItem(bench, given),
  assignWhoeverCan: async (bench, given) => (await items()).assignWhoeverCan(bench, given),
  startTask: async (bench, given) => (await items()).startTask(bench, given),
  completeItem: async (bench, given) => (await items()).completeItem(bench, given),
  reopenItem: async (bench, given) => (await items()).reopenItem(bench, given),
  dropItem: async (bench, given) => (await items()).dropItem(bench, given),
  removeItem: async (bench, given) => (await items()).removeItem(bench, given),
  restoreItem: async bench => (await items()).restoreItem(bench),
  renameItem: async (bench, given) => (await items()).renameItem(bench, given),
  markOccurred: async (bench, given) => (await items()).markOccurred(bench, given),
  tickAcceptance: async (bench, given) => (await items()).tickAcceptance(bench, given),
  addActionTasks: async (bench, given) => (await items()).addActionTasks(bench, given),
  supersedeDecision: async (bench, given) => (await items()).supersedeDecision(bench, given),
  reviewRisk: async (bench, given) => (await items()).reviewRisk(bench, given),
  undo: async bench => (await items()).undoChange(bench),
  redo: async bench => (await items()).redoChange(bench),

  init: async bench => (await folder()).initPlan(bench),
  openExample: async bench => (await folder()).openExample(bench),
  mendFolder: async bench => (await folder()).mendFolder(bench),
  settleOutside: async bench =>
    (await import('./commands/settleOutside.ts')).settleOutside(bench.plans.all),
  resolveConflicts: async bench =>
    (await import('./commands/resolveConflicts.ts')).resolveConflicts(bench.plans.all),
  importPlan: async bench => (await import('./commands/importPlan.ts')).importPlan(bench),
  exportPlan: async bench => (await import('./commands/exportPlan.ts')).exportPlan(bench),
  exportChartSvg: async bench => (await charts()).exportChart(bench, undefined, 'svg'),
  exportChartPng: async bench => (await charts()).exportChart(bench, undefined, 'png'),
  printChart: async bench => (await charts()).exportChart(bench, undefined, 'print'),
  takeBaseline: async bench => (await items()).takeBaseline(bench),
  refresh: bench => bench.plans.reloadAll(),
  showLog: bench => bench.log.show(),
};

/** The one place where a failure of a command ends: in the log, and in one sentence on the screen. */
export function registerCommands(bench: Workbench): Disposable {
  const owned = new DisposableStore();
  for (const [name, run] of Object.entries(commandTable)) {
    owned.add(
      commands.registerCommand(`gantry.${name}`, async (given: unknown, all: unknown) => {
        try {
          await run(bench, given, all);
        } catch (failure) {
          bench.log.fail(`The command ${name} failed`, failure);
          const why = failure instanceof Error ? failure.message : String(failure);
          showProblem(createProblem('command-refused', `This could not be done: ${why}`));
        }
      }),
    );
  }
  return owned;
}
