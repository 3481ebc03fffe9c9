import { ok, type Result } from '../core/base/result.ts';
import type { Problem } from '../core/model/problem.ts';
import type { Reply } from '../protocol/channel.ts';
import type { comparisonForms } from '../protocol/messages.ts';
import { l10n } from 'vscode';
import { readChosen } from './chosenComparison.ts';
import { ComparedSnapshots } from './comparedWith.ts';
import { comparisonText, readComparison, type Question } from './comparisonAnswers.ts';
import type { OpenPlan } from './openPlan.ts';
import { saveText } from './saveView.ts';
import type { Workbench } from './workbench.ts';

/** What the panel of a plan shows of its changes, against what was chosen for it. */
export class PanelComparison {
  readonly #bench: () => Workbench;
  readonly #plan: OpenPlan;
  readonly #snapshots = new ComparedSnapshots();
  #reading = new AbortController();

  constructor(bench: () => Workbench, plan: OpenPlan) {
    this.#bench = bench;
    this.#plan = plan;
  }

  async read(): Promise<Reply<'comparison'>> {
    this.#reading.abort();
    this.#reading = new AbortController();
    const { signal } = this.#reading;
    return readComparison(await this.#plan.load(), this.#question(signal));
  }

  async save(form: (typeof comparisonForms)[number]): Promise<Reply<'save'>> {
    const text = await this.#text(form);
    if (!text.ok) return text;
    const name = `${this.#plan.folder.name}-changes`;
    await saveText(this.#plan, text.value, {
      title: l10n.t('Save the Changes of the Plan'),
      name,
      ending: form,
    });
    return ok({ done: true });
  }

  async #text(form: (typeof comparisonForms)[number]): Promise<Result<string, Problem>> {
    const loaded = await this.#plan.load();
    const question = this.#question(new AbortController().signal);
    if (form === 'md') return comparisonText(loaded, question);
    const { comparisonSvg } = await import('../core/views/comparisonPicture.ts');
    const read = await readComparison(loaded, question);
    return read.ok ? ok(comparisonSvg(read.value.comparison)) : read;
  }

  #question(signal: AbortSignal): Question {
    const chosen = readChosen(this.#bench().kept, this.#plan);
    return { chosen, snapshots: this.#snapshots, signal };
  }
}
