import type { Engine } from "../engine/engine.ts";
import type { EngineEvent } from "../engine/types.ts";

/** Who follows the engine's events. */
export interface EventFeedOptions {
  readonly engine: Engine;
  /** Called for each event, in the engine's order. */
  readonly onEvent: (event: EngineEvent) => void;
  /** Called when the stream has been opened, also again: what was missed is listed here. */
  readonly onConnected: () => Promise<void>;
  readonly onDisconnected: (error: unknown) => void;
  readonly signal: AbortSignal;
  /** Milliseconds between two tries at the most. Default 1000. */
  readonly maxPauseMs?: number | undefined;
}

/** The engine's events since it was started, whatever breaks in between. */
export interface EventFeed {
  readonly connected: boolean;
  /** Settles when the feed is connected for the first time. */
  readonly ready: Promise<void>;
}

const actions = {
  container: ["create", "start", "die", "destroy", "oom", "rename", "update", "pause", "unpause"],
  image: ["pull", "tag", "untag", "delete", "import", "load"],
} as const;

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
  });

/** Follows the engine's events until the signal fires: reconnects, asks since the last event, and has everything compared then. */
export const followEvents = (options: EventFeedOptions): EventFeed => {
  const { engine, signal } = options;
  let connected = false;
  let last: bigint | undefined;
  let markReady = (): void => {};
  const ready = new Promise<void>((resolve) => {
    markReady = resolve;
  });
  const filters = { type: Object.keys(actions), event: Object.values(actions).flat() };

  const followOnce = async (): Promise<void> => {
    const events = await engine.events({ ...(last === undefined ? {} : { sinceNanos: last }), filters, signal });
    const listed = options.onConnected().then(() => {
      connected = true;
      markReady();
    });
    const failed = listed.then(
      () => new Promise<never>(() => {}),
      (error: unknown) => Promise.reject(error),
    );
    failed.catch(() => {});
    const iterator = events[Symbol.asyncIterator]();
    for (;;) {
      const next = await Promise.race([iterator.next(), failed]);
      if (next.done === true) return;
      const nanos = BigInt(next.value.timeNano ?? 0);
      if (last === undefined || nanos > last) last = nanos;
      options.onEvent(next.value);
    }
  };

  const run = async (): Promise<void> => {
    let pauseMs = 20;
    while (!signal.aborted) {
      let error: unknown = new Error("the engine ended its stream of events");
      const startedAt = Date.now();
      await followOnce().catch((cause: unknown) => {
        error = cause;
      });
      connected = false;
      if (signal.aborted) return;
      options.onDisconnected(error);
      pauseMs = Date.now() - startedAt > 5_000 ? 20 : Math.min(pauseMs * 2, options.maxPauseMs ?? 1_000);
      await pause(pauseMs, signal);
    }
  };
  void run();
  return {
    get connected() {
      return connected;
    },
    ready,
  };
};
