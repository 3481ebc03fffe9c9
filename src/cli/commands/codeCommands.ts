// What tells of links to code and of commits, loaded together: most of it is shared.
export * as evidence from './evidence.ts';
export * as impact from './impact.ts';
export * as links from './links.ts';
export * as log from './log.ts';
export * as proposals from './proposals.ts';
