/** Git does not answer, for a reason that a person can mend; the message says how. */
export class GitRefusal extends Error {
  override readonly name = 'GitRefusal';
}

/** In a partial clone git does not have what is asked for, and Gantry lets it fetch nothing. */
export class MissingObjects extends GitRefusal {
  constructor() {
    super(
      'This clone holds only a part of its files, and Gantry fetches nothing; git fetch --refetch --no-filter brings the others',
    );
  }
}

/** What git says of an object that it would have to fetch. */
const missing = /lazy fetching disabled|from promisor remote/;

const distrusted = /detected dubious ownership in repository at '(.+)'/;

/** What git says of a setting that it cannot read, which ends it whatever it is asked. */
const settings = [
  /bad (?:\S+ )?config value '.*' for '([^']+)'/,
  /bad config variable '([^']+)'/,
  /bad (?:config )?(?:value|argument) for '?([a-z]\S*\.[^\s']+)/,
  /bad ([a-z]\w*\.\w+) argument/,
  /([a-z]\w*\.[a-z]\w*) (?:should|must|is not|out of range)/,
];

/** A failure of git by its cause, where that is known. */
export function causeOf(failure: unknown): unknown {
  if (!(failure instanceof Error)) return failure;
  if (missing.test(failure.message)) return new MissingObjects();
  const [, folder] = distrusted.exec(failure.message) ?? [];
  if (folder !== undefined) {
    return new GitRefusal(
      `Git does not trust ${folder}, because it belongs to another owner; git config --global --add safe.directory "${folder}" trusts it`,
    );
  }
  const [line] = /^(?:fatal|error): .*/m.exec(failure.message) ?? [];
  if (line === undefined) return failure;
  const said = line.replace(/^\w+: /, '');
  const name = settings.map(each => each.exec(line)?.[1]).find(each => each !== undefined);
  return new GitRefusal(
    name === undefined
      ? `Git does not answer: ${said}`
      : `Git refuses its own setting ${name} (${said}); git config --show-origin --get-all ${name} tells where it stands`,
  );
}
