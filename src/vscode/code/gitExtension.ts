import { extensions, type Event, type Uri } from 'vscode';

/** What of a repository of the editor's own git is used here. */
export interface EditorRepository {
  readonly rootUri: Uri;
  /** The message that is being written. */
  readonly inputBox: { value: string };
  readonly state: {
    readonly HEAD: { readonly name?: string; readonly commit?: string } | undefined;
    readonly onDidChange: Event<void>;
  };
  /** Makes a branch at the present commit. */
  readonly createBranch: (name: string, checkout: boolean) => Promise<void>;
  readonly checkout: (name: string) => Promise<void>;
  readonly getBranch: (name: string) => Promise<unknown>;
  readonly getConfig: (key: string) => Promise<string>;
}

interface GitExtension {
  readonly getAPI: (version: 1) => {
    readonly getRepository: (uri: Uri) => EditorRepository | null;
    readonly openRepository?: (root: Uri) => Promise<EditorRepository | null>;
  };
}

/** The repository of a folder, as the editor's own git has it open; undefined without one. */
export async function findEditorRepository(folder: Uri): Promise<EditorRepository | undefined> {
  const extension = extensions.getExtension<GitExtension>('vscode.git');
  if (!extension) return undefined;
  try {
    const git = (await extension.activate()).getAPI(1);
    return git.getRepository(folder) ?? (await git.openRepository?.(folder)) ?? undefined;
  } catch {
    // The editor's git is switched off.
    return undefined;
  }
}
