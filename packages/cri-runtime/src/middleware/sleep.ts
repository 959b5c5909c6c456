import { CriError } from "@crikit/cri-api";

/** Waits; rejects when the signal fires. */
export type Sleep = (ms: number, signal: AbortSignal | undefined) => Promise<void>;

/** What a wait that its signal has ended rejects with. */
const canceled = (signal: AbortSignal): CriError =>
  new CriError("Canceled", "the call was canceled while a middleware held it", { cause: signal.reason });

const MAX_TIMER_MS = 2 ** 31 - 1;

/** Waits by the process' timers; `Infinity` waits for the signal alone. */
export const sleep: Sleep = async (ms, signal) => {
  if (signal?.aborted) throw canceled(signal);
  await new Promise<void>((resolve, reject) => {
    const timer = ms === Number.POSITIVE_INFINITY ? undefined : setTimeout(finish, Math.min(ms, MAX_TIMER_MS));
    function finish(): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", finish);
      if (signal?.aborted) reject(canceled(signal));
      else resolve();
    }
    signal?.addEventListener("abort", finish, { once: true });
  });
};
