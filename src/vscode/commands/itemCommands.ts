// What changes items, loaded together: most of it is shared, and many small parts make the package larger.
export * from './acceptProposals.ts';
export * from './addActionTasks.ts';
export * from './addTaskFromNote.ts';
export * from './assignWhoeverCan.ts';
export * from './filterPlan.ts';
export * from './itemState.ts';
export * from './linkTasks.ts';
export * from './moveItem.ts';
export * from './riskFlows.ts';
export * from './setField.ts';
export * from './supersedeDecision.ts';
export * from './takeBaseline.ts';
export * from './tickAcceptance.ts';
