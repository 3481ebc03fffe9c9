/** A commit that names items of the plan. */
export interface LinkedCommit {
  /** The full name. */
  readonly hash: string;
  /** In seconds since 1970, by the author's clock. */
  readonly authoredAt: number;
  /** The author's own day, such as `2026-03-01`. */
  readonly day: string;
  readonly author: string;
  readonly subject: string;
  /** Each once; those of the trailers first. */
  readonly ids: readonly string[];
  /** Those of them that it says are done, or whose branch it merged. */
  readonly closes: readonly string[];
  /** The full name of the commit that it takes back; then it may name nothing. */
  readonly reverts?: string;
}

/** What git tells of a commit. */
export interface ToldCommit extends Omit<LinkedCommit, 'ids' | 'closes'> {
  readonly parents: readonly string[];
  readonly body: string;
}

/** A commit with what its own message names, which may be nothing. */
export interface NamingCommit extends Omit<ToldCommit, 'body'> {
  /** Those of the trailers first; an id may be there twice. */
  readonly named: readonly string[];
  /** What it says is done. */
  readonly closed: readonly string[];
}
