import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What has to outlive the process for a container whose log is being written: that it is, and when it was last rotated. */
export interface LogState {
  /** Remembers that the log is being written, from `sinceNanos` on into the file as it is now. */
  mark(containerId: string, sinceNanos: bigint): Promise<void>;
  /** When the file was begun; `undefined` for a log that is not being written. */
  markOf(containerId: string): Promise<bigint | undefined>;
  clear(containerId: string): Promise<void>;
  /** Containers whose logs were being written. */
  all(): Promise<string[]>;
}

/** Keeps the marks as small files in `folder`; without a folder nothing outlives the process. */
export const createLogState = (folder: string | undefined): LogState => {
  const memory = new Map<string, bigint>();
  if (folder === undefined)
    return {
      mark: async (containerId, sinceNanos) => void memory.set(containerId, sinceNanos),
      markOf: async (containerId) => memory.get(containerId),
      clear: async (containerId) => void memory.delete(containerId),
      all: async () => [...memory.keys()],
    };
  const pathOf = (containerId: string): string => join(folder, containerId);
  return {
    mark: async (containerId, sinceNanos) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(pathOf(containerId), `${sinceNanos}\n`);
    },
    markOf: async (containerId) => {
      const text = await readFile(pathOf(containerId), "utf8").catch(() => "");
      return /^\d+$/.test(text.trim()) ? BigInt(text.trim()) : undefined;
    },
    clear: (containerId) => rm(pathOf(containerId), { force: true }),
    all: () => readdir(folder).catch(() => []),
  };
};
