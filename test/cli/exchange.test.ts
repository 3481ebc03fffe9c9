import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { mspdiText, tasksText } from '../core/interchange/mspdi/mspdiText.ts';
import { inWorkspace, smallPlan } from './runInFolder.ts';

const project = { '.project/project.yaml': 'version: 1\nname: X\n' };
const bridge = mspdiText(
  tasksText(
    { UID: 1, Name: 'Deck', Duration: 'PT16H0M0S', DurationFormat: 7 },
    { UID: 2, Name: 'Rail', Duration: 'PT8H0M0S', DurationFormat: 7, Manual: 1, LevelingDelay: 10 },
  ),
);

test('a dry run tells what an import would do and writes nothing', () =>
  inWorkspace({ ...project, 'bridge.xml': bridge }, async ({ run, folder }) => {
    const { exitCode, out, error } = await run(
      'import',
      'bridge.xml',
      '--from',
      'mspdi',
      '--dry-run',
    );
    assert.equal(exitCode, 0);
    assert.match(out, /^Would import bridge\.xml: 2 tasks added, 0 changed, 0 unchanged\n/);
    assert.match(out, /\+ T-\w+ {2}Deck\n/);
    assert.match(error, /warning import-partial 1 task is delayed by levelling/);
    assert.deepEqual(readdirSync(path.join(folder, '.project')), ['project.yaml']);
  }));

test('an import can be repeated, and follows the file', () =>
  inWorkspace({ ...project, 'bridge.xml': bridge }, async ({ json, write, read }) => {
    const call = ['import', 'bridge.xml', '--from', 'mspdi'] as const;
    const first = await json(...call);
    assert.deepEqual([first.exitCode, (first.data?.['added'] as unknown[]).length], [0, 2]);
    assert.match(read('.project/project.yaml'), /name: Bridge\n/);
    const again = await json(...call);
    assert.deepEqual([again.data?.['added'], again.data?.['changed']], [[], []]);
    write('bridge.xml', bridge.replace('PT16H', 'PT24H').replace('<UID>2<', '<UID>3<'));
    const third = await json(...call);
    const titles = (list: unknown): readonly string[] => {
      assert.ok(Array.isArray(list));
      return list.map((item: { title: string }) => item.title);
    };
    assert.deepEqual(
      ['added', 'changed', 'missing'].map(list => titles(third.data?.[list])),
      [['Rail'], ['Deck'], ['Rail']],
    );
  }));

test('a second import tells what it overwrites with both values, on a dry run too', () =>
  inWorkspace({ 'bridge.xml': bridge }, async ({ run, json, read }) => {
    await run('import', 'bridge.xml', '--from', 'mspdi');
    const { data } = await json('list');
    const [first] = data?.['items'] as readonly { id: string; title: string }[];
    assert.ok(first);
    const { id, title } = first;
    assert.equal((await run('set', id, 'title=Ours', 'deadline=2030-01-01')).exitCode, 0);
    const call = ['import', 'bridge.xml', '--from', 'mspdi'];
    const dry = await run(...call, '--dry-run');
    assert.ok(dry.out.includes(`~ ${id}  ${title}: title ${title} instead of Ours\n`), dry.out);
    assert.match(read(`.project/tasks/${id}.yaml`), /Ours/);
    const real = await json(...call);
    assert.deepEqual(real.data?.['overwritten'], [
      { id, field: 'title', before: 'Ours', after: title },
    ]);
    assert.match(read(`.project/tasks/${id}.yaml`), /deadline: 2030-01-01/);
  }));

test('an import makes the plan where there is none, but not on a dry run', () =>
  inWorkspace({ 'bridge.xml': bridge }, async ({ run, json, read, folder }) => {
    const dry = await run('import', 'bridge.xml', '--from', 'mspdi', '--dry-run');
    assert.equal(dry.exitCode, 0, dry.error);
    assert.deepEqual(readdirSync(folder), ['bridge.xml']);
    assert.equal((await run('import', 'bridge.xml', '--from', 'mspdi')).exitCode, 0);
    assert.match(read('.project/project.yaml'), /name: Bridge\n/);
    assert.equal((await json('list')).exitCode, 0);
  }));

