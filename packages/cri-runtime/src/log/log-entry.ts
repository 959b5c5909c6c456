import { parseDockerLine } from "./docker-line.ts";
import { formatTimestamp, type LogLine, type LogStream, parseLogLine } from "./line.ts";
import type { LogEntry, ReadLogsOptions } from "./read-options.ts";

const OPENING_BRACE = 0x7b;
const NEWLINE = Buffer.from("\n");

/** Reads one line of a log file of either format; `undefined` if it is of none. */
export const parseAnyLine = (bytes: Buffer): LogLine | undefined =>
  bytes[0] === OPENING_BRACE ? parseDockerLine(bytes) : parseLogLine(bytes);

/** Whether a line is one that the options ask for. */
export const isWanted = (line: LogLine, options: ReadLogsOptions): boolean =>
  (options.stream === undefined || line.stream === options.stream) &&
  (options.sinceNanos === undefined || line.timeNanos >= options.sinceNanos);

/** An entry as it is printed: its time first if asked for, once per line, and a newline at the line's end. */
export const formatLogEntry = (
  entry: LogEntry,
  options: { readonly timestamps?: boolean | undefined } = {},
): Buffer => {
  const parts: Buffer[] = [];
  if (options.timestamps && !entry.isContinued) parts.push(Buffer.from(`${formatTimestamp(entry.timeNanos)} `));
  parts.push(entry.text);
  if (!entry.isPartial) parts.push(NEWLINE);
  return Buffer.concat(parts);
};

/** Makes entries of lines: knows for each stream whether its last line goes on. */
export const createEntryMaker = (): ((line: LogLine) => LogEntry) => {
  const open = new Set<LogStream>();
  return (line) => {
    const isContinued = open.has(line.stream);
    if (line.isPartial) open.add(line.stream);
    else open.delete(line.stream);
    return { ...line, isContinued };
  };
};

/** How much may still be printed. */
export interface ByteLimit {
  /** Whether nothing more may be printed. */
  readonly isSpent: boolean;
  /** The entry, or what of its text still fits, which then has no newline; `undefined` if nothing does. */
  take(entry: LogEntry): LogEntry | undefined;
}

/** Lets entries through up to `limitBytes` of what {@link formatLogEntry} makes of them. */
export const createByteLimit = (options: ReadLogsOptions): ByteLimit => {
  let left = options.limitBytes ?? Number.POSITIVE_INFINITY;
  return {
    get isSpent() {
      return left <= 0;
    },
    take: (entry) => {
      if (left === Number.POSITIVE_INFINITY) return entry;
      const over = formatLogEntry(entry, options).length - left;
      left = Math.max(0, -over);
      if (over <= 0) return entry;
      const kept = entry.text.length + (entry.isPartial ? 0 : 1) - over;
      return kept <= 0 ? undefined : { ...entry, text: entry.text.subarray(0, kept), isPartial: true };
    },
  };
};
