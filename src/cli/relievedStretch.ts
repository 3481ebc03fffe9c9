import type { OverloadStretch, PersonLoad } from '../core/people/computeLoad.ts';
import type { Relief } from '../core/people/findReliefs.ts';

/** An overload with the ways out that were tried. */
export interface RelievedStretch {
  readonly load: PersonLoad;
  readonly stretch: OverloadStretch;
  /** Undefined where there were too many overloads to try. */
  readonly reliefs: readonly Relief[] | undefined;
}
