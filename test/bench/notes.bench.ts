// Looks for TODOs without a task in a large made repository, beside the ripgrep that VS Code brings.
// `npm run bench -- notes [REPOSITORY]`; ripgrep is left out where no editor was installed for tests.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { lastStep } from '../../src/core/base/lastStep.ts';
import { notesInSteps } from '../../src/core/source/openNotes.ts';
import { noteWords } from '../../src/core/source/sourceIds.ts';
import { openGitRepository } from '../../src/git/gitRepository.ts';
import { medianMs, type Benchmark, type Measurement } from './benchmark.ts';

const files = 20_000;
const linesOfFile = 200;

/** One line of so many is a note. */
const everyLine = 1000;

export const benchmark: Benchmark = {
  name: 'notes',
  run: async ([given]) => {
    const folder = given ?? makeRepository();
    try {
      return await measure(folder);
    } finally {
      if (given === undefined) rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(folder: string): Promise<readonly Measurement[]> {
  const repository = await openGitRepository(folder);
  if (!repository) throw new Error(`${folder} is no git repository`);
  const find = async (paths?: readonly string[]): Promise<number> =>
    lastStep(
      notesInSteps(await repository.findWords({ words: noteWords, paths, except: '.project' })),
    ).notes.length;
  const count = await find();
  const all = await medianMs(() => find(), 3);
  const [one = ''] = await repository.listFiles();
  const changed = await medianMs(() => find([one]));
  const told = [
    { name: 'notes found', value: count, unit: '1' },
    { name: 'all files', value: all, unit: 'ms' },
    { name: 'one changed file', value: changed, unit: 'ms' },
  ];
  const rg = findRipgrep();
  if (rg === undefined) return told;
  const words = noteWords.flatMap(word => ['-e', word]);
  const args = ['--no-heading', '-n', '-w', '-F', '--hidden', '-g', '!.git', ...words, '.'];
  const beside = await medianMs(() => execFileSync(rg, args, { cwd: folder, maxBuffer: 1e9 }), 3);
  return [
    ...told,
    { name: 'ripgrep', value: beside, unit: 'ms' },
    { name: 'all files / ripgrep', value: all / beside, unit: '×' },
  ];
}

function findRipgrep(): string | undefined {
  const editors = path.resolve('.vscode-test/editor');
  if (!existsSync(editors)) return undefined;
  const platform = `${process.platform}-${os.arch()}`;
  const inside = 'node_modules/code-server/lib/vscode/node_modules/@vscode/ripgrep-universal/bin';
  return readdirSync(editors)
    .map(name => path.join(editors, name, inside, platform, 'rg'))
    .find(file => existsSync(file));
}

function makeRepository(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gantry-notes-'));
  let line = 0;
  for (let file = 0; file < files; file++) {
    const inside = path.join(folder, 'src', `part${file % 100}`);
    mkdirSync(inside, { recursive: true });
    const lines = Array.from({ length: linesOfFile }, () => {
      line += 1;
      if (line % everyLine === 0) return `  // TODO: mend what is wrong at ${line}`;
      return `  const value${line} = compute(value${line - 1}, "todo", ${line}); // next`;
    });
    writeFileSync(path.join(inside, `file${file}.ts`), lines.join('\n'));
  }
  execFileSync('git', ['-C', folder, 'init', '-q']);
  execFileSync('git', ['-C', folder, 'add', '--all']);
  const identity = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org'];
  execFileSync('git', ['-C', folder, ...identity, 'commit', '-qm', 'Code']);
  return folder;
}
