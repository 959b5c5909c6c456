import { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { encodeMessageHeader } from "./frame.ts";

interface Chunk {
  readonly chunk: Buffer;
}

/**
 * A byte stream through a WebSocket's binary messages, whose boundaries mean nothing (`SPDY/3.1+portforward.k8s.io`). Its `end` is a close
 * frame with 1000, and the peer's close is its end.
 */
export const createTunnel = (
  ends: { readonly ws: WebSocket; readonly socket: Duplex },
  options: { readonly role: "client" | "server" },
): Duplex => {
  const { ws, socket } = ends;
  const send = (chunks: readonly Buffer[], done: (error?: Error | null) => void): void => {
    if (ws.readyState !== ws.OPEN) {
      done(new Error("the WebSocket is closed"));
      return;
    }
    if (options.role === "client") {
      ws.send(Buffer.concat(chunks), (error) => done(error));
      return;
    }
    socket.cork();
    socket.write(encodeMessageHeader(chunks.reduce((sum, chunk) => sum + chunk.length, 0)));
    chunks.forEach((chunk, n) => {
      if (n === chunks.length - 1) socket.write(chunk, done);
      else socket.write(chunk);
    });
    socket.uncork();
  };
  const tunnel = new Duplex({
    read: () => ws.resume(),
    write: (chunk: Buffer, _encoding, done) => send([chunk], done),
    writev: (chunks, done) =>
      send(
        chunks.map((entry: Chunk) => entry.chunk),
        done,
      ),
    final: (done) => {
      ws.close(1000);
      done();
    },
    destroy: (error, done) => {
      ws.terminate();
      done(error);
    },
  });
  ws.on("message", (message: Buffer, isBinary: boolean) => {
    if (!isBinary) ws.close(1003, "binary messages only");
    else if (message.length > 0 && !tunnel.push(message)) ws.pause();
  });
  ws.on("error", () => {});
  ws.on("close", () => {
    tunnel.push(null);
    if (tunnel.readableFlowing === null) tunnel.resume();
  });
  return tunnel;
};
