import { commands, ConfigurationTarget, l10n, Uri, window, workspace } from 'vscode';
import { mendGitignore, type Mend } from '../../core/store/planFolder.ts';
import { writeNewProject } from '../../core/store/writeNewProject.ts';
import { readClock } from '../clock.ts';
import { copyExample } from '../example.ts';
import { say, showProblem } from '../notices.ts';
import type { OpenPlan } from '../openPlan.ts';
import { openPlanFile } from '../openItem.ts';
import { alone, askChoice, askText, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

/** Makes a plan: one small file, and the rest grows from commands. */
export async function initPlan(bench: Workbench, given?: OpenPlan): Promise<void> {
  const title = l10n.t('Create a Plan');
  const plan = given ?? (await findFolder(bench, title));
  if (!plan) return;
  if (plan.exists) {
    say(l10n.t('{0} has a plan already', plan.folder.name));
    bench.panels.open(plan, { view: 'gantt' });
    return;
  }
  const name = await valueOf(
    askText(
      {
        prompt: l10n.t('What is the project called?'),
        value: plan.folder.name,
        refuse: text => (text === '' ? l10n.t('A few words are needed') : undefined),
      },
      alone(title),
    ),
  );
  if (name !== undefined && (await makePlan(bench, plan, name))) {
    await openPlanFile(plan, 'project.yaml');
    await commands.executeCommand('gantry.plan.focus');
  }
}

/** The plan of the only workspace folder, or of the one that a person picks. */
export async function findFolder(bench: Workbench, title: string): Promise<OpenPlan | undefined> {
  await bench.plans.loadAll();
  const [only, ...others] = bench.plans.all;
  if (others.length === 0) return only;
  const choices = bench.plans.all.map(plan => ({
    label: plan.folder.name,
    description: plan.exists ? l10n.t('has a plan') : '',
    value: plan,
  }));
  return valueOf(askChoice({ prompt: l10n.t('In which folder?'), choices }, alone(title)));
}

/** Writes nothing while the folder's name is taken or ignored: then the mend is offered. */
export async function makePlan(bench: Workbench, plan: OpenPlan, name: string): Promise<boolean> {
  const loaded = await plan.load();
  const { problem, mends } = await loaded.probe();
  if (problem) {
    await mend(plan, problem.message, mends);
    return false;
  }
  const today = readClock();
  const isMade = await loaded.create(files => writeNewProject(files, { name, today }));
  if (!isMade) bench.log.warn(`${plan.folderName}/project.yaml is there already`);
  return isMade;
}

/** Offers what makes the plan folder usable. */
export async function mendFolder(bench: Workbench): Promise<void> {
  await bench.plans.loadAll();
  for (const plan of bench.plans.all) {
    const { problem, mends } = await (await plan.load()).probe();
    if (problem) return mend(plan, problem.message, mends);
  }
  say(l10n.t('Nothing is wrong with the plan folder'));
}

async function mend(plan: OpenPlan, message: string, mends: readonly Mend[]): Promise<void> {
  const choices = mends.map(each => ({ ...describeMend(each), value: each }));
  const chosen = await valueOf(
    askChoice({ prompt: message, choices }, alone(l10n.t('Plan Folder'))),
  );
  if (chosen?.kind === 'unignore') await unignore(plan, chosen.lines);
  if (chosen?.kind === 'otherFolder') await useFolder(plan, chosen.folder);
}

function describeMend(mend: Mend): { readonly label: string; readonly description: string } {
  switch (mend.kind) {
    case 'unignore':
      return {
        label: l10n.t('Add {0} to .gitignore', mend.lines.join(' ')),
        description: l10n.t('git keeps the plan from now on'),
      };
    case 'otherFolder':
      return {
        label: l10n.t('Keep the plan in {0}', mend.folder),
        description: l10n.t('changes the setting gantry.folder'),
      };
  }
}

async function useFolder(plan: OpenPlan, folder: string): Promise<void> {
  const isOnly = workspace.workspaceFolders?.length === 1;
  const target = isOnly ? ConfigurationTarget.Workspace : ConfigurationTarget.WorkspaceFolder;
  await workspace.getConfiguration('gantry', plan.folder).update('folder', folder, target);
  say(l10n.t('The plan is kept in {0}', folder));
}

/** Appends lines; what stands in the file already stays as it is. */
async function unignore(plan: OpenPlan, lines: readonly string[]): Promise<void> {
  const file = Uri.joinPath(plan.folder.uri, '.gitignore');
  await workspace.fs.writeFile(file, mendGitignore(await readIfThere(file), lines));
  const { problem } = await (await plan.load()).probe();
  if (problem) showProblem(problem);
  else say(l10n.t('Git keeps {0} from now on', plan.folderName));
}

async function readIfThere(file: Uri): Promise<Uint8Array | undefined> {
  const names = await workspace.fs.readDirectory(Uri.joinPath(file, '..'));
  if (!names.some(([name]) => name === '.gitignore')) return undefined;
  return workspace.fs.readFile(file);
}

/** Opens a copy of the example: in a window of its own, unless this one is empty. */
export async function openExample(bench: Workbench): Promise<void> {
  const folder = await copyExample(bench.extensionUri, bench.storageUri);
  const forceNewWindow = (workspace.workspaceFolders?.length ?? 0) > 0;
  await commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
  if (forceNewWindow)
    void window.setStatusBarMessage(l10n.t('The example opens in a window of its own'), 5000);
}
