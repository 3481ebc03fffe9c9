import type { Project } from './project.ts';

/** By the people of a project: the names that several of them bear. */
const sharedNames = new WeakMap<Project['people'], ReadonlySet<string>>();

/**
 * How a person of the project is called, with the key where others are called so too; of one that the
 * project does not know, the key.
 */
export function personName({ people }: Pick<Project, 'people'>, key: string): string {
  const name = people.get(key)?.name ?? key;
  return name !== key && findShared(people).has(name) ? `${name} (${key})` : name;
}

function findShared(people: Project['people']): ReadonlySet<string> {
  const known = sharedNames.get(people);
  if (known) return known;
  const [seen, shared] = [new Set<string>(), new Set<string>()];
  for (const { name } of people.values()) (seen.has(name) ? shared : seen).add(name);
  sharedNames.set(people, shared);
  return shared;
}
