import { readFileSync, statSync } from 'node:fs';
import { refused, type Result } from '../core/base/result.ts';
import { decodeMspdi } from '../core/interchange/mspdi/decodeMspdi.ts';
import { createProblem, type Problem } from '../core/model/problem.ts';
import { failureReason } from '../core/store/fileRefusal.ts';
import type { CliContext } from './cliCommand.ts';
import { namedFile } from './namedFile.ts';

/** Larger files than this are refused before they are read. */
const largestBytes = 200_000_000;

/** The text of a file to import, in the encoding that it declares. */
export function readImportFile(name: string, ctx: CliContext): Result<string, Problem> {
  const file = namedFile(name, ctx);
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) return invalid(`${name} is a folder`);
    if (stat.size > largestBytes) return invalid(`${name} is too large to be imported`);
    return decodeMspdi(readFileSync(file), name);
  } catch (failure) {
    return invalid(`${name} could not be read: ${reasonOf(failure)}`);
  }
}

function reasonOf(failure: unknown): string {
  const isMissing = failure instanceof Error && 'code' in failure && failure.code === 'ENOENT';
  return isMissing ? 'there is no such file' : failureReason(failure);
}

function invalid(message: string): Result<string, Problem> {
  return refused(createProblem('import-invalid', message));
}
