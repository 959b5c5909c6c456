import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as tlsConnect } from "node:tls";
import { afterEach, describe, expect, test } from "@jest/globals";
import { execute } from "../client/execute.ts";
import { encodePing } from "../spdy/frame.ts";
import { createFakeRuntime, type FakeRuntime } from "../testing/fake-runtime.ts";
import { eventually, rawRequest, spdyHeaders, webSocketHeaders } from "../testing/raw-peer.ts";
import type { ListenOptions, SessionProblem, StreamingServer, StreamingServerOptions } from "./options.ts";
import { createStreamingServer } from "./streaming-server.ts";

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

interface Started {
  readonly server: StreamingServer;
  readonly runtime: FakeRuntime;
  readonly url: URL;
  readonly problems: SessionProblem[];
}

const start = async (options: StreamingServerOptions = {}, listen: ListenOptions = {}): Promise<Started> => {
  const runtime = createFakeRuntime();
  const problems: SessionProblem[] = [];
  const server = createStreamingServer(runtime, { onProblem: (problem) => problems.push(problem), ...options });
  cleanUp.push(() => server.close());
  return { server, runtime, problems, url: await server.listen(listen) };
};

const request = (cmd: readonly string[]) => ({
  containerId: "c1",
  cmd: [...cmd],
  tty: false,
  stdin: false,
  stdout: true,
  stderr: false,
});

const run = async (server: StreamingServer, ...cmd: readonly string[]): Promise<string> => {
  let text = "";
  await execute(async () => (await server.exec(request(cmd))).url, {
    stdout: (chunk) => {
      text += Buffer.from(chunk).toString();
    },
  });
  return text;
};

describe("requests", () => {
  const base = { containerId: "c1", cmd: ["x"], tty: false, stdin: false, stdout: true, stderr: false };
  test.each([
    [{ ...base, containerId: "" }, "missing required container_id", "missing required container_id"],
    [{ ...base, tty: true, stderr: true }, "tty and stderr cannot both be true", "tty and stderr cannot both be true"],
    [
      { ...base, stdout: false },
      "one of stdin, stdout, or stderr must be set",
      "one of stdin, stdout, and stderr must be set",
    ],
  ])("%j is InvalidArgument in upstream's words", async (given, execText, attachText) => {
    const { server } = await start();
    await expect(server.exec(given)).rejects.toMatchObject({ code: "InvalidArgument", message: execText });
    await expect(server.attach(given)).rejects.toMatchObject({ code: "InvalidArgument", message: attachText });
  });

  test("a port-forward names its pod sandbox", async () => {
    const { server } = await start();
    await expect(server.portForward({ podSandboxId: "", port: [] })).rejects.toThrow("missing required pod_sandbox_id");
  });

  test("the 1001st URL that nobody uses is ResourceExhausted", async () => {
    const { server } = await start();
    for (let n = 0; n < 1000; n++) await server.exec(base);
    await expect(server.exec(base)).rejects.toMatchObject({ code: "ResourceExhausted" });
  });
});

describe("URLs", () => {
  test("are absolute and name the port that is listened on", async () => {
    const { server, url } = await start();
    expect(url.href).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await server.exec(request(["x"]))).url).toMatch(new RegExp(`^${url.href}exec/[\\w-]{22}$`));
    expect((await server.attach(request([]))).url).toMatch(new RegExp(`^${url.href}attach/[\\w-]{22}$`));
    const { url: forward } = await server.portForward({ podSandboxId: "p1", port: [] });
    expect(forward).toMatch(new RegExp(`^${url.href}portforward/[\\w-]{22}$`));
  });

  test.each(["0.0.0.0", "::"])("never hold the wildcard %s", async (host) => {
    const { url } = await start({}, { host });
    expect(url.hostname).toBe("127.0.0.1");
    const { url: advertised } = await start({ advertisedHost: "node-1.example" }, { host });
    expect(advertised.hostname).toBe("node-1.example");
  });

  test.each([
    ["http://node:0/cri/", "/cri/exec/"],
    ["http://node:0/cri", "/exec/"],
    ["http://node:0", "/exec/"],
  ])("with base %s are under %s, and served there", async (baseUrl, prefix) => {
    const { server, url } = await start({ baseUrl });
    const minted = new URL((await server.exec(request(["echo", "x"]))).url);
    expect(minted.hostname).toBe("node");
    expect(minted.pathname.startsWith(prefix)).toBe(true);
    minted.hostname = "127.0.0.1";
    expect(minted.port).toBe(url.port);
    const { exitCode } = await execute(minted, { transport: "spdy", stdout: () => {} });
    expect(exitCode).toBe(0);
  });

  test("need a server that listens or a base URL", async () => {
    const server = createStreamingServer(createFakeRuntime());
    await expect(server.exec(request(["x"]))).rejects.toMatchObject({ code: "FailedPrecondition" });
    expect(() => createStreamingServer(createFakeRuntime(), { baseUrl: "//host/" })).toThrow("is not absolute");
  });

  test("a port that is taken is one clear error", async () => {
    const { url } = await start();
    const second = createStreamingServer(createFakeRuntime());
    await expect(second.listen({ port: Number(url.port) })).rejects.toThrow(
      `cannot listen on 127.0.0.1 port ${url.port}: the port is taken; choose another, or 0 for any free one`,
    );
  });
});

