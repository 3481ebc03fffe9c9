import { checkChanges } from '../store/checkChanges.ts';
import { addActionTasks } from './addActionTasks.ts';
import type { Command } from './command.ts';
import type { CommandInputs, CommandName } from './inputs.ts';
import { itemCommands } from './itemCommands.ts';
import { codeCommands } from './codeCommands.ts';
import { linkTasks } from './linkTasks.ts';
import { markOccurred } from './markOccurred.ts';
import { moveItem } from './moveItem.ts';
import { resolveConflict } from './resolveConflict.ts';
import { relinkTasks } from './relinkTasks.ts';
import { takeBaseline } from './takeBaseline.ts';
import { timeCommands } from './timeCommands.ts';
import { unlinkTasks } from './unlinkTasks.ts';

/** One entry for each command: what it is called for people, and what it does. */
export interface CommandEntry<Input> {
  readonly title: string;
  /**
   * Works the command out. What it answers with can be written: every value and reference was tried
   * on the files of the snapshot. Nothing is changed yet.
   */
  readonly run: Command<Input>;
}

export const commandTable: {
  readonly [Name in CommandName]: CommandEntry<CommandInputs[Name]>;
} = {
  addItem: entry(itemCommands.addItem),
  setFields: entry(itemCommands.setFields),
  assign: entry(itemCommands.assign),
  completeItem: entry(itemCommands.completeItem),
  reopenItem: entry(itemCommands.reopenItem),
  dropItem: entry(itemCommands.dropItem),
  setStatus: entry(itemCommands.setStatus),
  setProgress: entry(itemCommands.setProgress),
  markOccurred: entry({ title: 'Risk has occurred', run: markOccurred }),
  addActionTasks: entry({ title: 'Make tasks of action items', run: addActionTasks }),
  supersedeDecision: entry(itemCommands.supersedeDecision),
  removeItem: entry(itemCommands.removeItem),
  restoreItem: entry(itemCommands.restoreItem),
  renameItem: entry(itemCommands.renameItem),
  moveItem: entry({ title: 'Move in the outline', run: moveItem }),
  rescheduleTask: entry(timeCommands.rescheduleTask),
  levelTasks: entry(timeCommands.levelTasks),
  splitTask: entry(timeCommands.splitTask),
  divideTask: entry(timeCommands.divideTask),
  linkTasks: entry({ title: 'Link tasks', run: linkTasks }),
  relinkTasks: entry({ title: 'Lead a link elsewhere', run: relinkTasks }),
  unlinkTasks: entry({ title: 'Unlink tasks', run: unlinkTasks }),
  linkCode: entry(codeCommands.linkCode),
  mendCode: entry(codeCommands.mendCode),
  unlinkCode: entry(codeCommands.unlinkCode),
  resolveConflict: entry({ title: 'Resolve a conflict', run: resolveConflict }),
  takeBaseline: entry({ title: 'Take baseline', run: takeBaseline }),
};

function entry<Input>({ title, run }: CommandEntry<Input>): CommandEntry<Input> {
  return {
    title,
    run: (ctx, input) => {
      const planned = run(ctx, input);
      if (!planned.ok) return planned;
      const checked = checkChanges(ctx.snapshot, planned.value.changes);
      return checked.ok ? planned : checked;
    },
  };
}
