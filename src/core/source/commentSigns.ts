/** How a comment, or a text in which no comment begins, is written. */
export interface Sign {
  readonly open: string;
  /** Undefined for what ends with its line. */
  readonly close: string | undefined;
  /** `skip`: this and the next character; `char` and `pattern`: a literal, where one stands. */
  readonly kind: 'comment' | 'text' | 'docText' | 'skip' | 'char' | 'pattern';
  /** Where it counts: behind a blank, first on its line, at its very start; undefined for anywhere. */
  readonly at: 'spaced' | 'first' | 'start' | undefined;
  /** It may go on over several lines. */
  readonly isLong: boolean;
  readonly isNested: boolean;
}

/** The signs of a language; of two that begin alike the longer one stands first. */
export type Syntax = readonly Sign[];

function sign(open: string, rest: Partial<Sign> = {}): Sign {
  const { close, kind = 'comment', at, isLong = false, isNested = false } = rest;
  return { open, close, kind, at, isLong, isNested };
}

const block = (open: string, close: string, rest: Partial<Sign> = {}): Sign =>
  sign(open, { close, isLong: true, ...rest });
const text = (mark: string, rest: Partial<Sign> = {}): Sign =>
  sign(mark, { close: mark, kind: 'text', ...rest });

const stars = block('/*', '*/');
const nestedStars = block('/*', '*/', { isNested: true });
const slashes = sign('//');
const hash = sign('#', { at: 'spaced' });
const double = text('"');
const single = text("'");
const char = sign("'", { kind: 'char' });
const longText = text('"""', { isLong: true });
const markup = block('<!--', '-->');
const backtick = text('`', { isLong: true });
const skipped = sign('\\', { kind: 'skip' });

const script = [stars, slashes, double, single, backtick, sign('/', { kind: 'pattern' })];
const brackets = [longText, double, char, stars, slashes];
const nestedBrackets = [longText, double, char, nestedStars, slashes];
const podSigns = ['=pod', '=head', '=over', '=item', '=begin', '=for', '=encoding'].map(open =>
  block(open, '=cut', { at: 'start' }),
);
const hashes = [skipped, double, single, hash];

/** Signs by the names of languages and the ends of files, in words with blanks between them. */
const languages: readonly (readonly [names: string, syntax: Syntax])[] = [
  [
    'javascript javascriptreact typescript typescriptreact js jsx mjs cjs ts tsx mts cts qml',
    script,
  ],
  ['json jsonc json5 code-workspace', [double, single, stars, slashes]],
  ['c cpp cuda-cpp h hh hpp hxx cc cxx cu m mm objective-c objective-cpp ino', brackets],
  ['csharp cs java proto proto3 zig glsl hlsl wgsl shaderlab solidity sol v', brackets],
  ['rust rs swift scala sc kotlin kt kts', nestedBrackets],
  ['dart groovy gradle', [longText, text("'''", { isLong: true }), double, single, stars, slashes]],
  ['go', [double, char, backtick, stars, slashes]],
  ['css', [double, single, stars]],
  ['less scss sass stylus styl', [double, single, stars, slashes]],
  ['php', [double, single, stars, slashes, hash, markup]],
  [
    'python py pyi pyw starlark bzl',
    [
      text('"""', { kind: 'docText', isLong: true }),
      text("'''", { kind: 'docText', isLong: true }),
      double,
      single,
      sign('#'),
    ],
  ],
  ['ruby rb rake crystal cr', [block('=begin', '=end', { at: 'start' }), ...hashes]],
  ['perl pl pm raku', [...podSigns, ...hashes]],
  ['elixir ex exs graphql gql', [longText, ...hashes]],
  ['powershell ps1 psm1 psd1', [block('<#', '#>'), double, single, hash]],
  ['julia jl', [block('#=', '=#', { isNested: true }), longText, double, char, sign('#')]],
  ['cmake', [block('#[[', ']]'), double, hash]],
  ['coffeescript coffee', [block('###', '###'), longText, double, single, hash]],
  ['terraform hcl tf tfvars nix', [double, stars, sign('//', { at: 'spaced' }), hash]],
  [
    'shellscript sh bash zsh fish yaml yml toml makefile mk dockerfile r tcl awk properties ' +
      'gitignore ignore dotenv env conf nim gdscript gd',
    hashes,
  ],
  ['ini cfg editorconfig', [sign(';', { at: 'spaced' }), hash]],
  ['sql mysql pgsql plsql', [stars, sign('--'), double, single]],
  [
    'lua luau',
    [
      block('--[[', ']]'),
      block('--[=[', ']=]'),
      block('--[==[', ']==]'),
      block('[[', ']]', { kind: 'text' }),
      sign('--'),
      skipped,
      double,
      single,
    ],
  ],
  [
    'haskell hs lhs elm purescript purs',
    [block('{-', '-}', { isNested: true }), sign('--'), longText, double, char],
  ],
  ['ada adb ads vhdl vhd', [sign('--'), double, char]],
  ['latex tex bibtex bib cls sty', [skipped, sign('%')]],
  ['matlab octave', [block('%{', '%}', { at: 'first' }), double, sign('%')]],
  ['erlang erl hrl', [double, char, sign('%')]],
  ['prolog', [double, single, stars, sign('%')]],
  ['lisp clojure clj cljs edn scheme scm rkt el', [block('#|', '|#'), skipped, double, sign(';')]],
  ['asm s autohotkey ahk', [double, char, stars, sign(';')]],
  ['vb vba vbs bas', [double, sign("'"), ...['REM ', 'Rem ', 'rem '].map(rem)]],
  ['bat cmd', [sign('::', { at: 'first' }), ...['REM ', 'Rem ', 'rem '].map(rem)]],
  ['viml vim', [sign('"', { at: 'first' }), sign('" ', { at: 'spaced' })]],
  [
    'html xml xsl svg xaml csproj vue svelte astro handlebars hbs',
    [markup, stars, sign('//', { at: 'spaced' })],
  ],
  ['markdown md mdx', [markup]],
  ['pascal pas dpr', [block('{', '}'), block('(*', '*)'), slashes, single]],
  ['ocaml ml mli', [block('(*', '*)', { isNested: true }), double, char]],
  ['fsharp fs fsi fsx', [block('(*', '*)'), longText, double, char, slashes]],
  ['fortran f90 f95 f03', [double, single, sign('!')]],
  // Lines of a notebook as it is stored are strings of JSON.
  ['ipynb', ['#', '//', '%', '<!--'].map(open => sign(open))],
];

function rem(open: string): Sign {
  return sign(open, { at: 'first' });
}

/** Of a language that nobody knows the signs of many, in one line and not in its strings. */
const anyLanguage: Syntax = [
  sign('"""'),
  ...['/*', '//', '<!--', '(*', '{-'].map(open => sign(open)),
  double,
  single,
  ...['#', '--', ';'].map(open => sign(open, { at: 'spaced' })),
  ...['%', '*'].map(open => sign(open, { at: 'first' })),
];

let byName: ReadonlyMap<string, Syntax> | undefined;

/** @param language as the editor names it; undefined where only the path is known */
export function syntaxOf(path: string, language?: string): Syntax {
  byName ??= new Map(
    languages.flatMap(([names, syntax]) => names.split(' ').map(name => [name, syntax] as const)),
  );
  const file = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const end = file.slice(file.lastIndexOf('.') + 1);
  return byName.get(language ?? '') ?? byName.get(end) ?? anyLanguage;
}
