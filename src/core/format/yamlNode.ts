/** How a scalar is written. `block` is a literal or folded text of lines of its own. */
export type ScalarStyle = 'plain' | 'single' | 'double' | 'block';

/** Offsets into the text, in UTF-16 code units, the end excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface YamlScalar extends Span {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The text that was meant: of a string its value, of anything else its writing (`1.50`, `0o17`). */
  readonly text: string;
  readonly style: ScalarStyle;
}

export interface YamlList extends Span {
  readonly kind: 'list';
  readonly isFlow: boolean;
  readonly items: readonly YamlNode[];
}

export interface YamlEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: YamlNode;
}

export interface YamlMap extends Span {
  readonly kind: 'map';
  readonly isFlow: boolean;
  /** In the order of the file; a key that stands twice is in it twice. */
  readonly entries: readonly YamlEntry[];
}

/**
 * A value of a YAML file and where it stands. The span runs from the first to the last character of
 * the value itself, without an anchor or tag before it, without the line end or comment after it;
 * an empty value has an empty span after its key. A block scalar ends with its last line's text.
 */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export type SyntaxCode =
  | 'yaml-syntax'
  | 'yaml-duplicate-key'
  | 'yaml-alias'
  | 'yaml-not-a-map'
  | 'file-conflict'
  | 'file-too-large';

export interface SyntaxProblem extends Span {
  readonly code: SyntaxCode;
  /** One sentence without a full stop. */
  readonly message: string;
}

export interface YamlTree {
  /** Undefined for a text without any value. With problems, as much as could be made out. */
  readonly root: YamlNode | undefined;
  readonly problems: readonly SyntaxProblem[];
}

/** The value of the key's first entry; undefined when the map has none. */
export function entryOf(map: YamlMap, key: string): YamlEntry | undefined {
  return map.entries.find(entry => entry.key === key);
}

/** True for an empty value or a null that is written out. */
export function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}
