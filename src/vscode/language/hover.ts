import { Hover, languages, Location, Position, Uri, type Disposable } from 'vscode';
import { hoverText, idAt } from '../../core/language/hoverText.ts';
import { pathOfId } from '../../core/model/ids.ts';
import { itemOf } from '../../core/model/plan.ts';
import { plainMarkdown } from '../plainMarkdown.ts';
import type { PlanSet } from '../planSet.ts';
import { toRange } from './diagnostics.ts';
import { findPlanDocument } from './planDocument.ts';
import { planSelector } from './planSelector.ts';

/** Explains ids and fields of plan files. Everything that comes from a file is shown as plain text. */
export function registerHover(plans: PlanSet): Disposable {
  return languages.registerHoverProvider(planSelector, {
    provideHover: (document, position) => {
      const found = findPlanDocument(plans, document);
      const views = found?.plan.loaded?.views();
      if (!found || !views) return undefined;
      const { plan } = views.snapshot;
      const ctx = { plan, schedule: views.schedule(), kind: found.kind };
      const hover = hoverText(ctx, document.getText(), position);
      if (!hover) return undefined;
      return new Hover(plainMarkdown(hover.heading, hover.lines), toRange(hover.range));
    },
  });
}

/** Leads from an id in a plan file to the item's own file. */
export function registerDefinition(plans: PlanSet): Disposable {
  return languages.registerDefinitionProvider(planSelector, {
    provideDefinition: (document, position) => {
      const found = findPlanDocument(plans, document);
      const plan = found?.plan.loaded?.views().snapshot.plan;
      const id = found && idAt(document.getText(), position)?.id;
      const path = id === undefined ? undefined : pathOfId(id);
      if (!found || !plan || id === undefined || path === undefined || !itemOf(plan, id)) {
        return undefined;
      }
      return new Location(Uri.joinPath(found.plan.root, path), new Position(0, 0));
    },
  });
}
