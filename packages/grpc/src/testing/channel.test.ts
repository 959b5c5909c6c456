import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createMetadata } from "../call/metadata.ts";
import { GrpcError, Status } from "../call/status.ts";
import { type Channel, createChannel } from "../client/channel.ts";
import { type ClientInterceptor, createGrpcClient } from "../client/client.ts";
import { FrameType } from "../http2/frame.ts";
import { SettingId } from "../http2/settings.ts";
import { createGrpcServer, type GrpcServer, type GrpcServerOptions, type ServerInterceptor } from "../server/server.ts";
import { createBytePair } from "./byte-pair.ts";
import { ECHO_CHECKS } from "./drive-echo.ts";
import { BytesValue, EchoDefinition, echo, hear, say } from "./echo.ts";
import { RawPeer } from "./raw-peer.ts";
import { createTemporarySocket, type TemporarySocket } from "./temporary-socket.ts";

let socket: TemporarySocket;
const closing: (() => Promise<void>)[] = [];
beforeEach(() => {
  socket = createTemporarySocket();
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  socket[Symbol.dispose]();
});

const serve = async (options: GrpcServerOptions = {}): Promise<GrpcServer> => {
  const server = createGrpcServer(options).add(EchoDefinition, echo);
  closing.push(() => server.close({ drainMs: 0 }));
  await server.listen(socket.path);
  return server;
};
const dial = (...[options]: [Parameters<typeof createChannel>[1]?]): Channel => {
  const channel = createChannel(`unix://${socket.path}`, options);
  closing.push(() => channel.close({ drainMs: 0 }));
  return channel;
};

test("a socket that is not there is UNAVAILABLE, named; a call that waits succeeds when it is", async () => {
  const client = createGrpcClient(EchoDefinition, dial({ backoff: { firstMs: 20, mostMs: 50 } }));
  await expect(client.unary(say("hello"))).rejects.toMatchObject({
    code: Status.UNAVAILABLE,
    message: expect.stringContaining(`ENOENT ${socket.path}`),
  });
  const waiting = client.unary(say("hello"), { waitForReady: true });
  await new Promise((resolve) => setTimeout(resolve, 60));
  await serve();
  expect(hear(await waiting)).toBe("hello");
});

test("attempts stand apart by the backoff, and calls in between fail with the last error at once", async () => {
  let dials = 0;
  const channel = createChannel(
    async () => {
      dials += 1;
      throw new Error(`refused ${dials}`);
    },
    { backoff: { firstMs: 1000, mostMs: 1000 }, random: () => 0.5 },
  );
  const client = createGrpcClient(EchoDefinition, channel);
  await expect(client.unary(say("a"))).rejects.toThrow("refused 1");
  await expect(client.unary(say("b"))).rejects.toThrow("refused 1");
  await new Promise((resolve) => setTimeout(resolve, 1050));
  await expect(client.unary(say("c"))).rejects.toThrow("refused 2");
  await channel.close();
});

test("a call that waits for a connection ends with its deadline", async () => {
  const client = createGrpcClient(EchoDefinition, dial());
  const call = client.unary(say("hello"), { waitForReady: true, timeoutMs: 50 });
  await expect(call).rejects.toMatchObject({ code: Status.DEADLINE_EXCEEDED });
});

test("a server that closes gracefully ends calls under way well, and the next call finds the new server", async () => {
  const server = await serve();
  const client = createGrpcClient(EchoDefinition, dial());
  const slow = client.unary(say("sleep 100"));
  await client.unary(say("hello"));
  const closed = server.close();
  expect(hear(await slow)).toBe("sleep 100");
  await closed;
  await serve();
  expect(hear(await client.unary(say("again")))).toBe("again");
});

test("a drain that is over cuts the calls that remain with UNAVAILABLE", async () => {
  const server = await serve();
  const client = createGrpcClient(EchoDefinition, dial());
  await client.unary(say("hello"));
  const slow = client.unary(say("sleep 5000"));
  slow.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 20));
  await server.close({ drainMs: 30 });
  await expect(slow).rejects.toMatchObject({ code: Status.UNAVAILABLE });
});

test("a call that the server refused unseen is made again on a new connection", async () => {
  const sockets: Socket[] = [];
  const refusing = createServer((connection) => {
    sockets.push(connection);
    const peer = new RawPeer(connection, { isServer: true });
    peer.send(FrameType.SETTINGS, 0, 0);
    void peer.frame(FrameType.HEADERS).then(() => {
      peer.send(FrameType.GOAWAY, 0, 0, Buffer.alloc(8));
      connection.end();
    });
  });
  refusing.listen(socket.path);
  await once(refusing, "listening");
  let dials = 0;
  const server = createGrpcServer().add(EchoDefinition, echo);
  const channel = createChannel(async () => {
    dials += 1;
    if (dials === 1) return connect(socket.path);
    const [near, far] = createBytePair();
    server.accept(far);
    return near;
  });
  expect(hear(await createGrpcClient(EchoDefinition, channel).unary(say("hello")))).toBe("hello");
  expect(dials).toBe(2);
  await channel.close();
  await server.close();
  for (const connection of sockets) connection.destroy();
  refusing.close();
});

test("the server's MAX_CONCURRENT_STREAMS is waited for", async () => {
  await serve({ bounds: { maxConcurrentStreams: 2 } });
  const client = createGrpcClient(EchoDefinition, dial());
  const calls = Array.from({ length: 10 }, () => client.unary(say("sleep 10")));
  expect((await Promise.all(calls)).length).toBe(10);
});

