import { l10n, Range, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import {
  groupInSteps,
  type NoteAt,
  type NoteEntry,
  type NoteFile,
  type NoteFolder,
} from '../../core/source/openNotes.ts';
import { inertText } from '../../core/views/inertText.ts';
import type { Log } from '../log.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { PlanSet } from '../planSet.ts';
import { plainMarkdown } from '../plainMarkdown.ts';
import { stepByStep } from '../stepByStep.ts';
import { noChildren, type BranchElement, type TreeBranch } from '../treeBranch.ts';
import { NoteScan } from './noteScan.ts';

/** With more files than these, folders stand above them. */
const mostFilesAlone = 30;

/** So many entries of one file are listed. */
const listedEntries = 200;

/** A note in the tree, as a menu hands it over. */
export interface NoteElement extends BranchElement {
  readonly uri: Uri;
  /** Counted from zero. */
  readonly line: number;
}

/** What finds the notes, and the line of the tree below which they stand. */
export function createNotes(
  plans: PlanSet,
  log: Log,
): { readonly notes: NoteScan; readonly noteBranch: TreeBranch } {
  const notes = new NoteScan(plans, log);
  return { notes, noteBranch: createNoteBranch(notes) };
}

/** The TODOs that have no task yet, by folder and file. They are looked for when it is first unfolded. */
export function createNoteBranch(scan: NoteScan): TreeBranch {
  return {
    onDidChange: scan.onDidChange,
    place: 'below',
    rootsOf: plan => {
      const state = scan.stateOf(plan);
      // Once it is known that there is none, there is nothing that needs a person.
      if (state.kind === 'known' && state.notes.length === 0) return [];
      return [rootElement(scan, plan)];
    },
  };
}

function rootElement(scan: NoteScan, plan: OpenPlan): BranchElement {
  const item = (): TreeItem => {
    const state = scan.stateOf(plan);
    const title = l10n.t('TODOs without a task');
    const root = new TreeItem(title, TreeItemCollapsibleState.Collapsed);
    root.id = `${plan.key} notes`;
    root.iconPath = new ThemeIcon('checklist');
    root.contextValue = 'notes';
    if (state.kind === 'known') root.description = String(state.notes.length);
    root.accessibilityInformation = {
      label: state.kind === 'known' ? `${title}, ${state.notes.length}` : title,
      role: 'treeitem',
    };
    return root;
  };
  const children = async (): Promise<BranchElement[]> => {
    if (scan.stateOf(plan).kind === 'unknown') await scan.search(plan);
    const state = scan.stateOf(plan);
    return state.kind === 'known' ? groupElements(plan, state.notes) : [stoppedElement(plan)];
  };
  return { kind: 'branch', plan, item, children };
}

function stoppedElement(plan: OpenPlan): BranchElement {
  const item = (): TreeItem => {
    const line = new TreeItem(l10n.t('The search was stopped; search again'));
    line.id = `${plan.key} notes stopped`;
    line.command = { command: 'gantry.findNotes', title: l10n.t('Find TODOs Without a Task') };
    return line;
  };
  return { kind: 'branch', plan, item, children: noChildren };
}

async function groupElements(plan: OpenPlan, notes: readonly NoteAt[]): Promise<BranchElement[]> {
  const folders = (await stepByStep(groupInSteps(notes))) ?? [];
  const files = folders.flatMap(folder => folder.files);
  if (files.length <= mostFilesAlone) return files.map(file => fileElement(plan, file, true));
  return folders.map(folder => folderElement(plan, folder));
}

function folderElement(plan: OpenPlan, { path, files }: NoteFolder): BranchElement {
  const item = (): TreeItem => {
    const count = files.reduce((sum, { entries }) => sum + entries.length, 0);
    const line = new TreeItem(
      path === '' ? plan.folder.name : path,
      TreeItemCollapsibleState.Collapsed,
    );
    line.id = `${plan.key} notes in ${path}/`;
    line.iconPath = ThemeIcon.Folder;
    line.description = String(count);
    return line;
  };
  const children = (): BranchElement[] => files.map(file => fileElement(plan, file, false));
  return { kind: 'branch', plan, item, children };
}

function fileElement(plan: OpenPlan, { path, entries }: NoteFile, isAlone: boolean): BranchElement {
  const item = (): TreeItem => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const line = new TreeItem(name, TreeItemCollapsibleState.Expanded);
    line.id = `${plan.key} notes in ${path}`;
    line.iconPath = ThemeIcon.File;
    line.resourceUri = Uri.joinPath(plan.folder.uri, path);
    const folder = path.slice(0, -name.length - 1);
    line.description = isAlone ? folder : String(entries.length);
    return line;
  };
  const children = (): BranchElement[] =>
    entries.slice(0, listedEntries).map(entry => entryElement(plan, entry));
  return { kind: 'branch', plan, item, children };
}

function entryElement(plan: OpenPlan, entry: NoteEntry): NoteElement {
  const { path, word, text, lines } = entry;
  const uri = Uri.joinPath(plan.folder.uri, path);
  const line = (lines[0] ?? 1) - 1;
  const item = (): TreeItem => {
    const row = new TreeItem(inertText(text));
    row.id = `${plan.key} note ${path} ${word} ${text}`;
    row.description = `${word}, ${l10n.t('line {0}', lines.join(', '))}`;
    row.iconPath = new ThemeIcon(word === 'FIXME' ? 'wrench' : 'circle-large-outline');
    row.contextValue = 'note';
    row.tooltip = plainMarkdown(`${word}: ${text}`, [`${path}:${line + 1}`]);
    row.accessibilityInformation = {
      label: `${word}, ${text}, ${path}, ${l10n.t('line {0}', lines.join(', '))}`,
      role: 'treeitem',
    };
    row.command = {
      command: 'vscode.open',
      title: l10n.t('Open the Place'),
      arguments: [uri, { selection: new Range(line, 0, line, 0), preview: true }],
    };
    return row;
  };
  return { kind: 'branch', plan, item, children: noChildren, uri, line };
}
