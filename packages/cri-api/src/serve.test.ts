import { spawn } from "node:child_process";
import { once } from "node:events";
import { lstat, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createChannel, createGrpcClient, HealthDefinition } from "@crikit/grpc";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type ConnectOptions, type CriConnection, connectCri } from "./client.ts";
import { CRI_CODES, CriError } from "./cri/error.ts";
import type { Call, CriService } from "./cri/service.ts";
import {
  Container,
  ContainerEventResponse,
  ImageServiceDefinition,
  ListContainersResponse,
  RuntimeServiceDefinition,
} from "./gen/runtime/v1/api.ts";
import { type ServeOptions, serveCri } from "./server.ts";
import * as v1alpha2 from "./v1alpha2.ts";

const METHODS = { ...RuntimeServiceDefinition.methods, ...ImageServiceDefinition.methods };
type Name = keyof typeof METHODS;
const NAMES = Object.keys(METHODS) as Name[];
type AnyCall = (request: unknown, call?: Call) => unknown;

/** A service that answers each call with an empty message and notes what it was asked. */
const fakeService = (calls: Partial<CriService> = {}, seen: [string, unknown][] = []): CriService => {
  const answers = Object.entries(METHODS).map(([name, { responseType, responseStream }]) => {
    const note = (request: unknown) => {
      seen.push([name, request]);
      return responseType.create();
    };
    const stream = async function* (request: unknown) {
      yield note(request);
    };
    return [name, responseStream ? stream : async (request: unknown) => note(request)];
  });
  return { ...Object.fromEntries(answers), ...calls };
};

const version = async () => ({
  version: "0.1.0",
  runtimeName: "fake",
  runtimeVersion: "1.2.3",
  runtimeApiVersion: "v1",
});
const request = { version: "" };

let folder = "";
let address = "";
let opened: AsyncDisposable[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "crikit-serve-"));
  address = `unix://${folder}/cri.sock`;
});

afterEach(async () => {
  for (const resource of opened.reverse()) await resource[Symbol.asyncDispose]();
  opened = [];
  await rm(folder, { recursive: true, force: true });
});

const serve = async (service: CriService, options: ServeOptions = {}, at = address) => {
  const server = await serveCri(service, at, { onError: () => {}, ...options });
  opened.push(server);
  return server;
};

const dialTo = (at = address, options: ConnectOptions = {}): CriConnection => {
  const connection = connectCri(at, { checkAnswers: false, ...options });
  opened.push(connection);
  return connection;
};

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
};

const callAny = async (service: CriService, name: Name, message: unknown = METHODS[name].requestType.create()) => {
  const answer = (service[name] as AnyCall)(message);
  return METHODS[name].responseStream ? (await collect(answer as AsyncIterable<unknown>))[0] : answer;
};

describe("every call of the CRI reaches the service with its request, and its answer comes back", () => {
  test.each(NAMES)("%s", async (name) => {
    const seen: [string, unknown][] = [];
    await serve(fakeService({}, seen));
    // A field no proto has is the one thing that every request and every answer can carry.
    const message = { ...METHODS[name].requestType.create(), _unknownFields: { 8002: [Uint8Array.of(1, 7)] } };
    const answer = await callAny(dialTo(), name, message);
    expect(answer).toEqual(METHODS[name].responseType.decode(new Uint8Array(0)));
    expect(seen).toEqual([[name, expect.objectContaining({ _unknownFields: { 8002: [expect.anything()] } })]]);
  });
});

describe("every call of v1alpha2 reaches the same implementation", () => {
  const definitions = [v1alpha2.RuntimeServiceDefinition, v1alpha2.ImageServiceDefinition];
  test.each(definitions.map((definition) => [definition.fullName, definition] as const))(
    "%s",
    async (_name, definition) => {
      const seen: [string, unknown][] = [];
      await serve(fakeService({}, seen));
      const channel = createChannel(join(folder, "cri.sock"));
      opened.push(channel);
      const client = createGrpcClient(definition, channel) as unknown as Record<string, AnyCall>;
      for (const [name, { requestType, responseType }] of Object.entries(definition.methods)) {
        expect(await client[name]?.(requestType.create())).toEqual(responseType.decode(new Uint8Array(0)));
      }
      expect(seen.map(([name]) => name)).toEqual(Object.keys(definition.methods));
      expect(seen.length).toBeGreaterThan(4);
    },
  );

  test("and a client of ours can speak it", async () => {
    await serve(fakeService({ version }));
    expect(await dialTo(address, { apiVersion: "v1alpha2" }).version(request)).toMatchObject({
      runtimeName: "fake",
      runtimeApiVersion: "v1alpha2",
    });
    expect((await dialTo().version(request)).runtimeApiVersion).toBe("v1");
  });

  test("unless it is turned off", async () => {
    await serve(fakeService({ version }), { v1alpha2: false });
    expect(await dialTo().version(request)).toMatchObject({ runtimeName: "fake" });
    await expect(dialTo(address, { apiVersion: "v1alpha2" }).version(request)).rejects.toMatchObject({
      code: "Unimplemented",
      message: "unknown service runtime.v1alpha2.RuntimeService",
    });
  });
});

