import { assertNever } from '../base/assertNever.ts';
import { formatAssignment } from '../model/assignment.ts';
import { formatConstraint } from '../model/constraint.ts';
import type { Decision } from '../model/decision.ts';
import { formatDependency } from '../model/dependency.ts';
import { formatDuration } from '../model/duration.ts';
import type { Milestone } from '../model/milestone.ts';
import type { Note } from '../model/note.ts';
import type { Item } from '../model/plan.ts';
import type { Task } from '../model/task.ts';
import { plainRisk } from './plainRisk.ts';
import {
  plainAnchor,
  plainDate,
  plainDuration,
  plainEstimate,
  plainMoney,
  plainShare,
  withoutGaps,
  type PlainFields,
} from './plainValues.ts';

/** An item's fields as they would stand in a newly written file. */
export function plainItem(item: Item): PlainFields {
  switch (item.kind) {
    case 'task':
      return plainTask(item);
    case 'milestone':
      return plainMilestone(item);
    case 'risk':
      return plainRisk(item);
    case 'decision':
      return plainDecision(item);
    case 'note':
      return plainNote(item);
    default:
      return assertNever(item);
  }
}

export function plainTask(task: Task): PlainFields {
  return withoutGaps({
    title: task.title,
    description: task.description,
    status: task.status,
    type: task.type,
    priority: task.priority,
    parent: task.parent,
    milestone: task.milestone,
    rank: task.rank,
    dependsOn: task.dependsOn.map(formatDependency),
    estimate: plainEstimate(task.estimate),
    distribution: task.distribution,
    duration: plainDuration(task.duration),
    split: task.split.map(formatDuration),
    assignees: task.assignees.map(formatAssignment),
    calendar: task.calendar,
    keepsPeopleHours: task.keepsPeopleHours ? true : undefined,
    constraint: task.constraint && formatConstraint(task.constraint),
    pinned: plainDate(task.pinned),
    deadline: plainDate(task.deadline),
    started: plainDate(task.started),
    finished: plainDate(task.finished),
    progress: plainShare(task.progress),
    remaining: plainEstimate(task.remaining),
    spent: plainDuration(task.spent),
    cost: plainMoney(task.cost),
    acceptance: task.acceptance.map(({ text, isDone }) => ({ text, done: isDone })),
    tags: task.tags,
    code: task.code.map(plainAnchor),
    commits: task.commits,
    origin: task.origin,
    visibility: task.visibility,
  });
}

function plainMilestone(milestone: Milestone): PlainFields {
  return withoutGaps({
    title: milestone.title,
    description: milestone.description,
    due: plainDate(milestone.due),
    reached: plainDate(milestone.reached),
    dropped: milestone.isDropped ? true : undefined,
    rank: milestone.rank,
    goals: milestone.goals.map(goal => withoutGaps({ ...goal })),
    owner: milestone.owner,
    origin: milestone.origin,
    visibility: milestone.visibility,
  });
}

function plainDecision(decision: Decision): PlainFields {
  return withoutGaps({
    title: decision.title,
    status: decision.status,
    decidedOn: plainDate(decision.decidedOn),
    deciders: decision.deciders,
    context: decision.context,
    decision: decision.decision,
    alternatives: decision.alternatives.map(each => withoutGaps({ ...each })),
    consequences: decision.consequences,
    supersededBy: decision.supersededBy,
    affects: decision.affects,
    tags: decision.tags,
    code: decision.code.map(plainAnchor),
    origin: decision.origin,
    visibility: decision.visibility,
  });
}

function plainNote(note: Note): PlainFields {
  return withoutGaps({
    title: note.title,
    type: note.type,
    date: plainDate(note.date),
    participants: note.participants,
    agenda: note.agenda,
    summary: note.summary,
    decisions: note.decisions,
    actions: note.actions.map(({ text, assignee, due, task, isDone }) =>
      withoutGaps({ text, assignee, due: plainDate(due), task, done: isDone }),
    ),
    affects: note.affects,
    tags: note.tags,
    origin: note.origin,
    visibility: note.visibility,
  });
}
