import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { formatPrefix } from "../call/message-codec.ts";
import { Status } from "../call/status.ts";
import { createChannel } from "../client/channel.ts";
import { createGrpcClient } from "../client/client.ts";
import type { ConnectionError } from "../http2/error.ts";
import { ErrorCode } from "../http2/error.ts";
import { Flag, FrameType, PREFACE } from "../http2/frame.ts";
import { createGrpcServer, type GrpcServer } from "../server/server.ts";
import { EchoDefinition, echo, say } from "./echo.ts";
import { RawPeer, readGoaway, requestFields } from "./raw-peer.ts";
import { createTemporarySocket, type TemporarySocket } from "./temporary-socket.ts";

const reasons: ConnectionError[] = [];
let aborted = 0;
let socket: TemporarySocket;
let server: GrpcServer;

beforeAll(async () => {
  socket = createTemporarySocket();
  server = createGrpcServer({
    bounds: { handshakeTimeoutMs: 1000 },
    onConnectionClosed: (reason) => reasons.push(reason),
  });
  server.add(EchoDefinition, {
    ...echo,
    async *down(_request, { signal }) {
      signal.addEventListener("abort", () => {
        aborted += 1;
      });
      yield say("first");
      await once(signal, "abort");
    },
  });
  await server.listen(socket.path);
});

/** Everything that was opened is closed again. */
afterAll(async () => {
  await server.close({ drainMs: 0 });
  socket[Symbol.dispose]();
  await new Promise((resolve) => setTimeout(resolve, 20));
  const handles = process.getActiveResourcesInfo().filter((name) => name === "PipeWrap" || name.endsWith("ServerWrap"));
  expect(handles.length).toBeLessThanOrEqual(stdio);
});
const stdio = process.getActiveResourcesInfo().filter((name) => name === "PipeWrap").length;

const dial = async (): Promise<Socket> => {
  const client = connect(socket.path);
  await once(client, "connect");
  return client;
};

test("garbage instead of a preface: GOAWAY, PROTOCOL_ERROR", async () => {
  const peer = new RawPeer(await dial());
  peer.socket.write("\x00\x01\x02 nothing that anybody speaks");
  const goaway = readGoaway(await peer.frame(FrameType.GOAWAY));
  expect(goaway).toEqual({ code: ErrorCode.PROTOCOL_ERROR, text: expect.stringContaining("not HTTP/2") });
  await peer.closed();
});

test("HTTP/1.1: status 505 and a sentence", async () => {
  const peer = new RawPeer(await dial(), { isFramed: false });
  peer.socket.write("GET / HTTP/1.1\r\nhost: localhost\r\n\r\n");
  await peer.closed();
  expect(peer.received.toString()).toMatch(/^HTTP\/1\.1 505 .*\r\n\r\nthis socket speaks gRPC over HTTP\/2/s);
});

test("a TLS hello: a fatal alert, protocol_version", async () => {
  const peer = new RawPeer(await dial(), { isFramed: false });
  peer.socket.write(Buffer.from("16030100c8010000c40303", "hex"));
  await peer.closed();
  expect(peer.received.toString("hex")).toBe("15030100020246");
});

test("half a frame and silence: SETTINGS_TIMEOUT", async () => {
  const peer = new RawPeer(await dial());
  peer.socket.write(Buffer.concat([PREFACE, Buffer.from([0, 0, 6, 4])]));
  expect(readGoaway(await peer.frame(FrameType.GOAWAY)).code).toBe(ErrorCode.SETTINGS_TIMEOUT);
  await peer.closed();
});

test.each([
  ["a service that is not there", "/no.Such/Call", "unknown service no.Such"],
  [
    "a call that is not there",
    "/crikit.interop.v1.Echo/Nope",
    "unknown method Nope for service crikit.interop.v1.Echo",
  ],
  ["a path that is none", "nonsense", 'malformed method name "nonsense"'],
])("%s: UNIMPLEMENTED", async (_, path, message) => {
  const peer = new RawPeer(await dial());
  peer.greet();
  peer.headers(
    1,
    requestFields("").map((field) => (field.startsWith("/crikit") ? path : field)),
  );
  const fields = peer.fields(await peer.frame(FrameType.HEADERS));
  expect(fields.get("grpc-status")).toBe(String(Status.UNIMPLEMENTED));
  expect(fields.get("grpc-message")).toBe(message);
  peer.socket.destroy();
});

