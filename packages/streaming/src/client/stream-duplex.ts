import { Duplex } from "node:stream";
import { RST } from "../spdy/frame.ts";
import type { SpdyStream } from "../spdy/stream.ts";

/** A SPDY stream as a half-open capable Duplex; a reset by the peer is an error, as ECONNRESET is on a socket. */
export const createStreamDuplex = (stream: SpdyStream): Duplex => {
  const incoming = stream.incoming[Symbol.asyncIterator]();
  const read = async (): Promise<void> => {
    for (;;) {
      const next = await incoming.next();
      if (next.done === true) {
        if (stream.wasReset) duplex.destroy(new Error("the connection was reset by the pod sandbox"));
        else duplex.push(null);
        return;
      }
      if (!duplex.push(next.value)) return;
    }
  };
  const duplex = new Duplex({
    allowHalfOpen: true,
    read: () => void read(),
    write: (chunk: Buffer, _encoding, done) => {
      if (stream.write(chunk)) done();
      else void stream.drained().then(() => done());
    },
    final: (done) => {
      stream.end();
      done();
    },
    destroy: (error, done) => {
      if (!stream.localEnded || !stream.remoteEnded) stream.reset(RST.cancel);
      done(error);
    },
  });
  return duplex;
};
