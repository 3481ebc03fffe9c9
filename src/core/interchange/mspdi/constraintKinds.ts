/** The constraints by the numbers of the format. */
export const constraintKinds = [
  'ASAP',
  'ALAP',
  'MSO',
  'MFO',
  'SNET',
  'SNLT',
  'FNET',
  'FNLT',
] as const;