describe("errors", () => {
  test.each(CRI_CODES)("%s comes back as it was thrown, from a unary call and from a stream", async (code) => {
    const error = new CriError(code, `container "3f2a…" is not running (exited, 137): 100% ✗\n`);
    await serve(
      fakeService({
        removeContainer: () => Promise.reject(error),
        startContainer: () => {
          throw error;
        },
        async *getContainerEvents() {
          yield ContainerEventResponse.create({ containerId: "one" });
          throw error;
        },
      }),
    );
    const client = dialTo();
    const wanted = { name: "CriError", code, message: error.message };
    await expect(client.removeContainer({ containerId: "c" })).rejects.toMatchObject(wanted);
    await expect(client.startContainer({ containerId: "c" })).rejects.toMatchObject(wanted);
    const events = client.getContainerEvents({})[Symbol.asyncIterator]();
    expect(await events.next()).toMatchObject({ value: { containerId: "one" } });
    await expect(events.next()).rejects.toMatchObject(wanted);
  });

  test("what is no CriError is internal; its inside is told to onError and not sent", async () => {
    const errors: unknown[] = [];
    const cause = new Error("password=hunter2");
    const known = new CriError("NotFound", "x");
    await serve(
      fakeService({
        version: () => Promise.reject(cause),
        status: () => Promise.reject(known),
        listContainers: async () => ({ containers: [{} as Container] }),
      }),
      { onError: (error, call) => errors.push([error, call]) },
    );
    const client = dialTo();
    await expect(client.version(request)).rejects.toMatchObject({ code: "Internal", message: "internal error" });
    await expect(client.status({ verbose: false })).rejects.toMatchObject({ code: "NotFound" });
    await expect(client.listContainers({ filter: undefined })).rejects.toMatchObject({ code: "Internal" });
    expect(errors).toMatchObject([
      [cause, "Version"],
      [{ message: "invalid int32: undefined" }, "ListContainers"],
    ]);
  });
});

describe("deadlines and hang-ups", () => {
  const slow = (calls: Call[], ended: () => void): Partial<CriService> => ({
    version: (_request, call) => {
      calls.push(call ?? {});
      call?.signal?.addEventListener("abort", ended);
      return new Promise(() => {});
    },
  });

  test("a deadline is DeadlineExceeded at the client, and the service knows it and is told", async () => {
    const calls: Call[] = [];
    const aborted = new Promise<void>((settle) => void serve(fakeService(slow(calls, settle))));
    while (!(await readdir(folder)).includes("cri.sock")) await new Promise((settle) => setTimeout(settle, 5));
    await expect(dialTo().version(request, { timeoutMs: 100 })).rejects.toMatchObject({
      code: "DeadlineExceeded",
      message: `the deadline has passed and ${address} has not answered`,
    });
    await aborted;
    expect(calls[0]?.timeoutMs).toBeLessThanOrEqual(100);
    expect({ ...calls[0] }.signal?.aborted).toBe(true);
  });

  test("a signal is Canceled at the client, and the service is told", async () => {
    const abort = new AbortController();
    let aborted: (() => void) | undefined;
    const told = new Promise<void>((settle) => {
      aborted = settle;
    });
    const calls: Call[] = [];
    await serve(fakeService(slow(calls, () => aborted?.())));
    const call = dialTo().version(request, { signal: abort.signal });
    while (calls.length === 0) await new Promise((settle) => setTimeout(settle, 5));
    abort.abort();
    await expect(call).rejects.toMatchObject({ code: "Canceled" });
    await told;
  });

  test("an event stream that its reader leaves ends at the service", async () => {
    let ended: (() => void) | undefined;
    const left = new Promise<void>((settle) => {
      ended = settle;
    });
    await serve(
      fakeService({
        async *getContainerEvents(_request, call) {
          call?.signal?.addEventListener("abort", () => ended?.());
          yield ContainerEventResponse.create({ containerId: "one" });
          await new Promise(() => {});
        },
      }),
    );
    for await (const event of dialTo().getContainerEvents({})) {
      expect(event.containerId).toBe("one");
      break;
    }
    await left;
  });

  test("an error thrown because the call was over is nobody's concern", async () => {
    const errors: unknown[] = [];
    await serve(
      fakeService({
        version: (_request, call) =>
          new Promise((_settle, fail) => call?.signal?.addEventListener("abort", () => fail(new Error("aborted")))),
      }),
      { onError: (error) => errors.push(error) },
    );
    await expect(dialTo().version(request, { timeoutMs: 20 })).rejects.toMatchObject({ code: "DeadlineExceeded" });
    expect(errors).toEqual([]);
  });
});

