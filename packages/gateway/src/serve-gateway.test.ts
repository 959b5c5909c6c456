import { execFile, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { connect as connectHttp2 } from "node:http2";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import { promisify } from "node:util";
import type { DescService } from "@bufbuild/protobuf";
import { createClient, type Interceptor, type Transport } from "@connectrpc/connect";
import { createConnectTransport, createGrpcTransport, createGrpcWebTransport } from "@connectrpc/connect-node";
import {
  ContainerEventResponse,
  ContainerStatusResponse,
  CRI_CODES,
  CriError,
  type CriService,
  ImageServiceDefinition,
  RuntimeServiceDefinition,
  StatusResponse,
} from "@crikit/cri-api";
import { loadCriRegistry } from "@crikit/cri-api/descriptor";
import { afterEach, describe, expect, test } from "@jest/globals";
import { type Gateway, type GatewayOptions, serveGateway } from "./index.ts";

const METHODS = { ...RuntimeServiceDefinition.methods, ...ImageServiceDefinition.methods };

let gateways: Gateway[] = [];

afterEach(async () => {
  await Promise.all(gateways.map((gateway) => gateway.close({ drainMs: 50 })));
  gateways = [];
});

/** A service that answers every call with an empty message, those of `calls` aside. */
const fakeService = (calls: Partial<CriService> = {}, seen: string[] = []): CriService => {
  const answers = Object.entries(METHODS).map(([name, { responseType, responseStream }]) => {
    const empty = responseType.create();
    const unary = async () => {
      seen.push(name);
      return empty;
    };
    const stream = async function* () {
      seen.push(name);
      yield empty;
    };
    return [name, responseStream ? stream : unary];
  });
  return { ...Object.fromEntries(answers), ...calls };
};

const serve = async (service: CriService, options: GatewayOptions = {}): Promise<Gateway> => {
  const gateway = await serveGateway(service, { onError: () => {}, ...options });
  gateways.push(gateway);
  return gateway;
};

const post = (gateway: Gateway, path: string, body = "{}", headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${gateway.url}/${path}`, {
    method: "POST",
    body,
    headers: { authorization: `Bearer ${gateway.token}`, "content-type": "application/json", ...headers },
  });

const VERSION = "runtime.v1.RuntimeService/Version";
const version = async () => ({ version: "0.1.0", runtimeName: "fake", runtimeVersion: "1", runtimeApiVersion: "v1" });

const withToken =
  (token: string): Interceptor =>
  (next) =>
  (request) => {
    request.header.set("authorization", `Bearer ${token}`);
    return next(request);
  };

const TRANSPORTS = {
  "Connect, HTTP/1.1, JSON": (baseUrl, interceptors) =>
    createConnectTransport({ baseUrl, httpVersion: "1.1", useBinaryFormat: false, interceptors }),
  "Connect, HTTP/2, binary": (baseUrl, interceptors) =>
    createConnectTransport({ baseUrl, httpVersion: "2", useBinaryFormat: true, interceptors }),
  "gRPC-web, HTTP/1.1": (baseUrl, interceptors) =>
    createGrpcWebTransport({ baseUrl, httpVersion: "1.1", interceptors }),
  "gRPC-web, HTTP/2": (baseUrl, interceptors) => createGrpcWebTransport({ baseUrl, httpVersion: "2", interceptors }),
  "gRPC, HTTP/2": (baseUrl, interceptors) => createGrpcTransport({ baseUrl, interceptors }),
} satisfies Record<string, (baseUrl: string, interceptors: Interceptor[]) => Transport>;

const services = async (): Promise<DescService[]> => {
  const registry = await loadCriRegistry({ envValues: "text" });
  return [...registry].filter((type) => type.kind === "service");
};

type AnyClient = Record<string, (request: object, options?: object) => unknown>;

const clientOf = async (transport: Transport, index = 0): Promise<AnyClient> => {
  const service = (await services())[index];
  if (service === undefined) throw new Error("no such service");
  return createClient(service, transport) as unknown as AnyClient;
};

const count = async (items: AsyncIterable<unknown>): Promise<number> => {
  let counted = 0;
  for await (const _item of items) counted++;
  return counted;
};

describe.each(Object.entries(TRANSPORTS))("over %s", (_title, createTransport) => {
  test("every call of the CRI reaches the service", async () => {
    const seen: string[] = [];
    const gateway = await serve(fakeService({}, seen));
    const transport = createTransport(gateway.url, [withToken(gateway.token)]);
    const wanted: string[] = [];
    for (const service of await services()) {
      const client = createClient(service, transport) as unknown as AnyClient;
      for (const { localName, methodKind } of service.methods) {
        wanted.push(localName);
        const answer = client[localName]?.({});
        if (methodKind === "unary") await answer;
        else expect(await count(answer as AsyncIterable<unknown>)).toBe(1);
      }
    }
    expect(seen).toEqual(wanted);
    expect([...seen].sort()).toEqual(Object.keys(METHODS).sort());
  });

  test("an error has its code and its words", async () => {
    const gateway = await serve(
      fakeService({
        startContainer: ({ containerId }) =>
          Promise.reject(new CriError(containerId as "NotFound", `no "${containerId}" ✗`)),
      }),
    );
    const client = await clientOf(createTransport(gateway.url, [withToken(gateway.token)]));
    for (const [index, code] of CRI_CODES.entries()) {
      await expect(client.startContainer?.({ containerId: code })).rejects.toMatchObject({
        code: index + 1,
        rawMessage: `no "${code}" ✗`,
      });
    }
  });

  test("events come as they happen, and the service is told when the client hangs up", async () => {
    let ended: (() => void) | undefined;
    const hungUp = new Promise<void>((settle) => {
      ended = settle;
    });
    const gateway = await serve(
      fakeService({
        async *getContainerEvents(_request, call) {
          call?.signal?.addEventListener("abort", () => ended?.());
          yield ContainerEventResponse.create({ containerId: "one" });
          yield ContainerEventResponse.create({ containerId: "two" });
          await hungUp;
        },
      }),
    );
    const client = await clientOf(createTransport(gateway.url, [withToken(gateway.token)]));
    const abort = new AbortController();
    const seen: string[] = [];
    const events = client.getContainerEvents?.({}, { signal: abort.signal }) as AsyncIterable<{ containerId: string }>;
    const reading = (async () => {
      for await (const { containerId } of events) if (seen.push(containerId) === 2) abort.abort();
    })();
    await expect(reading).rejects.toMatchObject({ code: 1 });
    expect(seen).toEqual(["one", "two"]);
    await hungUp;
  });

  test("a deadline ends a call that the service would never end", async () => {
    const gateway = await serve(fakeService({ version: () => new Promise(() => {}) }));
    const client = await clientOf(createTransport(gateway.url, [withToken(gateway.token)]));
    await expect(client.version?.({}, { timeoutMs: 50 })).rejects.toMatchObject({ code: 4 });
  });

  test("a wrong token is unauthenticated", async () => {
    const gateway = await serve(fakeService());
    const client = await clientOf(createTransport(gateway.url, [withToken(`${gateway.token}x`)]));
    await expect(client.version?.({})).rejects.toMatchObject({ code: 16 });
  });
});

const curl = spawnSync("curl", ["--version"], { encoding: "utf8" }).stdout ?? "";
const testCurl = curl.includes("HTTP2") ? test : test.skip;

testCurl.each(["--http1.1", "--http2-prior-knowledge"])(
  "curl %s gets JSON (skipped without a curl that has HTTP2)",
  async (protocol) => {
    const gateway = await serve(fakeService({ version }));
    const headers = ["-H", `authorization: Bearer ${gateway.token}`, "-H", "content-type: application/json"];
    const { stdout } = await promisify(execFile)("curl", [
      "-sS",
      protocol,
      ...headers,
      "-d",
      "{}",
      `${gateway.url}/${VERSION}`,
    ]);
    expect(JSON.parse(stdout)).toEqual(await version());
  },
);

test.each(["1.1", "2"] as const)("TLS carries HTTP/%s", async (httpVersion) => {
  const gateway = await serve(fakeService({ version }), { tls: TLS });
  expect(gateway.url).toMatch(/^https:/);
  const interceptors = [withToken(gateway.token)];
  const nodeOptions = { ca: TLS.cert };
  const client = await clientOf(
    createConnectTransport({ baseUrl: gateway.url, httpVersion, interceptors, nodeOptions }),
  );
  expect(await client.version?.({})).toMatchObject({ runtimeName: "fake" });
});

describe("a plain JSON request to a call that streams is answered in lines", () => {
  const EVENTS = "runtime.v1.RuntimeService/GetContainerEvents";

  test("as they happen", async () => {
    let next: (() => void) | undefined;
    const gateway = await serve(
      fakeService({
        async *getContainerEvents() {
          yield ContainerEventResponse.create({ containerId: "one" });
          await new Promise<void>((settle) => {
            next = settle;
          });
          yield ContainerEventResponse.create({ containerId: "two ✗" });
        },
      }),
    );
    const response = await post(gateway, EVENTS, "");
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/x-ndjson"]);
    const reader = response.body?.getReader();
    const first = Buffer.from((await reader?.read())?.value ?? "").toString();
    expect(JSON.parse(first)).toMatchObject({ containerId: "one", containerEventType: "CONTAINER_CREATED_EVENT" });
    next?.();
    const second = Buffer.from((await reader?.read())?.value ?? "").toString();
    expect(second).toMatch(/^\{.*two ✗.*\}\n$/);
    expect((await reader?.read())?.done).toBe(true);
  });

  test("and an error is the last", async () => {
    const gateway = await serve(
      fakeService({
        async *streamContainers() {
          yield { containers: [] };
          throw new CriError("Unavailable", "the engine is gone");
        },
      }),
    );
    const response = await post(gateway, "runtime.v1.RuntimeService/StreamContainers", "{}");
    expect(
      (await response.text())
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual([{ containers: [] }, { error: { code: "unavailable", message: "the engine is gone" } }]);
  });

  test("within the same bounds", async () => {
    const gateway = await serve(fakeService(), { maxMessageBytes: 1000 });
    const long = await post(gateway, EVENTS, JSON.stringify({ x: "x".repeat(5000) }));
    expect(await long.json()).toMatchObject({ error: { code: "resource_exhausted" } });
    expect(await (await post(gateway, EVENTS, "{")).json()).toMatchObject({ error: { code: "invalid_argument" } });
  });
});

test("JSON has 64-bit numbers as strings, enums by name, zeros too, and env values as plain text", async () => {
  const envs: unknown[] = [];
  const status = ContainerStatusResponse.create({ status: { id: "c", createdAt: 2n ** 60n, state: 2 } });
  const gateway = await serve(
    fakeService({
      containerStatus: async () => status,
      createContainer: async ({ config }) => {
        envs.push(...(config?.envs.map(({ key, value }) => [key, Buffer.from(value).toString()]) ?? []));
        return { containerId: "c" };
      },
    }),
  );
  const answer = await (await post(gateway, "runtime.v1.RuntimeService/ContainerStatus")).json();
  expect(answer).toMatchObject({
    status: { id: "c", createdAt: String(2n ** 60n), state: "CONTAINER_EXITED", exitCode: 0 },
  });
  const body = JSON.stringify({ config: { envs: [{ key: "LANG", value: "C.UTF-8" }], log_path: "x" } });
  expect((await post(gateway, "runtime.v1.RuntimeService/CreateContainer", body)).status).toBe(200);
  expect(envs).toEqual([["LANG", "C.UTF-8"]]);
});

describe("the bearer token", () => {
  test("is generated, different each time, and 256 bits long", async () => {
    const [one, two] = [await serve(fakeService()), await serve(fakeService())];
    expect(one.token).toMatch(/^[\w-]{43}$/);
    expect(one.token).not.toBe(two.token);
  });

  test.each([
    ["none", {}],
    ["another", { authorization: "Bearer x" }],
    ["an empty one", { authorization: "Bearer " }],
    ["another scheme", { authorization: "Basic dG9rZW4=" }],
  ])("%s is 401 and the service hears nothing", async (_title, headers) => {
    const seen: string[] = [];
    const gateway = await serve(fakeService({}, seen));
    const response = await fetch(`${gateway.url}/${VERSION}`, { method: "POST", body: "not JSON", headers });
    expect(response.status).toBe(401);
    expect(response.headers.get("www-authenticate")).toMatch(/^Bearer/);
    expect(await response.text()).toContain("authorization: Bearer TOKEN");
    expect(seen).toEqual([]);
  });

  test("is asked for before anything is read: 401 comes while the body is still to come", async () => {
    const gateway = await serve(fakeService());
    const request = httpRequest(`${gateway.url}/${VERSION}`, {
      method: "POST",
      headers: { "content-length": "1000000" },
    });
    request.on("error", () => {});
    request.write("{");
    const [response] = await once(request, "response");
    expect(response.statusCode).toBe(401);
    request.destroy();
  });

  test("comes from a file, without the white space around it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "crikit-gateway-"));
    const tokenFile = join(folder, "token");
    await writeFile(tokenFile, "  s3cret \n");
    const gateway = await serve(fakeService({ version }), { tokenFile });
    expect(gateway.token).toBe("s3cret");
    expect((await post(gateway, VERSION)).status).toBe(200);
    await writeFile(tokenFile, "\n");
    await expect(serveGateway(fakeService(), { tokenFile })).rejects.toThrow(
      `the token file ${tokenFile} holds no token`,
    );
    await rm(folder, { recursive: true });
    await expect(serveGateway(fakeService(), { tokenFile })).rejects.toThrow(
      `cannot read the token file ${tokenFile}: ENOENT`,
    );
  });
});

describe("a browser of another origin", () => {
  const preflight = (gateway: Gateway, origin: string): Promise<Response> =>
    fetch(`${gateway.url}/${VERSION}`, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST", "access-control-request-headers": "authorization" },
    });

  test("is not answered by default", async () => {
    const gateway = await serve(fakeService({ version }));
    expect((await preflight(gateway, "https://a.example")).status).toBe(401);
    const response = await post(gateway, VERSION, "{}", { origin: "https://a.example" });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("is answered if it is in the list", async () => {
    const gateway = await serve(fakeService({ version }), { allowOrigins: ["https://a.example"] });
    const allowed = await preflight(gateway, "https://a.example");
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get("access-control-allow-headers")).toContain("authorization");
    const response = await post(gateway, VERSION, "{}", { origin: "https://a.example" });
    expect(response.headers.get("access-control-allow-origin")).toBe("https://a.example");
    expect((await preflight(gateway, "https://b.example")).status).toBe(401);
    const foreign = await post(gateway, VERSION, "{}", { origin: "https://b.example" });
    expect(foreign.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("a list that holds no origins is refused", async () => {
    await expect(serveGateway(fakeService(), { allowOrigins: ["a.example/x"] })).rejects.toThrow(
      '"a.example/x" is not an origin',
    );
  });
});

describe("what can be done wrong", () => {
  test("an address that other machines reach needs to be allowed", async () => {
    await expect(serveGateway(fakeService(), { host: "0.0.0.0" })).rejects.toThrow('"0.0.0.0" is no loopback address');
    const gateway = await serve(fakeService({ version }), { host: "0.0.0.0", allowRemote: true });
    expect((await post({ ...gateway, url: gateway.url.replace("0.0.0.0", "127.0.0.1") }, VERSION)).status).toBe(200);
  });

  test("a port that is taken is an error that names it", async () => {
    const { url } = await serve(fakeService());
    const port = Number(new URL(url).port);
    await expect(serveGateway(fakeService(), { port })).rejects.toMatchObject({
      code: "FailedPrecondition",
      message: `cannot listen on 127.0.0.1:${port}: address already in use; choose another port, or 0 for any free one`,
    });
  });

  test("a message longer than the limit is refused", async () => {
    const gateway = await serve(fakeService({ version }), { maxMessageBytes: 1000 });
    const response = await post(gateway, VERSION, JSON.stringify({ version: "x".repeat(1000) }));
    expect(await response.json()).toMatchObject({ code: "resource_exhausted" });
    expect((await post(gateway, VERSION, JSON.stringify({ version: "x".repeat(900) }))).status).toBe(200);
  });

  test("a call that the service does not have is unimplemented", async () => {
    const gateway = await serve({ version } as unknown as CriService);
    const client = await clientOf(
      createGrpcTransport({ baseUrl: gateway.url, interceptors: [withToken(gateway.token)] }),
    );
    expect(await client.version?.({})).toMatchObject({ runtimeName: "fake" });
    await expect(client.status?.({})).rejects.toMatchObject({ code: 12 });
  });

  test("a body that is no message, and a call that is not there", async () => {
    const gateway = await serve(fakeService());
    expect((await post(gateway, VERSION, "{")).status).toBe(400);
    const unknown = await post(gateway, "runtime.v1.RuntimeService/NoSuchCall");
    expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining("no such call")]);
  });

  test.each(["%2Frun%2Fx.sock", "a b", "[", ""])("a host named %j is 400, and the gateway lives", async (host) => {
    const gateway = await serve(fakeService({ version }));
    const { hostname, port } = new URL(gateway.url);
    const socket = connect(Number(port), hostname);
    socket.write(`POST /${VERSION} HTTP/1.1\r\nhost: ${host}\r\nauthorization: Bearer ${gateway.token}\r\n\r\n`);
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1.1 400/);
    socket.destroy();
    expect((await post(gateway, VERSION)).status).toBe(200);
  });

  test("a client that hangs up before its answer disturbs nobody", async () => {
    const errors: unknown[] = [];
    let answer: (() => void) | undefined;
    const slow = () =>
      new Promise<Awaited<ReturnType<typeof version>>>((settle) => {
        answer = () => settle(version());
      });
    const gateway = await serve(fakeService({ version: slow, status: async () => StatusResponse.create() }), {
      onError: (error) => errors.push(error),
    });
    const abort = new AbortController();
    const authorization = `Bearer ${gateway.token}`;
    const headers = { authorization, "content-type": "application/json" };
    const call = fetch(`${gateway.url}/${VERSION}`, { method: "POST", body: "{}", headers, signal: abort.signal });
    while (answer === undefined) await new Promise((settle) => setTimeout(settle, 5));
    abort.abort();
    await expect(call).rejects.toThrow();
    answer();
    expect((await post(gateway, "runtime.v1.RuntimeService/Status")).status).toBe(200);
    expect(errors).toEqual([]);
  });

  test("a percent-encoded authority over HTTP/2 is 400, and the gateway lives", async () => {
    const gateway = await serve(fakeService({ version }));
    const session = connectHttp2(gateway.url);
    const stream = session.request({
      ":method": "POST",
      ":path": `/${VERSION}`,
      ":authority": "%2Frun%2Fx.sock",
      authorization: `Bearer ${gateway.token}`,
    });
    const [headers] = await once(stream, "response");
    expect(headers[":status"]).toBe(400);
    session.destroy();
    expect((await post(gateway, VERSION)).status).toBe(200);
  });

  test.each(["plain", "TLS"])("half a request's head and silence is a closed connection, %s", async (kind) => {
    const gateway = await serve(fakeService(), { headersTimeoutMs: 200, ...(kind === "TLS" && { tls: TLS }) });
    const { hostname, port } = new URL(gateway.url);
    const options = { port: Number(port), host: hostname };
    const socket = kind === "TLS" ? connectTls({ ...options, ca: TLS.cert }) : connect(options);
    socket.write(`POST /${VERSION} HTTP/1.1\r\nhost: `);
    socket.resume();
    await once(socket, "close");
  });

  test.each(["", "PRI * HT"])("a client that says %j and hangs up leaves nothing to wait for", async (said) => {
    const gateway = await serve(fakeService());
    const { hostname, port } = new URL(gateway.url);
    const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
    socket.end(said).resume();
    await once(socket, "close");
    const started = performance.now();
    await gateway.close({ drainMs: 20_000 });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test("half a preface and silence is a closed connection", async () => {
    const gateway = await serve(fakeService(), { headersTimeoutMs: 50 });
    const { hostname, port } = new URL(gateway.url);
    for (const half of ["PRI * HT", ""]) {
      const socket = connect(Number(port), hostname);
      socket.write(half);
      await once(socket, "close");
    }
  });
});

test("an error that is no CriError is internal, its cause told to onError and not to the client", async () => {
  const errors: unknown[] = [];
  const cause = new Error("password=hunter2");
  const gateway = await serve(fakeService({ version: () => Promise.reject(cause) }), {
    onError: (error, call) => errors.push(error, call),
  });
  expect(await (await post(gateway, VERSION)).json()).toEqual({ code: "internal", message: "internal error" });
  expect(errors).toEqual([cause, "Version"]);
});

test("close lets a call under way end, ends event streams at once and leaves nothing listening", async () => {
  let answer: (() => void) | undefined;
  const gateway = await serve(
    fakeService({
      version: () =>
        new Promise((settle) => {
          answer = () => settle(version());
        }),
      async *getContainerEvents() {
        yield ContainerEventResponse.create({ containerId: "one" });
        await new Promise(() => {});
      },
    }),
  );
  const transport = createConnectTransport({
    baseUrl: gateway.url,
    httpVersion: "2",
    interceptors: [withToken(gateway.token)],
  });
  const client = await clientOf(transport);
  const stream = client.getContainerEvents?.({}) as AsyncIterable<unknown>;
  const events = stream[Symbol.asyncIterator]();
  await events.next();
  const call = post(gateway, VERSION);
  while (answer === undefined) await new Promise((settle) => setTimeout(settle, 5));
  const closed = gateway.close({ drainMs: 10_000 });
  await expect(events.next()).rejects.toMatchObject({ code: 14, rawMessage: "the gateway is closing" });
  answer();
  expect(await (await call).json()).toEqual(await version());
  await closed;
  await expect(post(gateway, VERSION)).rejects.toThrow();
});

test("close does not wait for connections that are idle, or have said nothing", async () => {
  const gateway = await serve(fakeService({ version }));
  const { hostname, port } = new URL(gateway.url);
  const silent = connect(Number(port), hostname);
  await once(silent, "connect");
  const session = connectHttp2(gateway.url);
  await once(session, "remoteSettings");
  expect(await (await post(gateway, VERSION)).json()).toEqual(await version());
  const started = performance.now();
  await Promise.all([gateway.close({ drainMs: 20_000 }), once(silent, "close"), once(session, "close")]);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test("a call that does not end is cut when the time to drain is over", async () => {
  const gateway = await serve(fakeService({ version: () => new Promise(() => {}) }));
  const call = post(gateway, VERSION);
  await new Promise((settle) => setTimeout(settle, 50));
  await gateway.close({ drainMs: 50 });
  await expect(call).rejects.toThrow();
});

/** Self-signed for 127.0.0.1 until 2126, made with openssl for these tests and of no use elsewhere. */
const TLS = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgoa/zFhA3WgfOEBfY
k6aAHxTtXTPLzco0EkaVK+GhQmehRANCAARZ3fedmuDKJxULYgdms1Uj2W0xFN0h
MLtaQqqVWP1UvJVb3UyncwNLmNbmm1IgFmHL+VzafZrKbbOnuW1hrqxK
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBlDCCATqgAwIBAgIUDXtATcptgBkm4GT55e5PwrFUwngwCgYIKoZIzj0EAwIw
FjEUMBIGA1UEAwwLY3Jpa2l0LXRlc3QwIBcNMjYxMTIxMTAxNTU4WhgPMjEyNjEw
MjgxMDE1NThaMBYxFDASBgNVBAMMC2NyaWtpdC10ZXN0MFkwEwYHKoZIzj0CAQYI
KoZIzj0DAQcDQgAEWd33nZrgyicVC2IHZrNVI9ltMRTdITC7WkKqlVj9VLyVW91M
p3MDS5jW5ptSIBZhy/lc2n2aym2zp7ltYa6sSqNkMGIwHQYDVR0OBBYEFCu7AlqI
aaOdWfAhOb4ZNU1kfjj5MB8GA1UdIwQYMBaAFCu7AlqIaaOdWfAhOb4ZNU1kfjj5
MA8GA1UdEwEB/wQFMAMBAf8wDwYDVR0RBAgwBocEfwAAATAKBggqhkjOPQQDAgNI
ADBFAiEA0BmduPcruSsRBvAZYJYRCSCVVdu27rNM4N1u9tYg5CUCIDr+MIUkIFo9
L/DozqsKHkXsMx4PdOaUalBC2jK5m8+F
-----END CERTIFICATE-----`,
};
