import { setTimeout as sleep } from "node:timers/promises";
import type { CommandContext } from "../context/command.ts";

const CLEAR = "\u001b[H\u001b[2J\u001b[3J";

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  sleep(ms, undefined, { signal }).catch(() => undefined);

/** `undefined` when the signal has fired: the end of watching is no failure, also in the middle of a call. */
const renderUnlessAborted = async (render: () => Promise<string>, signal: AbortSignal): Promise<string | undefined> => {
  try {
    const text = await render();
    return signal.aborted ? undefined : text;
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
};

/**
 * Prints what `render` makes, once, or with `watch` again and again until the signal fires: on a terminal in place, elsewhere only what has
 * changed since the last time. Nothing but text is written to what is no terminal.
 */
export const show = async (
  context: CommandContext,
  render: () => Promise<string>,
  options: { readonly watch: boolean; readonly intervalMs?: number | undefined },
): Promise<void> => {
  if (!options.watch) return context.print(await render());
  const isTerminal = context.stdout.isTTY === true;
  let before: string | undefined;
  while (!context.signal.aborted) {
    const text = await renderUnlessAborted(render, context.signal);
    if (text === undefined) return;
    if (isTerminal) await context.print(`${CLEAR}${text}`);
    else if (text !== before) await context.print(text);
    before = text;
    await pause(options.intervalMs ?? 1000, context.signal);
  }
};
