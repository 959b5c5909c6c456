import type { FileHandle } from "node:fs/promises";
import { isWanted, parseAnyLine } from "./log-entry.ts";
import type { ReadLogsOptions } from "./read-options.ts";

const NEWLINE = 0x0a;
const BLOCK_BYTES = 64 * 1024;

/** Where the last lines of a file begin. */
export interface TailStart {
  readonly offset: number;
  /** How many of the wanted lines are still to be found in older files. */
  readonly missing: number;
}

type Verdict = "count" | "ignore" | "stop";

/** Lines are in the order of time: one before `sinceNanos` ends the search. */
const judge = (bytes: Buffer, options: ReadLogsOptions): Verdict => {
  const line = parseAnyLine(bytes);
  if (line === undefined) return "ignore";
  if (options.sinceNanos !== undefined && line.timeNanos < options.sinceNanos) return "stop";
  return !line.isPartial && isWanted(line, options) ? "count" : "ignore";
};

/**
 * Finds where the last `count` whole lines of a file begin, reading it from its end in blocks, so that the cost does not depend on the file's
 * size. What stands after the last newline is not counted.
 */
export const findTail = async (
  handle: FileHandle,
  size: number,
  options: ReadLogsOptions & { readonly tailLines: number },
): Promise<TailStart> => {
  let missing = options.tailLines;
  /** The beginning of the line that the blocks read so far begin in the middle of. */
  let carried: Buffer[] = [];
  let isAfterLastNewline = true;
  let position = size;
  if (missing <= 0) return { offset: size, missing: 0 };
  while (position > 0) {
    const length = Math.min(BLOCK_BYTES, position);
    const block = Buffer.allocUnsafe(length);
    const { bytesRead } = await handle.read(block, 0, length, position - length);
    if (bytesRead < length) return { offset: 0, missing: 0 };
    position -= length;
    let end = length;
    for (let at = block.lastIndexOf(NEWLINE); at >= 0; at = at === 0 ? -1 : block.lastIndexOf(NEWLINE, at - 1)) {
      const line = Buffer.concat([block.subarray(at + 1, end), ...carried]);
      carried = [];
      end = at;
      if (isAfterLastNewline) {
        isAfterLastNewline = false;
        continue;
      }
      const verdict = judge(line, options);
      const lineEnd = position + at + 1 + line.length + 1;
      if (verdict === "stop" || (verdict === "count" && missing === 0)) return { offset: lineEnd, missing: 0 };
      if (verdict === "count") missing--;
    }
    carried.unshift(block.subarray(0, end));
  }
  if (isAfterLastNewline) return { offset: 0, missing };
  const line = Buffer.concat(carried);
  const verdict = judge(line, options);
  if (verdict === "stop" || (verdict === "count" && missing === 0)) return { offset: line.length + 1, missing: 0 };
  return { offset: 0, missing: verdict === "count" ? missing - 1 : missing };
};
