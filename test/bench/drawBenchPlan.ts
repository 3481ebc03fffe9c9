import type { Dependency } from '../../src/core/model/dependency.ts';
import { dayNumber } from '../../src/core/model/instant.ts';
import { emptyPlan, type Plan } from '../../src/core/model/plan.ts';
import { standardCalendar, type CalendarRules } from '../../src/core/model/project.ts';
import type { Task } from '../../src/core/model/task.ts';
import { buildTask } from '../support/buildPlan.ts';

/** Numbers from a seed: mulberry32 by Tommy Ettinger. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const idOf = (number: number): string => `T-${String(number).padStart(8, '0')}`;

/** Each task depends on two of those before it, seven in ten by plain FS. */
export function drawBenchPlan(size: number, share: number): Plan {
  const random = randomFrom(size);
  const calendars = drawCalendars();
  const keys = [...calendars.keys()];
  const blank = buildTask('T-0000', {});
  const tasks = new Map<string, Task>();
  for (let i = 0; i < size; i++) {
    const id = idOf(i);
    const dependsOn: Dependency[] = [];
    for (let link = 0; link < 2 && i > 0; link++) {
      dependsOn.push(drawDependency(idOf(Math.floor(random() * i)), random));
    }
    const minutes = 60 * (1 + Math.floor(random() * 40));
    const calendar = random() >= share ? undefined : keys[Math.floor(random() * keys.length)];
    const duration = { value: minutes, unit: 'm', isElapsed: false } as const;
    tasks.set(id, { ...blank, id, title: id, dependsOn, duration, calendar });
  }
  const at = dayNumber(2026, 3, 2) * 1440;
  const project = { ...emptyPlan.project, start: { at, hasTime: false }, calendars };
  return { ...emptyPlan, project, tasks };
}

function drawDependency(predecessor: string, random: () => number): Dependency {
  const kind = random();
  if (kind < 0.7) return { predecessor, type: 'FS', lag: undefined };
  const type = kind < 0.8 ? 'SS' : kind < 0.9 ? 'FF' : 'FS';
  const duration = { value: 1 + Math.floor(random() * 16), unit: 'h', isElapsed: false } as const;
  return { predecessor, type, lag: { kind: 'duration', duration } };
}

/** The standard week, ten years of holidays, and three weeks of other hours. */
export function drawCalendars(): ReadonlyMap<string, CalendarRules> {
  const exceptions = Array.from({ length: 100 }, (_, i) => {
    const day = dayNumber(2026, 1, 1) + i * 36;
    return { title: undefined, fromDay: day, toDay: day, shifts: [] };
  });
  const week = (from: number, to: number): CalendarRules['week'] =>
    [0, 1, 2, 3, 4, 5, 6].map(day => (day < 5 ? [{ from, to }] : []));
  const rules = [
    { ...standardCalendar, exceptions },
    { ...standardCalendar, key: 'early', week: week(360, 840), exceptions },
    { ...standardCalendar, key: 'late', week: week(840, 1320), exceptions },
    { ...standardCalendar, key: 'night', week: week(1320, 1800) },
  ];
  return new Map(rules.map(rule => [rule.key, rule]));
}