test('files that cannot be imported are refused with the reason', () =>
  inWorkspace(
    { ...project, 'empty.xml': '', 'other.xml': '<svg/>', 'folder/x': '' },
    async ({ json }) => {
      for (const [file, message] of [
        ['nowhere.xml', /there is no such file/],
        ['empty.xml', /is empty/],
        ['other.xml', /outermost element is svg/],
        ['folder', /is a folder/],
      ] as const) {
        const { exitCode, problems } = await json('import', file, '--from', 'mspdi');
        assert.deepEqual([exitCode, problems[0]?.code], [2, 'import-invalid']);
        assert.match(problems[0]?.message ?? '', message);
      }
    },
  ));

test('a file in UTF-16 is read', () =>
  inWorkspace(project, async ({ json, folder }) => {
    const { writeFileSync } = await import('node:fs');
    const text = `\ufeff${bridge.replace('UTF-8', 'UTF-16')}`;
    writeFileSync(path.join(folder, 'b.xml'), Buffer.from(text, 'utf16le'));
    const { exitCode } = await json('import', 'b.xml', '--from', 'mspdi', '--dry-run');
    assert.equal(exitCode, 0);
  }));

test('what was imported from Microsoft Project goes back there and changes nothing on its return', () =>
  inWorkspace({ ...project, 'bridge.xml': bridge }, async ({ run, json, read }) => {
    await run('import', 'bridge.xml', '--from', 'mspdi');
    const { out } = await run('export', '--to', 'mspdi', '--out', 'back.xml');
    assert.equal(out, 'Wrote back.xml\n');
    assert.match(read('back.xml'), /<UID>2<\/UID>/);
    const { data } = await json('import', 'back.xml', '--from', 'mspdi');
    assert.deepEqual([data?.['added'], data?.['changed'], data?.['missing']], [[], [], []]);
    assert.deepEqual(data?.['projectFields'], []);
  }));

test('an export goes to standard output, to a file, or into the envelope', () =>
  inWorkspace(smallPlan, async ({ run, json, read }) => {
    assert.match((await run('export', '--to', 'mermaid')).out, /^gantt\n/);
    assert.match((await run('export', '--to', 'csv')).out, /^id,outline,kind,title/);
    assert.equal((await run('export', '--to', 'csv', '--out', 'plan.csv')).out, 'Wrote plan.csv\n');
    assert.match(read('plan.csv'), /T-AAAA/);
    const { kind, data } = await json('export', '--to', 'json');
    assert.equal(kind, 'export');
    assert.doesNotThrow(() => {
      JSON.parse(String(data?.['text']));
    });
    const { exitCode, error } = await run('export', '--to', 'csv', '--out', 'no/such/folder.csv');
    assert.equal(exitCode, 2);
    assert.match(error, /write-failed There is no folder no\/such; make it first/);
    const again = await run('export', '--to', 'json', '--out', 'plan.csv');
    assert.equal(again.exitCode, 2);
    assert.match(again.error, /plan\.csv is there already and was not touched; add --force/);
    assert.match(read('plan.csv'), /^id,outline/);
    assert.equal((await run('export', '--to', 'json', '--out', 'plan.csv', '--force')).exitCode, 0);
    assert.match(read('plan.csv'), /^\{/);
  }));

test('with -C, the files of an import and an export are named from that folder', () =>
  inWorkspace({ 'other/bridge.xml': bridge }, async ({ run, read }) => {
    const imported = await run('-C', 'other', 'import', 'bridge.xml', '--from', 'mspdi');
    assert.match(imported.out, /^Imported bridge\.xml/);
    const { out } = await run('-C', 'other', 'export', '--to', 'csv', '--out', 'plan.csv');
    assert.equal(out, 'Wrote plan.csv\n');
    assert.match(read('other/plan.csv'), /^id,outline/);
  }));
