import { l10n } from 'vscode';
import { branchNameFor, withTrailer } from '../../core/commits/branchName.ts';
import { idsInBranch } from '../../core/commits/idsInText.ts';
import { createProblem } from '../../core/model/problem.ts';
import type { Project } from '../../core/model/project.ts';
import type { Task } from '../../core/model/task.ts';
import { isOpen } from '../../core/views/findItems.ts';
import { findEditorRepository, type EditorRepository } from '../code/gitExtension.ts';
import { findTarget, itemAt } from '../itemChoice.ts';
import type { ItemElement } from '../itemElement.ts';
import { runIntent, say, showProblem } from '../notices.ts';
import { alone, askChoice, askText, valueOf, type Choice } from '../steps.ts';
import type { Workbench } from '../workbench.ts';

/** Makes the branch for a task, begins it, and gives it to whoever works here. */
export async function startWork(bench: Workbench, given: unknown): Promise<void> {
  const title = l10n.t('Start Work');
  const target = await findTarget(bench, given, {
    title,
    prompt: l10n.t('Which task is being worked on?'),
    kinds: ['task'],
    isWanted: isOpen,
  });
  const task = target && itemAt(target);
  if (!target || task?.kind !== 'task') return;
  const repository = await findEditorRepository(target.plan.folder.uri);
  if (repository && !(await openBranch(repository, task, title))) return;
  const isFree = task.assignees.length === 0;
  const person = isFree ? await findPerson(target, repository, title) : undefined;
  if (person !== undefined) {
    await runIntent(target.plan, { command: 'assign', input: { id: task.id, people: [person] } });
  }
  if (task.status === 'todo' || task.status === 'blocked') {
    const input = { id: task.id, status: 'doing' as const };
    await runIntent(target.plan, { command: 'setStatus', input });
  }
  if (!repository) say(l10n.t('There is no git repository here, so no branch was made'));
  else if (repository.inputBox.value.trim() === '') {
    repository.inputBox.value = withTrailer('', task.id);
  }
}

/** False when nobody wants a branch after all, or git refuses. */
async function openBranch(
  repository: EditorRepository,
  task: Task,
  title: string,
): Promise<boolean> {
  const present = repository.state.HEAD?.name ?? '';
  if (idsInBranch(present).includes(task.id)) return true;
  const prompt = l10n.t('The branch for {0}', task.id);
  const value = branchNameFor(task.id, task.title);
  const name = await valueOf(askText({ prompt, value, refuse: refuseName }, alone(title)));
  if (name === undefined) return false;
  try {
    const isThere = await repository.getBranch(name).then(Boolean, () => false);
    if (isThere) await repository.checkout(name);
    else await repository.createBranch(name, true);
    return true;
  } catch (failure) {
    const why = failure instanceof Error ? failure.message : String(failure);
    const message = l10n.t('Git did not make the branch {0}: {1}', name, why);
    showProblem(createProblem('command-refused', message));
    return false;
  }
}

/** Git has more rules; what it refuses it says itself. */
function refuseName(name: string): string | undefined {
  const isFine = /^[^\s~^:?*[\\-][^\s~^:?*[\\]*$/.test(name) && !name.includes('..');
  return isFine ? undefined : l10n.t('This is no name for a branch');
}

/** Who works here, by the name that git knows; asked for where the plan has no such person. */
async function findPerson(
  { plan }: ItemElement,
  repository: EditorRepository | undefined,
  title: string,
): Promise<string | undefined> {
  const project = plan.loaded?.views().snapshot.plan.project;
  if (!project || project.people.size === 0) return undefined;
  const name = await repository?.getConfig('user.name').catch(() => '');
  const known = name === undefined || name === '' ? undefined : personNamed(project, name);
  if (known !== undefined) return known;
  const people: readonly Choice<string | undefined>[] = [...project.people].map(
    ([key, person]) => ({
      label: person.name,
      description: key,
      value: key,
    }),
  );
  const nobody = { label: l10n.t('Leave it as it is'), description: '', value: undefined };
  const prompt = l10n.t('Who works on it?');
  return valueOf(askChoice({ prompt, choices: [...people, nobody] }, alone(title)));
}

function personNamed({ people }: Project, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const found = [...people].find(
    ([key, person]) => key.toLowerCase() === wanted || person.name.toLowerCase() === wanted,
  );
  return found?.[0];
}

/** Puts the trailer of a task into the message of the next commit: that of the branch, or one picked. */
export async function nameTaskInMessage(bench: Workbench, given: unknown): Promise<void> {
  await bench.plans.loadAll();
  const [plan] = bench.plans.existing;
  const repository = plan && (await findEditorRepository(plan.folder.uri));
  if (!repository) {
    const message = l10n.t('There is no git repository here');
    return showProblem({ ...createProblem('command-refused', message), severity: 'warning' });
  }
  const tasks = plan.loaded?.views().snapshot.plan.tasks;
  const named = idsInBranch(repository.state.HEAD?.name ?? '').find(id => tasks?.has(id));
  const isItem = typeof given === 'object' && given !== null && 'kind' in given;
  const target = await findTarget(bench, isItem ? given : named, {
    title: l10n.t('Name the Task in the Commit Message'),
    prompt: l10n.t('What is this commit for?'),
    kinds: ['task'],
    isWanted: isOpen,
  });
  if (!target) return;
  repository.inputBox.value = withTrailer(repository.inputBox.value, target.id);
}
