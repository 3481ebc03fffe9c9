import { linkCode } from './linkCode.ts';
import { mendCode } from './mendCode.ts';
import { unlinkCode } from './unlinkCode.ts';

/** What ties items to code. */
export const codeCommands = {
  linkCode: { title: 'Link to code', run: linkCode },
  mendCode: { title: 'Mend links to code', run: mendCode },
  unlinkCode: { title: 'Unlink from code', run: unlinkCode },
};
