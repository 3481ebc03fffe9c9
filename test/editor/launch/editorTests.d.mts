/** The sessions of tests inside the editor, with their test files relative to the root. */
export function findSessions(
  filters?: readonly string[],
): readonly { readonly name: string; readonly files: readonly string[] }[];
