import { findConflictMarker } from './conflictMarker.ts';
import { readLibraryTree } from './libraryTree.ts';
import { readPlainTree } from './plainTree.ts';
import type { SyntaxProblem, YamlTree } from './yamlNode.ts';

/** Reads a text into a small tree with places. The only way from text to values in this room. */
export function readYamlTree(text: string): YamlTree {
  const marker = findConflictMarker(text);
  if (marker) return { root: undefined, problems: [conflictProblem(marker.start, marker.end)] };
  const plain = readPlainTree(text);
  return plain ? { root: plain, problems: [] } : readLibraryTree(text);
}

function conflictProblem(start: number, end: number): SyntaxProblem {
  const message = 'The file holds conflict markers; resolve the merge and take them out';
  return { code: 'file-conflict', message, start, end };
}
