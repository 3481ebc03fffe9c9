import {
  CompletionItem,
  CompletionItemKind,
  languages,
  type CompletionItemProvider,
  type Disposable,
} from 'vscode';
import { completeText } from '../../core/language/completeText.ts';
import type { Suggestion } from '../../core/language/suggestion.ts';
import { midnightOf, readClock } from '../clock.ts';
import type { PlanSet } from '../planSet.ts';
import { toRange } from './diagnostics.ts';
import { findPlanDocument } from './planDocument.ts';
import { planSelector } from './planSelector.ts';

const kinds: Readonly<Record<Suggestion['kind'], CompletionItemKind>> = {
  field: CompletionItemKind.Property,
  choice: CompletionItemKind.EnumMember,
  item: CompletionItemKind.Reference,
  person: CompletionItemKind.User,
  date: CompletionItemKind.Value,
  other: CompletionItemKind.Value,
};

/** Offers fields, values and ids while a plan file is typed. */
export function registerCompletion(plans: PlanSet): Disposable {
  const provider: CompletionItemProvider = {
    provideCompletionItems: (document, position) => {
      const found = findPlanDocument(plans, document);
      const plan = found?.plan.loaded?.views().snapshot.plan;
      if (!found || !plan) return [];
      const today = midnightOf(readClock());
      const ctx = { plan, today, kind: found.kind, ownId: found.id };
      return completeText(ctx, document.getText(), position).map(toItem);
    },
  };
  return languages.registerCompletionItemProvider(planSelector, provider, ' ', '-', ':');
}

function toItem(suggestion: Suggestion, index: number): CompletionItem {
  const item = new CompletionItem(
    { label: suggestion.label, description: suggestion.detail },
    kinds[suggestion.kind],
  );
  item.insertText = suggestion.insertText;
  item.filterText = `${suggestion.insertText} ${suggestion.label}`;
  item.range = toRange(suggestion.range);
  item.documentation = suggestion.documentation;
  item.sortText = String(index).padStart(6, '0');
  if (suggestion.kind === 'field') {
    item.command = { command: 'editor.action.triggerSuggest', title: '' };
  }
  return item;
}
