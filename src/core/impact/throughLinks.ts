import type { LinkNow } from './computeImpact.ts';

/**
 * Git tells changes of files, and none of those that symbolic links name: links with the paths of the
 * files that are meant.
 *
 * @param placeInside where symbolic links lead a path; undefined where nobody can tell
 */
export async function throughLinks(
  links: readonly LinkNow[],
  placeInside: (path: string) => string | undefined | Promise<string | undefined>,
): Promise<readonly LinkNow[]> {
  const known = new Map<string, string>();
  const through = async <Place extends { readonly path: string }>(place: Place): Promise<Place> => {
    const { path } = place;
    const there = known.get(path) ?? (await placeInside(path)) ?? path;
    known.set(path, there);
    const isFolder = path.endsWith('/') && !there.endsWith('/');
    return { ...place, path: isFolder ? `${there}/` : there };
  };
  const found: LinkNow[] = [];
  for (const link of links) {
    const { place, guess, ...now } = link.now;
    const there = {
      place: place && (await through(place)),
      guess: guess && (await through(guess)),
    };
    found.push({ ...link, anchor: await through(link.anchor), now: { ...now, ...there } });
  }
  return found;
}
