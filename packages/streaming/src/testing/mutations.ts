import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { Duplex } from "node:stream";
import type { StreamingServer } from "../server/options.ts";
import type { SessionRequest } from "../session/session.ts";
import {
  encodeDataHeader,
  encodeGoAway,
  encodePing,
  encodeRstStream,
  encodeSynStream,
  encodeWindowUpdate,
} from "../spdy/frame.ts";
import { HeaderEncoder } from "../spdy/headers.ts";
import { clientFrame, spdyHeaders, webSocketHeaders } from "./raw-peer.ts";

/** Numbers from 0 up to 1 that a seed decides (mulberry32). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
};

/** What a client sends after its upgrade, and what the session is. */
export interface Recording {
  readonly name: string;
  readonly session: SessionRequest;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly bytes: Buffer;
}

const data = (streamId: number, text: string, flags = 0): Buffer =>
  Buffer.concat([encodeDataHeader(streamId, Buffer.byteLength(text), flags), Buffer.from(text)]);

const openStreams = (headers: readonly Readonly<Record<string, string>>[]): Buffer => {
  const encoder = new HeaderEncoder();
  return Buffer.concat(headers.map((entry, n) => encodeSynStream(2 * n + 1, encoder.encode(entry), 0)));
};

const terminal = {
  kind: "exec",
  containerId: "c1",
  command: ["cat"],
  tty: true,
  stdin: true,
  stdout: true,
  stderr: false,
} as const;

/** One recording of each kind of session. */
export const RECORDINGS: readonly Recording[] = [
  {
    name: "spdy exec",
    session: terminal,
    headers: spdyHeaders("v4.channel.k8s.io"),
    bytes: Buffer.concat([
      openStreams([
        { streamtype: "error" },
        { streamtype: "stdin" },
        { streamtype: "stdout" },
        { streamtype: "resize" },
      ]),
      data(7, '{"Width":100,"Height":30}\n'),
      data(3, "some bytes of standard input"),
      encodePing(1),
      encodeWindowUpdate(5, 1000),
      data(3, "and the last ones", 1),
      encodeGoAway(0, 0),
    ]),
  },
  {
    name: "spdy port-forward",
    session: { kind: "portForward", podSandboxId: "p1", ports: [] },
    headers: spdyHeaders("portforward.k8s.io"),
    bytes: Buffer.concat([
      openStreams([
        { streamtype: "error", port: "1", requestid: "0" },
        { streamtype: "data", port: "1", requestid: "0" },
        { streamtype: "error", port: "2" },
        { streamtype: "data", port: "2" },
      ]),
      data(3, "GET / HTTP/1.0\r\n\r\n", 1),
      encodeRstStream(7, 5),
    ]),
  },
  {
    name: "websocket exec",
    session: terminal,
    headers: webSocketHeaders("v5.channel.k8s.io"),
    bytes: Buffer.concat([
      clientFrame(2, Buffer.from('\u0004{"Width":100,"Height":30}')),
      clientFrame(2, Buffer.from("\u0000some bytes of standard input")),
      clientFrame(9, Buffer.from("ping")),
      clientFrame(2, Buffer.alloc(300, "\u0000")),
      clientFrame(2, Buffer.of(255, 0)),
      clientFrame(8, Buffer.of(3, 232)),
    ]),
  },
  {
    name: "websocket base64 exec",
    session: terminal,
    headers: webSocketHeaders("v4.base64.channel.k8s.io"),
    bytes: Buffer.concat([clientFrame(1, Buffer.from("0c29tZSBieXRlcw==")), clientFrame(8, Buffer.of(3, 232))]),
  },
  {
    name: "websocket tunnel",
    session: { kind: "portForward", podSandboxId: "p1", ports: [] },
    headers: webSocketHeaders("SPDY/3.1+portforward.k8s.io"),
    bytes: Buffer.concat([
      clientFrame(
        2,
        openStreams([
          { streamtype: "error", port: "1", requestid: "0" },
          { streamtype: "data", port: "1", requestid: "0" },
        ]),
      ),
      clientFrame(2, data(3, "through the tunnel", 1)),
      clientFrame(8, Buffer.of(3, 232)),
    ]),
  },
];

/** Changes up to four places of `bytes`: bits, bytes, runs removed, doubled or made up, the end cut off. */
export const mutate = (bytes: Buffer, random: () => number): Buffer => {
  let result = Buffer.from(bytes);
  const below = (limit: number): number => Math.floor(random() * limit);
  for (let n = below(4); n >= 0; n--) {
    const at = below(result.length + 1);
    const length = below(16);
    const before = result.subarray(0, at);
    const after = result.subarray(at);
    switch (below(6)) {
      case 0:
        if (at < result.length) result[at] = (result[at] ?? 0) ^ (1 << below(8));
        break;
      case 1:
        if (at < result.length) result[at] = [0, 1, 0x7f, 0x80, 0xff][below(5)] ?? 0;
        break;
      case 2:
        result = Buffer.concat([before, after.subarray(length)]);
        break;
      case 3:
        result = Buffer.concat([before, after.subarray(0, length), after]);
        break;
      case 4:
        result = Buffer.concat([before, Buffer.from(Array.from({ length }, () => below(256))), after]);
        break;
      default:
        result = Buffer.from(before);
    }
  }
  return result;
};

/** The server's end of a connection in memory: what it writes is counted, what it is fed it reads. */
export class MemorySocket extends Duplex {
  written = 0;

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.written += chunk.length;
    done();
  }
}

/** Feeds a session the given chunks and then the end, and settles when the server has closed it. */
export const playSession = async (
  server: StreamingServer,
  recording: Recording,
  chunks: readonly Buffer[],
): Promise<MemorySocket> => {
  const socket = new MemorySocket();
  const request = new IncomingMessage(new Socket());
  request.method = recording.headers.Upgrade === "websocket" ? "GET" : "POST";
  for (const [name, value] of Object.entries(recording.headers)) {
    request.headers[name.toLowerCase()] = typeof value === "string" ? value : value.join(", ");
  }
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  socket.on("error", () => {});
  server.serveSession(recording.session, { request, socket, head: Buffer.alloc(0) });
  for (const chunk of chunks) {
    if (chunk.length > 0 && !socket.destroyed) socket.push(chunk);
    if (chunks.length > 1) await new Promise((resolve) => setImmediate(resolve));
  }
  for (let n = 0; n < 4 && !socket.destroyed; n++) await new Promise((resolve) => setImmediate(resolve));
  if (!socket.destroyed) socket.push(null);
  await closed;
  return socket;
};
