import { afterEach, expect, test } from "@jest/globals";
import { formatPrefix } from "../call/message-codec.ts";
import type { ConnectionBounds } from "../http2/bounds.ts";
import { type ConnectionError, ErrorCode } from "../http2/error.ts";
import { Flag, FrameType, formatFrame } from "../http2/frame.ts";
import { SettingId } from "../http2/settings.ts";
import { createGrpcServer, type GrpcServer } from "../server/server.ts";
import { createBytePair } from "./byte-pair.ts";
import { EchoDefinition, echo, say } from "./echo.ts";
import { RawPeer, readGoaway, requestFields } from "./raw-peer.ts";

const servers: GrpcServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close({ drainMs: 0 });
});

const serve = (bounds: Partial<ConnectionBounds>): { readonly peer: RawPeer; readonly reasons: ConnectionError[] } => {
  const reasons: ConnectionError[] = [];
  const server = createGrpcServer({ bounds, onConnectionClosed: (reason) => reasons.push(reason) });
  servers.push(server.add(EchoDefinition, echo));
  const [near, far] = createBytePair();
  server.accept(far);
  return { peer: new RawPeer(near), reasons };
};

const message = (text: string): Buffer => {
  const { value } = say(text);
  const body = Buffer.concat([Buffer.from([10, value.length]), value]);
  return Buffer.concat([formatPrefix(body.length, false), body]);
};

const expectCalm = async (peer: RawPeer, text: RegExp): Promise<void> => {
  const goaway = readGoaway(await peer.frame(FrameType.GOAWAY));
  expect(goaway.code).toBe(ErrorCode.ENHANCE_YOUR_CALM);
  expect(goaway.text).toMatch(text);
  peer.socket.end();
  await peer.closed();
};

test("maxHeaderListBytes: a larger list ends its call with RESOURCE_EXHAUSTED, and the connection goes on", async () => {
  const { peer } = serve({ maxHeaderListBytes: 2000 });
  peer.greet();
  peer.headers(1, requestFields("Unary", ["x-large", "y".repeat(2500)]));
  const refused = peer.fields(await peer.frame(FrameType.HEADERS));
  expect(refused.get("grpc-status")).toBe("8");
  expect(refused.get("grpc-message")).toMatch(/header list is larger than 2000 bytes/);
  peer.headers(3, requestFields("Unary"));
  peer.send(FrameType.DATA, Flag.END_STREAM, 3, message("hello"));
  const answered = peer.fields(await peer.frame(FrameType.HEADERS, ({ streamId }) => streamId === 3));
  expect(answered.get(":status")).toBe("200");
  expect(answered.get("grpc-status")).toBeUndefined();
});

test("maxHeaderListBytes: a block of twice as many bytes ends the connection", async () => {
  const { peer } = serve({ maxHeaderListBytes: 2000 });
  peer.greet();
  peer.headers(1, requestFields("Unary", ["x-large", "\x01".repeat(15_000)]));
  await expectCalm(peer, /larger than 4000 bytes/);
});

test("maxHeaderFields: more fields end the call with RESOURCE_EXHAUSTED", async () => {
  const { peer } = serve({ maxHeaderFields: 20 });
  peer.greet();
  peer.headers(
    1,
    requestFields(
      "Unary",
      Array.from({ length: 40 }, (_, index) => `x-${index}`),
    ),
  );
  expect(peer.fields(await peer.frame(FrameType.HEADERS)).get("grpc-status")).toBe("8");
});

test("maxHeaderTableBytes: a table set larger than announced is a COMPRESSION_ERROR", async () => {
  const { peer } = serve({ maxHeaderTableBytes: 100 });
  peer.greet();
  peer.send(FrameType.HEADERS, Flag.END_HEADERS, 1, Buffer.from([0x3f, 0xe1, 0x1f]));
  expect(readGoaway(await peer.frame(FrameType.GOAWAY)).code).toBe(ErrorCode.COMPRESSION_ERROR);
  const settings = await peer.frame(FrameType.SETTINGS, ({ flags }) => flags === 0);
  expect(settings.payload.includes(Buffer.from([0, SettingId.HEADER_TABLE_SIZE, 0, 0, 0, 100]))).toBe(true);
});

test("maxContinuationFrames: more of them end the connection", async () => {
  const { peer } = serve({ maxContinuationFrames: 4 });
  peer.greet();
  peer.send(FrameType.HEADERS, 0, 1, Buffer.from([0x82]));
  for (let count = 0; count < 10; count += 1) peer.send(FrameType.CONTINUATION, 0, 1);
  await expectCalm(peer, /more than 4 CONTINUATION/);
});

