import { simpleGit, type SimpleGit } from 'simple-git';
import { gitEnvironment, type Environment } from './gitEnvironment.ts';
import { causeOf } from './gitRefusal.ts';
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
  // With a value that git cannot use it answers nothing at all.
  'diff.orderFile=/dev/null',
  'format.pretty=medium',
  'log.date=default',
] as const;

/** Takes what git answers while it comes; git waits for it. */
export type TakeAnswer = (answer: AsyncIterable<string>) => Promise<void>;

/**
 * Runs git with a fixed list of arguments; answers with its standard output, or with nothing where
 * somebody takes that piece by piece.
 */
export type RunGit = (
  args: readonly string[],
  input?: string,
  take?: TakeAnswer,
) => Promise<string>;

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
  silenceMs = gitTimeoutMs,
): RunGit {
  const kept = gitEnvironment(environment);
  const given = new Map<string, Given>();
  const givenFor = (args: readonly string[]) => given.get(keyOf(args.slice(settings.length * 2)));
  const git: SimpleGit = simpleGit({
    baseDir: folder,
    ...(signal ? { abort: signal } : {}),
    timeout: { block: silenceMs },
    config: [...settings],
    allowEnvironment: Object.keys(kept),
    // Two of our settings only switch things off; the merge driver is named when a person asks for it.
    unsafe: {
      allowUnsafeFsMonitor: true,
      allowUnsafeHooksPath: true,
      allowUnsafeMergeDriver: true,
      ...trustedEnvironment,
    },
    input: args => givenFor(args)?.input,
  }).env(kept);
  git.outputHandler((_git, answer, _errors, args) => givenFor(args)?.start(answer));
  const run = (args: readonly string[]): Promise<string> =>
    inTurn(async () => {
      try {
        return await git.raw([...args]);
      } catch (failure) {
        throw causeOf(failure);
      }
    });
  const ends = new Map<string, Promise<unknown>>();
  return async (args, input, take) => {
    // simple-git would leave the input open, and git wait for it.
    if (input === '') return '';
    if (input === undefined && !take) return run(args);
    const key = keyOf(args);
    const taking = take ? takePieces(take) : undefined;
    const answer = (ends.get(key) ?? Promise.resolve()).then(async () => {
      given.set(key, { input, start: taking?.start ?? (() => undefined) });
      const text = await run(args);
      await taking?.end();
      return text;
    });
    const end = answer.catch(() => undefined);
    ends.set(key, end);
    try {
      return await answer;
    } finally {
      if (ends.get(key) === end) {
        ends.delete(key);
        given.delete(key);
      }
    }
  };
}

/** What a process is given goes by its arguments: equal arguments wait for one another. */
interface Given {
  readonly input: string | undefined;
  readonly start: (answer: NodeJS.ReadableStream) => void;
}

function keyOf(args: readonly string[]): string {
  return args.join('\0');
}

/** Hands an answer on while it comes, instead of all of it at its end. */
function takePieces(take: TakeAnswer): Pick<Given, 'start'> & { end: () => Promise<void> } {
  let taken = Promise.resolve();
  const start = (answer: NodeJS.ReadableStream): void => {
    // Else simple-git gathers it.
    answer.removeAllListeners('data');
    answer.pause();
    answer.setEncoding('utf8');
    taken = take(textsOf(answer));
    // Where git fails as well, its own words are told.
    taken.catch(() => undefined);
  };
  return { start, end: () => taken };
}

async function* textsOf(answer: NodeJS.ReadableStream): AsyncIterable<string> {
  for await (const piece of answer) yield String(piece);
}
