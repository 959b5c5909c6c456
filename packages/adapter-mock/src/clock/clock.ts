/** Stops a scheduled call; does nothing when it has already run. */
export type CancelTimer = () => void;

/** Where the mock reads the time and waits: nothing in it asks the machine directly. */
export interface Clock {
  /** Nanoseconds since 1970-01-01 UTC; never goes back. */
  nowNanos(): bigint;
  /** Calls `run` once after `delayMs`. */
  schedule(delayMs: number, run: () => void): CancelTimer;
}

/** Node's longest timer; longer waits are split. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The machine's clock. */
export const createSystemClock = (): Clock => {
  const offset = BigInt(Date.now()) * 1_000_000n - process.hrtime.bigint();
  const schedule = (delayMs: number, run: () => void): CancelTimer => {
    let timer: NodeJS.Timeout;
    const arm = (leftMs: number) => {
      const partMs = Math.min(leftMs, LONGEST_TIMER_MS);
      timer = setTimeout(() => (leftMs > partMs ? arm(leftMs - partMs) : run()), partMs);
    };
    arm(Math.max(0, delayMs));
    return () => clearTimeout(timer);
  };
  return { nowNanos: () => process.hrtime.bigint() + offset, schedule };
};
