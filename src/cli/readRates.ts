import { parseRates } from '../core/format/parseRates.ts';
import { noRates, type Rates } from '../core/model/moneyRules.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import { privatePath } from '../core/store/planPath.ts';
import type { CliContext } from './cliCommand.ts';
import { openRepository } from './gitAccess.ts';
import type { PlanPlace } from './planPlace.ts';

/** What hours cost, and what is wrong with the file that says so. Without the file nothing is wrong. */
export async function readRates(
  { files, folder }: PlanPlace,
  ctx: CliContext,
): Promise<{ readonly rates: Rates; readonly problems: readonly Problem[] }> {
  const bytes = await files.read(privatePath);
  if (!bytes) return { rates: noRates, problems: [] };
  const { rates, problems } = parseRates(privatePath, bytes);
  const repository = await openRepository(ctx);
  const isPublished = repository && !(await repository.isKeptOut(`${folder}/${privatePath}`));
  return {
    rates: rates ?? noRates,
    problems: isPublished ? [...problems, published(folder)] : problems,
  };
}

function published(folder: string): Problem {
  const message = `Git does not ignore ${folder}/${privatePath}, so that rates would be published; write ${privatePath} into ${folder}/.gitignore, and take the file out of git where it is in it: git rm --cached ${folder}/${privatePath}`;
  return createProblem('private-tracked', message, { file: privatePath });
}
