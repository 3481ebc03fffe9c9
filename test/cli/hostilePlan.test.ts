import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guardTerminal } from '../../src/cli/terminalText.ts';
import { inWorkspace, type Workspace } from './runInFolder.ts';

/** In YAML: clears the screen, sets the clipboard and the title, a C1 control, a mark of direction. */
const evil = String.raw`\e[2J\e]52;c;ZWNobw==\a\e]0;title\a\u009b31m\u202E`;
const markup = '[x](command:workbench.action.quit) <script>alert(1)</script>';

const plan = {
  '.project/project.yaml': `version: 1\nname: "Evil ${evil}"\nstart: 2026-03-02\npeople:\n  p1: { name: "${evil}" }\nviews:\n  - name: "${evil}"\n`,
  '.project/tasks/T-AAAA.yaml': `title: "Bad ${evil} ${markup}\\r\\nnext"\nestimate: 3d\nassignees: ["${evil}"]\ntags: ["${evil}"]\nparent: "${evil}"\n"${evil}": 1\ndescription: "${evil}"\n`,
  '.project/tasks/T-BBBB.yaml': `title: "=HYPERLINK(\\"http://x\\")"\nestimate: "${evil}"\ndependsOn: [T-AAAA, "${evil}"]\n`,
  '.project/milestones/M-AAAA.yaml': `title: "${evil}"\nconstraint: "${evil}"\n`,
  '.project/risks/R-AAAA.yaml': `title: "${evil}"\ncause: "${evil}"\ncontingency: "${evil}"\nowner: "${evil}"\n`,
  '.project/decisions/D-AAAA.yaml': `title: "${evil}"\nstatus: "${evil}"\n`,
  '.project/baselines/first.yaml': `title: "${evil}"\nitems: { T-AAAA: { start: "${evil}" } }\n`,
};

const calls: readonly (readonly string[])[] = [
  ['list'],
  ['list', '\u001b[31mx'],
  ['show', 'T-AAAA'],
  ['show', 'R-AAAA'],
  ['show', '\u001b[31m'],
  ['check'],
  ['check', '--quality'],
  ['check', '--format', 'sarif'],
  ['schedule'],
  ['schedule', '--with', 'T-AAAA.estimate=9d'],
  ['schedule', '--with', 'T-AAAA.title=\u001b[31m'],
  ['why', 'T-BBBB'],
  ['risks'],
  ['next'],
  ['export', '--to', 'json'],
  ['set', 'T-AAAA', 'title=\u001b[31mx'],
  ['set', 'T-AAAA', '\u001b[31m=x'],
  ['\u001b[31m'],
  ['list', '--\u001b[31m'],
  ['add', 'task', '\u001b[31mx'],
  ['rename', 'T-AAAA', '\u001b[31m'],
  ['-C', '/\u001b[31m', 'list'],
  ['resolve', 'T-AAAA', '\u001b[31m', 'ours'],
];

/** All that a terminal obeys but the ends of lines. */
const obeyed = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

function shown(text: string): string {
  const at = obeyed.exec(text)?.index ?? 0;
  return JSON.stringify(text.slice(Math.max(0, at - 60), at + 20));
}

async function checkAll({ run }: Workspace, formats: readonly string[]): Promise<void> {
  for (const call of calls) {
    for (const format of formats) {
      const isGiven = call.includes('--format');
      const { out, error } = await run(...call, ...(isGiven ? [] : ['--format', format]));
      for (const text of [out, error]) {
        assert.doesNotMatch(text, obeyed, `${JSON.stringify(call)} as ${format}: ${shown(text)}`);
      }
    }
  }
}

test('no command lets text from a file or an argument reach the terminal as a control', () =>
  inWorkspace(plan, workspace => checkAll(workspace, ['text', 'json'])));

test('the gate before the terminal leaves lines and our own colours, and nothing else', () => {
  assert.equal(
    guardTerminal('\u001b[1ma\u001b[22m\r\nb\u001b[5m\u0007', true),
    '\u001b[1ma\u001b[22m\nb\ufffd[5m\ufffd',
  );
  assert.equal(guardTerminal('\u001b[1ma\n', false), '\ufffd[1ma\n');
});

test('a file for another program is written as it is where nobody looks', () =>
  inWorkspace({ ...plan, '.project/tasks/T-CCCC.yaml': 'title: "=1+1"\n' }, async ({ run }) => {
    const { out } = await run('export', '--to', 'csv');
    assert.match(out, /\r\n/);
    assert.match(out, /,'=1\+1,/);
    assert.match(out, /"'=HYPERLINK\(/);
  }));
