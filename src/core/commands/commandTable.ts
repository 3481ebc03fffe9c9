import type { Command } from './command.ts';
import type { CommandInputs, CommandName } from './inputs.ts';
import { itemCommands } from './itemCommands.ts';
import { linkCode } from './linkCode.ts';
import { linkTasks } from './linkTasks.ts';
import { moveItem } from './moveItem.ts';
import { rescheduleTask } from './rescheduleTask.ts';
import { unlinkCode } from './unlinkCode.ts';
import { unlinkTasks } from './unlinkTasks.ts';

/** One entry for each command: what it is called for people, and what it does. */
export const commandTable: {
  readonly [Name in CommandName]: {
    readonly title: string;
    readonly run: Command<CommandInputs[Name]>;
  };
} = {
  ...itemCommands,
  moveItem: { title: 'Move in the outline', run: moveItem },
  rescheduleTask: { title: 'Move or resize in time', run: rescheduleTask },
  linkTasks: { title: 'Link tasks', run: linkTasks },
  unlinkTasks: { title: 'Unlink tasks', run: unlinkTasks },
  linkCode: { title: 'Link to code', run: linkCode },
  unlinkCode: { title: 'Unlink from code', run: unlinkCode },
};
