import { IdleTimer } from "../bytes/idle-timer.ts";

/** What is kept alive. */
export interface Pinged {
  /** Whether reading is paused: an answer could not be seen. */
  readonly paused: boolean;
  ping(): void;
}

export const defaultKeepAliveMs = 10_000;

/**
 * Pings in silence only: while bytes arrive the connection is known to live, and a ping that reaches a Go server which has just closed its
 * socket makes the kernel there throw away the output still on its way.
 */
export const keepAlive = (
  connection: () => Pinged,
  everyMs: number,
): { readonly touch: () => void; readonly stop: () => void } => {
  let timer: IdleTimer;
  const arm = (): void => {
    timer = new IdleTimer(everyMs, () => {
      const target = connection();
      if (!target.paused) target.ping();
      arm();
    });
  };
  arm();
  return { touch: () => timer.touch(), stop: () => timer.stop() };
};
