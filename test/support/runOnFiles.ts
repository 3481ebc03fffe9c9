import assert from 'node:assert/strict';
import type { CommandContext, CommandPlan } from '../../src/core/commands/command.ts';
import type { CommandInputs, CommandName } from '../../src/core/commands/inputs.ts';
import { runCommand } from '../../src/core/commands/runCommand.ts';
import { parsePlanDate, type Instant } from '../../src/core/model/instant.ts';
import type { Problem } from '../../src/core/model/problem.ts';
import { computeSchedule } from '../../src/core/schedule/computeSchedule.ts';
import { ProjectStore } from '../../src/core/store/projectStore.ts';
import type { Snapshot } from '../../src/core/store/snapshot.ts';
import { memoryFiles, type MemoryFiles } from './memoryFiles.ts';
import { seededRandom } from './seededRandom.ts';

/** A plan in memory on which commands are run end to end, from the input to the bytes. */
export interface Bench {
  readonly files: MemoryFiles;
  readonly store: ProjectStore;
  /** Runs a command and writes it; fails the test when it is refused. */
  run<Name extends CommandName>(name: Name, input: CommandInputs[Name]): Promise<CommandPlan>;
  /** The problem with which a command is refused; fails the test when it is not. */
  refusal<Name extends CommandName>(name: Name, input: CommandInputs[Name]): Promise<Problem>;
  /** The lines that differ from the beginning, as `path: -old` and `path: +new`. */
  diff(): readonly string[];
}

export async function benchOf(texts: Readonly<Record<string, string>>): Promise<Bench> {
  const files = memoryFiles(texts);
  const store = await ProjectStore.open(files);
  return {
    files,
    store,
    async run(name, input) {
      const planned = runCommand(name, contextOf(store.snapshot), input);
      assert.ok(planned.ok, planned.ok ? '' : planned.error.message);
      const { changes, title, id } = planned.value;
      const applied = await store.apply(changes, title, id);
      assert.ok(applied.ok, applied.ok ? '' : applied.error.message);
      return planned.value;
    },
    async refusal(name, input) {
      const planned = runCommand(name, contextOf(store.snapshot), input);
      assert.ok(!planned.ok, `${name} should be refused`);
      await Promise.resolve();
      return planned.error;
    },
    diff: () => diffFiles(texts, files),
  };
}

export function contextOf(snapshot: Snapshot): CommandContext {
  return {
    snapshot,
    schedule: () => computeSchedule(snapshot.plan),
    today: instant('2026-03-10'),
    random: seededRandom(1),
    takenIds: new Set(),
  };
}

export function instant(text: string): Instant {
  const date = parsePlanDate(text);
  assert.ok(date, text);
  return date.at;
}

function diffFiles(
  before: Readonly<Record<string, string>>,
  files: MemoryFiles,
): readonly string[] {
  const paths = new Set([...Object.keys(before), ...files.paths()]);
  return [...paths]
    .filter(path => !path.endsWith('.gitignore'))
    .sort()
    .flatMap(path => diffLines(path, before[path], files.text(path)));
}

function diffLines(path: string, before = '', after = ''): readonly string[] {
  const [old, next] = [linesOf(before), linesOf(after)];
  const gone = old.filter(line => !next.includes(line)).map(line => `${path}: -${line}`);
  const come = next.filter(line => !old.includes(line)).map(line => `${path}: +${line}`);
  return [...gone, ...come];
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
