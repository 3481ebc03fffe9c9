import assert from 'node:assert/strict';
import { test } from 'node:test';
import { git } from '../git/gitFolder.ts';
import { inWorkspace, smallPlan } from './runInFolder.ts';

const risky = {
  ...smallPlan,
  '.project/tasks/T-AABB.yaml': 'title: Build\nestimate: 2d..3d..8d\ndependsOn:\n  - T-AAAA\n',
  '.project/risks/R-AAAA.yaml':
    'title: Paint dries slowly\ncurrent: { probability: 30%, impact: { schedule: 2d..5d, cost: 1000..2000 } }\naffects: [T-AABB]\n',
};

test('simulate tells dates in plain words, and the numbers behind them', () =>
  inWorkspace(risky, async ({ run }) => {
    const { exitCode, out, error } = await run('simulate', '--iterations', '2000');
    assert.deepEqual([exitCode, error], [0, '']);
    assert.match(out, /^Four times in five, done by \d+ March 2026\. The schedule says /);
    assert.match(out, /^sure {2}done by +95% between/m);
    assert.match(out, /^R-AAAA +Paint dries slowly/m);
    assert.match(out, /^1\. Find out more about T-AABB/m);
    assert.match(out, /2000 iterations, seed 1; --explain tells how it is made\n$/);
    const explained = await run('simulate', '--iterations', '2000', '--explain');
    assert.match(explained.out, /scheduled 2000 times/);
  }));

test('simulate gives the dates, work minutes and risks as JSON, the same for the same seed', () =>
  inWorkspace(risky, async ({ run }) => {
    const call = ['simulate', '--iterations', '1000', '--seed', '7', '--format', 'json'] as const;
    const { out } = await run(...call);
    assert.equal((await run(...call)).out, out);
    const { kind, data } = JSON.parse(out) as {
      kind: string;
      data: {
        finish: Record<string, unknown> & { workMinutes: Record<string, number> };
        criticality: readonly { id: string; criticality: number }[];
        tornado: readonly { id: string }[];
        mitigations: readonly unknown[];
        milestones: readonly unknown[];
      };
    };
    assert.equal(kind, 'simulate');
    for (const share of ['p10', 'p50', 'p80', 'p90']) {
      assert.match(String(data.finish[share]), /^2026-03-\d\dT\d\d:\d\d$/);
      assert.ok(Number.isInteger(data.finish.workMinutes[share]));
    }
    assert.ok((data.finish.workMinutes['p90'] ?? 0) > (data.finish.workMinutes['p10'] ?? 0));
    assert.deepEqual(data.tornado.map(({ id }) => id).toSorted(), ['R-9F2A', 'R-AAAA', 'T-AABB']);
    assert.equal(data.criticality.find(({ id }) => id === 'T-AABB')?.criticality, 1);
    assert.deepEqual([data.mitigations, data.milestones.length], [[], 1]);
  }));

test('simulate tells how sure the days are that a response buys, in text and JSON', () => {
  const risk =
    'title: Paint dries slowly\ncurrent: { probability: 50%, impact: { schedule: 4d..9d } }\nresidual: { probability: 10%, impact: { schedule: 4d..9d } }\naffects: [T-AABB]\n';
  return inWorkspace({ ...risky, '.project/risks/R-AAAA.yaml': risk }, async ({ run, json }) => {
    const { out } = await run('simulate', '--iterations', '3000', '--explain');
    assert.match(out, /^response +title +buys at P80 +95% between/m);
    assert.match(out, /^R-AAAA +Paint dries slowly +\d+ days +\d\S* days? to \d\S* days?$/m);
    assert.match(out, /with the same draws, of 2048 runs each:/);
    const { data } = await json('simulate', '--iterations', '3000');
    const [mitigation] = data?.['mitigations'] as readonly {
      minutes: number;
      bounds: readonly [number, number];
      iterations: number;
    }[];
    assert.ok(mitigation);
    const [low, high] = mitigation.bounds;
    assert.ok(low < mitigation.minutes && mitigation.minutes < high, `${low} to ${high}`);
    assert.equal(mitigation.iterations, 2048);
  });
});

