/** `error`: part of the plan cannot be used. `warning`: it can, but is likely wrong. `info`: worth knowing. */
export const severities = ['error', 'warning', 'info'] as const;
export type Severity = (typeof severities)[number];
