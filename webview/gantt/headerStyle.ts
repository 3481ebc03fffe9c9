/** What the header counts in: days of the calendar, weeks of the year, or time since the start. */
export const headerStyles = ['dates', 'weeks', 'project'] as const;
export type HeaderStyle = (typeof headerStyles)[number];

export const headerNames: Readonly<Record<HeaderStyle, string>> = {
  dates: 'Header: dates',
  weeks: 'Header: week numbers',
  project: 'Header: days and weeks of the project',
};

/** The one after it; the first follows the last. */
export function nextHeaderStyle(style: HeaderStyle): HeaderStyle {
  return headerStyles[(headerStyles.indexOf(style) + 1) % headerStyles.length] ?? 'dates';
}
