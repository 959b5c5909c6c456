const NANOS_PER_MS = 1_000_000n;
const MAX_DRIFT_NANOS = 2n * NANOS_PER_MS;

/**
 * The time of day in nanoseconds since 1970, finer than `Date` tells it: the monotonic clock, set by the time of day and set again when that has been
 * changed by more than 2 ms.
 */
export const createNanoClock = (): (() => bigint) => {
  let offset = BigInt(Date.now()) * NANOS_PER_MS - process.hrtime.bigint();
  return () => {
    const monotonic = process.hrtime.bigint();
    const wall = BigInt(Date.now()) * NANOS_PER_MS;
    const drift = wall - (monotonic + offset);
    if (drift > MAX_DRIFT_NANOS || drift < -MAX_DRIFT_NANOS) offset = wall - monotonic;
    return monotonic + offset;
  };
};
