import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  isReservedFolder,
  mendGitignore,
  planFolderState,
  type PlanFolderProbe,
} from '../../../src/core/store/planFolder.ts';

const absent: PlanFolderProbe = {
  folder: '.project',
  kind: undefined,
  entries: [],
  ignoredBy: undefined,
  isLeftOut: false,
};

function check(probe: Partial<PlanFolderProbe>, state: string, mends: readonly string[]): void {
  const found = planFolderState({ ...absent, ...probe });
  assert.equal(found.problem?.code ?? found.state, state, JSON.stringify(probe));
  const shown = found.mends.map(mend =>
    mend.kind === 'unignore' ? mend.lines.join(' ') : mend.folder,
  );
  assert.deepEqual(shown, mends, JSON.stringify(probe));
}

test('a plan that a sparse checkout leaves out is not made a second time', () => {
  check({ isLeftOut: true }, 'folder-left-out', []);
  check({ isLeftOut: true, kind: 'folder' }, 'ready', []);
});

test('nothing, an empty folder and a plan are fine', () => {
  check({}, 'missing', []);
  check({ kind: 'folder' }, 'ready', []);
  check({ kind: 'folder', entries: ['tasks', '.gitignore', 'notes'] }, 'ready', []);
  check({ kind: 'folder', entries: ['project.yaml', 'config.yaml', 'epics'] }, 'ready', []);
  check({ kind: 'folder', entries: ['tasks', 'tasks/T-7KQ3.yaml', 'README.md'] }, 'ready', []);
});

test('a file, a link and the folder of another tool are told apart', () => {
  check({ kind: 'file' }, 'folder-is-file', ['.gantry']);
  check({ kind: 'link' }, 'folder-link', ['.gantry']);
  check({ kind: 'folder', entries: ['config.yaml'] }, 'folder-foreign', ['.gantry']);
  const entries = ['config.yaml', 'epics', 'epics/E-1.md', 'stories', 'tasks', 'tasks/001.yaml'];
  check({ kind: 'folder', entries }, 'folder-foreign', ['.gantry']);
  check({ folder: '.gantry', kind: 'file' }, 'folder-is-file', []);
});

test('the folders of other programs are known by all their names', () => {
  const others = ['.git', '.GIT', '.Git. .', '.git::$INDEX_ALLOCATION', 'GIT~1', '.g\u200cit'];
  for (const name of [...others, '.hg', '.svn', 'Node_Modules']) {
    assert.ok(isReservedFolder(name), name);
  }
  for (const name of ['.project', '.gantry', '.github', 'git', '.git-plan', 'modules']) {
    assert.ok(!isReservedFolder(name), name);
  }
});

test('an ignored folder can be taken back or left for another', () => {
  check({ ignoredBy: '.project' }, 'folder-ignored', ['!.project/', '.gantry']);
  check({ ignoredBy: '.project/', kind: 'folder' }, 'folder-ignored', ['!.project/', '.gantry']);
  check({ ignoredBy: '**/.project' }, 'folder-ignored', ['!.project/', '.gantry']);
  check({ ignoredBy: '.project/*' }, 'folder-ignored', ['!.project/ !.project/**', '.gantry']);
  check({ ignoredBy: '*.yaml' }, 'folder-ignored', ['!.project/ !.project/**', '.gantry']);
});

test('the mend is appended after the pattern, in the line ends of the file', () => {
  const mended = (text: string | undefined, line: string): string => {
    const bytes = text === undefined ? undefined : Buffer.from(text, 'latin1');
    return Buffer.from(mendGitignore(bytes, [line])).toString('latin1');
  };
  assert.equal(mended(undefined, '!.project/'), '!.project/\n');
  assert.equal(mended('.project', '!.project/'), '.project\n!.project/\n');
  assert.equal(mended('a\r\n.project\r\n', '!b/'), 'a\r\n.project\r\n!b/\r\n');
  const odd = '\u00ef\u00bb\u00bfna\u00efve/\n';
  assert.equal(mended(odd, '!b/'), `${odd}!b/\n`, 'a mark at the beginning, and no UTF-8');
});
