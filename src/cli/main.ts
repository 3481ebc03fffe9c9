#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { currentInstant } from '../node/systemClock.ts';
import { systemRandom } from '../node/random.ts';
import { version } from '../../package.json';
import type { CliHost } from './host.ts';
import { runCli } from './runCli.ts';

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure of ours.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (failure: NodeJS.ErrnoException) => {
    if (failure.code !== 'EPIPE') throw failure;
    process.exit();
  });
}

const host: CliHost = {
  workingFolder: process.cwd(),
  environment: process.env,
  isTerminal: process.stdout.isTTY,
  isErrorTerminal: process.stderr.isTTY,
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  version,
  program: [process.execPath, fileURLToPath(import.meta.url)],
  now: () => currentInstant(),
  milliseconds: () => performance.now(),
  random: systemRandom,
  writeOut: text => void process.stdout.write(text),
  writeError: text => void process.stderr.write(text),
};

process.exitCode = await runCli(process.argv.slice(2), host);