describe("messages", () => {
  const ofBytes = (bytes: number) => ({
    version: "x".repeat(bytes),
    runtimeName: "",
    runtimeVersion: "",
    runtimeApiVersion: "",
  });
  const MIB = 1024 * 1024;

  test("of 15 MiB pass in both directions, of 17 MiB in neither", async () => {
    await serve(fakeService({ version: async ({ version: text }) => ofBytes(text === "17" ? 17 * MIB : text.length) }));
    const client = dialTo();
    expect((await client.version({ version: "x".repeat(15 * MIB) })).version).toHaveLength(15 * MIB);
    const tooLong = { code: "ResourceExhausted" };
    await expect(client.version({ version: "x".repeat(17 * MIB) })).rejects.toMatchObject(tooLong);
    await expect(client.version({ version: "17" })).rejects.toMatchObject(tooLong);
    expect((await client.version({ version: "" })).version).toBe("");
  });

  test("may have other limits on both sides", async () => {
    await serve(fakeService({ version: async () => ofBytes(2000) }), { maxMessageBytes: 1000 });
    await expect(dialTo().version({ version: "x".repeat(1000) })).rejects.toMatchObject({ code: "ResourceExhausted" });
    expect((await dialTo().version(request)).version).toHaveLength(2000);
    const modest = dialTo(address, { maxMessageBytes: 1000 });
    await expect(modest.version(request)).rejects.toMatchObject({ code: "ResourceExhausted" });
  });

  test("with the same container are encoded once, and show its replacement", async () => {
    const containers = [Container.create({ id: "one", state: 0 })];
    await serve(fakeService({ listContainers: async () => ({ containers }) }));
    const client = dialTo();
    const states = async () =>
      (await client.listContainers({ filter: undefined })).containers.map(({ state }) => state);
    expect(await states()).toEqual([0]);
    containers[0] = Container.create({ id: "one", state: 1 });
    expect(await states()).toEqual([1]);
    expect(Object.isFrozen(containers[0])).toBe(true);
  });

  test("are left alone where that is turned off", async () => {
    const container = Container.create({ id: "one", state: 0 });
    await serve(fakeService({ listContainers: async () => ({ containers: [container] }) }), { encodeOnce: false });
    const client = dialTo();
    await client.listContainers({ filter: undefined });
    container.state = 2;
    expect((await client.listContainers({ filter: undefined })).containers[0]?.state).toBe(2);
  });
});

