import { Diagnostic, l10n, languages, Range, Uri, window, workspace, type Memento } from 'vscode';
import { DisposableStore, type Disposable } from '../../core/base/disposable.ts';
import { driverProblem, type DriverState } from '../../core/store/driverState.ts';
import { unmergedProblem } from '../../core/store/unmergedFile.ts';
import { inertText } from '../../core/views/inertText.ts';
import { diagnosticSource, severities } from '../language/diagnostics.ts';
import type { Log } from '../log.ts';
import { say } from '../notices.ts';
import type { OpenPlan } from '../openPlan.ts';
import type { MergeFacts } from '../planPorts.ts';
import type { PlanSet } from '../planSet.ts';
import { findEditorRepository } from './gitExtension.ts';

/** A merge writes many files; git is asked once after them. */
const settleMs = 1000;

const toldKey = 'gantry.mergeDriver';

/**
 * Marks files that git could not merge where nothing in them says so, and says once when this clone
 * cannot merge the plan field by field as it should.
 */
export class MergeWatch implements Disposable {
  readonly #plans: PlanSet;
  readonly #kept: Memento;
  readonly #log: Log;
  readonly #owned = new DisposableStore();
  readonly #marks = this.#owned.add(languages.createDiagnosticCollection('gantry-merge'));
  readonly #followed = new Set<OpenPlan>();
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor(plans: PlanSet, kept: Memento, log: Log) {
    this.#plans = plans;
    this.#kept = kept;
    this.#log = log;
    this.#owned.add({ dispose: () => clearTimeout(this.#settling) });
    this.#owned.add(plans.onDidChange(() => this.#lookSoon()));
    this.#owned.add(workspace.onDidGrantWorkspaceTrust(() => this.#lookSoon()));
    this.#owned.add(window.onDidChangeWindowState(({ focused }) => focused && this.#lookSoon()));
    this.#lookSoon();
  }

  #lookSoon(): void {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      this.#look().catch(this.#fail);
    }, settleMs);
  }

  readonly #fail = (failure: unknown): void => {
    this.#log.fail('Git could not be asked for merges', failure);
  };

  async #look(): Promise<void> {
    const marks: [Uri, Diagnostic[]][] = [];
    for (const plan of this.#plans.existing) {
      const merges = await plan.loaded?.merges();
      if (!merges) continue;
      await this.#follow(plan, merges);
      marks.push(...(await marksOf(plan, merges)));
      // Waits for a person.
      this.#tellDriver(plan, merges).catch(this.#fail);
    }
    this.#marks.clear();
    this.#marks.set(marks);
  }

  /** The editor's own git tells when somebody adds a file, which ends its conflict. */
  async #follow(plan: OpenPlan, merges: MergeFacts): Promise<void> {
    if (this.#followed.has(plan)) return;
    this.#followed.add(plan);
    await merges.renew();
    const repository = await findEditorRepository(plan.folder.uri);
    if (repository) this.#owned.add(repository.state.onDidChange(() => this.#lookSoon()));
  }

  async #tellDriver(plan: OpenPlan, merges: MergeFacts): Promise<void> {
    const state = await merges.driver();
    const problem = driverProblem(state);
    const key = `${toldKey} ${plan.key}`;
    if (!problem) return this.#kept.update(key, undefined);
    if (this.#kept.get(key) === problem.message) return;
    await this.#kept.update(key, problem.message);
    const setUp = l10n.t('Set Up');
    if ((await window.showInformationMessage(driverText(state), setUp)) !== setUp) return;
    say(
      (await merges.setUp())
        ? l10n.t('Git merges the plan field by field in this clone')
        : l10n.t('There is no git repository here'),
    );
  }

  dispose(): void {
    this.#owned.dispose();
  }
}

function driverText(state: DriverState): string {
  return state.kind === 'dead'
    ? l10n.t(
        'Git is to merge the plan with {0}, which is not there; it merges by lines until it is set up again',
        inertText(state.program),
      )
    : l10n.t(
        'The plan is to be merged field by field, and git does not know how in this clone; it merges by lines until it is set up',
      );
}

async function marksOf(plan: OpenPlan, merges: MergeFacts): Promise<[Uri, Diagnostic[]][]> {
  const files = plan.loaded?.views().snapshot.files;
  return (await merges.unmerged()).flatMap((file): [Uri, Diagnostic[]][] => {
    const problem = unmergedProblem(file, files?.get(file.path)?.text);
    if (!problem) return [];
    const mark = new Diagnostic(
      new Range(0, 0, 0, 1),
      problem.message,
      severities[problem.severity],
    );
    mark.source = diagnosticSource;
    mark.code = problem.code;
    return [[Uri.joinPath(plan.root, file.path), [mark]]];
  });
}
