/** Every unit test file, relative to the root. */
export function findUnitTests(filters?: readonly string[]): readonly string[];

/** Every journey through the editor, likewise. */
export function findJourneys(filters?: readonly string[]): readonly string[];
