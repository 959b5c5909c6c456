import { Readable, type Writable } from "node:stream";
import type { ByteSink } from "@crikit/cri-runtime";
import type { InputSource, OutputTarget } from "./options.ts";

/** Moves a session's output to where it belongs, at that place's pace; if it closes, the rest is discarded. */
export const deliver = async (incoming: AsyncIterable<Uint8Array>, target: OutputTarget): Promise<void> => {
  for await (const chunk of incoming) {
    if (typeof target === "function") await target(chunk);
    else if (target.destroyed) return;
    else if (!target.write(chunk)) await roomIn(target);
  }
};

const roomIn = (target: Writable): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      target.off("drain", done);
      target.off("close", done);
      resolve();
    };
    if (target.destroyed || !target.writableNeedDrain) resolve();
    else target.on("drain", done).on("close", done);
  });

const asBytes = (chunk: Uint8Array | string): Uint8Array => (typeof chunk === "string" ? Buffer.from(chunk) : chunk);

/** Any input as bytes, until it ends or `signal` fires. A stream is left paused, so that a terminal does not keep the process alive. */
export async function* toBytes(source: InputSource, signal: AbortSignal): AsyncGenerator<Uint8Array, undefined> {
  if (source instanceof Readable) {
    yield* readStream(source, signal);
    return;
  }
  for await (const chunk of source) {
    if (signal.aborted) return;
    yield asBytes(chunk);
  }
}

async function* readStream(source: Readable, signal: AbortSignal): AsyncGenerator<Uint8Array, undefined> {
  while (!signal.aborted) {
    const chunk: unknown = source.read();
    if (typeof chunk === "string" || chunk instanceof Uint8Array) yield asBytes(chunk);
    else if (source.readableEnded || source.destroyed) break;
    else await readable(source, signal);
  }
  if (source.errored !== null && source.errored !== undefined) throw source.errored;
  source.pause();
}

const readable = (source: Readable, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const events = ["readable", "end", "close", "error"] as const;
    const done = (): void => {
      for (const event of events) source.off(event, done);
      signal.removeEventListener("abort", done);
      resolve();
    };
    for (const event of events) source.on(event, done);
    signal.addEventListener("abort", done);
  });

/** Sends input at the connection's pace and ends the sink. */
export const send = async (source: AsyncIterable<Uint8Array>, sink: ByteSink): Promise<void> => {
  for await (const chunk of source) {
    if (!sink.write(chunk)) await sink.drained();
  }
  sink.end();
};
