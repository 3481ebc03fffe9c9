import { commands, l10n, ThemeIcon } from 'vscode';
import { say, showProblem } from '../notices.ts';
import type { LoadedPlan } from '../loadedPlan.ts';
import type { OpenPlan } from '../openPlan.ts';
import { alone, askChoice, valueOf, type Choice } from '../steps.ts';

type Way = 'look' | 'accept' | 'back' | 'trash';

/** What to do about files that another program changed with many others, or took away. */
export async function settleOutside(plans: readonly OpenPlan[]): Promise<void> {
  for (const plan of plans) {
    const loaded = await plan.load();
    const { gone, many } = loaded.outside;
    if (gone.length + many.length > 0) return settle(loaded);
  }
  say(l10n.t('There is nothing to settle: git, a person or Gantry made every change'));
}

async function settle(loaded: LoadedPlan): Promise<void> {
  const { gone, many } = loaded.outside;
  const count = new Set([...gone, ...many]).size;
  const prompt =
    count === 1
      ? l10n.t('{0} was taken away by another program', gone[0] ?? many[0] ?? '')
      : l10n.t('{0} files were changed or taken away by another program', count);
  const choices = [
    ...(gone.length > 0 ? waysForGone(gone.length) : []),
    ...waysForMany(many.length),
  ];
  const title = l10n.t('Changes From Outside');
  const way = await valueOf(askChoice({ prompt, choices }, alone(title)));
  if (way !== undefined) await carryOut(loaded, way);
}

function waysForGone(count: number): readonly Choice<Way>[] {
  return [
    {
      label: l10n.t('Bring back what is gone'),
      iconPath: new ThemeIcon('discard'),
      description: l10n.t('{0} with what they held last', filesText(count)),
      value: 'back',
    },
    {
      label: l10n.t('Let go what is gone'),
      iconPath: new ThemeIcon('trash'),
      description: l10n.t('{0}; “Restore Item” brings it back from the trash', filesText(count)),
      value: 'trash',
    },
  ];
}

function waysForMany(count: number): readonly Choice<Way>[] {
  const look: Choice<Way> = {
    label: l10n.t('Look at the changes'),
    iconPath: new ThemeIcon('git-compare'),
    description: l10n.t('opens Source Control'),
    value: 'look',
  };
  if (count === 0) return [look];
  const accept: Choice<Way> = {
    label: l10n.t('Go on with what is there now'),
    iconPath: new ThemeIcon('check'),
    description: l10n.t('edits are written again'),
    value: 'accept',
  };
  return [accept, look];
}

function filesText(count: number): string {
  return count === 1 ? l10n.t('1 file') : l10n.t('{0} files', count);
}

async function carryOut(loaded: LoadedPlan, way: Way): Promise<void> {
  switch (way) {
    case 'look':
      await commands.executeCommand('workbench.view.scm');
      return;
    case 'accept':
      await loaded.acceptOutside();
      return say(l10n.t('The plan can be edited again'));
    case 'back':
    case 'trash': {
      const problem = await loaded.settleGone(way);
      if (problem) return showProblem(problem);
      await loaded.acceptOutside();
      return say(
        way === 'back' ? l10n.t('The files are back') : l10n.t('The items rest in the trash'),
      );
    }
  }
}