test("maxConcurrentStreams: one more is refused, and announced as such", async () => {
  const { peer } = serve({ maxConcurrentStreams: 2 });
  peer.greet();
  for (const id of [1, 3, 5]) peer.headers(id, requestFields("Up"));
  const reset = await peer.frame(FrameType.RST_STREAM);
  expect(reset.streamId).toBe(5);
  expect(reset.payload.readUInt32BE(0)).toBe(ErrorCode.REFUSED_STREAM);
});

test("maxResetsPerSecond: streams that are begun and reset at once end the connection", async () => {
  const { peer } = serve({ maxResetsPerSecond: 50 });
  peer.greet();
  const cancel = Buffer.from([0, 0, 0, ErrorCode.CANCEL]);
  for (let id = 1; id < 200; id += 2) {
    peer.headers(id, requestFields("Up"));
    peer.send(FrameType.RST_STREAM, 0, id, cancel);
  }
  await expectCalm(peer, /more than 50 streams were reset/);
});

test("maxResetsPerSecond: streams the peer makes us reset count as well", async () => {
  const { peer } = serve({ maxResetsPerSecond: 50 });
  peer.greet();
  for (let id = 1; id < 200; id += 2) {
    peer.headers(id, requestFields("Up"));
    peer.send(FrameType.WINDOW_UPDATE, 0, id, Buffer.alloc(4));
  }
  await expectCalm(peer, /more than 50 streams were reset/);
});

test("maxSettingsPerSecond: more SETTINGS end the connection", async () => {
  const { peer } = serve({ maxSettingsPerSecond: 20 });
  peer.greet();
  for (let count = 0; count < 40; count += 1) peer.send(FrameType.SETTINGS, 0, 0);
  await expectCalm(peer, /more than 20 SETTINGS/);
});

test.each([
  ["PING", FrameType.PING, 0, Buffer.alloc(8)],
  ["PRIORITY", FrameType.PRIORITY, 1, Buffer.alloc(5)],
  ["WINDOW_UPDATE", FrameType.WINDOW_UPDATE, 0, Buffer.from([0, 0, 0, 1])],
  ["unknown frames", 0xee, 0, Buffer.alloc(0)],
])("maxIdleFramesPerSecond: %s that move nothing end the connection", async (_, type, streamId, payload) => {
  const { peer } = serve({ maxIdleFramesPerSecond: 100 });
  peer.greet();
  for (let count = 0; count < 150; count += 1) peer.send(type, 0, streamId, payload);
  await expectCalm(peer, /more than 100 frames within a second that move nothing/);
});

test("maxIdleFramesPerSecond: empty DATA counts, PINGs between messages do not", async () => {
  const calm = serve({ maxIdleFramesPerSecond: 100 });
  calm.peer.greet();
  calm.peer.headers(1, requestFields("Up"));
  for (let count = 0; count < 400; count += 1) {
    calm.peer.send(FrameType.PING, 0, 0, Buffer.alloc(8));
    if (count % 50 === 0) calm.peer.send(FrameType.DATA, 0, 1, message("m"));
  }
  await calm.peer.until(() => calm.peer.frames.filter(({ type }) => type === FrameType.PING).length === 400);
  const { peer } = serve({ maxIdleFramesPerSecond: 100 });
  peer.greet();
  peer.headers(1, requestFields("Up"));
  for (let count = 0; count < 150; count += 1) peer.send(FrameType.DATA, 0, 1);
  await expectCalm(peer, /that move nothing/);
});

