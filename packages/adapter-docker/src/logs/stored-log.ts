import type { TailLine } from "./log-tail.ts";
import { parseTailLine } from "./log-tail.ts";

/** One message of the engine's stored log: what its copier read at once, up to 16 KiB; a partial one lacks the newline. */
export type StoredMessage = TailLine;

const headerBytes = 8;
const partialBytes = 16 * 1024;
const timePattern = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)) /;

const toMessage = (payload: Buffer, stream: "stdout" | "stderr"): StoredMessage | undefined => {
  const match = timePattern.exec(payload.subarray(0, 48).toString("latin1"));
  if (match === null) return undefined;
  const [head, time = ""] = match;
  const isPartial = payload.at(-1) !== 10;
  const text = payload.subarray(head.length, isPartial ? payload.length : payload.length - 1);
  const parsed = parseTailLine(Buffer.from(`${time} ${stream} ${isPartial ? "P" : "F"} `));
  return parsed === undefined ? undefined : { ...parsed, text };
};

/** Takes frames of `/logs?timestamps=1` apart; each frame is one message. */
async function* readFramed(body: AsyncIterable<Buffer>): AsyncGenerator<StoredMessage, void, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of body) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length >= headerBytes) {
      const length = rest.readUInt32BE(4);
      if (rest.length < headerBytes + length) break;
      const message = toMessage(rest.subarray(headerBytes, headerBytes + length), rest[0] === 2 ? "stderr" : "stdout");
      rest = rest.subarray(headerBytes + length);
      if (message !== undefined) yield message;
    }
  }
}

/**
 * Takes the raw form apart that a container with a terminal has: lines, each with its time in front. A partial message has no newline, but it is
 * always 16 KiB, so its end is known.
 */
async function* readRaw(body: AsyncIterable<Buffer>): AsyncGenerator<StoredMessage, void, undefined> {
  let rest: Buffer = Buffer.alloc(0);
  const takeOne = (): StoredMessage | undefined => {
    const head = timePattern.exec(rest.subarray(0, 48).toString("latin1"))?.[0].length ?? 0;
    const newline = rest.indexOf(10);
    const cut = newline >= 0 && newline - head < partialBytes ? newline + 1 : head + partialBytes;
    if (rest.length < cut || (newline < 0 && rest.length === cut)) return undefined;
    const message = toMessage(rest.subarray(0, cut), "stdout");
    rest = rest.subarray(cut);
    return message;
  };
  for await (const chunk of body) {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let message = takeOne(); message !== undefined; message = takeOne()) yield message;
  }
  const last = rest.length === 0 ? undefined : toMessage(rest, "stdout");
  if (last !== undefined) yield last;
}

/** The messages of a container's stored log as the engine sends them with times. */
export const readStoredLog = (
  body: AsyncIterable<Buffer>,
  isTty: boolean,
): AsyncGenerator<StoredMessage, void, undefined> => (isTty ? readRaw(body) : readFramed(body));
