import type { ExportContext } from './exportContext.ts';

/** The people as work resources, each with a calendar of their own. */
export function writePeople({ xml, plan, numbers }: ExportContext): void {
  xml.open('Resources');
  for (const person of plan.project.people.values()) {
    const uid = numbers.person.get(person.key) ?? 0;
    xml.open('Resource');
    xml.leaves({
      UID: uid,
      ID: uid,
      Name: person.name,
      Type: 1,
      IsNull: false,
      Initials: Array.from(person.name)[0],
      Group: person.team,
      EmailAddress: person.email,
      MaxUnits: person.units,
      CalendarUID: numbers.calendarOfPerson.get(person.key),
      IsInactive: !person.isActive,
    });
    xml.close('Resource');
  }
  xml.close('Resources');
}
