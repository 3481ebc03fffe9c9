import type { Project } from './project.ts';

/** How a person of the project is called; of one that the project does not know, the key. */
export function personName({ people }: Project, key: string): string {
  return people.get(key)?.name ?? key;
}
