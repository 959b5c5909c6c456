import { connect } from "node:net";
import { create } from "@bufbuild/protobuf";
import { BytesValueSchema } from "@bufbuild/protobuf/wkt";
import { createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import {
  type ClientDuplexStream,
  type ClientReadableStream,
  type ClientUnaryCall,
  type ClientWritableStream,
  credentials,
  Metadata,
  makeClientConstructor,
  type ServiceError,
  type StatusObject,
  status,
} from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createGrpcServer } from "../server/server.ts";
import { type BytesValue, EchoDefinition, echo, hear, say, sized } from "./echo.ts";
import { echoServiceOfConnect } from "./echo-connect.ts";
import { echoServiceOfGrpcJs } from "./echo-grpc-js.ts";
import { createTemporarySocket } from "./temporary-socket.ts";

const socket = createTemporarySocket();
const server = createGrpcServer().add(EchoDefinition, echo);

beforeAll(() => server.listen(socket.path));
afterAll(async () => {
  await server.close();
  socket[Symbol.dispose]();
});

const count = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => String(from + index));

describe("a client of grpc-js 1.14.7 against our server", () => {
  const Echo = makeClientConstructor(echoServiceOfGrpcJs, "Echo");
  const options = { "grpc.max_receive_message_length": 16 << 20, "grpc.max_send_message_length": -1 };
  const client = new Echo(`unix:${socket.path}`, credentials.createInsecure(), options);
  afterAll(() => client.close());

  const call = (name: string, ...args: unknown[]): unknown => {
    const method: unknown = Reflect.get(client, name);
    if (typeof method !== "function") throw new Error(`no ${name}`);
    return method.apply(client, args);
  };
  const unary = (request: BytesValue, metadata = new Metadata(), more: object = {}): Promise<BytesValue> =>
    new Promise((resolve, reject) => {
      call("unary", request, metadata, more, (error: ServiceError | null, response: BytesValue) =>
        error === null ? resolve(response) : reject(error),
      );
    });
  const collect = async (stream: ClientReadableStream<BytesValue>): Promise<string[]> => {
    const texts: string[] = [];
    for await (const message of stream) texts.push(hear(message));
    return texts;
  };

  test("unary", async () => expect(hear(await unary(say("hello")))).toBe("hello"));

  test("metadata comes back as headers and trailers", async () => {
    const metadata = new Metadata();
    metadata.set("x-echo", "text");
    metadata.set("x-echo-bin", Buffer.from([0, 255]));
    const [headers, trailers] = await new Promise<[Metadata, Metadata]>((resolve, reject) => {
      let headers = new Metadata();
      const onResponse = (error: ServiceError | null): unknown => error && reject(error);
      const stream = call("unary", say("hello"), metadata, onResponse) as ClientUnaryCall;
      stream.on("metadata", (received: Metadata) => {
        headers = received;
      });
      stream.on("status", ({ metadata }: StatusObject) => resolve([headers, metadata]));
    });
    expect(headers.get("x-echo")).toEqual(["text"]);
    expect(headers.get("x-echo-bin")).toEqual([Buffer.from([0, 255])]);
    expect(trailers.get("x-trailer")).toEqual(["text"]);
  });

  test("errors, deadlines and limits", async () => {
    await expect(unary(say("fail 5 nö 100%"))).rejects.toMatchObject({ code: status.NOT_FOUND, details: "nö 100%" });
    const late = unary(say("sleep 5000"), new Metadata(), { deadline: Date.now() + 100 });
    await expect(late).rejects.toMatchObject({ code: status.DEADLINE_EXCEEDED });
    expect((await unary(say(`size ${15 << 20}`))).value.length).toBe(15 << 20);
    expect(hear(await unary(sized(15 << 20)))).toBe(String(15 << 20));
    await expect(unary(sized(17 << 20))).rejects.toMatchObject({ code: status.RESOURCE_EXHAUSTED });
    await expect(unary(say(`size ${17 << 20}`))).rejects.toMatchObject({ code: status.RESOURCE_EXHAUSTED });
  });

  test("the three streaming kinds", async () => {
    expect(await collect(call("down", say("count 1000")) as ClientReadableStream<BytesValue>)).toEqual(count(0, 1000));
    const failing = collect(call("down", say("fail-after 2")) as ClientReadableStream<BytesValue>);
    await expect(failing).rejects.toMatchObject({ code: status.ABORTED });
    const total = new Promise<BytesValue>((resolve, reject) => {
      const stream = call("up", (error: ServiceError | null, response: BytesValue) =>
        error === null ? resolve(response) : reject(error),
      ) as ClientWritableStream<BytesValue>;
      for (const text of count(0, 100)) stream.write(say(text));
      stream.end();
    });
    expect(hear(await total)).toBe("190");
    const both = call("both") as ClientDuplexStream<BytesValue, BytesValue>;
    for (const text of count(0, 100)) both.write(say(text));
    both.end();
    expect(await collect(both)).toEqual(count(0, 100));
  });

  test("a stream that is canceled", async () => {
    const stream = call("down", say("endless")) as ClientReadableStream<BytesValue>;
    setTimeout(() => stream.cancel(), 30);
    await expect(collect(stream)).rejects.toMatchObject({ code: status.CANCELLED });
  });
});

