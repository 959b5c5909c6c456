import { open } from "node:fs/promises";

/** One whole line of a CRI log as it stands in the file. */
export interface TailLine {
  readonly timeNanos: bigint;
  readonly stream: "stdout" | "stderr";
  readonly isPartial: boolean;
  readonly text: Buffer;
}

/** The end of a log file. */
export interface LogTail {
  readonly lines: readonly TailLine[];
  /** Whether that is the whole file. */
  readonly isWhole: boolean;
}

const tailBytes = 1024 * 1024;
const linePattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d) (stdout|stderr) ([PF]) /;

/** Reads one line of a CRI log, its newline taken off; `undefined` if it is none. */
export const parseTailLine = (line: Buffer): TailLine | undefined => {
  const match = linePattern.exec(line.subarray(0, 80).toString("latin1"));
  if (match === null) return undefined;
  const [head, seconds = "", fraction = "", zone = "Z", stream, tag] = match;
  const timeNanos = BigInt(Date.parse(`${seconds}${zone}`)) * 1_000_000n + BigInt(fraction.padEnd(9, "0"));
  return {
    timeNanos,
    stream: stream === "stderr" ? "stderr" : "stdout",
    isPartial: tag === "P",
    text: line.subarray(head.length),
  };
};

/**
 * Reads the last lines of a log, up to 1 MiB, and cuts off a line that a killed writer left torn at its end. A file that is not there has no
 * lines.
 */
export const readLogTail = async (path: string): Promise<LogTail> => {
  const file = await open(path, "r+").catch(() => undefined);
  if (file === undefined) return { lines: [], isWhole: true };
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - tailBytes);
    const buffer = Buffer.alloc(size - start);
    await file.read(buffer, 0, buffer.length, start);
    const end = buffer.lastIndexOf(10) + 1;
    if (end < buffer.length) await file.truncate(start + end);
    const lines: TailLine[] = [];
    let at = start === 0 ? 0 : buffer.indexOf(10) + 1;
    while (at < end) {
      const newline = buffer.indexOf(10, at);
      const line = parseTailLine(buffer.subarray(at, newline));
      if (line !== undefined) lines.push(line);
      at = newline + 1;
    }
    return { lines, isWhole: start === 0 };
  } finally {
    await file.close();
  }
};
