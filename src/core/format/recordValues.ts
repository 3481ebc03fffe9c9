import type { Decision } from '../model/decision.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Note } from '../model/note.ts';
import type { Task } from '../model/task.ts';
import type { decisionFields } from './decisionFields.ts';
import type { milestoneFields } from './milestoneFields.ts';
import type { noteFields } from './noteFields.ts';
import type { taskFields } from './taskFields.ts';
import type { ValuesOf } from './valueSpec.ts';

/** The title as it can be shown in one line; an item without one goes by its id. */
export function titleOr(id: string, title: string | undefined): string {
  const line = title?.replace(/\s+/g, ' ').trim() ?? '';
  return line === '' ? id : line;
}

export function taskValue(id: string, values: ValuesOf<typeof taskFields>): Task {
  return {
    kind: 'task',
    id,
    title: titleOr(id, values.title),
    description: values.description,
    status: values.status ?? 'todo',
    type: values.type,
    priority: values.priority,
    parent: values.parent,
    milestone: values.milestone,
    rank: values.rank,
    dependsOn: values.dependsOn ?? [],
    estimate: values.estimate,
    ...(values.distribution ? { distribution: values.distribution } : {}),
    duration: values.duration,
    split: values.split ?? [],
    assignees: values.assignees ?? [],
    ...(values.skills && values.skills.length > 0 ? { skills: values.skills } : {}),
    calendar: values.calendar,
    keepsPeopleHours: values.keepsPeopleHours ?? false,
    constraint: values.constraint,
    pinned: values.pinned,
    deadline: values.deadline,
    started: values.started,
    finished: values.finished,
    progress: values.progress,
    remaining: values.remaining,
    spent: values.spent,
    cost: values.cost,
    acceptance: (values.acceptance ?? []).map(({ text, done }) => ({
      text: text ?? '',
      isDone: done ?? false,
    })),
    tags: values.tags ?? [],
    code: values.code ?? [],
    commits: values.commits ?? [],
    origin: values.origin,
    formerIds: values.formerIds ?? [],
    visibility: values.visibility,
  };
}

export function milestoneValue(id: string, values: ValuesOf<typeof milestoneFields>): Milestone {
  return {
    kind: 'milestone',
    id,
    title: titleOr(id, values.title),
    description: values.description,
    due: values.due,
    isDropped: values.dropped ?? false,
    reached: values.reached,
    rank: values.rank,
    goals: (values.goals ?? []).map(({ measure, target, present }) => ({
      measure: measure ?? '',
      target,
      present,
    })),
    owner: values.owner,
    origin: values.origin,
    formerIds: values.formerIds ?? [],
    visibility: values.visibility,
  };
}

export function decisionValue(id: string, values: ValuesOf<typeof decisionFields>): Decision {
  return {
    kind: 'decision',
    id,
    title: titleOr(id, values.title),
    status: values.status ?? 'proposed',
    decidedOn: values.decidedOn,
    deciders: values.deciders ?? [],
    context: values.context,
    decision: values.decision,
    alternatives: (values.alternatives ?? []).map(({ title, reason }) => ({
      title: title ?? '',
      reason,
    })),
    consequences: values.consequences,
    supersededBy: values.supersededBy,
    affects: values.affects ?? [],
    tags: values.tags ?? [],
    code: values.code ?? [],
    origin: values.origin,
    formerIds: values.formerIds ?? [],
    visibility: values.visibility,
  };
}

export function noteValue(id: string, values: ValuesOf<typeof noteFields>): Note {
  return {
    kind: 'note',
    id,
    title: titleOr(id, values.title),
    type: values.type ?? 'note',
    date: values.date,
    participants: values.participants ?? [],
    agenda: values.agenda,
    summary: values.summary,
    decisions: values.decisions ?? [],
    actions: (values.actions ?? []).map(({ text, assignee, due, task, done }) => ({
      text: text ?? '',
      assignee,
      due,
      task,
      isDone: done ?? false,
    })),
    affects: values.affects ?? [],
    tags: values.tags ?? [],
    origin: values.origin,
    formerIds: values.formerIds ?? [],
    visibility: values.visibility,
  };
}
