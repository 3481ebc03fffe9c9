/** One line of a table that both binds keys and explains them. */
export interface KeyBinding<Target> {
  /** As {@link chordOf} writes them. */
  readonly chords: readonly string[];
  /** How the keys are written for people. */
  readonly shown: string;
  readonly does: string;
  readonly run: (target: Target) => void;
}

/** `Alt+Shift+ArrowLeft`; the command key of a Mac counts as Control. */
export function chordOf(
  event: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>,
): string {
  const parts = [
    event.ctrlKey || event.metaKey ? 'Control+' : '',
    event.altKey ? 'Alt+' : '',
    event.shiftKey ? 'Shift+' : '',
  ];
  return parts.join('') + event.key;
}

/** Looks a chord up in a table. */
export function createKeyFinder<Binding extends { readonly chords: readonly string[] }>(
  bindings: readonly Binding[],
): (chord: string) => Binding | undefined {
  const byChord = new Map(
    bindings.flatMap(binding => binding.chords.map(chord => [chord, binding] as const)),
  );
  return chord => byChord.get(chord);
}
