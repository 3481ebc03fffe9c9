import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editText, type FieldEdit } from '../../../src/core/format/editText.ts';
import type { PlainValue } from '../../../src/core/model/change.ts';
import { seededRandom } from '../../support/seededRandom.ts';

function set(path: string, value: PlainValue | undefined): FieldEdit {
  const field = path.split('.').map(step => (/^\d+$/.test(step) ? Number(step) : step));
  return { kind: 'set', field, value };
}

function append(path: string, value: PlainValue): FieldEdit {
  return { kind: 'append', field: [path], value };
}

function check(before: string, edit: FieldEdit, after: string): void {
  const result = editText('task', before, [edit]);
  assert.equal(result.ok ? result.value : `refused: ${result.error.message}`, after);
}

test('a part that leaves its brackets takes its own comments and no others', () => {
  check(
    'dependsOn: [\n  T-B, # needs the schema\n  T-D, # needs the API\n]\n',
    set('dependsOn.1', undefined),
    'dependsOn: [\n  T-B, # needs the schema\n]\n',
  );
  check('a: [\n  b, # why\n  d\n]\n', set('a.1', undefined), 'a: [\n  b # why\n]\n');
  check('a: [\n  x,\n  # about y\n  y\n]\n', set('a.0', undefined), 'a: [\n  # about y\n  y\n]\n');
  check('a: [\n  x,\n  # about y\n  y\n]\n', set('a.1', undefined), 'a: [\n  x\n]\n');
  check('a: [x, # 1\n  y] # l\n', set('a.0', undefined), 'a: [\n  y] # l\n');
  check('a: [x, # 1\n  # 2\n  y] # l\n', set('a.1', undefined), 'a: [x # 1\n  ] # l\n');
  check('a: [x, # 1\n  y, z # 2\n]\n', set('a.2', undefined), 'a: [x, # 1\n  y # 2\n]\n');
  check('a: [\n  x # 1\n  , y # 2\n]\n', set('a.0', undefined), 'a: [\n  y # 2\n]\n');
  check('a: [\n  x # 1\n  , y # 2\n]\n', set('a.1', undefined), 'a: [\n  x # 1\n]\n');
  check(
    'a: [\n  x,\n  # end\n  y, # 2\n  # tail\n]\n',
    set('a.1', undefined),
    'a: [\n  x,\n  # tail\n]\n',
  );
  check('a: [x,\n  y]\n', set('a.0', undefined), 'a: [y]\n');
  check('a: [x,\n  y]\n', set('a.1', undefined), 'a: [x]\n');
  check('a: [!!str x, !!str y]\n', set('a.1', undefined), 'a: [!!str x]\n');
  check(
    '{\n  title: A, # name\n  estimate: 2d, # guess\n  deadline: 2026-05-01 # promised\n}\n',
    set('deadline', undefined),
    '{\n  title: A, # name\n  estimate: 2d # guess\n}\n',
  );
});

test('a part that comes into brackets leaves the comments of the others where they are', () => {
  check(
    'dependsOn: [\n  T-B # needs the schema\n]\n',
    append('dependsOn', 'T-D'),
    'dependsOn: [\n  T-B, # needs the schema\n  T-D\n]\n',
  );
  check('a: [\n  x, # 1\n]\r\n', append('a', 'w'), 'a: [\n  x, # 1\n  w,\n]\r\n');
  check('a: [x, # 1\n  y # 2\n]\n', append('a', 'z'), 'a: [x, # 1\n  y, # 2\n  z\n]\n');
  check('a: [x # 1\n]\n', append('a', 'z'), 'a: [x, # 1\n  z\n]\n');
  check('a: [\n  # 1\n  x\n]\n', set('a', ['w', 'x']), 'a: [\n  w,\n  # 1\n  x\n]\n');
  check('a: [\n  x, # 1\n  y\n]\n', set('a', ['x', 'w', 'y']), 'a: [\n  x, # 1\n  w,\n  y\n]\n');
  check('a: [\n  x # 1\n  , y\n]\n', set('a', ['x', 'w', 'y']), 'a: [\n  x, # 1\n  w\n  , y\n]\n');
  check('a: [\n  # none\n]\n', append('a', 'x'), 'a: [\n  # none\n  x\n]\n');
});

interface Sample {
  readonly text: string;
  readonly names: readonly string[];
}

/** A list or map in brackets over several lines, each part `nI`, its comments `own nI` and `above nI`. */
function randomFlow(random: () => number): Sample {
  const eol = random() < 0.2 ? '\r\n' : '\n';
  const isMap = random() < 0.4;
  const names = Array.from({ length: 2 + Math.floor(random() * 4) }, (_, i) => `n${i}`);
  let text = `head: "n  #  0" # about head${eol}field: ${isMap ? '{' : '['}`;
  if (random() < 0.3) text += ' # bracket';
  for (const [i, name] of names.entries()) {
    const isLast = i === names.length - 1;
    const before = text.endsWith('bracket') || /# own \w+$/.test(text) || random() < 0.6;
    if (before) {
      text += eol;
      if (random() < 0.15) text += eol;
      if (random() < 0.3) text += `    # above ${name}${eol}`;
      text += '    ';
    } else {
      text += random() < 0.5 ? ' ' : '';
    }
    const value = random() < 0.2 ? `[a,${eol}      b]` : `v${i}`;
    text += isMap ? `${name}: ${value}` : random() < 0.2 ? `{${name}: ${value}}` : name;
    const commaFirst = !isLast && random() < 0.1;
    if (!isLast && !commaFirst) text += ',';
    if (isLast && random() < 0.3) text += ',';
    const hasOwn = random() < 0.4;
    if (hasOwn) text += ` # own ${name}`;
    if (commaFirst) text += `${eol}  ,`;
  }
  const isBroken = /# own \w+$/.test(text) || random() < 0.7;
  if (isBroken && random() < 0.2) text += `${eol}  # tail`;
  text += isBroken ? `${eol}  ` : '';
  return { text: `${text}${isMap ? '}' : ']'} # behind${eol}last: x${eol}`, names };
}

