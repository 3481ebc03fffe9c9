import { readFileSync, statSync } from 'node:fs';
import { ok, refused, type Result } from '../core/base/result.ts';
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
    return decode(readFileSync(file), name);
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

function decode(bytes: Buffer, name: string): Result<string, Problem> {
  const label = encodingOf(bytes);
  try {
    return ok(new TextDecoder(label, { fatal: true }).decode(bytes));
  } catch {
    return invalid(`${name} is not text in the encoding ${label}`);
  }
}

/** By the byte order mark, then by the XML declaration, then UTF-8. */
function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 200).toString('latin1');
  return /^<\?xml[^>]*\bencoding=["']([\w-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
}
