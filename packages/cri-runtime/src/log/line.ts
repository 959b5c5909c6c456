/** The stream that a line was written to. With a terminal all is `stdout`. */
export type LogStream = "stdout" | "stderr";

/** One line of a log file: a whole line, or a piece of one that was longer than the writer's limit. */
export interface LogLine {
  /** Nanoseconds since 1970. */
  readonly timeNanos: bigint;
  readonly stream: LogStream;
  /** Tag `P`: the line goes on in the stream's next entry. */
  readonly isPartial: boolean;
  /** The bytes as the process wrote them, without the newline. */
  readonly text: Buffer;
}

const NANOS_PER_SECOND = 1_000_000_000n;

/** The second formatted last and its text: lines come many to a second, and formatting a date costs more than all the rest of a line. */
let formatted: { readonly second: bigint | undefined; readonly text: string } = { second: undefined, text: "" };

const formatSecond = (second: bigint): string => {
  if (second !== formatted.second) {
    formatted = { second, text: new Date(Number(second) * 1000).toISOString().slice(0, 19) };
  }
  return formatted.text;
};

/** Nanoseconds since 1970 as RFC 3339 in UTC with nine digits: `2026-11-21T10:00:00.000000001Z`. */
export const formatTimestamp = (nanos: bigint): string => {
  const fraction = ((nanos % NANOS_PER_SECOND) + NANOS_PER_SECOND) % NANOS_PER_SECOND;
  const second = (nanos - fraction) / NANOS_PER_SECOND;
  return `${formatSecond(second)}.${fraction.toString().padStart(9, "0")}Z`;
};

const TIMESTAMP = /^(\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d)(?:[.,](\d{1,30}))?([Zz]|[+-]\d\d:\d\d)$/;

/** The second read last and its time, as for formatting. */
let parsed = { second: "", zone: "", nanos: 0n };

const parseSecond = (second: string, zone: string): bigint | undefined => {
  if (second !== parsed.second || zone !== parsed.zone) {
    const ms = Date.parse(`${second}${zone}`.toUpperCase());
    if (Number.isNaN(ms)) return undefined;
    parsed = { second, zone, nanos: BigInt(ms) * 1_000_000n };
  }
  return parsed.nanos;
};

/** Reads an RFC 3339 time with any number of digits and any zone; `undefined` if it is none. */
export const parseTimestamp = (text: string): bigint | undefined => {
  const match = TIMESTAMP.exec(text);
  if (match === null) return undefined;
  const [, second = "", fraction = "", zone = ""] = match;
  const nanos = parseSecond(second, zone);
  if (nanos === undefined) return undefined;
  const digits = fraction.length < 9 ? fraction.padEnd(9, "0") : fraction.slice(0, 9);
  return nanos + BigInt(Number(digits));
};

/** What stands before the text of a line in a CRI log: `2026-11-21T10:00:00.000000001Z stdout F `. */
export const formatLogHeader = (line: Omit<LogLine, "text">): string =>
  `${formatTimestamp(line.timeNanos)} ${line.stream} ${line.isPartial ? "P" : "F"} `;

/** One line of a CRI log file, newline included. */
export const formatLogLine = (line: LogLine): Buffer =>
  Buffer.concat([Buffer.from(formatLogHeader(line), "latin1"), line.text, Buffer.of(0x0a)]);

const SPACE = 0x20;

/** The tags of a line are separated by colons; the first one is `P` or `F`, others are for later versions of the format. */
const isPartialTag = (tags: string): boolean | undefined => {
  const colon = tags.indexOf(":");
  const first = colon < 0 ? tags : tags.slice(0, colon);
  return first === "P" ? true : first === "F" ? false : undefined;
};

/** Reads one line of a CRI log file, without its newline; `undefined` if it is none. The text is a view of `bytes`. */
export const parseLogLine = (bytes: Buffer): LogLine | undefined => {
  const first = bytes.indexOf(SPACE);
  const second = bytes.indexOf(SPACE, first + 1);
  if (first < 0 || second < 0) return undefined;
  const third = bytes.indexOf(SPACE, second + 1);
  const end = third < 0 ? bytes.length : third;
  const timeNanos = parseTimestamp(bytes.toString("latin1", 0, first));
  const stream = bytes.toString("latin1", first + 1, second);
  const isPartial = isPartialTag(bytes.toString("latin1", second + 1, end));
  if (timeNanos === undefined || isPartial === undefined || (stream !== "stdout" && stream !== "stderr")) {
    return undefined;
  }
  return { timeNanos, stream, isPartial, text: bytes.subarray(Math.min(end + 1, bytes.length)) };
};
