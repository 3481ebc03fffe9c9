// What tells of people, money and progress, loaded together: most of it is shared.
export * as draft from './draft.ts';
export * as money from './money.ts';
export * as people from './people.ts';
export * as progress from './progress.ts';
export * as report from './report.ts';