/** For each comment the part by which it stands: the last one before it in its line, or the next one. */
function commentPlaces(text: string): ReadonlyMap<string, string | undefined> {
  const places = new Map<string, string | undefined>();
  const lines = text.split(/\r?\n/);
  for (const [i, line] of lines.entries()) {
    const [code = '', comment] = line.split(/ # | {4}# /);
    if (comment === undefined || line.startsWith('head')) continue;
    const named = comment.startsWith('own')
      ? [code, ...lines.slice(0, i).reverse()].map(each => /.*\b(n\d)/.exec(each)?.[1])
      : lines.slice(i + 1).map(each => /\b(n\d)/.exec(each.split('#')[0] ?? '')?.[1]);
    places.set(
      comment,
      named.find(name => name !== undefined),
    );
  }
  return places;
}

function lineOf(line: string): string {
  return line.replace(/,(?=\s*(?:#|$))/, '').replace(/\s+$/, '');
}

test('whatever part comes or goes, each comment stays by its own part and each line as it was', () => {
  let done = 0;
  for (let seed = 1; seed <= 1500; seed++) {
    const random = seededRandom(seed);
    const { text, names } = randomFlow(random);
    const isMap = text.includes('field: {');
    const at = Math.floor(random() * names.length);
    const name = names[at] ?? '';
    const isRemoval = random() < 0.6;
    const step = isMap ? (isRemoval ? name : 'fresh') : isRemoval ? at : names.length;
    const edit = {
      kind: 'set',
      field: ['field', step],
      value: isRemoval ? undefined : 'new',
    } as const;
    const result = editText('task', text, [edit]);
    if (!result.ok) continue;
    done++;
    const context = JSON.stringify({
      seed,
      name: isRemoval ? name : 'new',
      text,
      after: result.value,
    });
    const after = commentPlaces(result.value);
    for (const [comment, part] of commentPlaces(text)) {
      const isAbout = comment.endsWith(` ${name}`);
      if (isRemoval && (isAbout || part === name)) continue;
      if (!/^(?:own|above) /.test(comment)) continue;
      assert.equal(after.get(comment), part, `${comment}: ${context}`);
    }
    for (const comment of ['about head', 'behind', ...(text.includes('# tail') ? ['tail'] : [])]) {
      assert.ok(result.value.includes(`# ${comment}`), context);
    }
    const left = result.value.split(/\r?\n/).map(lineOf);
    for (const line of text.split(/\r?\n/)) {
      const isTouched = /\bn\d/.test(line) ? line.includes(name) || !isRemoval : !/# /.test(line);
      if (isTouched || /^  ,|^ +b\]/.test(line)) continue;
      assert.ok(
        left.some(other => other.includes(lineOf(line).trim())) || line.trim().startsWith('#'),
        `${line}: ${context}`,
      );
    }
  }
  assert.ok(done > 1400, `${done} edits were done`);
});

test('where several parts come and go at once, what stays keeps its comments', () => {
  check(
    'a: [\n  # above e\n  e,\n  # above f\n  f,\n  # above a\n  a # own a\n]\n',
    set('a', ['a', 'new']),
    'a: [\n  # above a\n  a, # own a\n  new\n]\n',
  );
  check(
    'a:\n  - e # e\n  - f # f\n  - g # g\n',
    set('a', ['f', 'h']),
    'a:\n  - f # f\n  - h # g\n',
  );
  let done = 0;
  for (let seed = 1; seed <= 1500; seed++) {
    const random = seededRandom(seed * 31);
    const { text, names } = randomFlow(random);
    if (text.includes('field: {') || text.includes('{n')) continue;
    const left = names.filter(() => random() < 0.6);
    const next = left.flatMap(name => (random() < 0.3 ? [`x${name}`, name] : [name]));
    if (random() < 0.3) next.push('xlast');
    if (next.length === 0) continue;
    const result = editText('task', text, [{ kind: 'set', field: ['field'], value: next }]);
    if (!result.ok) continue;
    done++;
    const context = JSON.stringify({ seed, next, text, after: result.value });
    const after = commentPlaces(result.value);
    for (const [comment, part] of commentPlaces(text)) {
      const isLeft = left.some(name => comment === `own ${name}` || comment === `above ${name}`);
      if (isLeft && part !== undefined && left.includes(part)) {
        assert.equal(after.get(comment), part, `${comment}: ${context}`);
      }
    }
  }
  assert.ok(done > 390, `${done} edits were done`);
});
