import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inWorkspace } from './runInFolder.ts';

const crowded = {
  '.project/project.yaml':
    'version: 1\nname: Demo\nstart: 2026-03-02\npeople:\n  ada: { name: Ada, skills: [yaml] }\n  bob: { name: Bob, skills: [yaml] }\n  cyd: { name: Cyd, skills: [paint] }\n',
  '.project/tasks/T-AAAA.yaml': 'title: Draw\nduration: 2d\nassignees: [ada]\n',
  '.project/tasks/T-BBBB.yaml': 'title: Build\nduration: 1d\nassignees: [ada]\nskills: [yaml]\n',
};

test('an overload is told with the ways out of it that were tried', () =>
  inWorkspace(crowded, async ({ run, json }) => {
    const { out } = await run('people');
    assert.match(out, /Ada has 1d too much from 2026-03-02 to 2026-03-02: T-AAAA, T-BBBB/);
    assert.match(out, /Give T-AAAA “Draw” to Bob: takes away all of it, the plan ends as before/);
    assert.doesNotMatch(out, /to Cyd/);
    const { data } = await json('people');
    const people = data?.['people'] as { person: string; overloads: { reliefs: object[] }[] }[];
    assert.ok((people[0]?.overloads[0]?.reliefs.length ?? 0) >= 4);
  }));

test('whoever can is somebody with the skill and the time', () =>
  inWorkspace(crowded, async ({ run, read }) => {
    assert.equal((await run('assign', 'T-BBBB', '--whoever-can')).exitCode, 0);
    assert.match(read('.project/tasks/T-BBBB.yaml'), /assignees: \[bob\]/);
    assert.match((await run('people')).out, /Nobody has more work than time/);
    const nobody = await run('set', 'T-BBBB', 'skills=welding');
    assert.equal(nobody.exitCode, 0);
    const refused = await run('assign', 'T-BBBB', '--whoever-can');
    assert.equal(refused.exitCode, 2);
    assert.match(refused.error, /Nobody who is here has welding/);
    assert.match(
      (await run('check')).error + (await run('check')).out,
      /Nobody has the skill "welding"/,
    );
  }));

test('a plan without people says how to name one', () =>
  inWorkspace(
    { '.project/project.yaml': 'version: 1\nname: Demo\nstart: 2026-03-02\n' },
    async ({ run }) => {
      assert.match((await run('people')).out, /names nobody yet/);
      assert.equal((await run('people', '--by', 'x')).exitCode, 2);
    },
  ));

test('of a long plan the weeks from today on are drawn, and work is told in days', () =>
  inWorkspace(
    {
      '.project/project.yaml':
        'version: 1\nname: Demo\nstart: 2025-01-06\npeople:\n  ada: { name: Ada }\n',
      '.project/tasks/T-AAAA.yaml': 'title: Long\nestimate: 4000h\nassignees: [ada 83%]\n',
    },
    async ({ run }) => {
      const { out } = await run('people');
      assert.match(out, /Weeks from 2026-03-02:/);
      assert.match(out, /ada +Ada +1 +500d +…▇{26}…/);
    },
  ));

test('who has the same name is told by key, none of the time is spoken of, and long lists are cut', () => {
  const many = Array.from({ length: 30 }, (_, place): [string, string] => [
    `.project/tasks/T-C0${String(place).padStart(2, '0')}.yaml`,
    'title: Part\nduration: 1d\nassignees: [ada2]\n',
  ]);
  return inWorkspace(
    {
      '.project/project.yaml':
        'version: 1\nname: Demo\nstart: 2026-03-02\ncurrency: eur\npeople:\n  ada: { name: Ada }\n  ada2: { name: Ada }\n  bob: { name: Bob, units: -20% }\n',
      '.project/tasks/T-AAAA.yaml': 'title: Draw\nduration: 2d\nassignees: [ada 0%]\n',
      '.project/tasks/T-BBBB.yaml': 'title: Build\nduration: 1d\nassignees: [bob]\ncost: 100 EUR\n',
      ...Object.fromEntries(many),
    },
    async ({ run }) => {
      const { out } = await run('people');
      assert.match(
        out,
        /Ada \(ada2\) has .* too much from .*: (T-C0\d\d, ){11}T-C0\d\d and 18 more\n/,
      );
      const { error } = await run('check');
      assert.match(error, /Ada \(ada\) is given "Draw" with 0% of the time/);
      assert.match(error, /Bob gives the project no time/);
      assert.doesNotMatch(error, /another currency/);
    },
  );
});
