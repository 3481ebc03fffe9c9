import type { GroupWeek, LoadView } from './computeLoad.ts';

/** A skill that work asks for which nobody has yet, and which those who have the skill have no time for. */
export interface ShortSkill {
  readonly skill: string;
  /** Whether nobody has the skill at all. */
  readonly isMissing: boolean;
}

/** So many skills are named. */
const mostNamed = 4;

/** `the skill “dive”`, `the skills “dive”, “weld” and 2 more` */
export function tellSkills(skills: readonly string[]): string {
  const named = skills.slice(0, mostNamed).map(skill => `“${skill}”`);
  const more = skills.length > mostNamed ? ` and ${skills.length - mostNamed} more` : '';
  return `the ${skills.length === 1 ? 'skill' : 'skills'} ${named.join(', ')}${more}`;
}

/** A minute more than there is may be a rounding. */
const leastOver = 1;

export function isWeekFull({ given, work, unassigned }: GroupWeek): boolean {
  return work + unassigned - given > leastOver;
}

/** The skills that are asked for beyond the time of those who have them, in the order of their names. */
export function findShortSkills({ skills }: Pick<LoadView, 'skills'>): readonly ShortSkill[] {
  return skills
    .filter(({ weeks }) => weeks.some(week => week.unassigned > 0 && isWeekFull(week)))
    .map(({ key, people }) => ({ skill: key, isMissing: people.length === 0 }));
}
