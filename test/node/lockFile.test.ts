import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { holderOf, holdLock, withLock } from '../../src/node/lockFile.ts';

/** Takes a lock as a process does that cannot be asked whether it runs. */
function lockElsewhere(lock: string, id = 1): void {
  writeFileSync(lock, `${id} build-host ~${String(Date.now()).padStart(15, '0')}`);
}

test('a lock is waited for, and one that a crash left behind is taken away', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-lock-'));
  try {
    const lock = path.join(folder, '.a.yaml.000000000000.gantry-tmp');
    const target = path.join(folder, 'a.yaml');
    lockElsewhere(lock);
    let isFree = false;
    setTimeout(() => {
      isFree = true;
      rmSync(lock);
    }, 40);
    assert.equal(await withLock(target, () => isFree), true);
    lockElsewhere(lock);
    utimesSync(lock, new Date(0), new Date(0));
    assert.equal(await withLock(target, () => 'done'), 'done');
    await assert.rejects(
      withLock(target, () => {
        throw new Error('inside');
      }),
      /inside/,
    );
    assert.deepEqual(readdirSync(folder), []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a lock that was left before it was signed is waited for no longer than signing takes', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-lock-'));
  try {
    const lock = path.join(folder, '.a.yaml.000000000000.gantry-tmp');
    writeFileSync(lock, '');
    assert.equal(await withLock(path.join(folder, 'a.yaml'), () => 'done'), 'done');
    assert.deepEqual(readdirSync(folder), []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a lock that a repository brought is waited for no longer than signing takes', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-lock-'));
  const past = String(Date.now() - 60_000).padStart(15, '0');
  const texts = [
    '1 build-host',
    `1 build-host ~${past}`,
    `${process.pid} ${hostname()} ~${past}`,
    `${process.pid} ${hostname()}`,
  ];
  const takeAfter = async (text: string, index: number): Promise<void> => {
    writeFileSync(path.join(folder, `.${index}.yaml.000000000000.gantry-tmp`), text);
    const startedAt = performance.now();
    assert.equal(await withLock(path.join(folder, `${index}.yaml`), () => 'done'), 'done');
    assert.ok(performance.now() - startedAt < 3000, `${text} was waited for`);
  };
  try {
    await Promise.all(texts.map(takeAfter));
    assert.deepEqual(readdirSync(folder), []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('who waits for longer than a moment is told for whom, once', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-lock-'));
  try {
    const lock = path.join(folder, '.a.yaml.000000000000.gantry-tmp');
    const target = path.join(folder, 'a.yaml');
    const told: string[] = [];
    const tell = (holder: string): void => void told.push(holder);
    lockElsewhere(lock, 4711);
    assert.equal(await holdLock(target, 100, tell), undefined);
    assert.deepEqual(told, []);
    assert.equal(await holdLock(target, 1400, tell), undefined);
    assert.deepEqual(told, ['process 4711 on build-host']);
    writeFileSync(lock, '1 \u001b[31mred ~1');
    assert.equal(holderOf(target), 'another program');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the lock of a process that was killed is taken over at once, that of a living one is not', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-lock-'));
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
  try {
    const lock = path.join(folder, '.a.yaml.000000000000.gantry-tmp');
    const target = path.join(folder, 'a.yaml');
    writeFileSync(lock, `${child.pid} ${hostname()}`);
    let isGone = false;
    setTimeout(() => child.kill('SIGKILL'), 200);
    child.on('exit', () => (isGone = true));
    assert.equal(await withLock(target, () => isGone), true);
    lockElsewhere(lock, child.pid);
    setTimeout(() => rmSync(lock), 100);
    assert.equal(await withLock(target, () => 'waited'), 'waited');
    assert.deepEqual(readdirSync(folder), []);
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  }
});

test(
  'a lock is not held by a process that got the number of the one that took it',
  { skip: process.platform !== 'linux' && 'only Linux tells when a process began' },
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'gantry-lock-'));
    try {
      const lock = path.join(folder, '.a.yaml.000000000000.gantry-tmp');
      for (const id of [process.pid, process.ppid]) {
        writeFileSync(lock, `${id} ${hostname()} @1`);
        const startedAt = performance.now();
        assert.equal(await withLock(path.join(folder, 'a.yaml'), () => 'done'), 'done');
        assert.ok(performance.now() - startedAt < 2000, 'it was waited for');
      }
      assert.deepEqual(readdirSync(folder), []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test('a lock that is kept is not taken for one that a crash left behind', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-lock-'));
  try {
    const lock = path.join(folder, '.a.yaml.000000000000.gantry-tmp');
    const target = path.join(folder, 'a.yaml');
    const held = await holdLock(target, 100);
    assert.ok(held);
    utimesSync(lock, new Date(0), new Date(0));
    await new Promise(resolve => setTimeout(resolve, 1100));
    held.keep();
    assert.equal(await holdLock(target, 50), undefined);
    held.release();
    assert.deepEqual(readdirSync(folder), []);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what is no file holds no lock, and is neither followed nor read', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-lock-'));
  const lock = path.join(folder, '.a.yaml.000000000000.gantry-tmp');
  const target = path.join(folder, 'a.yaml');
  const makers = [
    () => {
      symlinkSync('/dev/zero', lock);
    },
    () => {
      symlinkSync(path.join(folder, 'nowhere'), lock);
    },
    () => {
      mkdirSync(path.join(lock, 'inside'), { recursive: true });
    },
    () => execFileSync('mkfifo', [lock]),
  ];
  try {
    for (const make of process.platform === 'win32' ? makers.slice(2, 3) : makers) {
      make();
      assert.equal(await withLock(target, () => 'done'), 'done');
    }
    const aside = readdirSync(folder);
    assert.equal(aside.length, 1, 'the folder stays, out of the way');
    assert.deepEqual(readdirSync(path.join(folder, aside[0] ?? '')), ['inside']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a lock whose time lies ahead of our clock is as old as we have seen it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-lock-'));
  try {
    const lock = path.join(folder, '.a.yaml.000000000000.gantry-tmp');
    writeFileSync(lock, '');
    const ahead = new Date(Date.now() + 3_600_000);
    utimesSync(lock, ahead, ahead);
    assert.equal(await withLock(path.join(folder, 'a.yaml'), () => 'done'), 'done');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('who was taken for dead leaves the lock to the one that has it now', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gantry-lock-'));
  try {
    const lock = path.join(folder, '.a.yaml.000000000000.gantry-tmp');
    const held = await holdLock(path.join(folder, 'a.yaml'), 1000);
    lockElsewhere(lock);
    held?.release();
    assert.deepEqual(readdirSync(folder), [path.basename(lock)]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
