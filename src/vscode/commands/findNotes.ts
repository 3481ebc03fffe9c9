import { commands, l10n } from 'vscode';
import { findPlan } from '../itemChoice.ts';
import { say } from '../notices.ts';
import type { Workbench } from '../workbench.ts';

/** Looks through all code for TODOs without a task, and shows them in the tree. */
export async function findNotes(bench: Workbench): Promise<void> {
  const plan = await findPlan(bench, l10n.t('Find TODOs Without a Task'));
  const code = bench.code.current;
  if (!plan || !code) return;
  const { notes, noteBranch } = code;
  await commands.executeCommand('gantry.attention.focus');
  await notes.search(plan);
  const state = notes.stateOf(plan);
  if (state.kind !== 'known') return;
  const [root] = noteBranch.rootsOf(plan);
  if (root) await bench.revealAttention(root);
  const count = state.notes.length;
  say(
    count === 0 ? l10n.t('No TODO is without a task') : l10n.t('{0} TODOs without a task', count),
  );
}
