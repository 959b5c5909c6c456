import { type LogLine, parseTimestamp } from "./line.ts";

const NEWLINE = 0x0a;

/** Reads one line of Docker's json-file log (`{"log":"hello\n","stream":"stdout","time":"…"}`); `undefined` if it is none. */
export const parseDockerLine = (bytes: Buffer): LogLine | undefined => {
  let line: { log?: unknown; stream?: unknown; time?: unknown } | null;
  try {
    line = JSON.parse(bytes.toString("utf8"));
  } catch {
    return undefined;
  }
  if (typeof line !== "object" || line === null || typeof line.time !== "string") return undefined;
  const timeNanos = parseTimestamp(line.time);
  const stream = line.stream ?? "stdout";
  const log = line.log ?? "";
  if (timeNanos === undefined || typeof log !== "string" || (stream !== "stdout" && stream !== "stderr")) {
    return undefined;
  }
  const text = Buffer.from(log, "utf8");
  const isPartial = text.at(-1) !== NEWLINE;
  return { timeNanos, stream, isPartial, text: isPartial ? text : text.subarray(0, -1) };
};
