import type { Frame, Page } from 'playwright-core';

export type ThemeName = 'dark' | 'light' | 'hc' | 'hc-light';
export const themes: Readonly<
  Record<ThemeName, { setting: string; className: string; chosen?: string }>
>;

export interface WorkbenchOptions {
  /** The absolute path of the folder to open; without it the window is empty. */
  readonly folder?: string | undefined;
  /** The absolute path of the extension under development. */
  readonly extension?: string;
  readonly theme?: ThemeName;
  readonly size?: { readonly width: number; readonly height: number };
  /** Settings of the user, over the quiet ones that every run gets. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Leaves Workspace Trust on: the folder opens in Restricted Mode. */
  readonly isRestricted?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly logFile?: string;
  /** Runs before the address is opened. */
  readonly prepare?: (page: Page) => Promise<void> | void;
  readonly log?: (line: string) => void;
}

export interface Workbench {
  readonly page: Page;
  /** Where the editor keeps its data and its logs until it is closed. */
  readonly dataFolder: string;
  readonly close: () => Promise<void>;
}

export function openWorkbench(options: WorkbenchOptions): Promise<Workbench>;

/** What is the same for all workbenches of a server. */
export type EditorOptions = Pick<
  WorkbenchOptions,
  'theme' | 'settings' | 'isRestricted' | 'env' | 'logFile' | 'log'
>;

/** A server and a browser, for one workbench after the other. */
export interface Editor {
  readonly open: (
    options: Omit<WorkbenchOptions, keyof EditorOptions>,
  ) => Promise<{ readonly page: Page; readonly leave: () => Promise<void> }>;
  readonly close: () => Promise<void>;
}

export function startEditor(options: EditorOptions): Promise<Editor>;

/** Runs a command by its title in the palette, for example `Gantry: Open Gantt Chart`. */
export function runCommand(page: Page, title: string): Promise<void>;

/** Opens a file of the folder through quick open. */
export function openFile(page: Page, file: string): Promise<void>;

/** The frame of a webview's own content, two frames down. */
export function findWebview(page: Page, limitMs?: number): Promise<Frame>;
