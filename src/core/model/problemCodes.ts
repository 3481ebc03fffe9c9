import type { Severity } from './severity.ts';

interface CodeEntry {
  readonly severity: Severity;
  /** One line for the list of problems in the documentation. */
  readonly meaning: string;
}

/** Every problem that Gantry can report, listed once. Add here first; the rest follows the type. */
export const problemCodes = {
  // The plan folder
  'folder-missing': { severity: 'info', meaning: 'There is no plan folder yet' },
  'folder-ignored': { severity: 'error', meaning: 'Git ignores the plan folder' },
  'folder-left-out': { severity: 'error', meaning: 'A sparse checkout leaves the plan folder out' },
  'folder-is-file': { severity: 'error', meaning: 'A file stands where the plan folder belongs' },
  'folder-foreign': { severity: 'error', meaning: 'The folder belongs to another tool' },
  'folder-link': { severity: 'error', meaning: 'A link leads out of the workspace folder' },
  'project-missing': { severity: 'warning', meaning: 'The plan folder has no project.yaml' },
  // A file
  'file-unreadable': { severity: 'error', meaning: 'The file could not be read' },
  'file-kept': {
    severity: 'warning',
    meaning: 'The file cannot be understood, and the plan goes on with what it said before',
  },
  'file-vanished': {
    severity: 'warning',
    meaning: 'The file is gone, and the plan goes on with what it said',
  },
  'file-too-large': { severity: 'error', meaning: 'The file is too large to be an item' },
  'file-encoding': { severity: 'error', meaning: 'The file is not UTF-8' },
  'file-empty': { severity: 'warning', meaning: 'The file holds no fields' },
  'file-name': { severity: 'warning', meaning: 'The file name is no id' },
  'file-is-folder': { severity: 'warning', meaning: 'A folder is named like an item' },
  'file-link': {
    severity: 'error',
    meaning: 'The file is a link that cannot or must not be followed',
  },
  'file-newer': { severity: 'error', meaning: 'The file was made by a newer Gantry' },
  'file-conflict': { severity: 'error', meaning: 'The file holds conflict markers of a merge' },
  'file-unmerged': {
    severity: 'error',
    meaning: 'Git could not merge the file, and nothing in it says so',
  },
  'merge-by-lines': {
    severity: 'warning',
    meaning: 'This clone cannot merge the plan field by field as it should',
  },
  'strays-shared': {
    severity: 'info',
    meaning: 'Git would take up temporary files that a crash leaves in the plan folder',
  },
  'merge-conflict': {
    severity: 'error',
    meaning: 'Both sides of a merge changed a field, and nobody has decided yet',
  },
  'yaml-syntax': { severity: 'error', meaning: 'The file is not valid YAML' },
  'yaml-duplicate-key': { severity: 'error', meaning: 'A key stands twice' },
  'yaml-alias': { severity: 'error', meaning: 'Aliases go too deep or too far' },
  'yaml-not-a-map': { severity: 'error', meaning: 'The file is not a list of fields' },
  'problems-omitted': { severity: 'info', meaning: 'There are more problems than are listed' },
  // A field
  'field-unknown': { severity: 'info', meaning: 'Gantry does not know the field and keeps it' },
  'field-missing': { severity: 'warning', meaning: 'A field that is needed is missing' },
  'field-type': { severity: 'error', meaning: 'A value is of the wrong kind' },
  'field-value': { severity: 'error', meaning: 'A value is not one of those allowed' },
  'date-invalid': { severity: 'error', meaning: 'The text is no date' },
  'date-implausible': {
    severity: 'error',
    meaning: 'The date is outside of what a plan can speak of',
  },
  'duration-invalid': { severity: 'error', meaning: 'The text is no duration' },
  'duration-negative': { severity: 'error', meaning: 'The duration is below zero' },
  'duration-implausible': { severity: 'warning', meaning: 'The duration is longer than a century' },
  'estimate-order': {
    severity: 'error',
    meaning: 'The range of an estimate falls instead of rising',
  },
  'distribution-misfit': {
    severity: 'warning',
    meaning: 'The distribution does not suit the range of the task',
  },
  'calendar-empty': { severity: 'error', meaning: 'The calendar has no working time' },
  'calendar-unknown': { severity: 'error', meaning: 'The calendar is not defined' },
  'person-unknown': {
    severity: 'warning',
    meaning: 'The person is not listed in the project file',
  },
  'private-tracked': {
    severity: 'error',
    meaning: 'The file of rates is not ignored by git, so that they would be published',
  },
  'private-unread': { severity: 'error', meaning: 'The file of rates cannot be understood' },
  'currency-missing': { severity: 'warning', meaning: 'An amount has no currency' },
  'currency-mixed': {
    severity: 'warning',
    meaning: 'Amounts in another currency than that of the project are left out of its figures',
  },
  'budget-exceeded': { severity: 'warning', meaning: 'The plan costs more than its budget' },
  'cost-before-start': { severity: 'warning', meaning: 'A cost lies before the project starts' },
  'cost-never-due': { severity: 'warning', meaning: 'A cost ends before it falls due at all' },
  'person-left': { severity: 'warning', meaning: 'Open work is given to somebody who has left' },
  'person-same-name': { severity: 'warning', meaning: 'Two people bear the same name' },
  'person-no-time': { severity: 'warning', meaning: 'Work is given to somebody who gives no time' },
  'person-overloaded': {
    severity: 'info',
    meaning: 'Somebody has more work on some days than time',
  },
  'leave-overlap': { severity: 'info', meaning: 'Two entries of leave name the same day' },
  'skill-missing': {
    severity: 'warning',
    meaning: 'Nobody who is assigned has a skill that the task needs',
  },
  'skill-unassigned': {
    severity: 'info',
    meaning: 'A task needs skills and is given to nobody',
  },
  'skill-unknown': { severity: 'warning', meaning: 'Nobody has a skill that a task needs' },
  'level-unknown': { severity: 'error', meaning: 'The level is not on the scale of the project' },
  'view-lost': {
    severity: 'warning',
    meaning: 'The filter of a saved view names what the plan does not have, or cannot be read',
  },
  // References
  'id-duplicate': { severity: 'error', meaning: 'Two files bear the same id' },
  'reference-unknown': { severity: 'error', meaning: 'No item has this id' },
  'reference-kind': { severity: 'error', meaning: 'The id names an item of the wrong kind' },
  'reference-self': { severity: 'error', meaning: 'The item refers to itself' },
  'reference-renamed': { severity: 'error', meaning: 'The item with this id has another one now' },
  'former-id-shared': { severity: 'error', meaning: 'Two items say that they had the same id' },
  'former-id-alive': { severity: 'error', meaning: 'An item bears the id that another one had' },
  'reference-left': {
    severity: 'warning',
    meaning: 'A field could not be changed along with the item that it names',
  },
  'code-missing': { severity: 'warning', meaning: 'The linked file does not exist' },
  'code-line': { severity: 'warning', meaning: 'The linked line is beyond the end of the file' },
  'code-drifted': {
    severity: 'warning',
    meaning: 'The linked code has changed, and nobody can tell for certain where it is now',
  },
  'code-lost': { severity: 'warning', meaning: 'The linked code is not there any more' },
  'impact-critical': { severity: 'warning', meaning: 'A change touches code of a critical task' },
  'impact-risk': {
    severity: 'warning',
    meaning: 'A change touches code that an open risk is about',
  },
  'impact-item': { severity: 'info', meaning: 'A change touches code of an open item' },
  'impact-closed': { severity: 'info', meaning: 'A change touches code of what is closed' },
  'code-outside': {
    severity: 'error',
    meaning: 'The linked path leads out of the workspace folder',
  },
  'git-silent': {
    severity: 'info',
    meaning: 'Git does not speak of the repository, so nothing of it is known',
  },
  // The schedule
  'dependency-cycle': { severity: 'error', meaning: 'Tasks wait for one another in a circle' },
  'parent-cycle': { severity: 'error', meaning: 'Tasks are part of one another in a circle' },
  'predecessor-undated': {
    severity: 'warning',
    meaning: 'A task depends on something without dates, and is placed without it',
  },
  'predecessor-dropped': {
    severity: 'info',
    meaning: 'A task depends on something that is dropped, and is placed without it',
  },
  'dependency-own-summary': {
    severity: 'error',
    meaning: 'A task depends on a summary that it is part of',
  },
  'dependency-duplicate': {
    severity: 'warning',
    meaning: 'A task depends twice on the same item in the same way',
  },
  'constraint-conflict': { severity: 'warning', meaning: 'A constraint cannot be kept' },
  'deadline-missed': { severity: 'warning', meaning: 'The task finishes after its deadline' },
  'milestone-late': { severity: 'warning', meaning: 'The milestone is reached after its due date' },
  'start-missing': { severity: 'warning', meaning: 'Nothing says when the project begins' },
  'date-before-start': { severity: 'warning', meaning: 'The date is before the project starts' },
  'task-overdue': { severity: 'warning', meaning: 'The task should be finished by now' },
  'estimate-missing': { severity: 'info', meaning: 'The task has neither estimate nor duration' },
  'progress-order': {
    severity: 'info',
    meaning: 'A task is further than what it depends on lets it be',
  },
  'progress-mismatch': { severity: 'warning', meaning: 'Status, progress and dates contradict' },
  'acceptance-open': {
    severity: 'info',
    meaning: 'A task is done, and points of its acceptance are not met',
  },
  'horizon-exceeded': { severity: 'error', meaning: 'A date lies beyond what can be computed' },
  'quality-limit': {
    severity: 'warning',
    meaning: 'A measure of the schedule is beyond the limit in the project file',
  },
  'quality-hint': {
    severity: 'info',
    meaning: 'A measure of the schedule is beyond what reviewers expect',
  },
  'quality-lead': {
    severity: 'info',
    meaning: 'A dependency with a lead, of a plan that has too many of them',
  },
  'quality-fixed-date': {
    severity: 'info',
    meaning: 'A task held by a fixed date, in a plan that has too many of them',
  },
  'quality-wrong-side': {
    severity: 'info',
    meaning: 'Open work in the past, or work that is said to be done in the future',
  },
  'quality-people': {
    severity: 'info',
    meaning: 'A task that nobody has been given, in a plan that has too many of them',
  },
  'quality-item': {
    severity: 'info',
    meaning: 'One of the items by which a measure of the schedule is beyond its limit',
  },
  // The risk register
  'risk-no-owner': { severity: 'warning', meaning: 'Nobody owns the risk' },
  'risk-no-response': { severity: 'warning', meaning: 'A risk of weight has no response' },
  'risk-above-appetite': {
    severity: 'warning',
    meaning: 'The risk weighs more than the project bears',
  },
  'risk-unrated': { severity: 'warning', meaning: 'The risk has no current rating' },
  'risk-review-due': { severity: 'warning', meaning: 'The review of the risk is due' },
  'risk-strategy-kind': {
    severity: 'warning',
    meaning: 'The strategy does not fit a threat or an opportunity',
  },
  'risk-category': {
    severity: 'info',
    meaning: 'The category of the risk is none of the project’s',
  },
  'risk-residual-above': {
    severity: 'warning',
    meaning: 'The residual rating is above the current',
  },
  // Commands
  'command-refused': { severity: 'error', meaning: 'The command cannot be done as asked' },
  'id-ambiguous': { severity: 'error', meaning: 'More than one id begins like that' },
  'file-changed': { severity: 'error', meaning: 'The file changed underneath' },
  'plan-busy': {
    severity: 'error',
    meaning: 'Another program is in the middle of a change of several files',
  },
  'mass-change': {
    severity: 'error',
    meaning: 'Another program changed many files at once, and nobody has looked at them yet',
  },
  'change-unfinished': {
    severity: 'error',
    meaning: 'A change of several files was interrupted, and a part of it is left to a person',
  },
  'write-failed': { severity: 'error', meaning: 'The file could not be written' },
  'import-invalid': { severity: 'error', meaning: 'The file to import cannot be understood' },
  'export-partial': { severity: 'warning', meaning: 'Part of the plan could not be written' },
  'import-partial': { severity: 'warning', meaning: 'Part of the file could not be carried over' },
} as const satisfies Record<string, CodeEntry>;

export type ProblemCode = keyof typeof problemCodes;
