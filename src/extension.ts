import { l10n, Uri, workspace, type ExtensionContext } from 'vscode';
import { DisposableStore } from './core/base/disposable.ts';
import type { CommitIndex } from './core/commits/commitIndex.ts';
import type { CommitShelf } from './core/commits/commitShelf.ts';
import type { NamedWork } from './core/commits/namedWork.ts';
import type { Ancestor } from './core/merge/mergeMarks.ts';
import type { WorkHistory } from './core/commits/workHistory.ts';
import { noteWords } from './core/source/sourceIds.ts';
import type { PlanPast } from './core/model/planPast.ts';
import type { PlanVersions } from './core/store/committedPlan.ts';
import type { WitnessedFile } from './core/store/outsideChanges.ts';
import type { RiskVersion } from './core/store/riskVersion.ts';
import type { GitRepository } from './git/gitRepository.ts';
import type { CodeParts } from './vscode/code/codeParts.ts';
import { registerCommands } from './vscode/commandTable.ts';
import { registerLanguageLater } from './vscode/lazyLanguage.ts';
import { Late } from './vscode/late.ts';
import { createLinksBelow } from './vscode/linksBelow.ts';
import type { ForecastThreads } from './vscode/forecastJob.ts';
import { createLog, type Log } from './vscode/log.ts';
import { createPanelHandlers } from './vscode/panelHandlers.ts';
import { say } from './vscode/notices.ts';
import { PanelSet } from './vscode/panelSet.ts';
import { registerOutsideNotices } from './vscode/outsideNotices.ts';
import type { Disk, MergeFacts, PastOfCode, PlanPlace, PlanPorts } from './vscode/planPorts.ts';
import { PlanSet } from './vscode/planSet.ts';
import { Selection } from './vscode/selection.ts';
import { registerSelectionSync } from './vscode/selectionSync.ts';
import { registerStatusBar } from './vscode/statusBar.ts';
import { registerTrees } from './vscode/trees.ts';
import type { Workbench } from './vscode/workbench.ts';

/** Builds, registers and returns. Nothing is read before it is needed. */
export function activate(context: ExtensionContext): void {
  const startedAt = performance.now();
  const owned = new DisposableStore();
  context.subscriptions.push(owned);
  const log = owned.add(createLog());
  const plans = owned.add(new PlanSet(createPorts(context, log)));
  const selection = owned.add(new Selection());
  const { extensionUri } = context;
  const panels = owned.add(
    new PanelSet({
      plans,
      extensionUri,
      createHandlers: plan => createPanelHandlers(() => bench, plan),
    }),
  );
  const storageUri = context.globalStorageUri;
  const code = owned.add(new Late<CodeParts>());
  const links = owned.add(createLinksBelow(code));
  const { findFocused, planFilter, addToAttention, revealAttention, badge } = owned.add(
    registerTrees({ plans, selection, links }),
  );
  const bench: Workbench = {
    plans,
    selection,
    panels,
    findFocused,
    planFilter,
    addToAttention,
    revealAttention,
    badge,
    code,
    kept: context.workspaceState,
    log,
    extensionUri,
    forecastThreads: threadsFrom(extensionUri),
    storageUri,
  };
  owned.add(registerStatusBar(plans));
  owned.add(registerOutsideNotices(plans));
  owned.add(registerSelectionSync(bench));
  owned.add(registerCommands(bench));
  owned.add(registerLanguageLater(bench));
  // The editor waits for this function, so the plans are read in the turn after it.
  const reading = setTimeout(() => void plans.loadAll(), 0);
  owned.add({ dispose: () => clearTimeout(reading) });
  log.info(`Activated: ${(performance.now() - startedAt).toFixed(1)} ms`);
}

