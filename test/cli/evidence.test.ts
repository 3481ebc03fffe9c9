import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { git } from '../git/gitFolder.ts';
import { inWorkspace, smallPlan } from './runInFolder.ts';

test('restless code becomes a proposed risk with its evidence, once', () =>
  inWorkspace({ ...smallPlan, 'src/busy.js': 'a();\n' }, async workspace => {
    const { folder, write, run, json } = workspace;
    for (let i = 0; i < 25; i++) write(`src/quiet${i}.js`, `a(${i});\n`);
    git(folder, 'init', '-q', '-b', 'main');
    const commit = (): void => {
      git(folder, 'add', '--all');
      git(folder, 'commit', '-qm', 'change');
    };
    commit();
    for (let i = 0; i < 6; i++) {
      write('src/busy.js', `a(${i});\n`.repeat(10 + i));
      commit();
    }
    await run('link', 'T-BBBB', 'src/busy.js');
    const { data } = await json('evidence');
    const items = data?.['items'] as readonly {
      readonly id: string;
      readonly commits: number;
      readonly findings: readonly string[];
    }[];
    assert.deepEqual(items.map(({ id }) => id).sort(), ['M-4XK2', 'T-BBBB']);
    const item = items.find(({ id }) => id === 'T-BBBB');
    assert.deepEqual([item?.id, item?.commits, item?.findings.length], ['T-BBBB', 7, 2]);
    const { out } = await run('evidence');
    assert.match(out, /since +median age/);
    assert.equal((await run('evidence', '--propose')).exitCode, 0);
    const risks = (): readonly string[] => readdirSync(path.join(folder, '.project/risks'));
    assert.equal(risks().length, 2);
    const name = risks().find(each => each !== 'R-9F2A.yaml') ?? '';
    const text = readFileSync(path.join(folder, '.project/risks', name), 'utf8');
    assert.match(text, /status: proposed/);
    assert.match(text, /2026-03-02: src\/busy\.js changed in 7 commits/);
    await run('evidence', '--propose');
    assert.equal(risks().length, 2);
  }));
