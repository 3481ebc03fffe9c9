// Reads the sensors once a minute.
// Plan: T-2BHD

/** Degrees Celsius from the raw value of the thermometer. */
export function readTemperature(raw) {
  return raw / 100 - 40;
}

export function readHumidity(raw) {
  // The sensor drifts in damp air, see R-7K3X.
  return Math.min(100, Math.max(0, raw / 10));
}
