import { l10n } from 'vscode';
import { createProblem } from '../../core/model/problem.ts';
import { findAble, type AblePerson } from '../../core/people/findAble.ts';
import { createScheduler } from '../../core/schedule/scheduler.ts';
import { formatShortDay, formatWork } from '../../core/views/dayText.ts';
import { midnightOf } from '../clock.ts';
import { findTarget, itemAt } from '../itemChoice.ts';
import { runIntent, showProblem } from '../notices.ts';
import { alone, askChoice, valueOf } from '../steps.ts';
import type { Workbench } from '../workbench.ts';
import { isOpen, selectEdited } from './itemState.ts';

/** Gives a task to somebody who has the skills: who has the time and is done first stands first. */
export async function assignWhoeverCan(bench: Workbench, given: unknown): Promise<void> {
  const title = l10n.t('Assign to Whoever Can');
  const target = await findTarget(bench, given, {
    title,
    prompt: l10n.t('Which task is given to somebody?'),
    kinds: ['task'],
    isWanted: isOpen,
  });
  const task = target && itemAt(target);
  if (!target || task?.kind !== 'task') return;
  const views = (await target.plan.load()).views();
  const { plan } = views.snapshot;
  const today = midnightOf(views.now);
  const schedule = createScheduler();
  const able = findAble(plan, task, tried => schedule(tried, { today }));
  if (able.length === 0) {
    const skills = task.skills?.join(', ') ?? l10n.t('a skill of those who have it');
    const message = l10n.t('Nobody who is here has {0} for "{1}"', skills, task.title);
    showProblem(createProblem('command-refused', message));
    return;
  }
  const tell = (person: AblePerson): string => {
    const done = l10n.t('done {0}', formatShortDay(person.finish - 1, today));
    const over = formatWork(person.over, plan.project.durationScale.minutesPerDay);
    const time =
      person.over === 0 ? l10n.t('has the time') : l10n.t('would have {0} too much', over);
    return `${time}, ${done}`;
  };
  const choices = able.map(person => ({
    label: person.name,
    description: tell(person),
    value: person.person,
  }));
  const prompt = l10n.t('Who does "{0}"? Those who have the time come first', task.title);
  const person = await valueOf(askChoice({ prompt, choices }, alone(title)));
  if (person === undefined) return;
  const done = await runIntent(target.plan, {
    command: 'assign',
    input: { id: target.id, people: [person] },
  });
  selectEdited(bench, target.plan, done);
}
