import path from 'node:path';
import { ok, type Result } from '../../core/base/result.ts';
import { encodeUtf8 } from '../../core/base/utf8.ts';
import { newItemText } from '../../core/format/newItemText.ts';
import type { PlainValue } from '../../core/model/change.ts';
import { formatDay } from '../../core/model/instant.ts';
import { createProblem } from '../../core/model/problem.ts';
import { formatVersion } from '../../core/model/project.ts';
import { ProjectStore } from '../../core/store/projectStore.ts';
import {
  cannotRun,
  misused,
  type CliCall,
  type CliContext,
  type CliFailure,
  type CliResult,
} from '../cliCommand.ts';
import { findTakenIds } from '../knownIds.ts';
import { placeOf, todayOf, type PlanPlace } from '../openPlan.ts';
import { plural } from '../printProblems.ts';
import { probeFolder } from '../probeFolder.ts';
import { oneLine } from '../terminalText.ts';
import { templateChanges, templateNames, type TemplateName } from '../templates.ts';

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
  const { problem } = await probeFolder(ctx, folder);
  if (problem) return cannotRun({ ...problem, file: undefined });
  const name = values['name'] ?? path.basename(ctx.workspace);
  const text = newItemText('project', projectFields(name, ctx));
  if (!(await files.write('project.yaml', encodeUtf8(text), undefined))) {
    return cannotRun(
      createProblem('command-refused', `There is a plan in ${folder} already; nothing was changed`),
    );
  }
  const added = await fillIn(template, place.value, ctx);
  if (!added.ok) return added;
  return ok({
    kind: 'init',
    data: { folder, file: `${folder}/project.yaml`, template, added: added.value },
    text: madeText(name, folder, added.value.length),
    problems: [],
    folder,
  });
}

function projectFields(name: string, ctx: CliContext): Readonly<Record<string, PlainValue>> {
  return {
    version: formatVersion,
    name,
    start: formatDay(todayOf(ctx)),
    calendar: 'standard',
    calendars: {
      standard: {
        title: 'Standard',
        hours: { 'mon-fri': '09:00-13:00 14:00-18:00', 'sat-sun': 'off' },
      },
    },
  };
}

/** The ids of what the template brings. */
async function fillIn(
  template: TemplateName,
  { folder, files }: PlanPlace,
  ctx: CliContext,
): Promise<Result<readonly string[], CliFailure>> {
  const store = await ProjectStore.open(files);
  const takenIds = await findTakenIds(ctx, { snapshot: store.snapshot, folder });
  const changes = templateChanges(template, takenIds, ctx.host.random);
  const written = await store.apply(changes, `Begin with the template ${template}`);
  if (!written.ok) return cannotRun(written.error, folder);
  return ok(changes.map(change => change.id));
}

function madeText(name: string, folder: string, count: number): string {
  const items = count === 0 ? '' : ` with ${plural(count, 'item')}`;
  const next =
    count === 0
      ? 'gantry add task "Title" makes the first task, gantry import FILE --from mspdi brings a plan in'
      : 'gantry schedule shows the dates, gantry set changes them to yours';
  return `Made the plan "${oneLine(name)}" in ${folder}${items}\n${next}\n`;
}
