// The words of generated plans: enough of them that titles differ and searching finds something.
export const verbs = [
  'Design',
  'Build',
  'Test',
  'Review',
  'Document',
  'Measure',
  'Migrate',
  'Extend',
  'Replace',
  'Harden',
  'Release',
  'Translate',
] as const;

export const things = [
  'sign-in',
  'search index',
  'billing page',
  'import of old records',
  'sensor driver',
  'nightly report',
  'map view',
  'message queue',
  'audit trail',
  'mobile layout',
  'backup',
  'access rules',
  'public API',
  'price list',
  'label printer',
  'offline mode',
] as const;

export const phases = ['Groundwork', 'First use', 'Rollout', 'Polish', 'Handover'] as const;

export const people = [
  'Ada',
  'Grace',
  'Edsger',
  'Barbara',
  'Donald',
  'Margaret',
  'Alan',
  'Hedy',
  'Ken',
  'Radia',
  'Niklaus',
  'Sophie',
] as const;

export const riskEvents = [
  ['Supplier delivers late', 'the one supplier of the part is overbooked'],
  ['Key person leaves', 'one person alone knows the module'],
  ['Load is higher than planned', 'the pilot had a tenth of the users'],
  ['Rules change', 'the authority has announced a revision'],
  ['Licence gets dearer', 'the contract ends this year'],
  ['Data is dirtier than thought', 'only a sample was checked'],
] as const;
