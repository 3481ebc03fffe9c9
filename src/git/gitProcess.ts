import { simpleGit, type SimpleGit } from 'simple-git';
import { gitEnvironment, type Environment } from './gitEnvironment.ts';
import { causeOf } from './missingObjects.ts';
import { inTurn } from './processLimit.ts';

/** A git that answers nothing for so long is given up. */
export const gitTimeoutMs = 10_000;

const settings = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.quotePath=false',
  'safe.bareRepository=explicit',
  // Signatures are asked about by a program that the settings name.
  'log.showSignature=false',
  // What is read is written in one way, whatever a person likes to read.
  'i18n.logOutputEncoding=UTF-8',
  'grep.column=false',
  'grep.lineNumber=false',
  'grep.fullName=false',
  'submodule.recurse=false',
] as const;

/** Runs git with a fixed list of arguments; answers with its standard output. */
export type RunGit = (args: readonly string[], input?: string) => Promise<string>;

/**
 * What the user's own environment may say. simple-git refuses these keys unless asked, which would
 * keep git from running in an editor's terminal; they come from the user and not from a repository.
 */
const trustedEnvironment = {
  allowUnsafeAskPass: true,
  allowUnsafeConfigEnvCount: true,
  allowUnsafeConfigPaths: true,
  allowUnsafeDiffExternal: true,
  allowUnsafeEditor: true,
  allowUnsafeExec: true,
  allowUnsafeFilter: true,
  allowUnsafeGitProxy: true,
  allowUnsafePager: true,
  allowUnsafeProtocolOverride: true,
  allowUnsafeSshCommand: true,
  allowUnsafeTemplateDir: true,
} as const;

/**
 * Git in a folder. Nothing that a repository's settings name is run: no hooks, no file-system
 * monitor. The signal ends what runs.
 */
export function createRunGit(
  folder: string,
  environment: Environment,
  signal?: AbortSignal,
): RunGit {
  const kept = gitEnvironment(environment);
  const inputs = new Map<string, string>();
  const git: SimpleGit = simpleGit({
    baseDir: folder,
    ...(signal ? { abort: signal } : {}),
    timeout: { block: gitTimeoutMs, stdErr: false, stdOut: false },
    config: [...settings],
    allowEnvironment: Object.keys(kept),
    // Two of our settings only switch things off; the merge driver is named when a person asks for it.
    unsafe: {
      allowUnsafeFsMonitor: true,
      allowUnsafeHooksPath: true,
      allowUnsafeMergeDriver: true,
      ...trustedEnvironment,
    },
    input: args => inputs.get(keyOf(args.slice(settings.length * 2))),
  }).env(kept);
  const run = (args: readonly string[]): Promise<string> =>
    inTurn(async () => {
      try {
        return await git.raw([...args]);
      } catch (failure) {
        throw causeOf(failure);
      }
    });
  const ends = new Map<string, Promise<unknown>>();
  return async (args, input) => {
    if (input === undefined) return run(args);
    const key = keyOf(args);
    const answer = (ends.get(key) ?? Promise.resolve()).then(() => {
      inputs.set(key, input);
      return run(args);
    });
    const end = answer.catch(() => undefined);
    ends.set(key, end);
    try {
      return await answer;
    } finally {
      if (ends.get(key) === end) {
        ends.delete(key);
        inputs.delete(key);
      }
    }
  };
}

/** What is given on standard input goes by the arguments: equal arguments wait for one another. */
function keyOf(args: readonly string[]): string {
  return args.join('\0');
}
