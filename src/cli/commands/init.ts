import path from 'node:path';
import { ok } from '../../core/base/result.ts';
import { createProblem } from '../../core/model/problem.ts';
import { writeNewProject } from '../../core/store/writeNewProject.ts';
import {
  cannotRun,
  misused,
  type CliCall,
  type CliContext,
  type CliResult,
} from '../cliCommand.ts';
import { fillTemplate } from '../fillTemplate.ts';
import { todayOf } from '../openPlan.ts';
import { placeOf } from '../planPlace.ts';
import { plural } from '../printProblems.ts';
import { probeFolder } from '../probeFolder.ts';
import { oneLine } from '../terminalText.ts';
import { templateNames } from '../templates.ts';

export async function run({ words, values }: CliCall, ctx: CliContext): Promise<CliResult> {
  if (words.length > 0)
    return misused('gantry init takes only options; -C DIR names the workspace folder');
  const template = templateNames.find(name => name === (values['template'] ?? 'blank'));
  if (!template) {
    return misused(
      `There is no template ${values['template'] ?? ''}; use ${templateNames.join(' or ')}`,
    );
  }
  const place = placeOf(ctx);
  if (!place.ok) return place;
  const { folder, files } = place.value;
  if (ctx.isAbove) {
    const message = `There is a plan above this folder, in ${path.join(ctx.workspace, folder)}, and commands find it from here; for a second plan in this folder name it: gantry init -C .`;
    return cannotRun(createProblem('command-refused', message));
  }
  const { problem } = await probeFolder(ctx, folder);
  if (problem) return cannotRun({ ...problem, file: undefined });
  const name = values['name'] ?? path.basename(ctx.workspace);
  if (!(await writeNewProject(files, { name, today: todayOf(ctx) }))) {
    return cannotRun(
      createProblem('command-refused', `There is a plan in ${folder} already; nothing was changed`),
    );
  }
  const added = await fillTemplate(template, place.value, ctx);
  if (!added.ok) return added;
  return ok({
    kind: 'init',
    data: { folder, file: `${folder}/project.yaml`, template, added: added.value },
    text: madeText(name, folder, added.value.length),
    problems: [],
    folder,
  });
}

function madeText(name: string, folder: string, count: number): string {
  const items = count === 0 ? '' : ` with ${plural(count, 'item')}`;
  const next =
    count === 0
      ? 'gantry add task "Title" makes the first task, gantry import FILE --from mspdi brings a plan in'
      : 'gantry schedule shows the dates, gantry set changes them to yours';
  return `Made the plan "${oneLine(name)}" in ${folder}${items}\n${next}\n`;
}
