import { type FileHandle, mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";

/** When what was written is forced to the disk: never (the kernel does it), when the file is closed, or after each batch. */
export type FsyncPolicy = "never" | "close" | "batch";

/** A log file that is only appended to, and can be opened anew under the same path. */
export interface AppendFile {
  /** Appends as much as the disk takes; gives back the number of bytes. Throws what the file system throws. */
  append(blocks: readonly Buffer[]): Promise<number>;
  /** Closes the file; the next append opens the path anew. */
  close(): Promise<void>;
  /** Makes sure that the path has a file and appends go there. */
  open(): Promise<void>;
}

const MODE = 0o640;

/** The file at `path`, made with its folders when it is opened first. */
export const createAppendFile = (path: string, fsync: FsyncPolicy): AppendFile => {
  let handle: FileHandle | undefined;
  const opened = async (): Promise<FileHandle> => {
    handle ??= await open(path, "a", MODE);
    return handle;
  };
  return {
    append: async (blocks) => {
      const file = await opened();
      const { bytesWritten } = await file.writev(blocks);
      if (fsync === "batch") await file.datasync();
      return bytesWritten;
    },
    close: async () => {
      const file = handle;
      handle = undefined;
      if (file === undefined) return;
      try {
        if (fsync !== "never") await file.datasync();
      } finally {
        await file.close();
      }
    },
    open: async () => {
      await mkdir(dirname(path), { recursive: true });
      await opened();
    },
  };
};
