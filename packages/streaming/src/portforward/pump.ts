import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { ByteSink } from "@crikit/cri-runtime";
import type { ByteQueue } from "../bytes/byte-queue.ts";

/** The client's side of a forwarded connection. */
export interface ForwardedStream {
  readonly incoming: ByteQueue;
  readonly outgoing: ByteSink;
  /** Whether the client has reset its stream: what it had sent is not to be taken for whole. */
  readonly wasReset: boolean;
  /** Tells the client that the connection broke. */
  reset(): void;
}

/**
 * Moves bytes both ways until both sides have ended; each side's end is passed on by itself. A broken socket resets the stream, a reset
 * stream destroys the socket.
 */
export const pump = (stream: ForwardedStream, socket: Duplex): Promise<void> => {
  const closed = new Promise<void>((resolve) => {
    if (socket.closed) resolve();
    else socket.once("close", resolve);
  });
  socket.on("error", () => stream.reset());
  socket.on("data", (chunk: Buffer) => {
    if (stream.outgoing.write(chunk)) return;
    socket.pause();
    void stream.outgoing.drained().then(() => socket.resume());
  });
  socket.once("end", () => stream.outgoing.end());
  void closed.then(() => {
    if (!socket.readableEnded) stream.reset();
    void stream.incoming[Symbol.asyncIterator]().return?.();
  });
  void pumpIncoming(stream, socket);
  return closed;
};

const pumpIncoming = async (stream: ForwardedStream, socket: Duplex): Promise<void> => {
  for await (const chunk of stream.incoming) {
    if (socket.destroyed) return;
    if (!socket.write(chunk)) await roomIn(socket);
  }
  if (stream.wasReset) reset(socket);
  else socket.end();
};

/** A broken connection must not look like one that has ended: a TCP socket is closed with RST. */
const reset = (socket: Duplex): void => {
  if (socket instanceof Socket && !socket.connecting) socket.resetAndDestroy();
  else socket.destroy();
};

const roomIn = (socket: Duplex): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      socket.off("drain", done);
      socket.off("close", done);
      resolve();
    };
    if (socket.destroyed || !socket.writableNeedDrain) resolve();
    else socket.on("drain", done).on("close", done);
  });