/** What disk and git tell every plan. */
function createPorts(context: ExtensionContext, log: Log): PlanPorts {
  return {
    log,
    openDisk: place => openDisk(place, context),
    workOn: (place, item) => readWorkOn(place, item, context),
    commits: (place, signal) => readCommits(place, context, signal),
    takenIds,
    riskVersions,
    planPast,
    versions,
    ignoredBy,
    isLeftOut,
    knownFiles,
    namingOtherSide,
    ancestorOf,
    merges: place => findMerges(place, context),
    ...codePorts,
  };
}

/** Folders on a disk are read by Node, which can write whole files or nothing. */
function openDisk(place: PlanPlace, context: ExtensionContext): Promise<Disk> | undefined {
  return place.folder.scheme === 'file' ? openLocalDisk(place, context) : undefined;
}

async function openLocalDisk(
  { folder, folderName }: PlanPlace,
  { globalStorageUri, extensionUri }: ExtensionContext,
): Promise<Disk> {
  const [{ createNodeFiles }, { createPause }, { createParseCache, programMark }] =
    await Promise.all([
      import('./node/nodeFiles.ts'),
      import('./node/pause.ts'),
      import('./node/parseCacheFile.ts'),
    ]);
  const tellWait = (holder: string): void =>
    say(l10n.t('Waiting for {0}, which is writing to the plan…', holder));
  const files = createNodeFiles(folder.fsPath, folderName, tellWait);
  const disk = { files, pause: createPause() };
  if (globalStorageUri.scheme !== 'file') return disk;
  const cache = createParseCache({
    storage: Uri.joinPath(globalStorageUri, 'parsed').fsPath,
    plan: Uri.joinPath(folder, folderName).fsPath,
    program: programMark(Uri.joinPath(extensionUri, 'dist/extension.js').fsPath),
  });
  return { ...disk, cache };
}

/** Git runs what a repository's settings say; so it is asked only where the person trusts them. */
async function openGit(folder: Uri): Promise<GitRepository | undefined> {
  if (!workspace.isTrusted || folder.scheme !== 'file') return undefined;
  const { openGitRepository } = await import('./git/gitRepository.ts');
  return openGitRepository(folder.fsPath);
}

/** The script of a thread lies beside this one. */
function threadsFrom(extensionUri: Uri): ForecastThreads {
  const script = Uri.joinPath(extensionUri, 'dist', 'forecast-worker.js').fsPath;
  const starter = async () => (await import('./node/forecastThreads.ts')).startWork;
  return {
    forecast: async (request, onProgress) =>
      (await starter())('forecast', request, { script, onProgress }),
    calibration: async (request, onProgress) =>
      (await starter())('calibration', request, { script, onProgress }),
    history: async (request, onProgress) =>
      (await starter())('history', request, { script, onProgress }),
  };
}

async function takenIds({ folder, folderName }: PlanPlace): Promise<ReadonlySet<string>> {
  const repository = await openGit(folder);
  return (await repository?.takenIds(folderName)) ?? new Set();
}

async function riskVersions(
  { folder, folderName }: PlanPlace,
  signal: AbortSignal,
): Promise<readonly RiskVersion[] | undefined> {
  return (await openGit(folder))?.riskVersions(folderName, signal);
}

async function planPast(
  { folder, folderName }: PlanPlace,
  most: number,
): Promise<PlanPast | undefined> {
  return (await openGit(folder))?.planPast(folderName, most);
}

async function versions({ folder, folderName }: PlanPlace): Promise<PlanVersions | undefined> {
  return (await openGit(folder))?.planVersions(folderName);
}

/** What git tells of code. */
const codePorts: Pick<
  PlanPorts,
  'codePast' | 'placeInside' | 'change' | 'searchCode' | 'findNotes' | 'lineAuthor'
