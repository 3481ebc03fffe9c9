// Every process that anybody starts in the extension host from now on, with who started it.
import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';

export interface Spawned {
  readonly what: string;
  readonly stack: string;
}

interface Started {
  readonly file: string;
  readonly args: readonly string[];
}

const spawned: Spawned[] = [];

/** The environment is nobody's business. */
function note(file: unknown, args: unknown): void {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 100;
  spawned.push({
    what: JSON.stringify([file, args]),
    stack: new Error('Started here').stack ?? '',
  });
  Error.stackTraceLimit = before;
}

/** Whoever takes hold of a way to start a process afterwards, or did before, is recorded. */
export function recordSpawns(): readonly Spawned[] {
  const { prototype } = childProcess.ChildProcess as unknown as {
    readonly prototype: { spawn: (options: Started) => unknown };
  };
  const start = prototype.spawn;
  prototype.spawn = function spawn(options) {
    note(options.file, options.args);
    return start.call(this, options);
  };
  const { spawnSync, execFileSync, execSync } = childProcess;
  const recorded = <Call extends (...args: never[]) => unknown>(call: Call): Call =>
    ((...args: never[]) => {
      note(args[0], Array.isArray(args[1]) ? args[1] : undefined);
      return call(...args);
    }) as Call;
  Object.assign(childProcess, {
    spawnSync: recorded(spawnSync),
    execFileSync: recorded(execFileSync),
    execSync: recorded(execSync),
  });
  syncBuiltinESMExports();
  return spawned;
}
