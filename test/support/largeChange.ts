import type { Change } from '../../src/core/model/change.ts';

/** Texts of some thousand bytes for three files as one change; one of the files is new. */
export const largeChange: readonly Change[] = [
  { kind: 'set', id: 'T-AAAA', field: ['description'], value: 'A '.repeat(4000) },
  { kind: 'set', id: 'T-BBBB', field: ['description'], value: 'B '.repeat(4000) },
  { kind: 'add', id: 'T-CCCC', fields: { title: 'C', description: 'C '.repeat(4000) } },
];
