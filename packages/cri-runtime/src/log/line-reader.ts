import type { FileHandle } from "node:fs/promises";

const NEWLINE = 0x0a;
const BLOCK_BYTES = 64 * 1024;

/** A line of a log file beyond this is no line of a log: it is discarded up to its newline. Docker's longest, all escapes, is a tenth of it. */
const MAX_LINE_BYTES = 1024 * 1024;

/** Cuts chunks into lines; what has no newline yet waits. */
export interface LineSplitter {
  /** The lines that the chunk completes, without their newlines; views of it where possible. */
  push(chunk: Buffer): Buffer[];
  /** What waits without a newline, and no longer does. */
  takeRest(): Buffer;
}

/** A splitter that never holds more than a bounded line. */
export const createLineSplitter = (maxLineBytes = MAX_LINE_BYTES): LineSplitter => {
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let isDiscarding = false;
  const takeRest = (): Buffer => {
    const rest = isDiscarding ? Buffer.alloc(0) : Buffer.concat(waiting);
    waiting = [];
    waitingBytes = 0;
    isDiscarding = false;
    return rest;
  };
  const wait = (rest: Buffer): void => {
    if (rest.length === 0 || isDiscarding) return;
    if (waitingBytes + rest.length > maxLineBytes) {
      waiting = [];
      waitingBytes = 0;
      isDiscarding = true;
      return;
    }
    waiting.push(rest);
    waitingBytes += rest.length;
  };
  return {
    push: (chunk) => {
      const lines: Buffer[] = [];
      let start = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
        const end = chunk.subarray(start, at);
        start = at + 1;
        if (waitingBytes === 0 && !isDiscarding) lines.push(end);
        else {
          wait(end);
          const wasDiscarded = isDiscarding;
          const line = takeRest();
          if (!wasDiscarded) lines.push(line);
        }
      }
      wait(chunk.subarray(start));
      return lines;
    },
    takeRest,
  };
};

/** Reads a file's lines from an offset on, again and again as it grows. */
export interface LineReader {
  /** The lines up to the file's present end, as many at a time as a read gave. */
  lines(): AsyncGenerator<Buffer[], void>;
  /** Where the next read begins. */
  readonly position: number;
  /** Begins again at the file's start: it has been truncated. */
  rewind(): void;
  /** What stands after the last newline, and is given up. */
  takeRest(): Buffer;
}

/** A reader of an open file; the handle stays the caller's. */
export const createLineReader = (handle: FileHandle, offset: number): LineReader => {
  const splitter = createLineSplitter();
  let position = offset;
  return {
    get position() {
      return position;
    },
    lines: async function* () {
      for (;;) {
        // A new block each time: the lines given out are views of it.
        const block = Buffer.allocUnsafe(BLOCK_BYTES);
        const { bytesRead } = await handle.read(block, 0, block.length, position);
        if (bytesRead === 0) return;
        position += bytesRead;
        // A small read would keep a large block in memory for as long as its lines live.
        const chunk =
          bytesRead < block.length / 4 ? Buffer.from(block.subarray(0, bytesRead)) : block.subarray(0, bytesRead);
        yield splitter.push(chunk);
      }
    },
    rewind: () => {
      splitter.takeRest();
      position = 0;
    },
    takeRest: splitter.takeRest,
  };
};
