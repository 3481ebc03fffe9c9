import type { CodePast } from './codePast.ts';
import { sameLines } from './lineMap.ts';

/** True for a file that has the same lines as at the present commit, and for a folder that it has. */
export async function isAsCommitted(path: string, head: string, past: CodePast): Promise<boolean> {
  if (path.endsWith('/')) return past.hasFolder({ commit: head, path });
  const [content] = await past.contentsOf([{ commit: head, path }]);
  if (content === undefined) return false;
  return (await past.readChanges(head, [path])).since(path)?.lines === sameLines;
}
