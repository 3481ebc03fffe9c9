export interface EditorSession {
  readonly name: string;
  /** A fixture by its name; null for an empty folder. */
  readonly fixture: string | null;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly isRestricted: boolean;
  /** Variables for the extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** Relative to the root. */
  readonly files: readonly string[];
}

export interface EditorResult {
  readonly name: string;
  readonly error?: string;
}

/** The sessions of tests inside the editor. */
export function findSessions(filters?: readonly string[]): readonly EditorSession[];

/** Runs one session; a session that dies has a result with an error. */
export function runSession(
  session: EditorSession,
  log?: (line: string) => void,
): Promise<{ readonly results: readonly EditorResult[] }>;