describe("refusals", () => {
  const minted = async (server: StreamingServer): Promise<string> => (await server.exec(request(["echo", "x"]))).url;

  test("an unknown, a used and a misplaced token are 404", async () => {
    const { server, url } = await start();
    const answers = [`${url.href}exec/unknown`, (await minted(server)).replace("/exec/", "/attach/")];
    for (const target of answers) {
      const answer = await rawRequest(target, { method: "POST", headers: spdyHeaders("v4.channel.k8s.io") });
      await answer.ended;
      expect([answer.status, answer.rest().toString()]).toEqual([404, "404 page not found\n"]);
    }
    const used = await minted(server);
    const first = await rawRequest(used, { method: "POST", headers: spdyHeaders("v4.channel.k8s.io") });
    const second = await rawRequest(used, { method: "POST", headers: spdyHeaders("v4.channel.k8s.io") });
    expect([first.status, second.status]).toEqual([101, 404]);
    first.socket.destroy();
  });

  test("a path that is no route is 404, another method 405, and neither uses the token up", async () => {
    const { server, url } = await start();
    const other = await fetch(`${url.href}other`);
    expect([other.status, await other.text()]).toEqual([404, "404: Page Not Found\n"]);
    const token = await minted(server);
    const put = await fetch(token, { method: "PUT" });
    expect([put.status, put.headers.get("allow"), await put.text()]).toEqual([
      405,
      "GET, POST",
      "405: Method Not Allowed",
    ]);
    const { exitCode } = await execute(token, { transport: "spdy", stdout: () => {} });
    expect(exitCode).toBe(0);
  });

  test.each([
    [
      "no protocol header",
      spdyHeaders(),
      400,
      "unable to upgrade: header X-Stream-Protocol-Version does not exist in request with 2 headers\n",
    ],
    [
      "an empty protocol header",
      spdyHeaders(""),
      400,
      "unable to upgrade: header X-Stream-Protocol-Version contains [], but no valid protocols\n",
    ],
    [
      "no common protocol",
      spdyHeaders("v9", "v8"),
      403,
      "unable to upgrade: unable to negotiate protocol: client supports [v9 v8], server accepts " +
        "[v4.channel.k8s.io v3.channel.k8s.io v2.channel.k8s.io channel.k8s.io]\n",
    ],
    ["a WebSocket protocol that is not served", webSocketHeaders("v9.channel.k8s.io"), 403, ""],
  ])("%s is answered as upstream does, and the token is gone", async (_name, headers, status, body) => {
    const { server } = await start();
    const target = await minted(server);
    const answer = await rawRequest(target, { method: "GET", headers });
    await answer.ended;
    expect([answer.status, answer.rest().toString()]).toEqual([status, body]);
    expect((await rawRequest(target, { method: "GET", headers })).status).toBe(404);
    expect([...server.sessions()]).toEqual([]);
  });

  test("the protocols of a 403 are one header line each", async () => {
    const { server } = await start();
    const { head } = await rawRequest(await minted(server), { method: "POST", headers: spdyHeaders("v9") });
    expect(head.match(/X-Accepted-Stream-Protocol-Versions: \S+/g)).toHaveLength(4);
  });

  test("a request that is no upgrade is 400", async () => {
    const { server } = await start();
    const answer = await fetch(await minted(server), { headers: { "x-stream-protocol-version": "v4.channel.k8s.io" } });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/^unable to upgrade: missing upgrade headers in request: map\[/);
  });

  test("the 101 is upstream's, byte for byte", async () => {
    const { server } = await start();
    const { head, socket } = await rawRequest(await minted(server), {
      method: "POST",
      headers: spdyHeaders("v5.channel.k8s.io", "v4.channel.k8s.io"),
    });
    expect(`${head}\r\n\r\n`).toBe(
      "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: SPDY/3.1\r\nX-Stream-Protocol-Version: v4.channel.k8s.io\r\n\r\n",
    );
    socket.destroy();
  });

  test("sessions beyond the limit are 429 with Retry-After", async () => {
    const { server } = await start({ maxSessions: 1 });
    const first = await rawRequest(await minted(server), { method: "POST", headers: spdyHeaders("v4.channel.k8s.io") });
    const second = await rawRequest(await minted(server), {
      method: "POST",
      headers: spdyHeaders("v4.channel.k8s.io"),
    });
    expect([first.status, second.status]).toEqual([101, 429]);
    expect(second.head).toContain("Retry-After: 60");
    first.socket.destroy();
  });

  test("a request line of 900 KiB is taken", async () => {
    const { server, url } = await start();
    const answer = await fetch(`${url.href}exec/unknown?command=${"x".repeat(900 * 1024)}`);
    expect(answer.status).toBe(404);
    expect(await run(server, "echo", "y".repeat(20_000))).toHaveLength(20_001);
  });
});

