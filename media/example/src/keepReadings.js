// Keeps the readings, one line each. Plan: T-4DKF, decided in D-3F8R.

/** How many readings a day has. */
export const readingsPerDay = 1440;

/** The newest reading stands last. */
export function keepReading(readings, reading) {
  return [...readings, reading].slice(-readingsPerDay);
}
