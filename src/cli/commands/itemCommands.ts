// What changes items, loaded together: most of it is shared, and many small parts make the package larger.
export * as actions from './actions.ts';
export * as add from './add.ts';
export * as assign from './assign.ts';
export * as done from './done.ts';
export * as link from './link.ts';
export * as move from './move.ts';
export * as occurred from './occurred.ts';
export * as rename from './rename.ts';
export * as set from './set.ts';
export * as supersede from './supersede.ts';
export * as unlink from './unlink.ts';
