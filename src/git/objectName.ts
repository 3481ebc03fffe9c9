/** The full name of an object of git, in either of its two lengths. */
export function isObjectName(text: string): boolean {
  return /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(text);
}
