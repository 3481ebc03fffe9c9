/** Who works on a task, and with how much of their time. */
export interface Assignment {
  /** The key of the person under `people` in the project file. */
  readonly person: string;
  /** 1 is all of the person's working time. */
  readonly units: number;
}

const pattern = /^(\S+)(?:\s+(\d+(?:\.\d+)?)%)?$/;

/** Reads `ada` or `ada 50%`; undefined when it is neither. */
export function parseAssignment(text: string): Assignment | undefined {
  const match = pattern.exec(text.trim());
  if (match?.[1] === undefined) return undefined;
  return { person: match[1], units: match[2] === undefined ? 1 : Number(match[2]) / 100 };
}

export function formatAssignment({ person, units }: Assignment): string {
  return units === 1 ? person : `${person} ${Number((units * 100).toFixed(2))}%`;
}

/** True where the same people have the same shares, in the same order. */
export function isSameTeam(a: readonly Assignment[], b: readonly Assignment[]): boolean {
  if (a === b) return true;
  return (
    a.length === b.length &&
    a.every(({ person, units }, place) => {
      const other = b[place];
      return person === other?.person && units === other.units;
    })
  );
}
