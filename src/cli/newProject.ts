import { encodeUtf8 } from '../core/base/utf8.ts';
import { newItemText } from '../core/format/newItemText.ts';
import { formatDay, type Instant } from '../core/model/instant.ts';
import { formatVersion } from '../core/model/project.ts';
import type { ProjectFiles } from '../core/store/projectFiles.ts';

/** Makes the project file; false, and nothing is written, when there is one. */
export function writeNewProject(
  files: ProjectFiles,
  { name, today }: { readonly name: string; readonly today: Instant },
): Promise<boolean> {
  return files.write('project.yaml', encodeUtf8(projectText(name, today)), undefined);
}

/** Office hours to change to one's own. */
function projectText(name: string, today: Instant): string {
  return newItemText('project', {
    version: formatVersion,
    name,
    start: formatDay(today),
    calendar: 'standard',
    calendars: {
      standard: {
        title: 'Standard',
        hours: { 'mon-fri': '09:00-13:00 14:00-18:00', 'sat-sun': 'off' },
      },
    },
  });
}
