import { dayOf, parsePlanDate } from '../../src/core/model/instant.ts';
import type { ChartContext } from './chartContext.ts';
import { spokenDay, yearOf } from './dateText.ts';
import { zoomStep } from './timeScale.ts';

/** Where an instant that was asked for comes to lie, as a share of the width. */
const askedForShare = 0.35;

/** Zoom and place of the timeline. */
export interface TimelineCommands {
  zoom(steps: number): void;
  fit(): void;
  goToToday(): void;
  /** To a day written as `2026-03-02`; anything else is left alone. */
  goTo(day: string): void;
}

export function createTimelineCommands({ model, body, actions }: ChartContext): TimelineCommands {
  const { timeline } = model;
  return {
    zoom: steps => {
      timeline.zoomTo(timeline.scale.pxPerDay * zoomStep ** steps, timeline.viewport.widthPx / 2);
      body.requestFrame();
    },
    fit: () => {
      timeline.fit();
      body.requestFrame();
    },
    goToToday: () => {
      if (model.plan) timeline.goTo(model.plan.view.today, askedForShare);
      body.requestFrame();
    },
    goTo: day => {
      const date = parsePlanDate(day);
      if (!date || !model.plan) return;
      timeline.goTo(date.at, askedForShare);
      const year = yearOf(model.plan.view.today);
      actions.announce(`Showing ${spokenDay(dayOf(date.at), year)}`);
      body.requestFrame();
    },
  };
}