describe("protocols", () => {
  test.each(["v4.channel.k8s.io", "v3.channel.k8s.io", "v2.channel.k8s.io", "channel.k8s.io"])(
    "SPDY %s is agreed on and the first of the client's wins",
    async (protocol) => {
      const { server } = await start();
      const { url } = await server.exec(request(["echo", "x"]));
      const { head, socket } = await rawRequest(url, {
        method: "POST",
        headers: spdyHeaders("v9", protocol, "v4.channel.k8s.io"),
      });
      expect(head).toContain(`X-Stream-Protocol-Version: ${protocol}`);
      expect([...server.sessions()].map((session) => session.protocol)).toEqual([`spdy/${protocol}`]);
      socket.destroy();
    },
  );

  const status = '{"metadata":{},"status":"Success"}';
  const binary = (channel: number, text: string): string =>
    Buffer.concat([Buffer.of(0x82, text.length + 1, channel), Buffer.from(text)]).toString("hex");
  const base64 = (channel: number, text: string): string => {
    const encoded = `${channel}${Buffer.from(text).toString("base64")}`;
    return Buffer.concat([Buffer.of(0x81, encoded.length), Buffer.from(encoded)]).toString("hex");
  };
  test.each([
    ["v5.channel.k8s.io", [binary(1, ""), binary(1, "x\n"), binary(3, status)]],
    ["v4.channel.k8s.io", [binary(1, ""), binary(1, "x\n"), binary(3, status)]],
    ["v4.base64.channel.k8s.io", [base64(1, ""), base64(1, "x\n"), base64(3, status)]],
    ["channel.k8s.io", [binary(1, ""), binary(1, "x\n")]],
    ["base64.channel.k8s.io", [base64(1, ""), base64(1, "x\n")]],
    ["", [binary(1, ""), binary(1, "x\n")]],
  ])("WebSocket %p carries output and status in its own way and closes with 1000", async (protocol, messages) => {
    const { server } = await start();
    const { url } = await server.exec(request(["echo", "x"]));
    const answer = await rawRequest(url, {
      method: "GET",
      headers: webSocketHeaders(...(protocol === "" ? [] : [protocol])),
    });
    expect(answer.head.includes("Sec-WebSocket-Protocol")).toBe(protocol !== "");
    const expected = `${messages.join("")}880203e8`;
    await eventually(() => answer.rest().length >= expected.length / 2, "every message");
    expect(answer.rest().toString("hex")).toBe(expected);
    answer.socket.destroy();
  });
});

