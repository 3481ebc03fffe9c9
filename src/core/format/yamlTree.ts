import { findConflictMarker } from './conflictMarker.ts';
import { readLibraryTree } from './libraryTree.ts';
import { readPlainTree } from './plainTree.ts';
import type { SyntaxProblem, YamlTree } from './yamlNode.ts';

/** Reads a text into a small tree with places. The only way from text to values in this room. */
export function readYamlTree(text: string): YamlTree {
  const marker = findConflictMarker(text);
  if (marker) return { root: undefined, problems: [conflictProblem(marker.start, marker.end)] };
  const plain = readPlainTree(text);
  if (plain) return { root: plain, problems: [] };
  const tree = readLibraryTree(text);
  const bare = tree.problems.length > 0 ? /\r(?!\n)/.exec(text) : null;
  return bare ? { ...tree, problems: [bareReturnProblem(bare.index)] } : tree;
}

/** YAML takes it for the end of a line, and hardly any other program does. */
function bareReturnProblem(at: number): SyntaxProblem {
  const message =
    'The lines end with a bare carriage return (CR), as on very old Macs; save the file with LF line ends';
  return { code: 'yaml-syntax', message, start: at, end: at + 1 };
}

function conflictProblem(start: number, end: number): SyntaxProblem {
  const message = 'The file holds conflict markers; resolve the merge and take them out';
  return { code: 'file-conflict', message, start, end };
}
