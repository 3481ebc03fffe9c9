const keys = [
  'a',
  'title',
  'tags',
  'T-0001',
  'mon-fri',
  'no',
  'b_c',
  '"q"',
  'x y',
  '1',
  '<<',
  'true',
  '__proto__',
];
const values = [
  '',
  'x',
  'a b',
  '12',
  '-3',
  '+4',
  '1.5',
  '.5',
  '5.',
  '0x1F',
  '0o17',
  '1e3',
  '.inf',
  'true',
  'False',
  '~',
  'null',
  'Null',
  'NULL',
  'TRUE',
  'FALSE',
  'false',
  'yes',
  'é',
  '2026-03-01',
  '3d..5d',
  '40%',
  '12:30',
  'a:b',
  'a: b',
  'b:',
  '- x',
  '-x',
  '--',
  '?',
  '# c',
  'x # c',
  'x #',
  'x#y',
  '"q"',
  '"q # r"',
  '"a\\tb"',
  "'s'",
  "'it''s'",
  "''",
  '""',
  '"open',
  '[a, b]',
  '[ a ,b ]',
  '[]',
  '[ ]',
  '[a,]',
  '[a: b]',
  '["x", \'y\']',
  '[[a], {b: c}]',
  '{a: 1}',
  '{ a: 1, b: [2] }',
  '{a: 1, a: 2}',
  '{}',
  '{a}',
  '{a: }',
  '{a:b}',
  '[30%, a b]',
  '[a-b, -1, - c]',
  '[a # b]',
  '[T-0001 SS+2d]',
  '&x y',
  '*x',
  '!!str 3',
  '@z',
  '%z',
  '`z`',
  '|',
  '|-',
  '|+',
  '>',
  '>-',
  '|2',
  '| # c',
  'a\tb',
  'a\u00a0',
  '\u00a0a',
  'a\u2028b',
  'a\u0085b',
  '<<',
  '=',
  'a, b',
  '{',
  ']',
  '💡',
  '[💡]',
  '\\n',
  'x  ',
  '$',
  '(a)',
  '[.5, 1., +2, 007, 0]',
  '[~, null, True]',
];
const lines = [
  '',
  '  ',
  '# c',
  '  # c',
  '      # c',
  '---',
  '...',
  '\t',
  'text',
  '  text',
  '    more text',
  '- x',
  '  - y',
  '-',
  '  -',
];

/** A text that is YAML more often than not, in all kinds of styles, with some faults. */
export function randomYaml(random: () => number): string {
  const eol = random() < 0.2 ? '\r\n' : '\n';
  const rows: string[] = [];
  writeMap(random, rows, '', 0);
  if (random() < 0.3) rows.splice(Math.floor(random() * (rows.length + 1)), 0, pick(random, lines));
  const mark = random() < 0.05 ? '\uFEFF' : '';
  const end = random() < 0.1 ? '' : eol;
  return mark + rows.join(eol) + end;
}

function writeMap(random: () => number, rows: string[], indent: string, depth: number): void {
  const size = 1 + Math.floor(random() * 4);
  for (let i = 0; i < size; i++) {
    const head = `${indent}${random() < 0.9 ? `k${i}` : pick(random, keys)}:`;
    writeValue(random, rows, head, indent, depth);
    if (random() < 0.1) rows.push(pick(random, ['', '# c', `${indent}# c`, '   ']));
  }
}

function writeValue(
  random: () => number,
  rows: string[],
  head: string,
  indent: string,
  depth: number,
): void {
  const choice = random();
  const inner = indent + pick(random, ['  ', '  ', '  ', '    ', ' ']);
  if (choice < 0.12 && depth < 3) {
    rows.push(head);
    writeMap(random, rows, inner, depth + 1);
  } else if (choice < 0.28 && depth < 3) {
    rows.push(head);
    writeList(random, rows, random() < 0.3 ? indent : inner, depth + 1);
  } else if (choice < 0.36) {
    rows.push(`${head} ${pick(random, ['|', '|-', '|', '|+', '>'])}`);
    const count = 1 + Math.floor(random() * 3);
    for (let i = 0; i < count; i++) {
      rows.push(
        random() < 0.2
          ? ''
          : inner + pick(random, ['text', 'a: b', '# c', '  deep', '- x', 'tail ']),
      );
    }
  } else {
    rows.push(head + (random() < 0.05 ? '' : ' ') + value(random));
  }
}

function writeList(random: () => number, rows: string[], indent: string, depth: number): void {
  const size = 1 + Math.floor(random() * 3);
  for (let i = 0; i < size; i++) {
    const choice = random();
    if (choice < 0.25 && depth < 3) {
      const first = rows.length;
      writeMap(random, rows, `${indent}  `, depth + 1);
      const row = rows[first] ?? '';
      rows[first] = `${indent}- ${row.slice(indent.length + 2)}`;
    } else if (choice < 0.35) {
      rows.push(`${indent}- ${pick(random, ['|', '|-'])}`, `${indent}  text`, `${indent}   more`);
    } else {
      rows.push(`${indent}-${pick(random, [' ', ' ', ' ', '  '])}${value(random)}`);
    }
  }
}

/** Mostly harmless values, so that many texts are wholly readable. */
function value(random: () => number): string {
  return random() < 0.75
    ? pick(random, ['x', 'a b', '12', '"q"', '2026-03-01', '[a, b]', 'x # c', '', "'s'"])
    : pick(random, values);
}

export function pick<T>(random: () => number, choices: readonly T[]): T {
  const chosen = choices[Math.floor(random() * choices.length)];
  if (chosen === undefined) throw new Error('There is nothing to pick from');
  return chosen;
}
