import type { PanelActions } from '../state/panelPart.ts';
import type { ChartContext } from './chartContext.ts';
import type { ChartModel } from './chartModel.ts';
import { headerNames, nextHeaderStyle } from './headerStyle.ts';
import { openViewMenu } from './viewMenu.ts';

/** What is shown beside the plan as it stands, and what of it. */
export interface PictureCommands {
  toggleBaseline(): void;
  toggleConstraints(): void;
  toggleActuals(): void;
  toggleForecast(): void;
  /** Shows on which days there were commits, or not; what comes of it is said when it is there. */
  toggleCommits(): void;
  togglePath(): void;
  /** Hides done and dropped work, or shows it again. */
  toggleClosed(): void;
  toggleOverview(): void;
  nextHeader(): void;
  toggleTable(): void;
  showView(): void;
}

export function createPictureCommands({
  model,
  body,
  actions,
  toolbar,
  table,
}: ChartContext): PictureCommands {
  const commands: PictureCommands = {
    toggleBaseline: () => {
      const isBaselineShown = !model.choices.isBaselineShown;
      model.choose({ isBaselineShown });
      body.resize();
      const title = model.plan?.baseline?.title;
      const isTaken = model.plan?.view.baselines !== undefined;
      if (!isTaken) actions.announce('No baseline is taken yet: Gantry: Take Baseline takes one');
      else actions.announce(title === undefined ? 'No baseline is shown' : `Against ${title}`);
    },
    ...createMarkCommands(model, actions),
    togglePath: () => {
      const isPathShown = !model.choices.isPathShown;
      model.choose({ isPathShown });
      if (!isPathShown) actions.announce('Everything is shown alike');
      else if (model.selectedRow < 0) actions.announce('Select a row to see what drives it');
    },
    toggleClosed: () => {
      const isClosedHidden = !model.choices.isClosedHidden;
      model.choose({ isClosedHidden });
      const count = model.outline?.closedCount ?? 0;
      actions.announce(
        isClosedHidden ? `${closedText(count)} hidden` : 'Done and dropped work is shown',
      );
    },
    toggleOverview: () => {
      const isOverviewShown = !model.choices.isOverviewShown;
      model.choose({ isOverviewShown });
      body.resize();
      actions.announce(isOverviewShown ? 'The overview is shown' : 'The overview is hidden');
    },
    nextHeader: () => {
      const header = nextHeaderStyle(model.choices.header);
      model.choose({ header });
      actions.announce(headerNames[header]);
    },
    toggleTable: () => table().toggle(),
    showView: () =>
      openViewMenu(toolbar().viewButton, model, {
        ...commands,
        chooseBaseline: baseline => {
          model.choose({ isBaselineShown: true, baseline });
          body.resize();
        },
        exportAs: form => actions.pick(form, null),
      }),
  };
  return commands;
}

/** What is painted at the bars besides their plan. */
function createMarkCommands(
  model: ChartModel,
  actions: Pick<PanelActions, 'announce'>,
): Pick<
  PictureCommands,
  'toggleConstraints' | 'toggleActuals' | 'toggleForecast' | 'toggleCommits'
> {
  return {
    toggleConstraints: () => {
      const isConstraintShown = !model.choices.isConstraintShown;
      model.choose({ isConstraintShown });
      actions.announce(isConstraintShown ? 'Constraints are shown' : 'Constraints are hidden');
    },
    toggleForecast: () => {
      const isForecastShown = !model.choices.isForecastShown;
      model.choose({ isForecastShown });
      actions.announce(
        isForecastShown ? 'The bars show when they may end' : 'The forecast of the bars is hidden',
      );
    },
    toggleCommits: () => {
      const areCommitsShown = !model.choices.areCommitsShown;
      model.choose({ areCommitsShown });
      actions.announce(areCommitsShown ? 'Reading the commits' : 'Days with commits are hidden');
    },
    toggleActuals: () => {
      const isActualShown = !model.choices.isActualShown;
      model.choose({ isActualShown });
      actions.announce(
        isActualShown ? 'What really happened is shown' : 'What really happened is hidden',
      );
    },
  };
}

/** `12 done or dropped`, for the toolbar and the ear. */
export function closedText(count: number): string {
  return `${count} done or dropped`;
}
