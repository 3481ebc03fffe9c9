import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chartSorts } from '../../src/core/model/savedView.ts';
import { idsOf, inWorkspace, smallPlan } from './runInFolder.ts';

test('list finds by words, conditions and flags', () =>
  inWorkspace(smallPlan, async ({ json }) => {
    const check = async (query: string, ...ids: readonly string[]): Promise<void> =>
      assert.deepEqual(idsOf(await json('list', ...query.split(' ')), 'items'), ids, query);
    await check('pa', 'T-BBBB');
    await check('kind:risk,milestone', 'M-4XK2', 'R-9F2A');
    await check('assignee:ada', 'M-4XK2', 'T-AAAA', 'R-9F2A');
    await check('kind:task assignee:none', 'T-BBBB');
    await check('milestone:m-4', 'T-AAAA', 'T-AABB', 'T-BBBB');
    await check('tag:outside status:todo', 'T-BBBB');
    await check('critical kind:task draw', 'T-AAAA');
    await check('overdue');
    await check('t-aabb', 'T-AABB');
  }));

test('list compares, turns conditions round, and shows what a view of the project shows', () => {
  const views =
    'version: 1\nname: X\nstart: 2026-03-02\nviews:\n  - name: Long work\n    filter: length>2d\n    sort: -float\n    columns: [finish, tags]\n  - Everything\n';
  return inWorkspace(
    {
      '.project/project.yaml': views,
      '.project/tasks/T-AAAA.yaml': 'title: Short\nduration: 1d\ntags: [two words]\n',
      '.project/tasks/T-BBBB.yaml': 'title: Long\nduration: 4d\ndependsOn: [T-AAAA]\n',
      '.project/tasks/T-CCCC.yaml':
        'title: Done\nduration: 3d\nstatus: done\nstarted: 2026-03-02\nfinished: 2026-03-04\ndeadline: 2026-03-03\n',
    },
    async ({ json, run }) => {
      const check = async (args: readonly string[], ...ids: readonly string[]): Promise<void> =>
        assert.deepEqual(idsOf(await json('list', ...args), 'items'), ids, args.join(' '));
      await check(['length>=3d'], 'T-CCCC', 'T-BBBB');
      await check(['open finish>2026-03-02'], 'T-BBBB');
      await check(['float=0'], 'T-AAAA', 'T-BBBB');
      await check(['due<=2026-03-03'], 'T-CCCC');
      await check(['progress=100%'], 'T-CCCC');
      await check(['length<9d -tag:"two words" -status:done'], 'T-BBBB');
      await check(['kind:task -open'], 'T-CCCC');
      await check(['--view', 'long work', 'open'], 'T-BBBB');
      await check(['--view', 'Everything', 'tag:"two words"'], 'T-AAAA');
      const { problems, exitCode } = await json('list', '--view', 'Mine');
      assert.equal(exitCode, 2);
      assert.match(
        problems[0]?.message ?? '',
        /No view is called "Mine"; there are "Long work", "Everything"/,
      );
      assert.equal((await run('check')).exitCode, 0);
    },
  );
});

test('an empty plan and a search that finds nothing are told apart', () =>
  inWorkspace({ '.project/project.yaml': 'version: 1\nname: X\n' }, async ({ run, write }) => {
    assert.equal((await run('list')).out, 'The plan has no items yet\n');
    write('.project/tasks/T-AAAA.yaml', 'title: A\n');
    assert.equal((await run('list', 'zzz')).out, 'Nothing fits\n');
  }));

test('list sorts by every column of the chart, and by what a view keeps', () => {
  const views =
    'version: 1\nname: X\nstart: 2026-03-02\nviews:\n  - name: Falling\n    filter: kind:task\n    sort: -title\n';
  return inWorkspace(
    {
      '.project/project.yaml': views,
      '.project/milestones/M-AAAA.yaml': 'title: zeta\n',
      '.project/tasks/T-AAAA.yaml': 'title: beta\nduration: 3d\nassignees: [bo]\n',
      '.project/tasks/T-BBBB.yaml': 'title: Alpha\nduration: 1d\nprogress: 50%\n',
      '.project/tasks/T-CCCC.yaml': 'title: gamma\nduration: 2d\ntags: [x]\nstatus: doing\n',
    },
    async ({ json, run }) => {
      const check = async (args: readonly string[], ...ids: readonly string[]): Promise<void> =>
        assert.deepEqual(idsOf(await json('list', ...args), 'items'), ids, args.join(' '));
      await check(['--sort', 'title'], 'T-BBBB', 'T-AAAA', 'T-CCCC', 'M-AAAA');
      await check(['kind:task', '--sort=-length'], 'T-AAAA', 'T-CCCC', 'T-BBBB');
      await check(['kind:task', '--sort=-progress'], 'T-BBBB', 'T-AAAA', 'T-CCCC');
      await check(['kind:task', '--sort', 'assignees'], 'T-AAAA', 'T-BBBB', 'T-CCCC');
      await check(['kind:task', '--sort=-tags'], 'T-CCCC', 'T-AAAA', 'T-BBBB');
      await check(['--view', 'Falling'], 'T-CCCC', 'T-AAAA', 'T-BBBB');
      await check(['--view', 'Falling', '--sort=-status'], 'T-CCCC', 'T-AAAA', 'T-BBBB');
      for (const column of chartSorts) {
        assert.equal((await run('list', '--sort', column)).exitCode, 0, column);
      }
      const { problems, exitCode } = await json('list', '--sort', 'colour');
      assert.equal(exitCode, 2);
      assert.match(
        problems[0]?.message ?? '',
        /^Nothing is sorted by "colour"; sort by one of title/,
      );
      assert.doesNotMatch((await run('check')).out, /views|sort/);
    },
  );
});

test('a view that names a person, a tag, a milestone or an item that is gone says so, and check tells it', () => {
  const project = (views: string): string =>
    `version: 1\nname: X\nstart: 2026-03-02\npeople:\n  ada: Ada\nviews:\n${views}`;
  const good = '  - name: Ada\n    filter: open assignee:ada,none tag:core milestone:m-1 T-AAAA\n';
  return inWorkspace(
    {
      '.project/project.yaml': project(good),
      '.project/tasks/T-AAAA.yaml': 'title: A\nduration: 1d\nassignees: [ada]\ntags: [core]\n',
      '.project/milestones/M-1AAA.yaml': 'title: M\n',
    },
    async ({ json, write }) => {
      assert.deepEqual((await json('list', '--view', 'ada')).problems, []);
      assert.deepEqual((await json('check')).problems, []);
      const lost =
        '  - name: Gone\n    filter: assignee:bob tag:old -milestone:m-9 T-ZZZZ parser\n  - name: Odd\n    surface: register\n    filter: rating:huge\n';
      write('.project/project.yaml', project(good + lost));
      const listed = await json('list', '--view', 'gone');
      assert.deepEqual(
        listed.problems.map(({ message }) => message),
        [
          'The view "Gone": assignee:bob and tag:old and milestone:m-9 and T-ZZZZ name nothing of the plan any more; correct the filter of the view or remove the view',
        ],
      );
      assert.deepEqual((await json('list', 'assignee:bob')).problems, []);
      const { problems } = await json('check');
      assert.deepEqual(
        problems.map(({ code, message }) => `${code} ${message.split(':', 1)[0] ?? ''}`),
        [
          'view-lost The view "Gone" cannot show what it was made for',
          'view-lost The view "Odd" cannot show what it was made for',
        ],
      );
      assert.match(problems[1]?.message ?? '', /rating: cannot be "huge"/);
    },
  );
});
