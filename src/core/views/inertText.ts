/**
 * Text from files for places where the editor brings text to life: it makes links of
 * `[words](target)`, of commands too, and pictures of `$(name)`. A word joiner, which nobody sees,
 * keeps both as text.
 */
export function inertText(text: string): string {
  return text.replace(/(?<=[\]$])\(/g, '\u2060(');
}