test("maxStreamBufferedBytes: nothing is given back while messages wait, and a peer that goes on has its stream reset", async () => {
  const { peer } = serve({ maxStreamBufferedBytes: 70_000 });
  // Answers find no window, so the implementation waits, and then so do the requests.
  peer.greet([[SettingId.INITIAL_WINDOW_SIZE, 0]]);
  peer.headers(1, requestFields("Both"));
  const content = Buffer.alloc(16_000, 120);
  const request = Buffer.concat([formatPrefix(15_999, false), Buffer.from([10, 0xfc, 0x7c]), content.subarray(4)]);
  for (let count = 0; count < 6; count += 1) {
    peer.send(FrameType.DATA, 0, 1, request);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  for (let count = 0; count < 6; count += 1) peer.send(FrameType.DATA, 0, 1, request);
  const reset = await peer.frame(FrameType.RST_STREAM);
  expect(reset.payload.readUInt32BE(0)).toBe(ErrorCode.FLOW_CONTROL_ERROR);
});

test("maxConnectionBufferedBytes: the stream that would hold more ends with RESOURCE_EXHAUSTED", async () => {
  const { peer } = serve({ maxConnectionBufferedBytes: 50_000 });
  peer.greet();
  for (const id of [1, 3, 5, 7]) {
    peer.headers(id, requestFields("Unary"));
    peer.send(FrameType.DATA, 0, id, Buffer.concat([formatPrefix(1_000_000, false), Buffer.alloc(16_000)]));
  }
  const refused = await peer.frame(FrameType.HEADERS);
  expect(refused.streamId).toBe(7);
  const fields = peer.fields(refused);
  expect(fields.get("grpc-status")).toBe("8");
  expect(fields.get("grpc-message")).toMatch(/hold more bytes than they may/);
});

test("maxConnectionPendingBytes: answers that nobody reads are held up to it, and the one beyond is reset", async () => {
  const { peer } = serve({ maxConnectionPendingBytes: 250_000 });
  peer.greet([[SettingId.INITIAL_WINDOW_SIZE, 0]]);
  for (const id of [1, 3, 5]) {
    peer.headers(id, requestFields("Unary"));
    peer.send(FrameType.DATA, Flag.END_STREAM, id, message("size 100000"));
  }
  const reset = await peer.frame(FrameType.RST_STREAM);
  expect([reset.streamId, reset.payload.readUInt32BE(0)]).toEqual([5, ErrorCode.ENHANCE_YOUR_CALM]);
});

test("an answer that nobody reads is let go when the call's deadline has passed", async () => {
  const { peer } = serve({});
  peer.greet([[SettingId.INITIAL_WINDOW_SIZE, 0]]);
  peer.headers(1, requestFields("Unary", ["grpc-timeout", "150m"]));
  peer.send(FrameType.DATA, Flag.END_STREAM, 1, message("size 100000"));
  await peer.frame(FrameType.HEADERS);
  const reset = await peer.frame(FrameType.RST_STREAM);
  expect(reset.payload.readUInt32BE(0)).toBe(ErrorCode.CANCEL);
});

test("maxOutputBytes: a peer that asks and never reads is dropped", async () => {
  const { peer, reasons } = serve({ maxOutputBytes: 1, maxIdleFramesPerSecond: 1_000_000 });
  peer.socket.pause();
  peer.greet();
  const pings = Buffer.concat(Array.from({ length: 1000 }, () => formatFrame(FrameType.PING, 0, 0, Buffer.alloc(8))));
  for (let count = 0; count < 200 && reasons.length === 0; count += 1) {
    peer.socket.write(pings);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(reasons[0]?.code).toBe(ErrorCode.ENHANCE_YOUR_CALM);
  expect(reasons[0]?.message).toMatch(/the peer does not read/);
});

test("handshakeTimeoutMs: silence, and half a frame and silence, end the connection", async () => {
  const silent = serve({ handshakeTimeoutMs: 30 });
  expect(readGoaway(await silent.peer.frame(FrameType.GOAWAY)).code).toBe(ErrorCode.SETTINGS_TIMEOUT);
  const half = serve({ handshakeTimeoutMs: 30 });
  half.peer.socket.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0");
  expect(readGoaway(await half.peer.frame(FrameType.GOAWAY)).code).toBe(ErrorCode.SETTINGS_TIMEOUT);
});

test("idleTimeoutMs: a connection without a call goes away in peace", async () => {
  const { peer } = serve({ idleTimeoutMs: 40 });
  peer.greet();
  expect(readGoaway(await peer.frame(FrameType.GOAWAY)).code).toBe(ErrorCode.NO_ERROR);
});

test("keepaliveTimeMs, keepaliveTimeoutMs: a peer that does not answer a PING is dropped", async () => {
  const { peer, reasons } = serve({ keepaliveTimeMs: 20, keepaliveTimeoutMs: 20 });
  peer.greet();
  await peer.frame(FrameType.PING);
  await peer.closed();
  expect(reasons[0]?.message).toMatch(/did not answer a PING within 20 ms/);
});

test("maxConnections: one more is closed as it comes", async () => {
  const server = createGrpcServer({ maxConnections: 1 });
  servers.push(server);
  const [first, firstFar] = createBytePair();
  const [second, secondFar] = createBytePair();
  server.accept(firstFar);
  server.accept(secondFar);
  const refused = new RawPeer(second);
  await refused.closed();
  expect(first.destroyed).toBe(false);
});
