import path from 'node:path';
import type { CliContext } from './cliCommand.ts';

/** Where a file is that the command line names: from the folder of `-C`, as git has it; else from here. */
export function namedFile(
  name: string,
  { workspace, isAbove, host }: Pick<CliContext, 'workspace' | 'isAbove' | 'host'>,
): string {
  return path.resolve(isAbove ? host.workingFolder : workspace, name);
}
