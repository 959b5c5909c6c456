import type { LogTail, TailLine } from "./log-tail.ts";
import type { StoredMessage } from "./stored-log.ts";

type StreamName = TailLine["stream"];

const newline = Buffer.from("\n");

interface Piece {
  readonly timeNanos: bigint;
  readonly bytes: Buffer;
}

const piecesOf = (lines: readonly TailLine[], stream: StreamName): Piece[] =>
  lines
    .filter((line) => line.stream === stream)
    .map((line) => ({
      timeNanos: line.timeNanos,
      bytes: line.isPartial ? line.text : Buffer.concat([line.text, newline]),
    }));

const join = (pieces: readonly Piece[]): Buffer => Buffer.concat(pieces.map((piece) => piece.bytes));

const distance = (one: bigint, other: bigint): bigint => (one < other ? other - one : one - other);

/** Whether the shorter of the two is the beginning of the longer. */
const agree = (one: Buffer, other: Buffer): boolean => {
  const length = Math.min(one.length, other.length);
  return one.compare(other, 0, length, 0, length) === 0;
};

interface Fit {
  readonly bytes: number;
  readonly apart: bigint;
}

const nearest = (fits: readonly Fit[]): Fit | undefined =>
  fits.reduce<Fit | undefined>((best, fit) => (best === undefined || fit.apart < best.apart ? fit : best), undefined);

/** Places where the stored bytes begin inside the file's. */
const fitsInFile = (written: readonly Piece[], tail: Buffer, first: Piece, text: Buffer): Fit[] => {
  const fits: Fit[] = [];
  let at = 0;
  for (const piece of written) {
    const rest = tail.subarray(at);
    if (agree(rest, text)) fits.push({ bytes: rest.length, apart: distance(piece.timeNanos, first.timeNanos) });
    at += piece.bytes.length;
  }
  return fits;
};

/** Places where the file's bytes begin inside the stored ones. */
const fitsInStore = (messages: readonly Piece[], text: Buffer, first: Piece, tail: Buffer): Fit[] => {
  const fits: Fit[] = [];
  let at = 0;
  for (const message of messages) {
    const rest = text.subarray(at);
    if (agree(rest, tail)) fits.push({ bytes: at + tail.length, apart: distance(message.timeNanos, first.timeNanos) });
    at += message.bytes.length;
  }
  return fits;
};

const align = (written: readonly Piece[], messages: readonly Piece[], tail: Buffer): Fit | undefined => {
  const [firstWritten] = written;
  const [firstMessage] = messages;
  if (firstWritten === undefined || firstMessage === undefined) return undefined;
  const text = join(messages);
  return nearest([
    ...fitsInFile(written, tail, firstMessage, text),
    ...fitsInStore(messages, text, firstWritten, tail),
  ]);
};

/**
 * How many bytes of the stored messages, of one stream, are in the file already. Both hold the same bytes in the same order, cut at other places and
 * with other times. Where several places fit (lines that repeat), that one counts whose time is nearest; where none does, times alone decide.
 */
export const countWrittenBytes = (
  file: readonly TailLine[],
  stored: readonly StoredMessage[],
  stream: StreamName,
): number => {
  const written = piecesOf(file, stream);
  const messages = piecesOf(stored, stream);
  const last = written.at(-1);
  if (last === undefined) return 0;
  const tail = join(written);
  // A writer that was closed ends a line that the process had not ended: the store has it without that newline.
  const fit = align(written, messages, tail) ?? align(written, messages, tail.subarray(0, -1));
  if (fit !== undefined) return fit.bytes;
  return join(messages.filter((message) => message.timeNanos <= last.timeNanos)).length;
};

/** From when on the stored log is read so that it overlaps what the file holds; 0 for all of it. */
export const resumeSince = (tail: LogTail, marginNanos: bigint): bigint => {
  const first = tail.lines[0];
  const last = tail.lines.at(-1);
  if (first === undefined || last === undefined) return 0n;
  const early = last.timeNanos - marginNanos;
  if (tail.isWhole) return early;
  const middle = first.timeNanos + (last.timeNanos - first.timeNanos) / 2n;
  return early > middle ? early : middle;
};
