// Forms batches of test files: a process for each file would spend more time on its start and on
// reading the product than on the tests. The files of a batch are bundled into one module, where
// each keeps its own scope, and what they share is read and compiled once.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** So many files that the start of a process weighs little, and so few that several run at once. */
const filesOfBatch = 30;

/** A file that starts itself as a process has to be the whole of its bundle. */
const startsItself = /\bimport\.meta\b/;

/** The fixtures that hold a browser; what shares one of them shares its browser. */
const fixture = /from '.*\/(chartPage|webviewPage)\.ts'/;

/** Tests that a fixture registers have their place there, not in the file that names them. */
const testOfFixture = /^\s*journey\(/m;

/**
 * The batches in a fixed order. Neighbours stay together: they test the same room, so that the
 * bundle is small.
 */
export function formBatches(files, root) {
  const groups = new Map();
  for (const file of files) {
    const text = readFileSync(path.join(root, file), 'utf8');
    const key = startsItself.test(text) ? file : (fixture.exec(text)?.[1] ?? '');
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups].flatMap(([key, group]) =>
    key === '' ? cut(group, Math.ceil(group.length / filesOfBatch)) : [group],
  );
}

/** So many runs of neighbours, of the same length as far as possible. */
export function cut(files, count) {
  const bounds = Array.from({ length: count + 1 }, (_, i) =>
    Math.round((i * files.length) / count),
  );
  return bounds.slice(1).map((end, i) => files.slice(bounds[i], end));
}

/** The files of which no test was seen, by what the reporter says of the places of tests. */
export function findEmpty(files, seen, root) {
  return files.filter(file => {
    const place = path.join(root, file);
    return !seen.includes(place) && !testOfFixture.test(readFileSync(place, 'utf8'));
  });
}
