import type { LogLine, LogStream } from "./line.ts";

/** What {@link readLogs} can be told. */
export interface ReadLogsOptions {
  /** Only so many of the last lines; a line in pieces is one. Default: all. */
  readonly tailLines?: number | undefined;
  /** Only lines of this time and later, in nanoseconds since 1970. Default: all. */
  readonly sinceNanos?: bigint | undefined;
  /** Ends after so many bytes of what {@link formatLogEntry} makes of the entries, in the middle of a line if need be. Default: no limit. */
  readonly limitBytes?: number | undefined;
  /** Whether `limitBytes` counts timestamps, as the reader will print them. Default false. */
  readonly timestamps?: boolean | undefined;
  /** Only lines of one stream. Default: both. */
  readonly stream?: LogStream | undefined;
  /** Reads the rotated files beside the log too (`name.20261121-100000`, `.gz`, Docker's `name.1`). Default true. */
  readonly rotated?: boolean | undefined;
  /** Goes on with what is appended, across rotation and truncation. Default false. */
  readonly follow?: boolean | undefined;
  /** Asked at the end of the file while following: `false` ends it once the file has been read to its end. Default: always true. */
  readonly stillRunning?: (() => boolean | Promise<boolean>) | undefined;
  /** Ends the iteration, without an error. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds between looks at the file beside those that the file system's events cause. Default 500. */
  readonly pollMs?: number | undefined;
  /** Gets lines that are neither of CRI's format nor Docker's; they are left out. Default: nothing. */
  readonly onMalformed?: ((line: Buffer) => void) | undefined;
}

/** One line, or piece of one, as it was logged. */
export interface LogEntry extends LogLine {
  /** The stream's entry before this one was partial: this one goes on with its line. */
  readonly isContinued: boolean;
}