test('simulate tells which tasks are critical, and what each risk adds, with bounds', () => {
  const risk =
    'title: Paint dries slowly\ncurrent: { probability: 30%, impact: { schedule: 2d..5d, cost: 1000..2000 } }\nresidual: { probability: 10% }\naffects: [T-AABB]\n';
  return inWorkspace({ ...risky, '.project/risks/R-AAAA.yaml': risk }, async ({ run, json }) => {
    const { out } = await run('simulate', '--iterations', '4000', '--explain');
    assert.match(
      out,
      /^task +title +criticality +cruciality\n(T-.*\n)*T-AABB +Build +100% +0\.\d\d$/m,
    );
    assert.match(out, /^risk +title +happens +adds on average +95% between +costs on average/m);
    assert.match(
      out,
      /^R-AAAA +Paint dries slowly +(29|30|31)% +\+1\.\dd +\+\d\.\dd to \+\d\.\dd +4\d0 +4\d0 to 4\d0$/m,
    );
    assert.match(out, /without it in the first 2048 runs, with the same draws/);
    const { data } = await json('simulate', '--iterations', '4000');
    const risks = data?.['risks'] as readonly {
      id: string;
      cost: number;
      costBounds: readonly [number, number];
      iterations: number;
    }[];
    const found = risks.find(({ id }) => id === 'R-AAAA');
    const [low = NaN, high = NaN] = found?.costBounds ?? [];
    assert.ok(low < 45_000 && 45_000 < high && found?.iterations === 2048);
  });
});

test('simulate tells between which amounts and days the true ones lie', () =>
  inWorkspace(risky, async ({ run }) => {
    const { out } = await run('simulate', '--iterations', '4000');
    assert.match(out, /^ *sure +costs at most +95% between\n/m);
    assert.match(out, /^ +80% +1.\d\d0 +1.\d\d0 to 1.\d\d0$/m);
    assert.match(out, /are both kept four times in five \(95% between: .*2026 and .*\)/);
    assert.match(out, /^milestone +title +P50 +95% between +P80 +95% between +promise/m);
  }));

test('what responses change stands beside the dates only where they change something', () => {
  const once =
    'title: Rain\ncurrent: { probability: 50%, impact: { schedule: 4d..9d } }\naffects: [T-AABB]\n';
  const withRisk = (text: string) => ({
    ...risky,
    '.project/risks/R-9F2A.yaml': text,
    '.project/risks/R-AAAA.yaml': text,
  });
  return inWorkspace(withRisk(once), async ({ run, write }) => {
    const { out } = await run('simulate', '--explain');
    assert.match(out, /done by/);
    assert.doesNotMatch(out, /responses/i);
    write('.project/risks/R-AAAA.yaml', `${once}residual: { probability: 10% }\n`);
    assert.match((await run('simulate')).out, /without responses +with all responses/);
  });
});

test('simulate refuses what is no number', () =>
  inWorkspace(risky, async ({ run }) => {
    for (const [option, value] of [
      ['--iterations', '5'],
      ['--iterations', '1e9'],
      ['--seed', 'x'],
    ] as const) {
      const { exitCode, error } = await run('simulate', option, value);
      assert.equal(exitCode, 2);
      assert.match(error, /must be a whole number from/);
    }
  }));

test('simulate tells the forecast of past commits, and which fields moved it', () =>
  inWorkspace(risky, async ({ folder, run, json, write }) => {
    const without = await run('simulate', '--history', '5');
    assert.equal(without.exitCode, 2);
    assert.match(without.error, /lies in no git repository/);
    git(folder, 'init', '-q', '-b', 'main');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'Plan it');
    write('.project/tasks/T-AAAA.yaml', 'title: Draw\nduration: 9d\n');
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'Draw longer');
    const { exitCode, out } = await run('simulate', '--history', '5');
    assert.equal(exitCode, 0);
    assert.match(out, /Draw longer: 7 days later\n {2}7 days later by T-AAAA "Draw" \(.*duration/);
    assert.match(out, /^commit .*P80 +95% between +moved/m);
    assert.match(
      out,
      /^Each row is from 1000 iterations with seed 1, and the true P80 lies between/m,
    );
    const { kind, data } = await json('simulate', '--history', '1');
    assert.equal(kind, 'simulate-history');
    const [only, now, ...others] = data?.['history'] as readonly {
      subject: string;
      slip: number;
      confident: string;
      bounds: readonly [string, string];
    }[];
    assert.deepEqual([only?.subject, now?.slip, others], ['Draw longer', 0, []]);
    assert.equal(data?.['iterations'], 1000);
    const [low = '', high = ''] = now?.bounds ?? [];
    assert.ok(low <= (now?.confident ?? '') && (now?.confident ?? '') <= high && low < high);
  }));

test('simulate tells that too little is finished to judge the estimates by', () =>
  inWorkspace(risky, async ({ run }) => {
    const { out } = await run('simulate', '--iterations', '200', '--calibrate');
    assert.match(out, /Too few finished tasks tell how long they took/);
  }));
