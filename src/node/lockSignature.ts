import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';

/** What signs a lock is a line. */
const longestText = 512;
/** Disks round times to two seconds at the worst. */
const longestRoundingMs = 3000;

/** What a lock says of the process that took it. */
export interface LockSignature {
  /** All that the file holds; empty where it cannot be read. */
  readonly text: string;
  readonly signer?: Signer;
}

interface Signer {
  readonly process: number;
  /** The name of its machine, in letters that can be shown. */
  readonly host: string;
  /** When the process began, where its system tells. */
  readonly startedAt: string | undefined;
  /** The time that the disk gave to the lock when it was signed, in milliseconds. */
  readonly signedAt: number | undefined;
}

const form = /^(\d{1,10}) ([\w.%~!*'()-]{1,400})(?: @(\d+))?(?: ~(\d{1,15}))?$/;

/**
 * Signs an open lock with this process and the time that the disk gives the file: what a repository
 * brings cannot know when it will be checked out. A lock that is signed again is written over.
 */
export function signLock(file: number): string {
  const first = writeSignature(file);
  const isYoung = Math.abs(fstatSync(file).mtimeMs - first.at) <= longestRoundingMs / 2;
  return isYoung ? first.text : writeSignature(file).text;
}

/** Writing makes it younger; how young, the disk says. */
function writeSignature(file: number): { readonly text: string; readonly at: number } {
  const at = Math.round(fstatSync(file).mtimeMs);
  const text = `${ownName()} ~${String(at).padStart(15, '0')}`;
  writeSync(file, text, 0);
  return { text, at };
}

let knownName: string | undefined;

/** What this process signs with, always the same: it knows its own locks by it. */
function ownName(): string {
  if (knownName !== undefined) return knownName;
  const startedAt = startOf(process.pid);
  knownName = `${process.pid} ${ownHost()}${startedAt === undefined ? '' : ` @${startedAt}`}`;
  return knownName;
}

function ownHost(): string {
  return encodeURIComponent(hostname()) || '-';
}

/**
 * When a process began, in a measure of the system's own, by which it is told from an older one with
 * the same number. Undefined where the system does not tell, or there is no such process.
 */
function startOf(id: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'latin1');
    // The name, in brackets, may hold anything; the start is the twentieth field behind it.
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

export function readSignature(lock: string): LockSignature {
  const text = readText(lock);
  const [, digits, host, startedAt, signedAt] = form.exec(text) ?? [];
  if (digits === undefined || host === undefined) return { text };
  const signer: Signer = {
    process: Number(digits),
    host,
    startedAt,
    signedAt: signedAt === undefined ? undefined : Number(signedAt),
  };
  return { text, signer };
}

/** Whether a process signed the file where it lies: its time fits, or that very process runs here. */
export function isSignedHere({ signer }: LockSignature, changedAt: number): boolean {
  if (!signer) return false;
  const { process: id, host, startedAt, signedAt = -Infinity } = signer;
  if (Math.abs(changedAt - signedAt) <= longestRoundingMs) return true;
  return host === ownHost() && startedAt !== undefined && startOf(id) === startedAt;
}

/** True for a process of this machine that runs no more; whether others run cannot be asked. */
export function isAbandoned({ signer }: LockSignature): boolean {
  if (signer?.host !== ownHost()) return false;
  const { process: id, startedAt } = signer;
  const present = startedAt === undefined ? undefined : startOf(id);
  if (present !== undefined && present !== startedAt) return true;
  if (id === process.pid) return false;
  try {
    process.kill(id, 0);
    return false;
  } catch (failure) {
    return failure instanceof Error && 'code' in failure && failure.code === 'ESRCH';
  }
}

export function tellSigner({ signer }: LockSignature): string {
  if (!signer) return 'another program';
  const { process: id, host } = signer;
  return host === ownHost() ? `process ${id}` : `process ${id} on ${host}`;
}

function readText(file: string): string {
  try {
    const handle = openSync(file, readFlags);
    try {
      if (!fstatSync(handle).isFile()) return '';
      const bytes = Buffer.alloc(longestText);
      return bytes.toString('utf8', 0, readSync(handle, bytes, 0, longestText, 0));
    } finally {
      closeSync(handle);
    }
  } catch {
    return '';
  }
}

/** Neither a link nor what waits for a writer is opened, where the system knows how. */
const readFlags =
  constants.O_RDONLY |
  ((constants.O_NOFOLLOW as number | undefined) ?? 0) |
  ((constants.O_NONBLOCK as number | undefined) ?? 0);
