/** Every unit test file, relative to the root. */
export function findUnitTests(filters?: readonly string[]): readonly string[];

/** Every journey through the editor, likewise. */
export function findJourneys(filters?: readonly string[]): readonly string[];

/** Long tests that prove nothing about time zones, and are not run again in another one. */
export const sameInAnyZone: readonly string[];