test.each([
  ["is not the message", [formatPrefix(3, false), Buffer.from([10, 200, 1])], Status.INTERNAL, /cannot be decoded/],
  ["has flags nobody knows", [Buffer.from([7, 0, 0, 0, 0])], Status.INTERNAL, /flags 7/],
  ["ends inside a message", [formatPrefix(10, false), Buffer.from([1])], Status.INTERNAL, /ended inside a message/],
  ["announces too much", [formatPrefix(0xffffffff, false)], Status.RESOURCE_EXHAUSTED, /of 4294967295 bytes is larger/],
  ["is empty", [], Status.UNIMPLEMENTED, /takes one message, and none came/],
  [
    "has two messages",
    [formatPrefix(0, false), formatPrefix(0, false)],
    Status.UNIMPLEMENTED,
    /one message, and more came/,
  ],
  ["is compressed without a name for it", [formatPrefix(0, true)], Status.INTERNAL, /names no compression/],
])("a body that %s", async (_, body, status, message) => {
  const peer = new RawPeer(await dial());
  peer.greet();
  peer.headers(1, requestFields("Unary"));
  peer.send(FrameType.DATA, Flag.END_STREAM, 1, Buffer.concat(body));
  const fields = peer.fields(await peer.frame(FrameType.HEADERS));
  expect(fields.get("grpc-status")).toBe(String(status));
  expect(decodeURIComponent(fields.get("grpc-message") ?? "")).toMatch(message);
  peer.socket.destroy();
});

test.each([
  ["grpc-timeout cannot be read", ["grpc-timeout", "soon"], Status.INTERNAL],
  ["a timeout of nothing", ["grpc-timeout", "0m"], Status.DEADLINE_EXCEEDED],
  ["a compression nobody knows", ["grpc-encoding", "snappy"], Status.UNIMPLEMENTED],
])("%s", async (_, fields, status) => {
  const peer = new RawPeer(await dial());
  peer.greet();
  peer.headers(1, requestFields("Unary", fields));
  expect(peer.fields(await peer.frame(FrameType.HEADERS)).get("grpc-status")).toBe(String(status));
  peer.socket.destroy();
});

test.each([
  ["another content-type", "application/json"],
  ["gRPC-web", "application/grpc-web+proto"],
])("%s: 415 and a sentence", async (_, contentType) => {
  const peer = new RawPeer(await dial());
  peer.greet();
  peer.headers(1, requestFields("Unary").with(11, contentType), { isEnd: true });
  expect(peer.fields(await peer.frame(FrameType.HEADERS)).get(":status")).toBe("415");
  expect((await peer.frame(FrameType.DATA)).payload.toString()).toMatch(/speaks gRPC/);
  peer.socket.destroy();
});

test.each(["", "/run/crikit.sock", "%2Frun%2Fcrikit.sock", "localhost", "a b\\c"])(
  "`:authority` may be %j",
  async (authority) => {
    const peer = new RawPeer(await dial());
    peer.greet();
    peer.headers(1, requestFields("Unary").with(7, authority));
    peer.send(FrameType.DATA, Flag.END_STREAM, 1, formatPrefix(0, false));
    const answer = peer.fields(await peer.frame(FrameType.HEADERS));
    expect(answer.get("grpc-status")).toBeUndefined();
    peer.socket.destroy();
  },
);

test("`:authority` may be missing", async () => {
  const peer = new RawPeer(await dial());
  peer.greet();
  const fields = requestFields("Unary");
  peer.headers(1, [...fields.slice(0, 6), ...fields.slice(8)]);
  peer.send(FrameType.DATA, Flag.END_STREAM, 1, formatPrefix(0, false));
  expect(peer.fields(await peer.frame(FrameType.HEADERS)).get("grpc-status")).toBeUndefined();
  peer.socket.destroy();
});

test("a client that vanishes in mid-stream: the call is aborted", async () => {
  const before = aborted;
  const client = await dial();
  const channel = createChannel(async () => client);
  const responses = createGrpcClient(EchoDefinition, channel).down(say("go"))[Symbol.asyncIterator]();
  await responses.next();
  client.destroy();
  await expect(responses.next()).rejects.toMatchObject({ code: Status.UNAVAILABLE });
  for (let tries = 0; aborted === before && tries < 100; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(aborted).toBe(before + 1);
  await channel.close();
});

test("a client that resets its call: the call is aborted, the connection goes on", async () => {
  const before = aborted;
  const peer = new RawPeer(await dial());
  peer.greet();
  peer.headers(1, requestFields("Down"));
  peer.send(FrameType.DATA, Flag.END_STREAM, 1, formatPrefix(0, false));
  await peer.frame(FrameType.DATA);
  peer.send(FrameType.RST_STREAM, 0, 1, Buffer.from([0, 0, 0, 8]));
  for (let tries = 0; aborted === before && tries < 100; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(aborted).toBe(before + 1);
  peer.send(FrameType.PING, 0, 0, Buffer.alloc(8));
  await peer.frame(FrameType.PING);
  peer.socket.destroy();
});