describe("what a server does", () => {
  test("sessions are seen with kind, protocol, age and bytes, and counted in metrics", async () => {
    let now = 1_000;
    const { server } = await start({ now: () => now });
    const abort = new AbortController();
    let seen = 0;
    const running = execute((await server.exec({ ...request(["cat"]), stdin: true })).url, {
      transport: "websocket",
      stdin: (async function* () {
        yield "12345";
        await new Promise((resolve) => abort.signal.addEventListener("abort", resolve));
      })(),
      stdout: (chunk) => {
        seen += chunk.length;
      },
      signal: abort.signal,
    }).catch((error: unknown) => error);
    await eventually(() => seen === 5, "the echo");
    now = 3_500;
    expect([...server.sessions()]).toEqual([
      {
        sessionId: "1",
        kind: "exec",
        targetId: "c1",
        protocol: "websocket/v5.channel.k8s.io",
        peerAddress: expect.stringMatching(/^127\.0\.0\.1:\d+$/),
        startedAt: new Date(1_000),
        ageMs: 2_500,
        bytesIn: 5,
        bytesOut: 5,
      },
    ]);
    expect(server.metrics()).toContain('crikit_streaming_sessions{kind="exec"} 1');
    expect(server.metrics()).toContain('crikit_streaming_bytes_total{direction="out"} 5');
    abort.abort();
    expect(await running).toMatchObject({ code: "Canceled" });
    await eventually(() => [...server.sessions()].length === 0, "the session's end");
    expect(server.metrics()).toContain(
      'crikit_streaming_sessions_total{kind="exec",protocol="websocket/v5.channel.k8s.io"} 1',
    );
  });

  test.each([
    ["detach", ["start sleep"]],
    ["hup", ["start sleep", "hangup", "end sleep 129"]],
    ["kill", ["start sleep", "signal", "end sleep 137"]],
  ] as const)("onDisconnect %s: a process whose client has gone sees %j", async (onDisconnect, log) => {
    for (const headers of [spdyHeaders("v4.channel.k8s.io"), webSocketHeaders("v5.channel.k8s.io")]) {
      const { server, runtime } = await start({ onDisconnect });
      const abort = new AbortController();
      const transport = "Upgrade" in headers && headers.Upgrade === "websocket" ? "websocket" : "spdy";
      const running = execute((await server.exec(request(["sleep", "60000"]))).url, {
        transport,
        stdout: () => {},
        signal: abort.signal,
      }).catch(() => {});
      await eventually(() => runtime.running() === 1, "the process");
      abort.abort();
      await running;
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(runtime.log).toEqual(log);
      await server.close();
    }
  });

  test("an idle session is closed, and one that moves is not", async () => {
    const { server, problems } = await start({ idleTimeoutMs: 150 });
    const answer = await rawRequest((await server.exec(request(["sleep", "60000"]))).url, {
      method: "POST",
      headers: spdyHeaders("v4.channel.k8s.io"),
    });
    await new Promise((resolve) => answer.socket.once("end", resolve));
    expect(problems.map(({ message }) => message)).toContain("nothing moved for 150 ms");
    answer.socket.destroy();
    const ticks = async function* (): AsyncGenerator<string> {
      for (let n = 0; n < 8; n++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
        yield "tick";
      }
    };
    const { exitCode } = await execute((await server.exec({ ...request(["count"]), stdin: true })).url, {
      transport: "spdy",
      stdin: ticks(),
      stdout: () => {},
    });
    expect(exitCode).toBe(0);
  });

  test.each([
    ["any", false],
    ["data", true],
  ] as const)("idleCounts %s: a client that only pings is closed as idle: %p", async (idleCounts, isClosed) => {
    const { server, problems } = await start({ idleTimeoutMs: 150, idleCounts });
    const answer = await rawRequest((await server.exec(request(["sleep", "60000"]))).url, {
      method: "POST",
      headers: spdyHeaders("v4.channel.k8s.io"),
    });
    const pings = setInterval(() => answer.socket.write(encodePing(1)), 20);
    await new Promise((resolve) => setTimeout(resolve, 500));
    clearInterval(pings);
    expect(problems.some(({ message }) => message === "nothing moved for 150 ms")).toBe(isClosed);
    answer.socket.destroy();
  });

  test("a client that opens no streams is closed after the creation timeout", async () => {
    const { server, problems } = await start({ creationTimeoutMs: 50 });
    const answer = await rawRequest((await server.exec(request(["echo"]))).url, {
      method: "POST",
      headers: spdyHeaders("v4.channel.k8s.io"),
    });
    await new Promise((resolve) => answer.socket.once("end", resolve));
    expect(problems.map(({ message }) => message)).toEqual(["timed out waiting for client to create streams"]);
    answer.socket.destroy();
    await eventually(() => [...server.sessions()].length === 0, "the session's end");
  });

  test("close lets sessions end by themselves within the drain time and ends the others", async () => {
    const quick = await start();
    const ended = run(quick.server, "sleep", "100");
    await eventually(() => quick.runtime.running() === 1, "the process");
    await quick.server.close({ drainMs: 5_000 });
    await ended;
    expect(quick.runtime.log).toEqual(["start sleep", "end sleep 0"]);
    const slow = await start();
    const cut = run(slow.server, "sleep", "60000");
    await eventually(() => slow.runtime.running() === 1, "the process");
    await Promise.all([
      expect(cut).rejects.toThrow("the server ended the session"),
      slow.server.close({ drainMs: 20 }),
    ]);
    expect(slow.runtime.log).toEqual(["start sleep", "signal", "end sleep 137"]);
  });

  test("faults: a delay, a text, another exit code, a connection cut after so many bytes", async () => {
    const failing = await start({ faults: () => ({ error: "no luck" }) });
    await expect(run(failing.server, "echo")).rejects.toThrow("no luck");
    const wrong = await start({ faults: () => ({ exitCode: 42, delayMs: 20 }) });
    const { exitCode } = await execute(async () => (await wrong.server.exec(request(["echo"]))).url, {
      stdout: () => {},
    });
    expect(exitCode).toBe(42);
    const cut = await start({ faults: ({ kind }) => (kind === "exec" ? { endAfterBytes: 100_000 } : undefined) });
    await expect(run(cut.server, "pattern", "1000000", "1000")).rejects.toThrow("the session ended without a status");
  });

  test("a server that exists serves the routes and goes on with its own", async () => {
    const http = createServer((_request, response) => response.end("mine"));
    await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
    cleanUp.push(() => http.close());
    const base = `http://127.0.0.1:${(http.address() as AddressInfo).port}/cri/`;
    const server = createStreamingServer(createFakeRuntime(), { baseUrl: base });
    const unmount = server.mount(http);
    expect(await run(server, "echo", "mounted")).toBe("mounted\n");
    expect(await (await fetch(new URL("/", base))).text()).toBe("mine");
    expect((await fetch(`${base}exec/unknown`)).status).toBe(404);
    unmount();
    expect(await (await fetch(`${base}exec/unknown`)).text()).toBe("mine");
  });
});

