import { newItemText } from '../core/format/newItemText.ts';
import { formatDay, type Instant } from '../core/model/instant.ts';
import { formatVersion } from '../core/model/project.ts';

/** The text of a new project file, with office hours to change to one's own. */
export function newProjectText(name: string, today: Instant): string {
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
