import { addItem } from './addItem.ts';
import { assign } from './assign.ts';
import type { Command } from './command.ts';
import { completeItem } from './completeItem.ts';
import { dropItem } from './dropItem.ts';
import type { CommandInputs, CommandName } from './inputs.ts';
import { linkCode } from './linkCode.ts';
import { linkTasks } from './linkTasks.ts';
import { moveItem } from './moveItem.ts';
import { removeItem } from './removeItem.ts';
import { renameItem } from './renameItem.ts';
import { reopenItem } from './reopenItem.ts';
import { rescheduleTask } from './rescheduleTask.ts';
import { restoreItem } from './restoreItem.ts';
import { setFields } from './setFields.ts';
import { unlinkCode } from './unlinkCode.ts';
import { unlinkTasks } from './unlinkTasks.ts';

/** One entry for each command: what it is called for people, and what it does. */
export const commandTable: {
  readonly [Name in CommandName]: {
    readonly title: string;
    readonly run: Command<CommandInputs[Name]>;
  };
} = {
  addItem: { title: 'Add item', run: addItem },
  setFields: { title: 'Set fields', run: setFields },
  moveItem: { title: 'Move in the outline', run: moveItem },
  rescheduleTask: { title: 'Move or resize in time', run: rescheduleTask },
  linkTasks: { title: 'Link tasks', run: linkTasks },
  unlinkTasks: { title: 'Unlink tasks', run: unlinkTasks },
  linkCode: { title: 'Link to code', run: linkCode },
  unlinkCode: { title: 'Unlink from code', run: unlinkCode },
  assign: { title: 'Assign', run: assign },
  completeItem: { title: 'Complete', run: completeItem },
  reopenItem: { title: 'Reopen', run: reopenItem },
  dropItem: { title: 'Drop', run: dropItem },
  removeItem: { title: 'Remove', run: removeItem },
  restoreItem: { title: 'Restore', run: restoreItem },
  renameItem: { title: 'Change the id', run: renameItem },
};
