/** The kinds of item that have a file of their own in the plan folder. */
export const itemKinds = ['task', 'milestone', 'risk', 'decision', 'note'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Where each kind lives, and the letter its ids begin with. */
export const kindPlaces = {
  task: { prefix: 'T', folder: 'tasks' },
  milestone: { prefix: 'M', folder: 'milestones' },
  risk: { prefix: 'R', folder: 'risks' },
  decision: { prefix: 'D', folder: 'decisions' },
  note: { prefix: 'N', folder: 'notes' },
} as const satisfies Record<ItemKind, { prefix: string; folder: string }>;

/** Crockford's base 32: digits and letters without I, L, O and U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const shape = /^[TMRDN]-[0-9ABCDEFGHJKMNPQRSTVWXYZ]{4,12}$/;
const baselineShape = /^\d{4}-\d{2}-\d{2}-[\p{Ll}\p{Lo}\p{N}]+(?:-[\p{Ll}\p{Lo}\p{N}]+)*$/u;
const kindByPrefix = new Map<string, ItemKind>(
  itemKinds.map(kind => [kindPlaces[kind].prefix, kind]),
);

/** True for an id in its written form, such as `T-7KQ3`. */
export function isId(text: string): boolean {
  return shape.test(text);
}

/** True for the name of a baseline as a new one gets it: `2026-11-21-kickoff`. */
export function isBaselineName(text: string): boolean {
  return baselineShape.test(text);
}

/** The kind that an id's prefix names; undefined when the text is no id. */
export function kindOfId(id: string): ItemKind | undefined {
  return isId(id) ? kindByPrefix.get(id.charAt(0)) : undefined;
}

/** The plan-relative path of an item's file, for example `tasks/T-7KQ3.yaml`. */
export function pathOfId(id: string): string | undefined {
  const kind = kindOfId(id);
  return kind && `${kindPlaces[kind].folder}/${id}.yaml`;
}

/**
 * A new id that is in `known` in no case. It starts with four characters and takes one more each
 * time the known ids fill a thirty-second of the space, so that two branches seldom draw the same.
 *
 * @param random uniform in [0, 1)
 */
export function newId(kind: ItemKind, known: ReadonlySet<string>, random: () => number): string {
  const prefix = kindPlaces[kind].prefix;
  let length = 4;
  while (known.size > 32 ** (length - 1) && length < 12) length++;
  for (;;) {
    let id = `${prefix}-`;
    for (let i = 0; i < length; i++) id += alphabet.charAt(Math.floor(random() * 32));
    if (!known.has(id)) return id;
  }
}

/**
 * The ids that a person may mean by `text`: the exact id, or every id that begins with it, in
 * either case, with or without the dash.
 */
export function idsByPrefix(text: string, known: Iterable<string>): readonly string[] {
  const wanted = text.toUpperCase().replace(/^([TMRDN])-?/, '$1-');
  const found: string[] = [];
  for (const id of known) {
    if (id === wanted) return [id];
    if (id.startsWith(wanted)) found.push(id);
  }
  return found.sort();
}
