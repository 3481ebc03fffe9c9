import type { Instant } from '../model/instant.ts';
import { computeDates } from '../schedule/computeDates.ts';
import { runBackwardPass } from '../schedule/backwardPass.ts';
import { runForwardPass } from '../schedule/forwardPass.ts';
import { horizon, isBeyondHorizon } from '../schedule/horizon.ts';
import { findSpan } from '../schedule/lineDates.ts';
import { createDates, nodeFlag, type Network, type NetworkDates } from '../schedule/network.ts';
import type { ForecastModel } from './forecastModel.ts';

/**
 * The passes of the schedule over a network whose lengths have been drawn, so that an iteration follows
 * every rule that the schedule follows. A class for the room of the dates.
 */
export class IterationPlacer {
  readonly dates: NetworkDates;
  /** How many iterations would have ended after the last year that a plan can speak of. */
  beyond = 0;
  readonly #model: ForecastModel;
  readonly #flags: Uint16Array;
  readonly #code: Uint8Array;
  /** By node, 1 for what ends beyond the horizon in the iteration that was placed last. */
  readonly #isBeyond: Uint8Array;
  #hasBeyond = false;
  /** True where late dates decide when work is planned. */
  readonly #isLate: boolean;

  constructor(model: ForecastModel) {
    const { network } = model;
    this.#model = model;
    this.dates = createDates(network);
    this.#flags = network.flags.slice();
    this.#code = network.code.slice();
    this.#isBeyond = new Uint8Array(network.flags.length);
    this.#isLate = this.dates.ground !== undefined;
  }

  /**
   * Places everything; answers with the finish of the project.
   *
   * @param withFloats true where total floats are wanted too
   */
  place(withFloats: boolean): Instant {
    const { network } = this.#model;
    this.#hasBeyond = false;
    if (this.#isLate) return this.#placeWhole(network, Infinity);
    runForwardPass(network, this.dates);
    const { start, finish } = findSpan(network, this.dates);
    if (isBeyondHorizon(start, finish)) return this.#placeWhole(network, finish);
    if (withFloats) runBackwardPass(network, this.dates, finish, { isTotalOnly: true });
    return finish;
  }

  /** When a node finishes, in the iteration that was placed last. */
  finishOf(v: number): Instant {
    const { network } = this.#model;
    if (this.#hasBeyond && this.#isBeyond[v] === 1) return horizon;
    if (((network.flags[v] ?? 0) & nodeFlag.line) === 0) return this.dates.finish[v] ?? 0;
    const calendar = network.calendars[network.calendarOf[v] ?? 0];
    return calendar?.endOf(this.dates.finishWork[v] ?? 0) ?? 0;
  }

  /**
   * What lies beyond the horizon is taken out by the passes, and must be there again afterwards. Nobody
   * can say when it ends, so it counts as ending at the horizon: later than whatever else there is.
   *
   * @param end where it would end, with all of it
   */
  #placeWhole(network: Network, end: Instant): Instant {
    const { problems } = computeDates(network, this.dates, this.#model.plan);
    const { finish } = findSpan(network, this.dates);
    if (problems.length === 0) return finish;
    this.beyond++;
    this.#hasBeyond = end >= horizon;
    for (let v = 0; v < this.#isBeyond.length; v++) {
      const isTaken = ((network.flags[v] ?? 0) & ~(this.#flags[v] ?? 0) & nodeFlag.undated) !== 0;
      this.#isBeyond[v] = isTaken ? 1 : 0;
    }
    network.flags.set(this.#flags);
    network.code.set(this.#code);
    return this.#hasBeyond ? horizon : finish;
  }
}
