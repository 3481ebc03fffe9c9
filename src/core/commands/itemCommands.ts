import { addItem } from './addItem.ts';
import { assign } from './assign.ts';
import { completeItem } from './completeItem.ts';
import { dropItem } from './dropItem.ts';
import { removeItem } from './removeItem.ts';
import { renameItem } from './renameItem.ts';
import { reopenItem } from './reopenItem.ts';
import { restoreItem } from './restoreItem.ts';
import { setFields } from './setFields.ts';
import { supersedeDecision } from './supersedeDecision.ts';
import { setProgress, setStatus } from './setStatus.ts';

/** The commands that change what an item says of itself. */
export const itemCommands = {
  addItem: { title: 'Add item', run: addItem },
  setFields: { title: 'Set fields', run: setFields },
  assign: { title: 'Assign', run: assign },
  completeItem: { title: 'Complete', run: completeItem },
  reopenItem: { title: 'Reopen', run: reopenItem },
  dropItem: { title: 'Drop', run: dropItem },
  setStatus: { title: 'Set the status', run: setStatus },
  setProgress: { title: 'Set the progress', run: setProgress },
  removeItem: { title: 'Remove', run: removeItem },
  restoreItem: { title: 'Restore', run: restoreItem },
  supersedeDecision: { title: 'Supersede', run: supersedeDecision },
  renameItem: { title: 'Change the id', run: renameItem },
} as const;