test("a peer whose MAX_CONCURRENT_STREAMS is 0 is waited for until it takes a call", async () => {
  const [near, far] = createBytePair();
  const peer = new RawPeer(far, { isServer: true });
  const channel = createChannel(async () => near);
  const client = createGrpcClient(EchoDefinition, channel);
  peer.send(FrameType.SETTINGS, 0, 0, Buffer.from([0, SettingId.MAX_CONCURRENT_STREAMS, 0, 0, 0, 0]));
  const call = client.unary(say("hello"), { timeoutMs: 2000 });
  call.catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 30));
  expect(peer.frames.some(({ type }) => type === FrameType.HEADERS)).toBe(false);
  peer.send(FrameType.SETTINGS, 0, 0, Buffer.from([0, SettingId.MAX_CONCURRENT_STREAMS, 0, 0, 0, 1]));
  await peer.frame(FrameType.HEADERS);
  await channel.close({ drainMs: 0 });
  await expect(call).rejects.toMatchObject({ code: Status.UNAVAILABLE });
});

test("a process ends although its channel is open, and stays while a call is under way", async () => {
  await serve();
  const source = `
    import { createChannel } from ${JSON.stringify(import.meta.resolve("../client/channel.ts"))};
    import { createGrpcClient } from ${JSON.stringify(import.meta.resolve("../client/client.ts"))};
    import { EchoDefinition, hear, say } from ${JSON.stringify(import.meta.resolve("./echo.ts"))};
    const client = createGrpcClient(EchoDefinition, createChannel(${JSON.stringify(socket.path)}));
    await client.unary(say("hello"));
    console.log(hear(await client.unary(say("sleep 100"))));
  `;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", source], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  const [code] = await once(child, "close");
  expect([code, output]).toEqual([0, "sleep 100\n"]);
});

test("interceptors stand around calls on both sides, the first outermost", async () => {
  const seen: string[] = [];
  const around =
    (name: string): ClientInterceptor =>
    (next, { path }) =>
    (request, call) => {
      seen.push(`${name} ${path}`);
      return next(request, call);
    };
  const aroundServer =
    (name: string): ServerInterceptor =>
    (next, { path }) =>
    (request, call) => {
      seen.push(`${name} ${path}`);
      return next(request, call);
    };
  const refuse: ServerInterceptor = (next, { path }) =>
    path.endsWith("/Down")
      ? () => {
          throw new GrpcError(Status.PERMISSION_DENIED, "not you");
        }
      : next;
  await serve({ interceptors: [aroundServer("server 1"), aroundServer("server 2"), refuse] });
  const client = createGrpcClient(EchoDefinition, dial(), { interceptors: [around("client 1"), around("client 2")] });
  await client.unary(say("hello"));
  expect(seen).toEqual(
    ["client 1", "client 2", "server 1", "server 2"].map((name) => `${name} /crikit.interop.v1.Echo/Unary`),
  );
  const down = client.down(say("count 1"))[Symbol.asyncIterator]();
  await expect(down.next()).rejects.toMatchObject({ code: Status.PERMISSION_DENIED, message: "not you" });
});

test("a relay of bytes passes on all four kinds, metadata, errors, deadlines and cancellation", async () => {
  await serve();
  const upstream = dial();
  const relay = createGrpcServer({
    fallback: (requests, call) =>
      upstream.call(call.path, requests, {
        signal: call.signal,
        timeoutMs: call.timeoutMs,
        metadata: call.metadata,
        onHeaders: (headers) => call.sendHeaders(headers),
        onTrailers: (trailers) => call.setTrailers(trailers),
      }),
  });
  const [near, far] = createBytePair();
  relay.accept(far);
  const channel = createChannel(async () => near);
  const client = createGrpcClient(EchoDefinition, channel);
  for (const [name, check] of Object.entries(ECHO_CHECKS))
    if (!name.startsWith("17 MiB"))
      await check(client).catch((error: Error) => Promise.reject(new Error(name, { cause: error })));
  await channel.close();
  await relay.close();
});

test("a codec with encodeToBuffer sends its bytes as they are", async () => {
  const kept = BytesValue.encode(say("kept")).finish();
  let encodes = 0;
  const definition = {
    ...EchoDefinition,
    methods: {
      unary: {
        ...EchoDefinition.methods.unary,
        responseType: {
          ...BytesValue,
          encodeToBuffer: () => {
            encodes += 1;
            return kept;
          },
        },
      },
    },
  };
  const server = createGrpcServer().add(definition, { unary: async (request) => request });
  closing.push(() => server.close());
  await server.listen(socket.path);
  const client = createGrpcClient(EchoDefinition, dial());
  expect(hear(await client.unary(say("anything")))).toBe("kept");
  expect(encodes).toBe(1);
});

test("what cannot be encoded is INTERNAL, on either side, and the connection goes on", async () => {
  await serve();
  const client = createGrpcClient(EchoDefinition, dial());
  const nothing: unknown = {};
  await expect(client.unary(nothing as BytesValue)).rejects.toMatchObject({ code: Status.INTERNAL });
  expect(hear(await client.unary(say("hello")))).toBe("hello");
  await expect(client.unary(say("x"), { metadata: { "bad key": "x" } })).rejects.toThrow(TypeError);
  await expect(client.unary(say("x"), { metadata: { ":path": "x" } })).rejects.toThrow(TypeError);
  expect(createMetadata({ a: ["1", "2"] }).getAll("A")).toEqual(["1", "2"]);
});

test("a listener that throws ends its own call and no other", async () => {
  await serve();
  const client = createGrpcClient(EchoDefinition, dial());
  const other = client.unary(say("sleep 100"));
  const fail = (): never => {
    throw new Error("listener");
  };
  await expect(client.unary(say("a"), { onHeaders: fail })).rejects.toThrow("listener");
  await expect(client.unary(say("b"), { onTrailers: fail })).rejects.toThrow("listener");
  expect(hear(await other)).toBe("sleep 100");
});
