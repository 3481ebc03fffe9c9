import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeUtf8 } from '../../../src/core/base/utf8.ts';
import { parsePlanFile, tooLargeFile } from '../../../src/core/format/parsePlanFile.ts';
import { formatDependency } from '../../../src/core/model/dependency.ts';
import type { Problem } from '../../../src/core/model/problem.ts';
import type { ProblemCode } from '../../../src/core/model/problemCodes.ts';
import { emptyProject } from '../../../src/core/model/project.ts';
import type { Task } from '../../../src/core/model/task.ts';

const path = 'tasks/T-7KQ3.yaml';

/** Each problem as `code line:from-to`, lines and characters counted from zero. */
function shown(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code, range }) => {
    if (!range) return code;
    const end = range.end.line === range.start.line ? '' : `${range.end.line}:`;
    return `${code} ${range.start.line}:${range.start.character}-${end}${range.end.character}`;
  });
}

function taskOf(text: string): { readonly task: Task; readonly problems: readonly string[] } {
  const { value, file } = parsePlanFile(path, encodeUtf8(text));
  assert.ok(value && 'kind' in value && value.kind === 'task', text);
  assert.equal(file.isWritable, true);
  return { task: value, problems: shown(file.problems) };
}

/** The file has this one problem first, and no value. */
function checkRefused(bytes: Uint8Array, code: ProblemCode, place?: string): void {
  const { value, file } = parsePlanFile(path, bytes);
  assert.equal(value, undefined);
  assert.equal(file.isWritable, false);
  assert.equal(file.id, 'T-7KQ3');
  const [first = ''] = shown(file.problems);
  assert.equal(
    place === undefined ? file.problems[0]?.code : first,
    place === undefined ? code : `${code} ${place}`,
  );
  assert.equal(file.problems[0]?.file, path);
}

function checkField(field: string, problem: string): void {
  const { task, problems } = taskOf(`title: A\n${field}\ntags: [kept]\n`);
  assert.deepEqual(problems, [problem], field);
  assert.equal(task.title, 'A');
  assert.deepEqual(task.tags, ['kept']);
}

test('a bad field costs that field alone, and is reported at its place', () => {
  checkField('deadline: 2026-02-31', 'date-invalid 1:10-20');
  checkField('deadline: 31.3.2026', 'date-invalid 1:10-19');
  checkField('deadline: 9999-01-01', 'date-implausible 1:10-20');
  checkField('constraint: SNET 2026-02-30', 'date-invalid 1:12-27');
  checkField('duration: -3d', 'duration-negative 1:10-13');
  checkField('duration: 9999999w', 'duration-implausible 1:10-18');
  checkField('duration: long', 'duration-invalid 1:10-14');
  checkField('estimate: 9d..2d', 'estimate-order 1:10-16');
  checkField('estimate: 1w..4d..9d', 'estimate-order 1:10-20');
  checkField('status: "finished"', 'field-value 1:8-18');
  checkField('progress: 140%', 'field-value 1:10-14');
  checkField('dependsOn: [T-0001, nonsense]', 'field-value 1:20-28');
  checkField('dependsOn: R-0001', 'reference-kind 1:11-17');
  checkField('milestone: T-0001', 'reference-kind 1:11-17');
  checkField('rank: [1]', 'field-type 1:6-8');
  checkField('acceptance:\n  - done: true', 'field-missing 2:4-8');
  checkField('code: ../../etc/passwd', 'code-outside 1:6-22');
  checkField('colour: red', 'field-unknown 1:0-6');
  checkField('__proto__: {polluted: 1}', 'field-unknown 1:0-9');
  checkField('constructor: 1', 'field-unknown 1:0-11');
});

test('a distribution that does not suit the range is told with those that do', () => {
  const check = (lengths: string, expected: string | undefined, says = /./): void => {
    const bytes = encodeUtf8(`title: A\n${lengths}\n`);
    const [problem] = parsePlanFile('tasks/T-AAAA.yaml', bytes).file.problems;
    assert.equal(problem?.code, expected, lengths);
    if (problem) assert.match(problem.message, says);
  };
  for (const shape of ['pert', 'triangular', 'lognormal']) {
    check(`estimate: 2d..4d..9d\ndistribution: ${shape}`, undefined);
  }
  for (const shape of ['uniform', 'lognormal']) {
    check(`estimate: 2d..9d\ndistribution: ${shape}`, undefined);
  }
  check('estimate: 4d\ndistribution: uniform', undefined);
  check('estimate: 2d..4d..9d\ndistribution: uniform', 'distribution-misfit', /no likely value/);
  check('estimate: 2d..9d\ndistribution: pert', 'distribution-misfit', /write three points/);
  check('estimate: 2d..9d\ndistribution: triangular', 'distribution-misfit', /or `uniform`/);
  check('duration: 9d\ndistribution: pert', 'distribution-misfit', /fixed by `duration`/);
  const left = 'duration: 9d\nremaining: 1d..2d..5d';
  check(`${left}\ndistribution: pert`, undefined);
  check(`${left}\ndistribution: uniform`, 'distribution-misfit', /no likely value/);
  check('estimate: 2d..9d\ndistribution: normal', 'field-value', /`pert`|pert/);
});

