// What shows the plan and its dates, loaded together: most of it is shared.
export * as list from './list.ts';
export * as next from './next.ts';
export * as risks from './risks.ts';
export * as schedule from './schedule.ts';
export * as show from './show.ts';
export * as why from './why.ts';
