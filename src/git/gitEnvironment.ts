/**
 * Keys that would point git at another repository or index than the workspace folder's, as they are
 * set inside of a hook.
 */
const redirecting = new Set([
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_NAMESPACE',
]);

/**
 * Set for every process: git asks nobody, takes no lock for mere reading, and speaks one language. It
 * fetches nothing, since in a partial clone the repository itself names the program for that; an
 * older git knows only the second word for it, which allows a protocol that there is not.
 */
const fixed = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_ALLOW_PROTOCOL: 'none',
  LC_ALL: 'C',
} as const;

export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment for git: all of the user's own, but for what leads to another repository. */
export function gitEnvironment(environment: Environment): Readonly<Record<string, string>> {
  const kept = Object.entries(environment).flatMap(([key, value]): [string, string][] =>
    value === undefined || redirecting.has(key.toUpperCase()) ? [] : [[key, value]],
  );
  return { ...Object.fromEntries(kept), ...fixed };
}
