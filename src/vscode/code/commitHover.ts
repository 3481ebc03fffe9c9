import { Hover, languages, Range, type Position, type TextDocument } from 'vscode';
import type { Disposable } from '../../core/base/disposable.ts';
import { findCommit } from '../../core/commits/commitIndex.ts';
import { describeItem } from '../../core/language/itemCard.ts';
import { plainMarkdown } from '../plainMarkdown.ts';
import type { PlanSet } from '../planSet.ts';
import type { CommitWatch } from './commitWatch.ts';
import { sourceSchemes } from './sourceDocument.ts';

/** A name of a commit as people write it; fewer digits could be any number. */
const commitName = /\b[0-9a-f]{7,40}\b/g;

/**
 * What a commit was for, where its name stands in a text: in a commit message that is being
 * written, a change log, a note. The editor offers no other place for extensions to tell it.
 */
export function registerCommitHover(plans: PlanSet, commits: CommitWatch): Disposable {
  return languages.registerHoverProvider([...sourceSchemes, { scheme: 'git' }], {
    provideHover: (document, position) => hoverAt(plans, commits, document, position),
  });
}

function hoverAt(
  plans: PlanSet,
  commits: CommitWatch,
  document: TextDocument,
  { line, character }: Position,
): Hover | undefined {
  const plan = plans.planOf(document.uri);
  const index = plan && commits.indexOf(plan);
  const views = plan?.loaded?.views();
  if (!index || !views) return undefined;
  for (const match of document.lineAt(line).text.matchAll(commitName)) {
    const [name] = match;
    const end = match.index + name.length;
    if (character < match.index || character > end) continue;
    const commit = findCommit(index, name);
    if (!commit) return undefined;
    const told = plainMarkdown(`${commit.hash.slice(0, 9)} ${commit.subject}`, [
      `${commit.author}, ${commit.day}`,
    ]);
    const cards = commit.ids.flatMap(id => {
      const card = describeItem(views.snapshot.plan, views.schedule(), id);
      return card ? [plainMarkdown(`${card.id} ${card.title}`, card.lines)] : [];
    });
    return new Hover([told, ...cards], new Range(line, match.index, line, end));
  }
  return undefined;
}
