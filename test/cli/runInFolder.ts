import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CliHost, ExitCode } from '../../src/cli/host.ts';
import { runCli } from '../../src/cli/runCli.ts';
import { parsePlanDate } from '../../src/core/model/instant.ts';
import { seededRandom } from '../support/seededRandom.ts';

/** What a call of the command line left behind. */
export interface Ran {
  readonly exitCode: ExitCode;
  readonly out: string;
  readonly error: string;
}

/** The one envelope on standard output. */
export interface Envelope {
  readonly schemaVersion: number;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly problems: readonly {
    readonly code: string;
    readonly severity: string;
    readonly message: string;
    readonly file?: string;
    readonly line?: number;
    readonly column?: number;
  }[];
}

/** A workspace folder on the disk for one test. */
export interface Workspace {
  readonly folder: string;
  readonly run: (...args: readonly string[]) => Promise<Ran>;
  /** Runs in a folder below. */
  readonly runIn: (below: string, ...args: readonly string[]) => Promise<Ran>;
  /** Runs with `--format json`; standard error must stay empty. */
  readonly json: (
    ...args: readonly string[]
  ) => Promise<Envelope & { readonly exitCode: ExitCode }>;
  readonly write: (file: string, text: string) => void;
  readonly read: (file: string) => string;
}

const now = parsePlanDate('2026-03-02T10:00')?.at ?? 0;

/** @param use what to do in the folder, which is taken away afterwards */
export async function inWorkspace(
  files: Readonly<Record<string, string>>,
  use: (workspace: Workspace) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-cli-'));
  const random = seededRandom(11);
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  const runIn = async (below: string, ...args: readonly string[]): Promise<Ran> => {
    let out = '';
    let error = '';
    const host: CliHost = {
      workingFolder: path.join(folder, below),
      environment: { PATH: process.env['PATH'] },
      isTerminal: false,
      isErrorTerminal: false,
      columns: undefined,
      version: '1.2.3',
      program: ['/usr/bin/node', '/opt/it’s here/cli.js'],
      now: () => now,
      milliseconds: () => 0,
      random,
      writeOut: text => void (out += text),
      writeError: text => void (error += text),
    };
    return { exitCode: await runCli(args, host), out, error };
  };
  const run = (...args: readonly string[]): Promise<Ran> => runIn('', ...args);
  try {
    for (const [file, text] of Object.entries(files)) write(file, text);
    await use({
      folder,
      run,
      runIn,
      json: async (...args) => {
        const ran = await run(...args, '--format', 'json');
        if (ran.error !== '') throw new Error(`On standard error: ${ran.error}`);
        const envelope = JSON.parse(ran.out) as Envelope;
        return { ...envelope, exitCode: ran.exitCode };
      },
      write,
      read: file => readFileSync(path.join(folder, file), 'utf8'),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A plan of a milestone, three tasks in a row, and a risk. */
export const smallPlan: Readonly<Record<string, string>> = {
  '.project/project.yaml':
    'version: 1\nname: Bridge\nstart: 2026-03-02\npeople:\n  ada: { name: Ada }\n  bob: { name: Bob }\n',
  '.project/milestones/M-4XK2.yaml': 'title: Open\ndue: 2026-03-13\nowner: ada\n',
  '.project/tasks/T-AAAA.yaml':
    'title: Draw\nmilestone: M-4XK2\nrank: 1\nduration: 2d\nassignees:\n  - ada\n',
  '.project/tasks/T-AABB.yaml':
    'title: Build\nmilestone: M-4XK2\nrank: 2\nduration: 3d\ndependsOn:\n  - T-AAAA\nassignees:\n  - bob\n',
  '.project/tasks/T-BBBB.yaml':
    'title: Paint\nmilestone: M-4XK2\nrank: 3\nduration: 1d\ndependsOn:\n  - T-AABB\ntags:\n  - outside\n',
  '.project/risks/R-9F2A.yaml':
    'title: Rain\nowner: ada\nstatus: open\ncurrent:\n  probability: 40%\n  impact:\n    schedule: 2d..5d\naffects:\n  - T-BBBB\nresponse:\n  strategy: accept\n',
};

/** The ids of a list in an answer. */
export function idsOf({ data }: Envelope, list: string): readonly string[] {
  const items = data?.[list];
  assert.ok(Array.isArray(items));
  return items.map((item: { id: string }) => item.id);
}
