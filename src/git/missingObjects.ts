/** In a partial clone git does not have what is asked for, and Gantry lets it fetch nothing. */
export class MissingObjects extends Error {
  constructor() {
    super(
      'This clone holds only a part of its files, and Gantry fetches nothing; git fetch --refetch --no-filter brings the others',
    );
  }
}

/** What git says of an object that it would have to fetch. */
const refused = /lazy fetching disabled|from promisor remote/;

/** A failure of git by its cause, where that is known. */
export function causeOf(failure: unknown): unknown {
  return failure instanceof Error && refused.test(failure.message) ? new MissingObjects() : failure;
}
