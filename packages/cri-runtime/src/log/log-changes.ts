import { type FSWatcher, watch } from "node:fs";
import { dirname } from "node:path";

/** Says when a log file may have changed. */
export interface LogChanges {
  /** Settles at the next change since the last wait, after the poll interval at the latest, and when the signal fires. */
  wait(): Promise<void>;
  close(): void;
}

/**
 * Watches the folder, which tells of renames too, and looks every `pollMs` all the same: events are lost on network and overlay file systems, and there
 * may be no more watches to be had.
 */
export const watchLog = (path: string, pollMs: number, signal: AbortSignal | undefined): LogChanges => {
  let hasChanged = false;
  let wake = (): void => {};
  const onChange = (): void => {
    hasChanged = true;
    wake();
  };
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(dirname(path), onChange);
    watcher.on("error", () => watcher?.close());
  } catch {
    watcher = undefined;
  }
  signal?.addEventListener("abort", onChange);
  return {
    wait: async () => {
      if (!hasChanged) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(resolve, pollMs);
        });
        clearTimeout(timer);
        wake = () => {};
      }
      hasChanged = false;
    },
    close: () => {
      watcher?.close();
      signal?.removeEventListener("abort", onChange);
    },
  };
};
