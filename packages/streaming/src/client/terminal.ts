import type { WriteStream } from "node:tty";
import type { TerminalSize } from "@crikit/cri-runtime";

/** The sizes of a terminal: the one it has, and each it is given until the reader stops. */
export const terminalSizes = (terminal: WriteStream): AsyncIterable<TerminalSize> => ({
  [Symbol.asyncIterator]: () => {
    let changed = true;
    let ended = false;
    let waiting: ((result: IteratorResult<TerminalSize, undefined>) => void) | undefined;
    const settle = (): void => {
      if (waiting === undefined || (!changed && !ended)) return;
      const resolve = waiting;
      waiting = undefined;
      changed = false;
      resolve(
        ended
          ? { done: true, value: undefined }
          : { done: false, value: { width: terminal.columns, height: terminal.rows } },
      );
    };
    const onResize = (): void => {
      changed = true;
      settle();
    };
    terminal.on("resize", onResize);
    return {
      next: () =>
        new Promise((resolve) => {
          waiting = resolve;
          settle();
        }),
      return: () => {
        terminal.off("resize", onResize);
        ended = true;
        settle();
        return Promise.resolve({ done: true, value: undefined });
      },
    };
  },
});
