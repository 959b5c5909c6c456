import type { CancelTimer, Clock } from "./clock.ts";

/** A clock that stands still until it is told to move. */
export interface ManualClock extends Clock {
  /**
   * Moves time on by `ms`: calls what falls due, in order, and lets each call's consequences happen before the next. `idle` settles when
   * nothing is under way that takes real time, such as a write to a file; default: there is no such thing.
   */
  advance(ms: number, idle?: () => Promise<void>): Promise<void>;
}

interface Timer {
  readonly atNanos: bigint;
  readonly order: number;
  readonly run: () => void;
}

/** 2026-01-01T00:00:00Z: what a manual clock shows when nobody says otherwise. */
const DEFAULT_START_NANOS = 1_767_225_600_000_000_000n;

/** Turns of the event loop after each due call: a program's answer to it (a write, a spawn, a new timer) takes one or two. */
const SETTLE_TURNS = 3;

/** Lets a few turns of the event loop pass. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < SETTLE_TURNS; turn++) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
};

/** A clock for deterministic tests, starting at `startNanos` (default 2026-01-01T00:00:00Z). Reading it does not move it, so that who reads first makes no difference. */
export const createManualClock = (startNanos: bigint = DEFAULT_START_NANOS): ManualClock => {
  let nanos = startNanos;
  let order = 0;
  const timers = new Set<Timer>();
  const earliest = (untilNanos: bigint): Timer | undefined => {
    let next: Timer | undefined;
    for (const timer of timers) {
      if (timer.atNanos > untilNanos) continue;
      const sooner =
        next === undefined ||
        timer.atNanos < next.atNanos ||
        (timer.atNanos === next.atNanos && timer.order < next.order);
      if (sooner) next = timer;
    }
    return next;
  };
  return {
    nowNanos: () => nanos,
    schedule(delayMs: number, run: () => void): CancelTimer {
      const timer: Timer = { atNanos: nanos + BigInt(Math.round(Math.max(0, delayMs) * 1e6)), order: order++, run };
      timers.add(timer);
      return () => void timers.delete(timer);
    },
    async advance(ms: number, idle?: () => Promise<void>): Promise<void> {
      const until = nanos + BigInt(Math.round(ms * 1e6));
      const rest = async (): Promise<void> => {
        await settle();
        await idle?.();
      };
      await rest();
      for (let timer = earliest(until); timer !== undefined; timer = earliest(until)) {
        timers.delete(timer);
        if (timer.atNanos > nanos) nanos = timer.atNanos;
        timer.run();
        await rest();
      }
      if (until > nanos) nanos = until;
    },
  };
};
