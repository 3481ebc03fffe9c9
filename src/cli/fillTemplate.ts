import { ok, type Result } from '../core/base/result.ts';
import { ProjectStore } from '../core/store/projectStore.ts';
import { cannotRun, type CliContext, type CliFailure } from './cliCommand.ts';
import { findTakenIds } from './knownIds.ts';
import type { PlanPlace } from './planPlace.ts';
import { templateChanges, templatePeople, type TemplateName } from './templates.ts';

/** Puts a template's items into a new plan, and answers with their ids. */
export async function fillTemplate(
  template: TemplateName,
  { folder, files }: PlanPlace,
  ctx: CliContext,
): Promise<Result<readonly string[], CliFailure>> {
  const store = await ProjectStore.open(files);
  const takenIds = await findTakenIds(ctx, { snapshot: store.snapshot, folder });
  const changes = templateChanges(template, takenIds, ctx.host.random);
  const written = await store.apply(
    [...templatePeople(template), ...changes],
    `Begin with the template ${template}`,
  );
  if (!written.ok) return cannotRun(written.error, folder);
  return ok(changes.map(change => change.id));
}