describe("TLS", () => {
  const folder = mkdtempSync(join(tmpdir(), "crikit-tls-"));
  const openssl = (...args: readonly string[]): void =>
    void execFileSync("openssl", args, { stdio: "ignore", cwd: folder });
  const certificate = (name: string): void =>
    openssl(
      "req",
      "-x509",
      "-newkey",
      "ec",
      "-pkeyopt",
      "ec_paramgen_curve:prime256v1",
      "-nodes",
      "-days",
      "1",
      "-subj",
      `/CN=${name}`,
      "-addext",
      "subjectAltName=IP:127.0.0.1",
      "-keyout",
      `${name}.key`,
      "-out",
      `${name}.crt`,
    );
  const file = (name: string): string => join(folder, name);

  test("a session runs over TLS; a client without a certificate is refused where one is asked for; a new certificate is taken up", async () => {
    for (const name of ["one", "two", "client"]) certificate(name);
    copyFileSync(file("one.crt"), file("tls.crt"));
    copyFileSync(file("one.key"), file("tls.key"));
    const tls = {
      certFile: file("tls.crt"),
      keyFile: file("tls.key"),
      clientCaFile: file("client.crt"),
      reloadIntervalMs: 20,
    };
    const { server, url } = await start({}, { tls });
    expect(url.protocol).toBe("https:");
    const target = async (): Promise<string> => (await server.exec(request(["pattern", "3000000", "30000"]))).url;
    const identity = { cert: readFileSync(file("client.crt")), key: readFileSync(file("client.key")) };
    for (const transport of ["spdy", "websocket"] as const) {
      let bytes = 0;
      await execute(target, {
        transport,
        tls: { ...identity, ca: readFileSync(file("one.crt")) },
        stdout: (chunk) => {
          bytes += chunk.length;
        },
      });
      expect(bytes).toBe(3_000_000);
    }
    await expect(execute(target, { tls: { ca: readFileSync(file("one.crt")) }, stdout: () => {} })).rejects.toThrow();
    copyFileSync(file("two.crt"), file("tls.crt"));
    copyFileSync(file("two.key"), file("tls.key"));
    const servedName = (): Promise<string> =>
      new Promise((resolve, reject) => {
        const socket = tlsConnect(
          { host: "127.0.0.1", port: Number(url.port), rejectUnauthorized: false, ...identity },
          () => {
            resolve(String(socket.getPeerCertificate().subject.CN));
            socket.destroy();
          },
        );
        socket.on("error", reject);
      });
    let name = await servedName();
    for (let n = 0; n < 100 && name !== "two"; n++) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      name = await servedName();
    }
    expect(name).toBe("two");
    rmSync(folder, { recursive: true });
  });
});
