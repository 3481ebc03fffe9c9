/** Variables that make git the same for everyone. */
export const plainGit: Readonly<Record<string, string>>;

/** Copies a fixture by name, or a folder by path, into a repository of its own; undefined: empty. */
export function copyFixture(name: string | undefined): string;
