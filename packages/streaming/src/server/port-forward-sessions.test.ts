import { afterEach, expect, test } from "@jest/globals";
import { encodeDataHeader, encodeSynStream } from "../spdy/frame.ts";
import { HeaderEncoder, type SpdyHeaders } from "../spdy/headers.ts";
import { createFakeRuntime } from "../testing/fake-runtime.ts";
import {
  clientFrame,
  eventually,
  type RawAnswer,
  rawRequest,
  spdyHeaders,
  webSocketHeaders,
} from "../testing/raw-peer.ts";
import type { SessionProblem, StreamingServer, StreamingServerOptions } from "./options.ts";
import { createStreamingServer } from "./streaming-server.ts";

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

/** Port 1 of the fake is an echo; nothing listens on this one. */
const refusedPort = 2;

const start = async (
  options: StreamingServerOptions = {},
): Promise<{ server: StreamingServer; problems: SessionProblem[] }> => {
  const problems: SessionProblem[] = [];
  const server = createStreamingServer(createFakeRuntime(), {
    onProblem: (problem) => problems.push(problem),
    ...options,
  });
  cleanUp.push(() => server.close());
  await server.listen();
  return { server, problems };
};

const forward = async (
  server: StreamingServer,
  ports: readonly number[],
  headers: RawAnswer["head"] | object,
): Promise<RawAnswer> => {
  const { url } = await server.portForward({ podSandboxId: "p1", port: [...ports] });
  const isSpdy = "Upgrade" in Object(headers) && Object(headers).Upgrade === "SPDY/3.1";
  const answer = await rawRequest(url, { method: isSpdy ? "POST" : "GET", headers: Object(headers) });
  cleanUp.push(() => answer.socket.destroy());
  return answer;
};

const openStreams = (answer: RawAnswer, streams: readonly SpdyHeaders[]): void => {
  const encoder = new HeaderEncoder();
  streams.forEach((headers, n) => {
    answer.socket.write(encodeSynStream(2 * n + 1, encoder.encode(headers), 0));
  });
};

interface Frame {
  readonly streamId: number;
  readonly what: string;
}

/** The frames of an answer: DATA with its text, control frames by type. */
const framesOf = (bytes: Buffer): Frame[] => {
  const frames: Frame[] = [];
  for (let at = 0; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at + 4) & 0xffffff;
    if ((bytes[at] ?? 0) < 0x80) {
      const text = bytes.toString("utf8", at + 8, at + 8 + length);
      frames.push({ streamId: bytes.readUInt32BE(at), what: `data ${text}${bytes[at + 4] === 1 ? "FIN" : ""}` });
    } else frames.push({ streamId: bytes.readUInt32BE(at + 8), what: `control ${bytes.readUInt16BE(at + 2)}` });
    at += 8 + length;
  }
  return frames;
};

const of = (answer: RawAnswer, streamId: number): string[] =>
  framesOf(answer.rest())
    .filter((frame) => frame.streamId === streamId)
    .map(({ what }) => what);

const spdy = spdyHeaders("portforward.k8s.io");

test.each([
  [{ streamtype: "data" }, '"port" header is required'],
  [{ port: "abc", streamtype: "data" }, 'unable to parse "abc" as a port'],
  [{ port: "0", streamtype: "data" }, 'port "0" must be > 0'],
  [{ port: "80" }, '"streamType" header is required'],
  [{ port: "80", streamtype: "foo" }, 'invalid stream type "foo"'],
])("a stream with %j is reset and the session goes on", async (headers, message) => {
  const { server, problems } = await start();
  const answer = await forward(server, [], spdy);
  openStreams(answer, [
    headers,
    { port: "1", streamtype: "error", requestid: "1" },
    { port: "1", streamtype: "data", requestid: "1" },
  ]);
  answer.socket.write(Buffer.concat([encodeDataHeader(5, 4, 1), Buffer.from("echo")]));
  await eventually(() => of(answer, 5).length === 3, "the echo of the other streams");
  expect(of(answer, 1)).toEqual(["control 3"]);
  expect(of(answer, 5)).toEqual(["control 2", "data echo", "data FIN"]);
  expect(of(answer, 3)).toEqual(["control 2", "data FIN"]);
  expect(problems.map((problem) => problem.message)).toEqual([message]);
});

test("streams without a request id are paired by their numbers", async () => {
  const { server } = await start();
  const answer = await forward(server, [], spdy);
  openStreams(answer, [
    { port: "1", streamtype: "error" },
    { port: "1", streamtype: "data" },
  ]);
  answer.socket.write(Buffer.concat([encodeDataHeader(3, 3, 1), Buffer.from("old")]));
  await eventually(() => of(answer, 3).includes("data FIN"), "the echo");
  expect(of(answer, 3)).toEqual(["control 2", "data old", "data FIN"]);
});

