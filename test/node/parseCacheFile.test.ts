import assert from 'node:assert/strict';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { encodeUtf8 } from '../../src/core/base/utf8.ts';
import { parsePlanFile } from '../../src/core/format/parsePlanFile.ts';
import type { CachedFile } from '../../src/core/store/parseCache.ts';
import { generatePlan } from '../bench/generatePlan.ts';
import { texts as everyKind } from '../support/everyKind.ts';
import { createNodeFiles } from '../../src/node/nodeFiles.ts';
import { createParseCache, programMark } from '../../src/node/parseCacheFile.ts';

function cachedFile(id: string, text: string): CachedFile {
  const file = `tasks/${id}.yaml`;
  const { value } = parsePlanFile(file, encodeUtf8(text));
  assert.ok(value && 'kind' in value);
  return { path: file, mark: '1 2 3 4', text, value };
}

const files = Array.from({ length: 900 }, (_, i) =>
  cachedFile(
    `T-${1000 + i}`,
    `title: "Task\\n${i}"\nestimate: 1d..2d..${i}d\ncode:\n  - src/a.ts:${i + 1}\n`,
  ),
);

/** Of what was made of a file, all that is told of it. */
function plain({ path: file, mark, text, value }: CachedFile): CachedFile {
  return { path: file, mark, text, value };
}

function temporaryFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-cache-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('what is written comes back the same, key by key', async t => {
  const storage = path.join(temporaryFolder(t), 'below', 'parsed');
  const place = { storage, plan: '/plans/.project', program: 'one' };
  await createParseCache(place).write(files);
  const found = await createParseCache(place).read();
  assert.equal(JSON.stringify([...found.values()].map(plain)), JSON.stringify(files));
  const keys = (file: CachedFile | undefined): readonly string[] => Object.keys(file?.value ?? {});
  assert.deepEqual(keys(found.get('tasks/T-1000.yaml')), keys(files[0]));
});

test('what is unusual comes back as well: fields that few have, and lists and truths that most have not', async t => {
  const place = { storage: temporaryFolder(t), plan: '/plans/.project', program: 'one' };
  const odd = [
    cachedFile('T-AAAA', 'title: A\nskills: [x]\ntags: [a]\nkeepsPeopleHours: true\n'),
    cachedFile('T-BBBB', 'title: B\n'),
    cachedFile('T-CCCC', 'title: C\nassignees: [ada 50%]\nstatus: dropped\n'),
  ];
  await createParseCache(place).write(odd);
  const found = await createParseCache(place).read();
  assert.deepEqual([...found.values()].map(plain), odd);
});

test('every kind of item of a plan comes back as the parser made it, also in odd words', async t => {
  const place = { storage: temporaryFolder(t), plan: '/plans/.project', program: 'one' };
  const texts = new Map([...generatePlan({ tasks: 1000 }), ...Object.entries(everyKind)]);
  texts.set('tasks/T-ZZZZ.yaml', '\uFEFFtitle: Prüfung 検査 🏗\r\nnotes: |\r\n  ü\r\n');
  texts.set('tasks/T-ZZZY.yaml', 'title: __proto__\nconstructor: 1\n__proto__: { a: 1 }\n');
  const items = [...texts].flatMap(([file, text]): readonly CachedFile[] => {
    const { value } = parsePlanFile(file, encodeUtf8(text));
    return value && 'kind' in value ? [{ path: file, mark: '1', text, value }] : [];
  });
  assert.equal(new Set(items.map(({ value }) => value.kind)).size, 5);
  await createParseCache(place).write(items);
  const found = await createParseCache(place).read();
  const told = (files: Iterable<CachedFile>): readonly unknown[] =>
    [...files].map(file => [JSON.stringify(plain(file)), Object.keys(file.value)]);
  assert.deepEqual(told(found.values()), told(items));
});

test('a cache of another program, another plan, or none is not read, nor is one that is damaged', async t => {
  const storage = temporaryFolder(t);
  const place = { storage, plan: '/plans/.project', program: 'one' };
  const sizeOf = async (other: object): Promise<number> =>
    (await createParseCache({ ...place, ...other }).read()).size;
  assert.equal(await sizeOf({}), 0);
  await createParseCache(place).write(files);
  assert.equal(await sizeOf({}), files.length);
  assert.equal(await sizeOf({ program: 'two' }), 0);
  assert.equal(await sizeOf({ plan: '/plans/other' }), 0);
  const [name = ''] = readdirSync(storage);
  const target = path.join(storage, name);
  const whole = readFileSync(target, 'utf8');
  const damaged = [
    whole.slice(0, -40),
    whole.replace('"path"', '"way"'),
    whole.replace('"format":', '"format":1'),
    // What can still be read as JSON, and says something else.
    whole.replace('"title":"Task 7"', '"title":"Task 8"'),
    whole.replace('"code"', '"c0de"'),
    // In a text, and where one text ends and the next begins.
    whole.replace('estimate: 1d..2d..7d', 'estimate: 1d..2d..8d'),
    whole.replace('"textBytes":', '"textBytes":1'),
    whole.slice(0, whole.lastIndexOf('title: ')),
    whole.replace('"usual":', '"usual":{},"was":'),
    `${whole}\n7`,
    '',
    'null',
  ];
  for (const text of damaged) {
    assert.notEqual(text, whole);
    writeFileSync(target, text);
    assert.equal(await sizeOf({}), 0, text.slice(0, 60));
  }
});

test('caches that nobody wrote for long are swept', async t => {
  const storage = temporaryFolder(t);
  const old = path.join(storage, 'old.jsonl');
  writeFileSync(old, '');
  utimesSync(old, 1_600_000_000, 1_600_000_000);
  await createParseCache({ storage, plan: '/p', program: 'one' }).write(files);
  assert.equal(readdirSync(storage).length, 1);
  assert.notDeepEqual(readdirSync(storage), ['old.jsonl']);
});

test('the mark of a program follows what it holds', t => {
  const entry = path.join(temporaryFolder(t), 'entry.js');
  writeFileSync(entry, 'one');
  const first = programMark(entry);
  writeFileSync(entry, 'two');
  assert.notEqual(programMark(entry), first);
});

test('the disk marks what was written some time ago, each time otherwise', async t => {
  const workspace = temporaryFolder(t);
  const target = path.join(workspace, '.project', 'tasks', 'T-AAAA.yaml');
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, 'title: A\n');
  const markOf = async (): Promise<string | undefined> => {
    const entries = await createNodeFiles(workspace, '.project').list();
    return entries?.find(({ path: file }) => file === 'tasks/T-AAAA.yaml')?.mark;
  };
  assert.equal(await markOf(), undefined);
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 10_000 });
  const first = await markOf();
  assert.ok(first !== undefined);
  assert.equal(await markOf(), first);
  // Of the same length, with the time of the last write set back.
  const times = [1_700_000_000, 1_700_000_000] as const;
  utimesSync(target, ...times);
  const second = await markOf();
  rmSync(target);
  writeFileSync(target, 'title: B\n');
  utimesSync(target, ...times);
  assert.notEqual(await markOf(), second);
});
