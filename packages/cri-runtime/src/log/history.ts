import { type FileHandle, open } from "node:fs/promises";
import { isWanted, parseAnyLine } from "./log-entry.ts";
import type { ReadLogsOptions } from "./read-options.ts";
import { listRotatedFiles, olderThan, type RotatedFile, readRotatedLines } from "./rotated-files.ts";
import { findTail } from "./tail.ts";

/** The file that is written to, open. */
export interface CurrentLog {
  readonly handle: FileHandle;
  readonly inode: bigint;
  readonly size: number;
}

/** Where reading begins: older files first, then the current one from an offset on. */
export interface History {
  readonly older: AsyncIterable<Buffer[]>;
  readonly offset: number;
}

const isWholeAndWanted = (bytes: Buffer, options: ReadLogsOptions): boolean => {
  const line = parseAnyLine(bytes);
  return line !== undefined && !line.isPartial && isWanted(line, options);
};

/** Whole lines of a compressed file that the options ask for. */
const countWanted = async (file: RotatedFile, options: ReadLogsOptions): Promise<number> => {
  let count = 0;
  for await (const batch of readRotatedLines(file)) {
    for (const bytes of batch) if (isWholeAndWanted(bytes, options)) count++;
  }
  return count;
};

async function* skipWanted(file: RotatedFile, options: ReadLogsOptions, skip: number): AsyncGenerator<Buffer[], void> {
  let left = skip;
  for await (const batch of readRotatedLines(file)) {
    let begin = 0;
    for (; left > 0 && begin < batch.length; begin++) {
      const bytes = batch[begin];
      if (bytes !== undefined && isWholeAndWanted(bytes, options)) left--;
    }
    yield batch.slice(begin);
  }
}

interface Part {
  readonly lines: AsyncIterable<Buffer[]>;
  readonly missing: number;
}

/** The last lines of a rotated file. */
const tailOf = async (file: RotatedFile, options: ReadLogsOptions & { tailLines: number }): Promise<Part> => {
  if (file.isCompressed) {
    const count = await countWanted(file, options);
    const skip = Math.max(0, count - options.tailLines);
    return { lines: skipWanted(file, options, skip), missing: Math.max(0, options.tailLines - count) };
  }
  const handle = await open(file.path, "r").catch(() => undefined);
  if (handle === undefined) return { lines: readRotatedLines(file), missing: options.tailLines };
  try {
    const { size } = await handle.stat();
    const { offset, missing } = await findTail(handle, size, options);
    return { lines: readRotatedLines(file, offset), missing };
  } finally {
    await handle.close();
  }
};

async function* joinParts(parts: readonly AsyncIterable<Buffer[]>[]): AsyncGenerator<Buffer[], void> {
  for (const part of parts) yield* part;
}

/** Finds where to begin, with the rotated files if they are wanted and, with `tailLines`, needed. */
export const openHistory = async (
  path: string,
  current: CurrentLog | undefined,
  options: ReadLogsOptions,
): Promise<History> => {
  const rotated = options.rotated === false ? [] : await listRotatedFiles(path);
  const files = olderThan(rotated, current?.inode).filter(
    (file) => options.sinceNanos === undefined || file.modifiedAtNanos >= options.sinceNanos,
  );
  const { tailLines } = options;
  if (tailLines === undefined) return { older: joinParts(files.map((file) => readRotatedLines(file))), offset: 0 };
  const start =
    current === undefined ? undefined : await findTail(current.handle, current.size, { ...options, tailLines });
  let missing = start?.missing ?? tailLines;
  const parts: AsyncIterable<Buffer[]>[] = [];
  for (const file of files.reverse()) {
    if (missing <= 0) break;
    const part = await tailOf(file, { ...options, tailLines: missing });
    parts.unshift(part.lines);
    missing = part.missing;
  }
  return { older: joinParts(parts), offset: start?.offset ?? 0 };
};
