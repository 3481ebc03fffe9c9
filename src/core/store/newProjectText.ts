import { newItemText } from '../format/newItemText.ts';
import { formatDay, type Instant } from '../model/instant.ts';
import { formatVersion } from '../model/project.ts';

/** The project file of a new plan, with office hours to change to one's own. */
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