describe("a client of connect-node 2.1.2 against our server", () => {
  const transport = createGrpcTransport({
    baseUrl: "http://localhost",
    nodeOptions: { createConnection: () => connect(socket.path) },
    readMaxBytes: 16 << 20,
    idleConnectionTimeoutMs: 10,
  });
  // biome-ignore lint/suspicious/noExplicitAny: the descriptor is made at run time, so the client has no types of its own
  const client = createClient(echoServiceOfConnect, transport) as any;
  const message = ({ value }: BytesValue) => create(BytesValueSchema, { value: new Uint8Array(value) });
  const requests = async function* () {
    for (const text of count(0, 100)) yield message(say(text));
  };
  const collect = async (stream: AsyncIterable<BytesValue>): Promise<string[]> => {
    const texts: string[] = [];
    for await (const one of stream) texts.push(hear(one));
    return texts;
  };

  test("unary, errors, deadlines and limits", async () => {
    expect(hear(await client.unary(message(say("hello"))))).toBe("hello");
    await expect(client.unary(message(say("fail 5 nö 100%")))).rejects.toMatchObject({
      code: 5,
      rawMessage: "nö 100%",
    });
    await expect(client.unary(message(say("sleep 5000")), { timeoutMs: 100 })).rejects.toMatchObject({ code: 4 });
    expect((await client.unary(message(say(`size ${15 << 20}`)))).value.length).toBe(15 << 20);
    expect(hear(await client.unary(message(sized(15 << 20))))).toBe(String(15 << 20));
    // 17 MiB there are left out: connect-node's client does not settle when a server refuses a request early, grpc-go's server either.
    await expect(client.unary(message(say(`size ${17 << 20}`)))).rejects.toMatchObject({ code: 8 });
  });

  test("metadata comes back as headers and trailers", async () => {
    const seen: (string | null)[] = [];
    await client.unary(message(say("hello")), {
      headers: { "x-echo": "text" },
      onHeader: (headers: Headers) => seen.push(headers.get("x-echo")),
      onTrailer: (trailers: Headers) => seen.push(trailers.get("x-trailer")),
    });
    expect(seen).toEqual(["text", "text"]);
  });

  test("the three streaming kinds", async () => {
    expect(await collect(client.down(message(say("count 1000"))))).toEqual(count(0, 1000));
    await expect(collect(client.down(message(say("fail-after 2"))))).rejects.toMatchObject({ code: 10 });
    expect(hear(await client.up(requests()))).toBe("190");
    expect(await collect(client.both(requests()))).toEqual(count(0, 100));
  });

  test("a stream that is canceled", async () => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 30);
    await expect(collect(client.down(message(say("endless")), { signal: abort.signal }))).rejects.toMatchObject({
      code: 1,
    });
  });
});
