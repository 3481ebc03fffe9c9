import { newItemText } from '../format/newItemText.ts';
import { formatVersion } from '../model/project.ts';

/** A commented project file: what stands in it can be used, what is commented out shows the way. */
export function projectTemplate(project: {
  readonly name: string;
  readonly start: string;
  /** Lines for people and whatever else is known; the commented examples when missing. */
  readonly people?: string;
}): string {
  const { name, start } = project;
  const head = newItemText('project', { version: formatVersion, name, start });
  return `# The project as a whole. Every item has a file of its own beside this one.
${head}
# Up to when progress is known; work that is not done by then moves after it.
# statusDate: ${start}

# For amounts that name no currency of their own.
# currency: EUR

# When work is done. Without calendars it is Monday to Friday, 09:00-13:00 and 14:00-18:00.
# calendars:
#   standard:
#     hours:
#       mon-fri: 09:00-13:00 14:00-18:00
#     exceptions:
#       - on: 2026-12-24..2027-01-03
#         title: Winter break

${project.people ?? examplePeople}
# The scale on which risks are rated. Without one it has five steps from very-low to very-high.
# riskScale:
#   probability:
#     - { key: low, upTo: 30% }
#     - { key: high, upTo: 100% }
#   impact:
#     - { key: low, schedule: 2d, cost: 1000 }
#     - { key: high }
`;
}

const examplePeople = `# Who works on it. Items name people by these keys: \`assignees: [ada, grace 50%]\`.
# people:
#   ada:
#     name: Ada Lovelace
#     leave:
#       - 2026-08-03..2026-08-14
`;