describe("the socket", () => {
  test("is 0660, or what is asked for, and gone after close", async () => {
    const server = await serve(fakeService({ version }));
    expect((await lstat(join(folder, "cri.sock"))).mode & 0o777).toBe(0o660);
    const other = await serve(fakeService({ version }), { mode: 0o600 }, `${folder}/deep/other.sock`);
    expect(other.address).toBe(`unix://${folder}/deep/other.sock`);
    expect((await lstat(join(folder, "deep/other.sock"))).mode & 0o777).toBe(0o600);
    expect(await dialTo(other.address).version(request)).toEqual(expect.objectContaining(await version()));
    await Promise.all([server.close(), other.close(), other.close()]);
    expect(await readdir(folder)).toEqual(["deep"]);
    expect(await readdir(join(folder, "deep"))).toEqual([]);
  });

  test("of a server that was killed is replaced", async () => {
    const script = `require("net").createServer().listen(${JSON.stringify(join(folder, "cri.sock"))}, () => process.kill(process.pid, "SIGKILL"))`;
    await once(spawn(process.execPath, ["-e", script]), "exit");
    await serve(fakeService({ version }));
    expect((await dialTo().version(request)).runtimeName).toBe("fake");
  });

  test("that a runtime answers at is an error that names it", async () => {
    await serve(fakeService({ version }));
    await expect(serveCri(fakeService(), address)).rejects.toThrow(
      `${folder}/cri.sock is in use: fake 1.2.3 answers there; stop it, or choose another path`,
    );
    expect((await dialTo().version(request)).runtimeName).toBe("fake");
  });

  test("that something else answers at is an error that says so", async () => {
    const http = createHttpServer((_request, response) => response.end()).listen(join(folder, "cri.sock"));
    await once(http, "listening");
    await expect(serveCri(fakeService(), address)).rejects.toThrow("something that is not a CRI runtime answers there");
    http.closeAllConnections();
    await once(http.close(), "close");
  });

  test("may be TCP if that is asked for", async () => {
    const server = await serve(fakeService({ version }), { tcp: "loopback" }, "tcp://127.0.0.1:0");
    expect((await dialTo(server.address).version(request)).runtimeName).toBe("fake");
    await expect(serveCri(fakeService(), server.address, { tcp: "loopback" })).rejects.toThrow(
      "fake 1.2.3 answers there",
    );
  });

  test("may be a server that listens already", async () => {
    const given = createServer().listen(join(folder, "given.sock"));
    await once(given, "listening");
    const server = await serveCri(fakeService({ version }), given);
    expect(server.address).toBe(`unix://${folder}/given.sock`);
    expect((await dialTo(server.address).version(request)).runtimeName).toBe("fake");
    await server.close();
    expect(given.listening).toBe(false);
  });
});

test("close lets a call under way end, and cuts one that does not", async () => {
  let answer: (() => void) | undefined;
  const server = await serve(
    fakeService({
      version: () =>
        new Promise((settle) => {
          answer = () => settle(version());
        }),
    }),
  );
  const client = dialTo();
  const ends = client.version(request);
  while (answer === undefined) await new Promise((settle) => setTimeout(settle, 5));
  const answerFirst = answer;
  answer = undefined;
  const cut = client.version(request);
  while (answer === undefined) await new Promise((settle) => setTimeout(settle, 5));
  const closed = server.close({ drainMs: 200 });
  answerFirst();
  expect((await ends).runtimeName).toBe("fake");
  await expect(cut).rejects.toMatchObject({ code: "Unavailable" });
  await closed;
});

test("a call that the service does not have is Unimplemented", async () => {
  await serve({ version } as unknown as CriService);
  expect((await dialTo().version(request)).runtimeName).toBe("fake");
  await expect(dialTo().status({ verbose: false })).rejects.toMatchObject({
    code: "Unimplemented",
    message: "unknown method Status for service runtime.v1.RuntimeService",
  });
});

test("health is served beside the CRI, unless it is turned off", async () => {
  await serve(fakeService());
  await serve(fakeService(), { diagnostics: false }, `unix://${folder}/bare.sock`);
  const [channel, bare] = ["cri.sock", "bare.sock"].map((name) => createChannel(join(folder, name)));
  if (channel === undefined || bare === undefined) throw new Error("no channel");
  opened.push(channel, bare);
  const service = "runtime.v1.RuntimeService";
  expect(await createGrpcClient(HealthDefinition, channel).check({ service })).toMatchObject({ status: 1 });
  await expect(createGrpcClient(HealthDefinition, bare).check({ service })).rejects.toThrow("unknown service");
});

test("a call nobody registered goes to the fallback as bytes", async () => {
  const paths: string[] = [];
  await serve(fakeService(), {
    async *fallback(requests, call) {
      paths.push(call.path);
      for await (const bytes of requests) yield bytes;
    },
  });
  const channel = createChannel(join(folder, "cri.sock"));
  opened.push(channel);
  const echo = { name: "Tomorrow", requestStream: false, responseStream: false } as const;
  const codec = ListContainersResponse;
  const method = { ...echo, requestType: codec, responseType: codec };
  const client = createGrpcClient({ fullName: "runtime.v1.RuntimeService", methods: { tomorrow: method } }, channel);
  const message = { containers: [Container.create({ id: "c" })] };
  expect(await client.tomorrow(message)).toMatchObject(message);
  expect(paths).toEqual(["/runtime.v1.RuntimeService/Tomorrow"]);
});

