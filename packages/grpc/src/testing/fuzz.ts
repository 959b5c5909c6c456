import { Duplex } from "node:stream";
import { createChannel } from "../client/channel.ts";
import { createGrpcClient } from "../client/client.ts";
import { createGrpcServer, type GrpcServer } from "../server/server.ts";
import { createBytePair } from "./byte-pair.ts";
import { ECHO_CHECKS } from "./drive-echo.ts";
import { type BytesValue, EchoDefinition, echo, say, sized } from "./echo.ts";
import { createRandom, cut, mutate } from "./mutate.ts";

/** What both sides of a real connection said. */
export interface Recording {
  readonly toServer: Buffer;
  readonly toClient: Buffer;
}

const requests = async function* (): AsyncGenerator<BytesValue> {
  for (const text of ["one", "two", "count 3"]) yield say(text);
};

/** Records the bytes of a connection with calls of every kind, metadata, an error, a cancellation and a message of several frames. */
export const record = async (): Promise<Recording> => {
  const server = createGrpcServer().add(EchoDefinition, echo);
  const [near, far] = createBytePair();
  const toServer: Buffer[] = [];
  const toClient: Buffer[] = [];
  far.on("data", (chunk: Buffer) => toServer.push(Buffer.from(chunk)));
  near.on("data", (chunk: Buffer) => toClient.push(Buffer.from(chunk)));
  server.accept(far);
  const channel = createChannel(async () => near);
  const client = createGrpcClient(EchoDefinition, channel);
  await client.unary(say("hello"), {
    metadata: { "x-echo": "text", "x-echo-bin": new Uint8Array([1, 2]) },
    timeoutMs: 5000,
  });
  await client.unary(say("fail 5 no")).catch(() => {});
  await client.unary(sized(18_000));
  for await (const _ of client.down(say("count 5")));
  for await (const _ of client.down(say("count 500"))) break;
  await client.up(requests());
  for await (const _ of client.both(requests()));
  await channel.close();
  await server.close();
  return { toServer: Buffer.concat(toServer), toClient: Buffer.concat(toClient) };
};

/** A socket whose other side says what it is given and hears nothing. */
const createScripted = (): Duplex & { say(chunk: Buffer): void } => {
  const socket = new Duplex({ read() {}, write: (_chunk, _encoding, done) => setImmediate(done) });
  return Object.assign(socket, {
    say: (chunk: Buffer) => {
      if (!socket.destroyed && !socket.readableEnded) socket.push(chunk);
    },
  });
};

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const attackServer = async (server: GrpcServer, pieces: readonly Buffer[]): Promise<void> => {
  const socket = createScripted();
  const closed = new Promise<void>((resolve) => socket.once("close", resolve));
  server.accept(socket);
  for (const piece of pieces) {
    socket.say(piece);
    if (piece.length % 4 === 0) await settle();
  }
  await settle();
  socket.destroy();
  await closed;
};

const attackClient = async (pieces: readonly Buffer[]): Promise<void> => {
  const socket = createScripted();
  const channel = createChannel(async () => socket);
  const client = createGrpcClient(EchoDefinition, channel);
  const collect = async (): Promise<void> => {
    for await (const _ of client.down(say("count 5")));
  };
  const calls = Promise.allSettled([client.unary(say("hello")), collect(), client.up(requests())]);
  await settle();
  for (const piece of pieces) {
    socket.say(piece);
    if (piece.length % 4 === 0) await settle();
  }
  await settle();
  socket.destroy();
  await calls;
  await channel.close({ drainMs: 0 });
};

/** How a fuzz went. */
export interface FuzzResult {
  readonly connections: number;
  /** Growth of the heap and of buffers over the second half, in bytes. */
  readonly grownBytes: number;
}

/** Thrown with the seed of the connection that went wrong. */
export class FuzzFailure extends Error {
  override readonly name = "FuzzFailure";
}

const memoryOf = (): number => {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/**
 * Attacks our server and our client with mutated recordings, cut at random places; the server answers a sound call now and then. The
 * connection number `n` is made from `seed + n` alone. Whatever is thrown outside a call, and a call that does not settle, is a failure.
 */
export const fuzz = async (options: {
  readonly seed: number;
  readonly connections: number;
  readonly signal?: AbortSignal;
}): Promise<FuzzResult> => {
  const { toServer, toClient } = await record();
  const server = createGrpcServer({ bounds: { handshakeTimeoutMs: 60_000 } }).add(EchoDefinition, echo);
  let current = options.seed;
  let failure: Error | undefined;
  const onStray = (error: unknown): void => {
    failure ??= new FuzzFailure(`seed ${current}: ${error instanceof Error ? error.stack : String(error)}`);
  };
  process.on("uncaughtException", onStray);
  process.on("unhandledRejection", onStray);
  let before = 0;
  try {
    for (let count = 0; count < options.connections && options.signal?.aborted !== true; count += 1) {
      current = options.seed + count;
      const random = createRandom(current);
      const isServer = random() < 0.7;
      const pieces = cut(mutate(isServer ? toServer : toClient, random), random);
      await within(isServer ? attackServer(server, pieces) : attackClient(pieces), current);
      if (failure !== undefined) throw failure;
      if (count === options.connections >> 1) before = memoryOf();
      if (count % 5000 === 4999) await within(checkSound(server), current);
    }
    await within(checkSound(server), current);
    await settle();
    if (failure !== undefined) throw failure;
    return { connections: options.connections, grownBytes: memoryOf() - before };
  } finally {
    process.off("uncaughtException", onStray);
    process.off("unhandledRejection", onStray);
    await server.close({ drainMs: 0 });
  }
};

const STUCK_MS = 10_000;

const within = async (attack: Promise<void>, seed: number): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const stuck = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new FuzzFailure(`seed ${seed}: it did not end within ${STUCK_MS} ms`)), STUCK_MS);
  });
  try {
    await Promise.race([attack, stuck]);
  } finally {
    clearTimeout(timer);
  }
};

/** The server still answers. */
const checkSound = async (server: GrpcServer): Promise<void> => {
  const [near, far] = createBytePair();
  server.accept(far);
  const channel = createChannel(async () => near);
  const client = createGrpcClient(EchoDefinition, channel);
  await ECHO_CHECKS["a stream down"]?.(client);
  await ECHO_CHECKS["streams both ways"]?.(client);
  await channel.close();
};