test('a problem says what stands there and what was likely meant', () => {
  const messageOf = (text: string): string | undefined =>
    parsePlanFile('tasks/T-AAAA.yaml', encodeUtf8(text)).file.problems[0]?.message;
  assert.equal(
    messageOf('title: A\ndependsOn: {a: b}\n'),
    '`dependsOn` holds fields where a list must stand; write one entry a line, each behind a dash',
  );
  assert.equal(
    messageOf('title: A\nestimat: 2d\n'),
    'Gantry does not know the field `estimat` and keeps it as it is; perhaps `estimate` is meant',
  );
  assert.equal(
    messageOf('title: A\nzzz: 2d\n'),
    'Gantry does not know the field `zzz` and keeps it as it is',
  );
  assert.match(messageOf('title: A\rstatus: todo\restimate: 2d\r') ?? '', /bare carriage return/);
});

test('a task is read whole', () => {
  const { task, problems } = taskOf(
    '\uFEFFtitle: A\r\ndependsOn: t-0001 ss + 2d\r\nassignees: [ada 50%]\r\nprogress: 40%\r\ncost: 12\r\nacceptance:\r\n- a\r\n- text: b\r\n  done: yes\r\ncode:\r\n- src/a.ts:3-5\r\n- path: ./src/b.ts\r\n  quote: |\r\n    x\r\n',
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(task.dependsOn, [
    {
      predecessor: 'T-0001',
      type: 'SS',
      lag: { kind: 'duration', duration: { value: 2, unit: 'd', isElapsed: false } },
    },
  ]);
  assert.deepEqual(task.assignees, [{ person: 'ada', units: 0.5 }]);
  assert.equal(task.progress, 0.4);
  assert.deepEqual(task.cost, { hundredths: 1200, currency: undefined });
  assert.deepEqual(task.acceptance, [
    { text: 'a', isDone: false },
    { text: 'b', isDone: true },
  ]);
  assert.deepEqual(
    task.code.map(({ path: file, line, endLine, quote }) => [file, line, endLine, quote]),
    [
      ['src/a.ts', 3, 5, undefined],
      ['src/b.ts', undefined, undefined, 'x\n'],
    ],
  );
});

test('a task without a title goes by its id', () => {
  const { task, problems } = taskOf('status: done\n');
  assert.equal(task.title, 'T-7KQ3');
  assert.deepEqual(problems, ['field-missing 0:0-6']);
});

test('a file that is no text of ours is refused before it is parsed', () => {
  checkRefused(new Uint8Array(50 * 1024 * 1024), 'file-too-large');
  checkRefused(new Uint8Array([0xff, 0xfe, 0x74, 0]), 'file-encoding');
  checkRefused(new Uint8Array([0xfe, 0xff, 0, 0x74]), 'file-encoding');
  checkRefused(new Uint8Array([0x74, 0, 0x3a, 0]), 'file-encoding');
  checkRefused(new Uint8Array([0x74, 0x3a, 0x20, 0xe9, 0x0a]), 'file-encoding');
  assert.equal(tooLargeFile(path, 60_000_000).file.problems[0]?.code, 'file-too-large');
});

test('a text that is not understood gives one problem at its place and no value', () => {
  const refusedText = (text: string, code: ProblemCode, place?: string): void => {
    checkRefused(encodeUtf8(text), code, place);
  };
  refusedText('', 'file-empty');
  refusedText('\uFEFF', 'file-empty');
  refusedText('# a\n# b\n', 'file-empty');
  refusedText('---\n', 'file-empty');
  refusedText('title: a\n\tstatus: todo\n', 'yaml-syntax', '1:0-1');
  refusedText('title: a: b\n', 'yaml-syntax', '0:7-8');
  refusedText('title: "a\n', 'yaml-syntax');
  refusedText('title: a\nnonsense\n', 'yaml-syntax', '1:0-8');
  refusedText('tags: [a\n', 'yaml-syntax');
  refusedText('title: @a\n', 'yaml-syntax', '0:7-8');
  refusedText('title: a\n---\ntitle: b\n', 'yaml-syntax');
  refusedText('- a\n', 'yaml-not-a-map');
  refusedText('just text\n', 'yaml-not-a-map');
  refusedText('title: *a\n', 'yaml-alias', '0:7-9');
  refusedText('title: &a [*a]\n', 'yaml-alias', '0:11-13');
  refusedText(
    'title: a\n<<<<<<< HEAD\nrank: 1\n=======\nrank: 2\n>>>>>>> other\n',
    'file-conflict',
    '1:0-12',
  );
  refusedText('['.repeat(100_000), 'yaml-syntax');
  refusedText('- '.repeat(100_000), 'yaml-syntax');
  refusedText(`"title": ${'x'.repeat(300_000)}\n`, 'file-too-large');
  refusedText(
    Array.from({ length: 300 }, (_, i) => `${' '.repeat(i)}a:\n`).join(''),
    'yaml-syntax',
  );
});

test('aliases are read, and do not multiply without end', () => {
  const { task } = taskOf('title: &t A\ntype: *t\n');
  assert.equal(task.type, 'A');
  const bomb = Array.from(
    { length: 40 },
    (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]\n`,
  );
  checkRefused(encodeUtf8(`a0: &a0 [x]\n${bomb.join('')}`), 'yaml-alias');
});

test('of two equal keys the first is read, and the file is not written', () => {
  const { value, file } = parsePlanFile(path, encodeUtf8('title: a\nrank: 1\ntitle: b\n'));
  assert.equal(value && 'title' in value && value.title, 'a');
  assert.equal(file.isWritable, false);
  assert.deepEqual(shown(file.problems), ['yaml-duplicate-key 2:0-5']);
});

test('many problems are cut, errors before notes', () => {
  const unknown = Array.from({ length: 300 }, (_, i) => `x${i}: 1\n`).join('');
  const { problems } = taskOf(`title: a\n${unknown}deadline: never\n`);
  assert.equal(problems.length, 101);
  assert.equal(problems[0], 'date-invalid 301:10-15');
  assert.equal(problems[100], 'problems-omitted');
});

test('the folder and the name of a file say what it holds', () => {
  const identity = (file: string): string | undefined =>
    parsePlanFile(file, encodeUtf8('title: a\nname: b\n')).file.id;
  assert.equal(identity('project.yaml'), 'project');
  assert.equal(identity('baselines/2026-01-05-kick off.yaml'), '2026-01-05-kick off');
  for (const file of [
    'tasks/R-7KQ3.yaml',
    'tasks/t-7kq3.yaml',
    'tasks/T-7KQ3.yml',
    'T-7KQ3.yaml',
    'x/T-7KQ3.yaml',
    'tasks/T-7KQI.yaml',
  ]) {
    const parsed = parsePlanFile(file, encodeUtf8('title: a\n'));
    assert.deepEqual(
      [parsed.file.id, parsed.value, parsed.file.isWritable],
      [undefined, undefined, false],
    );
    assert.deepEqual(shown(parsed.file.problems), ['file-name']);
  }
});

test('a project of a newer format is read and never written', () => {
  const { value, file } = parsePlanFile('project.yaml', encodeUtf8('version: 2\nname: A\n'));
  assert.equal(value && 'name' in value && value.name, 'A');
  assert.equal(file.isWritable, false);
  assert.deepEqual(shown(file.problems), ['file-newer 0:9-10']);
});

test('a project that says little takes the defaults', () => {
  const { value } = parsePlanFile('project.yaml', encodeUtf8('name: A\n'));
  assert.deepEqual(value, { ...emptyProject, name: 'A' });
});

test('calendars that lead nowhere are reported where they are named', () => {
  const { file } = parsePlanFile(
    'project.yaml',
    encodeUtf8(
      'name: A\ncalendar: day\ncalendars:\n  a: {base: b}\n  b: {base: a}\n  c: {hours: off}\n  d: {base: c}\n  e:\n    title: x\npeople:\n  ada: {calendar: moon}\n',
    ),
  );
  assert.deepEqual(shown(file.problems), [
    'calendar-unknown 1:10-13',
    'calendar-unknown 3:12-13',
    'calendar-unknown 4:12-13',
    'calendar-empty 5:2-3',
    'calendar-unknown 10:18-22',
  ]);
});

test('a large file in the plain style is read all the same', () => {
  const items = Array.from({ length: 9000 }, (_, i) => {
    const id = `T-${String(i).padStart(6, '0')}`;
    return `  ${id}: 2026-01-05T09:00..2026-01-09T18:00\n`;
  });
  const { value, file } = parsePlanFile(
    'baselines/b.yaml',
    encodeUtf8(`title: a\nitems:\n${items.join('')}`),
  );
  assert.deepEqual(file.problems, []);
  assert.ok(value && 'items' in value);
  assert.equal(value.items.size, 9000);
});

/** Each problem's code and message. */
function checkMessages(file: string, text: string, expected: readonly string[]): void {
  const { problems } = parsePlanFile(file, encodeUtf8(text)).file;
  assert.deepEqual(
    problems.map(({ code, message }) => `${code}: ${message}`),
    expected,
    text,
  );
}

test('a percent sign is proposed only where it helps', () => {
  const start = 'field-value: `';
  checkMessages(path, 'title: a\nprogress: 150\n', [`${start}150\` is more than 100%`]);
  checkMessages(path, 'title: a\nprogress: 50\n', [
    `${start}50\` is more than 100%; did you mean \`50%\``,
  ]);
});

test('an empty value that is no null is called empty', () => {
  const end = 'write a value, or take the field out';
  for (const field of ['milestone', 'estimate', 'deadline', 'status']) {
    checkMessages(path, `title: a\n${field}: !x\n`, [
      `field-value: \`${field}\` holds a tag and no value; ${end}`,
    ]);
    checkMessages(path, `title: a\n${field}: ""\n`, [
      `field-value: \`${field}\` holds an empty text; ${end}`,
    ]);
  }
});

test('a file without fields is told the field that its kind cannot do without', () => {
  const start = 'file-empty: The file holds no fields; write at least a';
  checkMessages('project.yaml', '# a\n', [`${start} \`name\``]);
  checkMessages(path, '', [`${start} \`title\``]);
});

test('one fault in a calendar is one problem', () => {
  const codes = (calendars: string): readonly string[] =>
    parsePlanFile(
      'project.yaml',
      encodeUtf8(`name: a\ncalendars:\n${calendars}`),
    ).file.problems.map(({ code, field }) => `${code} ${field?.join('.') ?? ''}`);
  assert.deepEqual(codes('  c: {hours: {}}\n'), ['calendar-empty calendars.c']);
  assert.deepEqual(codes('  c: {hours: off}\n  d: {base: c}\n'), ['calendar-empty calendars.c']);
  assert.deepEqual(codes('  c: {hours: {mon: 9-5}}\n  d: {base: c}\n'), [
    'field-value calendars.c.hours.mon',
  ]);
  assert.deepEqual(codes('  c: {hours: {foo: 09:00-17:00}}\n'), [
    'field-value calendars.c.hours.foo',
  ]);
});

test('aliases that repeat too much are one problem', () => {
  const row = (i: number): string =>
    `a${i}: &a${i} [${Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]\n`;
  const { problems } = parsePlanFile(
    path,
    encodeUtf8(`a0: &a0 [x, x, x, x, x]\n${[1, 2, 3, 4, 5].map(row).join('')}`),
  ).file;
  assert.deepEqual(
    problems.map(({ code }) => code),
    ['yaml-alias'],
  );
});

test('[HOR-3] a length or lag that is too long is reported and kept as it was written', () => {
  const { task, problems } = taskOf(
    'title: A\nduration: 100000d\ndependsOn: [T-0001 FS+1000000d, T-0002 SS-1000000d]\n',
  );
  assert.deepEqual(
    problems.map(problem => problem.split(' ')[0]),
    ['duration-implausible', 'duration-implausible', 'duration-implausible'],
  );
  assert.equal(task.duration?.value, 100_000);
  assert.deepEqual(task.dependsOn.map(formatDependency), [
    'T-0001 FS+1000000d',
    'T-0002 SS-1000000d',
  ]);
});

test('[HOR-3] a lag that cannot be read costs the lag alone', () => {
  const { task, problems } = taskOf(
    'title: A\ndependsOn: [T-0001 SS+2x, T-0002 + soon, R-0001+2x, T-0003 XX+2d]\n',
  );
  assert.deepEqual(task.dependsOn.map(formatDependency), ['T-0001 SS', 'T-0002']);
  assert.equal(problems.length, 4);
});
