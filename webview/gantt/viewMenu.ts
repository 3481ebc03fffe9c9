import { openMenu, type MenuItem } from '../ui/menu.ts';
import type { ChartModel } from './chartModel.ts';
import { textAt } from './columnar.ts';
import { headerNames, headerStyles } from './headerStyle.ts';
import type { KeyTarget } from './keyboard.ts';

/** How the chart is looked at, and how it leaves the editor: all of it by click. */
export function openViewMenu(
  anchor: Element,
  model: ChartModel,
  target: Pick<
    KeyTarget,
    | 'toggleBaseline'
    | 'toggleConstraints'
    | 'toggleActuals'
    | 'toggleForecast'
    | 'toggleCommits'
    | 'togglePath'
    | 'toggleClosed'
    | 'toggleOverview'
    | 'toggleTable'
  > & {
    readonly chooseBaseline: (name: string) => void;
    readonly exportAs: (form: 'svg' | 'png' | 'print') => void;
  },
): void {
  const { isConstraintShown, isActualShown, areCommitsShown, isForecastShown } = model.choices;
  const { isPathShown, isClosedHidden, isOverviewShown, isTableShown, header } = model.choices;
  openMenu({
    anchor,
    label: 'View',
    items: [
      ...baselineItems(model, target),
      toggle('What really happened', isActualShown, target.toggleActuals),
      toggle('Days with commits', areCommitsShown, target.toggleCommits),
      toggle('Forecast of the bars', isForecastShown, target.toggleForecast),
      toggle('Constraints', isConstraintShown, target.toggleConstraints),
      toggle('Driving path of the selection', isPathShown, target.togglePath),
      toggle('Hide done and dropped work', isClosedHidden, target.toggleClosed),
      toggle('Overview', isOverviewShown, target.toggleOverview),
      toggle('Plan as a table', isTableShown, target.toggleTable),
      ...headerStyles.map((style, at) => ({
        label: headerNames[style],
        isChecked: style === header,
        startsGroup: at === 0,
        run: () => model.choose({ header: style }),
      })),
      { label: 'Export as SVG…', startsGroup: true, run: () => target.exportAs('svg') },
      { label: 'Export as PNG…', run: () => target.exportAs('png') },
      { label: 'Print…', run: () => target.exportAs('print') },
    ],
  });
}

/** A switch, and below it the choice where there are several. */
function baselineItems(
  model: ChartModel,
  target: {
    readonly toggleBaseline: () => void;
    readonly chooseBaseline: (name: string) => void;
  },
): readonly MenuItem[] {
  const { baselines } = model.plan?.view ?? {};
  const { isBaselineShown } = model.choices;
  if (!baselines) {
    return [{ label: 'Baseline: none is taken yet', isDisabled: true, run: target.toggleBaseline }];
  }
  const shown = model.plan?.baseline?.index;
  const choices = baselines.title.map((title, index) => ({
    label: `Against ${title}`,
    isChecked: index === shown,
    run: () => target.chooseBaseline(textAt(baselines.name, index)),
  }));
  const item = toggle('Baseline', isBaselineShown, target.toggleBaseline);
  return choices.length > 1 ? [item, ...choices] : [item];
}

function toggle(label: string, isChecked: boolean, run: () => void): MenuItem {
  return { label, isChecked, isSwitch: true, run };
}
