import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** What a server answered to a request, and the socket it was answered on. */
export interface RawAnswer {
  readonly status: number;
  readonly head: string;
  /** What came after the head, up to now. */
  readonly rest: () => Buffer;
  /** Settles when the server has ended its side. */
  readonly ended: Promise<void>;
  readonly socket: Socket;
}

/** Sends a request by hand and reads the head of the answer. */
export const rawRequest = (
  url: string,
  request: { readonly method: string; readonly headers: Readonly<Record<string, string | readonly string[]>> },
): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { hostname, port, pathname, search } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    const lines = [`${request.method} ${pathname}${search} HTTP/1.1`, `Host: ${hostname}:${port}`];
    for (const [name, value] of Object.entries(request.headers)) {
      for (const line of typeof value === "string" ? [value] : value) lines.push(`${name}: ${line}`);
    }
    socket.write([...lines, "", ""].join("\r\n"));
    let received = Buffer.alloc(0);
    const ended = new Promise<void>((done) => {
      socket.once("end", done);
      socket.once("close", () => done());
    });
    let bodyAt = -1;
    socket.on("error", (error) => (bodyAt < 0 ? reject(error) : undefined));
    socket.on("close", () => (bodyAt < 0 ? reject(new Error("closed without an answer")) : undefined));
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (bodyAt >= 0) return;
      const end = received.indexOf("\r\n\r\n");
      if (end < 0) return;
      bodyAt = end + 4;
      const head = received.toString("latin1", 0, end);
      resolve({ status: Number(head.slice(9, 12)), head, rest: () => received.subarray(bodyAt), ended, socket });
    });
  });

/** The headers of a SPDY upgrade. */
export const spdyHeaders = (...protocols: readonly string[]): Readonly<Record<string, string | readonly string[]>> => ({
  Connection: "Upgrade",
  Upgrade: "SPDY/3.1",
  ...(protocols.length === 0 ? {} : { "X-Stream-Protocol-Version": protocols }),
});

/** The headers of a WebSocket upgrade. */
export const webSocketHeaders = (...protocols: readonly string[]): Readonly<Record<string, string>> => ({
  Connection: "Upgrade",
  Upgrade: "websocket",
  "Sec-WebSocket-Version": "13",
  "Sec-WebSocket-Key": randomBytes(16).toString("base64"),
  ...(protocols.length === 0 ? {} : { "Sec-WebSocket-Protocol": protocols.join(", ") }),
});

/** A client's WebSocket frame, masked with zeros. */
export const clientFrame = (opcode: number, payload: Uint8Array): Buffer => {
  const extended = payload.length < 126 ? [] : [payload.length >>> 8, payload.length & 0xff];
  return Buffer.concat([
    Buffer.of(0x80 | opcode, 0x80 | (payload.length < 126 ? payload.length : 126), ...extended, 0, 0, 0, 0),
    payload,
  ]);
};

/** Waits until `condition` holds; an error that names it after two seconds. */
export const eventually = async (condition: () => boolean, name: string): Promise<void> => {
  for (let n = 0; n < 400; n++) {
    if (condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error(`never came true: ${name}`);
};
