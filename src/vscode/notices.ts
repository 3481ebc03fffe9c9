import { l10n, window } from 'vscode';
import type { Problem } from '../core/model/problem.ts';
import type { Result } from '../core/base/result.ts';
import { inertText } from '../core/views/inertText.ts';
import type { EditDone, Intent } from '../protocol/messages.ts';
import type { CommandDone } from './loadedPlan.ts';
import type { OpenPlan } from './openPlan.ts';

/** How long the line at the bottom says what an edit did. */
const spokenMs = 5000;

/** A refusal of something that a person just asked for: the one reason to interrupt. */
export function showProblem({ message, severity }: Problem): void {
  if (severity === 'error') void window.showErrorMessage(inertText(message));
  else void window.showWarningMessage(inertText(message));
}

export function say(text: string): void {
  window.setStatusBarMessage(inertText(text), spokenMs);
}

/** Runs a command for a person: says what it did, or why it was refused. */
export async function runIntent(plan: OpenPlan, intent: Intent): Promise<EditDone | undefined> {
  const loaded = await plan.load();
  return tell(await loaded.run(intent), intent.command === 'removeItem');
}

/** What was done, or why not; what is left to look at is a reason to interrupt too. */
export function tell(
  result: Result<EditDone & Partial<Pick<CommandDone, 'remarks'>>, Problem>,
  isUndoOffered = false,
): EditDone | undefined {
  if (!result.ok) {
    showProblem(result.error);
    return undefined;
  }
  const { title, remarks = [] } = result.value;
  remarks.forEach(showProblem);
  say(isUndoOffered ? l10n.t('{0} (“Undo Plan Change” brings it back)', title) : title);
  return result.value;
}