test("a second stream of one type is told on the error stream", async () => {
  const { server } = await start();
  const answer = await forward(server, [], spdy);
  openStreams(answer, [
    { port: "1", streamtype: "error", requestid: "7" },
    { port: "1", streamtype: "error", requestid: "7" },
  ]);
  await eventually(() => of(answer, 1).length === 2, "the text");
  expect(of(answer, 1)[1]).toBe("data error processing stream for request 7: error stream already assigned");
});

test("half a pair is given up after the creation timeout, with a text that names the request", async () => {
  const { server } = await start({ creationTimeoutMs: 30 });
  const answer = await forward(server, [], spdy);
  openStreams(answer, [{ port: "1", streamtype: "error", requestid: "7" }]);
  await eventually(() => of(answer, 1).length === 3, "the text");
  expect(of(answer, 1).slice(1)).toEqual(["data (conn=1, request=7) timed out waiting for streams", "data FIN"]);
});

test.each([
  ["reset", ["control 2", "data FIN"]],
  [
    "report",
    ["control 2", "data error forwarding port 2 to pod p1, uid : connect ECONNREFUSED 127.0.0.1:2", "data FIN"],
  ],
] as const)(
  "portForwardErrors %s: a refused port resets its data stream, and its error stream says %j",
  async (portForwardErrors, said) => {
    const { server } = await start({ portForwardErrors });
    const answer = await forward(server, [], spdy);
    openStreams(answer, [
      { port: String(refusedPort), streamtype: "error", requestid: "1" },
      { port: String(refusedPort), streamtype: "data", requestid: "1" },
    ]);
    await eventually(() => of(answer, 3).includes("control 3"), "the reset");
    expect(of(answer, 1)).toEqual(said);
  },
);

test("connections beyond the limit are refused and the others live", async () => {
  const { server } = await start({ maxForwardedConnections: 1 });
  const answer = await forward(server, [], spdy);
  openStreams(answer, [
    { port: "1", streamtype: "error", requestid: "1" },
    { port: "1", streamtype: "data", requestid: "1" },
    { port: "1", streamtype: "error", requestid: "2" },
  ]);
  await eventually(() => of(answer, 5).length === 1, "the refusal");
  expect([of(answer, 1), of(answer, 3), of(answer, 5)]).toEqual([["control 2"], ["control 2"], ["control 3"]]);
});

test.each([
  ["v4.channel.k8s.io", 0x82, (channel: number, bytes: Buffer) => Buffer.concat([Buffer.of(channel), bytes])],
  ["", 0x82, (channel: number, bytes: Buffer) => Buffer.concat([Buffer.of(channel), bytes])],
  [
    "v4.base64.channel.k8s.io",
    0x81,
    (channel: number, bytes: Buffer) => Buffer.from(`${channel}${bytes.toString("base64")}`),
  ],
] as const)(
  "WebSocket %p: channels begin with their port in little endian and then carry the connection",
  async (protocol, opcode, message) => {
    const { server } = await start();
    const answer = await forward(server, [1, refusedPort], webSocketHeaders(...(protocol === "" ? [] : [protocol])));
    const text = (channel: number, bytes: Buffer): Buffer => {
      const payload = message(channel, bytes);
      return Buffer.concat([Buffer.of(opcode, payload.length), payload]);
    };
    const prefixes = [Buffer.of(1, 0), Buffer.of(1, 0), Buffer.of(2, 0), Buffer.of(2, 0)].map((bytes, channel) =>
      text(channel, bytes),
    );
    const refusal = text(3, Buffer.from("error forwarding port 2 to pod p1, uid : connect ECONNREFUSED 127.0.0.1:2"));
    const greeting = Buffer.concat(prefixes);
    await eventually(() => answer.rest().length >= greeting.length, "the ports");
    expect(answer.rest().subarray(0, greeting.length).toString("hex")).toBe(greeting.toString("hex"));
    answer.socket.write(clientFrame(opcode & 0x0f, message(0, Buffer.from("hello pod"))));
    const echo = text(0, Buffer.from("hello pod"));
    await eventually(() => answer.rest().includes(echo), "the echo");
    if (opcode === 0x82) expect(answer.rest().includes(refusal)).toBe(true);
  },
);

test("a WebSocket without ports is closed with 1000 at once", async () => {
  const { server } = await start();
  const answer = await forward(server, [], webSocketHeaders("v4.channel.k8s.io"));
  await eventually(() => answer.rest().toString("hex") === "880203e8", "the close frame");
});
