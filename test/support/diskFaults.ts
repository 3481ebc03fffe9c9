import assert from 'node:assert/strict';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Everything that writing asks of the file system. */
const calls = [
  'openSync',
  'writeSync',
  'fsyncSync',
  'closeSync',
  'chmodSync',
  'renameSync',
  'linkSync',
  'lstatSync',
  'readFileSync',
  'readSync',
  'fstatSync',
  'mkdirSync',
  'rmSync',
] as const;
export const faultCodes = [
  'EIO',
  'ENOSPC',
  'EACCES',
  'EPERM',
  'EBUSY',
  'EMFILE',
  'EXDEV',
  'EROFS',
] as const;
const openReally = fs.openSync;
const real = Object.fromEntries(calls.map(name => [name, fs[name]]));

/** The call that fails, counted from one; with `isLasting` every one after it does too. */
export interface Fault {
  readonly number: number;
  readonly code: string;
  readonly isLasting?: boolean;
}

/** Does something while a call fails; answers with how many calls there were. */
export async function withFault(
  { number, code, isLasting = false }: Fault,
  use: () => Promise<unknown>,
): Promise<{ readonly count: number; readonly failure: unknown }> {
  let count = 0;
  for (const name of calls) {
    const original: unknown = real[name];
    assert.ok(typeof original === 'function');
    Object.defineProperty(fs, name, {
      configurable: true,
      writable: true,
      value: (...args: unknown[]): unknown => {
        count += 1;
        if (count === number || (isLasting && count > number)) {
          throw Object.assign(new Error(`${code}: ${name}`), { code });
        }
        return Reflect.apply(original, fs, args);
      },
    });
  }
  syncBuiltinESMExports();
  let failure: unknown;
  try {
    await use();
  } catch (thrown) {
    failure = thrown;
  } finally {
    for (const name of calls) Object.defineProperty(fs, name, { value: real[name] });
    syncBuiltinESMExports();
  }
  return { count, failure };
}

/** Does something while every call that would change the disk is refused. */
export async function withReadOnly(code: string, use: () => Promise<void>): Promise<void> {
  const changing = ['writeSync', 'renameSync', 'linkSync', 'mkdirSync', 'rmSync'] as const;
  const refuse = (name: string): never => {
    throw Object.assign(new Error(`${code}: ${name}`), { code });
  };
  for (const name of changing) Object.defineProperty(fs, name, { value: () => refuse(name) });
  const open = (file: string, flags: string | number, mode?: number): number =>
    typeof flags === 'number' || flags === 'r' ? openReally(file, flags, mode) : refuse(file);
  Object.defineProperty(fs, 'openSync', { value: open });
  syncBuiltinESMExports();
  try {
    await use();
  } finally {
    for (const name of calls) Object.defineProperty(fs, name, { value: real[name] });
    syncBuiltinESMExports();
  }
}
