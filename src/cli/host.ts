import type { Instant } from '../core/model/instant.ts';

/** The world around the command line, so that commands run the same in a test. */
export interface CliHost {
  /** Absolute. */
  readonly workingFolder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** True when standard output is a terminal. */
  readonly isTerminal: boolean;
  /** True when standard error is one. */
  readonly isErrorTerminal: boolean;
  /** Columns of the terminal; undefined when there is none. */
  readonly columns: number | undefined;
  readonly version: string;
  /** What starts this program from elsewhere: Node and the script, both absolute. */
  readonly program: readonly string[];
  /** This moment on the plan's zone-less line. */
  readonly now: () => Instant;
  /** A clock that only goes forward. */
  readonly milliseconds: () => number;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  readonly writeOut: (text: string) => void;
  readonly writeError: (text: string) => void;
}

/** 0: clean. 1: it ran, and there are findings. 2: it could not run. */
export type ExitCode = 0 | 1 | 2;