describe("a connection", () => {
  test("is a CriService and nothing else that can be seen", () => {
    const connection = dialTo();
    expect(Object.keys(connection).sort()).toEqual([...NAMES].sort());
    expect(typeof connection[Symbol.asyncDispose]).toBe("function");
  });

  test("follows the kubelet's rules", async () => {
    await serve(fakeService());
    const connection = connectCri(address);
    opened.push(connection);
    await expect(
      connection.exec({ containerId: "c", cmd: [], tty: false, stdin: false, stdout: true, stderr: false }),
    ).rejects.toThrow(`${address} gave no usable answer to exec: URL is not set`);
  });

  test("passes answers on as they are where the rules are turned off", async () => {
    await serve(fakeService());
    const connection = dialTo(address, { clientRules: false, checkAnswers: true });
    expect(await callAny(connection, "exec")).toMatchObject({ url: "" });
  });

  test("may have its images elsewhere", async () => {
    const [runtime, images]: [string, unknown][][] = [[], []];
    await serve(fakeService({}, runtime));
    await serve(fakeService({}, images), {}, `unix://${folder}/images.sock`);
    const connection = dialTo(address, { imageAddress: `unix://${folder}/images.sock` });
    for (const name of NAMES) await callAny(connection, name);
    expect(images?.map(([name]) => name)).toEqual(Object.keys(ImageServiceDefinition.methods));
    expect(runtime?.map(([name]) => name)).toEqual(Object.keys(RuntimeServiceDefinition.methods));
  });

  test("is made again when its server comes back", async () => {
    const first = await serve(fakeService({ version }));
    const client = dialTo(address, { backoff: { firstMs: 1, mostMs: 1 } });
    await client.version(request);
    await first.close();
    await expect(client.version(request)).rejects.toThrow(
      `cannot reach ${address}: there is no such socket; start the runtime, or name another endpoint`,
    );
    await serve(fakeService({ version }));
    await new Promise((settle) => setTimeout(settle, 10));
    expect((await client.version(request)).runtimeName).toBe("fake");
  });

  test.each([
    ["no socket", async () => {}, "there is no such socket"],
    ["a file", () => writeFile(join(folder, "cri.sock"), ""), "it is not a socket"],
  ])("to %s is Unavailable in one sentence", async (_title, prepare, reason) => {
    await prepare();
    const failure = await dialTo()
      .version(request)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "CriError", code: "Unavailable" });
    expect(failure).toHaveProperty("message", expect.stringMatching(/^cannot reach unix:\S+: .*; .*$/));
    expect(failure).toHaveProperty("message", expect.stringContaining(reason));
  });

  test("to a server that speaks HTTP/1.1 says that it does not speak gRPC", async () => {
    const http = createHttpServer((_request, response) => response.end()).listen(join(folder, "cri.sock"));
    await once(http, "listening");
    await expect(dialTo().version(request)).rejects.toMatchObject({
      code: "Unavailable",
      message: expect.stringContaining(`cannot reach ${address}: what listens there does not speak gRPC`),
    });
    http.closeAllConnections();
    await once(http.close(), "close");
  });
});

test("a client is a service: a proxy is one line, and passes on errors and fields it does not know", async () => {
  const newer = { containerId: "c", _unknownFields: { 8002: [Uint8Array.of(1, 7)] } };
  const seen: unknown[] = [];
  await serve(
    fakeService({
      version,
      startContainer: async (message) => {
        seen.push(message);
        throw new CriError("NotFound", 'container "c" does not exist');
      },
    }),
  );
  const proxy = await serve(dialTo(), {}, `unix://${folder}/proxy.sock`);
  const client = dialTo(proxy.address);
  expect((await client.version(request)).runtimeName).toBe("fake");
  await expect(client.startContainer(newer)).rejects.toMatchObject({
    code: "NotFound",
    message: 'container "c" does not exist',
  });
  expect(seen).toMatchObject([{ containerId: "c", _unknownFields: { 8002: [expect.anything()] } }]);
});