> = {
  codePast,
  placeInside: async ({ scheme, fsPath }, path) =>
    scheme === 'file' ? (await import('./node/leadsOut.ts')).placeInside(fsPath, path) : path,
  change: async ({ folder }, range) => (await openGit(folder))?.change(range),
  searchCode: async ({ folder }, text) => (await openGit(folder))?.searchCode(text),
  findNotes: async ({ folder, folderName }, paths, signal) =>
    (await openGit(folder))?.findWords({ words: noteWords, paths, except: folderName }, signal),
  lineAuthor: async ({ folder }, { path, line }) => (await openGit(folder))?.lineAuthor(path, line),
};

/** The commits are looked through once for all sessions; what is known of them is kept beside. */
async function readWorkOn(
  { folder }: PlanPlace,
  item: NamedWork,
  { globalStorageUri }: ExtensionContext,
): Promise<WorkHistory | undefined> {
  const repository = await openGit(folder);
  const shelf = repository && (await openShelf(globalStorageUri, repository));
  return shelf && repository.work(item, shelf);
}

async function readCommits(
  { folder }: PlanPlace,
  { globalStorageUri }: ExtensionContext,
  signal?: AbortSignal,
): Promise<CommitIndex | undefined> {
  const repository = await openGit(folder);
  const shelf = repository && (await openShelf(globalStorageUri, repository));
  return shelf && repository.commits(shelf, signal);
}

async function openShelf(
  storage: Uri,
  { topLevel }: GitRepository,
): Promise<CommitShelf | undefined> {
  if (storage.scheme !== 'file') return undefined;
  const { createCommitShelfFile } = await import('./node/commitShelfFile.ts');
  return createCommitShelfFile(Uri.joinPath(storage, 'commits').fsPath, topLevel);
}

async function codePast(
  { folder }: PlanPlace,
  signal: AbortSignal,
): Promise<PastOfCode | undefined> {
  const repository = await openGit(folder);
  const head = await repository?.headCommit();
  return repository && head !== undefined ? { head, code: repository.codePast(signal) } : undefined;
}

async function knownFiles(
  { folder, folderName }: PlanPlace,
  files: readonly WitnessedFile[],
): Promise<ReadonlySet<string>> {
  return (await (await openGit(folder))?.knownFiles(folderName, files)) ?? new Set();
}

async function ancestorOf(
  { folder, folderName }: PlanPlace,
  file: string,
): Promise<Ancestor | undefined> {
  const unmerged = (await (await openGit(folder))?.merges(folderName).unmerged()) ?? [];
  const found = unmerged.find(({ path }) => path === file);
  return found && found.ours !== undefined && found.theirs !== undefined
    ? { text: found.base }
    : undefined;
}

/** The program that merges is the one that came with this extension, run as Node by the editor. */
async function findMerges(
  { folder, folderName }: PlanPlace,
  { extensionUri }: ExtensionContext,
): Promise<MergeFacts | undefined> {
  const merges = (await openGit(folder))?.merges(folderName);
  if (!merges) return undefined;
  const program = [process.execPath, Uri.joinPath(extensionUri, 'dist/cli.js').fsPath];
  const setting = 'ELECTRON_RUN_AS_NODE=1';
  const { driverCommand, renewMergeDriver, setMergeDriver } = await import('./git/mergeDriver.ts');
  const { fsPath } = folder;
  return {
    ...merges,
    setUp: () => setMergeDriver(fsPath, process.env, driverCommand(program, setting)),
    renew: () => renewMergeDriver(fsPath, process.env, { program, setting }),
  };
}

async function namingOtherSide(
  { folder, folderName }: PlanPlace,
  id: string,
): Promise<readonly string[]> {
  return (await (await openGit(folder))?.merges(folderName).namingOtherSide(id)) ?? [];
}

async function ignoredBy({ folder, folderName }: PlanPlace): Promise<string | undefined> {
  const repository = await openGit(folder);
  return (await repository?.isIgnored(folderName))?.pattern;
}

async function isLeftOut({ folder, folderName }: PlanPlace): Promise<boolean> {
  return (await (await openGit(folder))?.isLeftOut(folderName)) ?? false;
}
