import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import { WebSocketServer } from "ws";
import { SpdyConnection } from "../spdy/connection.ts";
import { RST } from "../spdy/frame.ts";
import type { SpdyStream } from "../spdy/stream.ts";
import { formatSpdyAccept } from "../upgrade/negotiate.ts";
import { execute } from "./execute.ts";
import { CLIENT_LIMITS } from "./limits.ts";
import type { StreamOptions } from "./options.ts";

const cleanUp: (() => void)[] = [];
afterEach(() => {
  for (const undo of cleanUp.splice(0)) undo();
});

const listen = async (server: Server): Promise<string> => {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanUp.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/exec/token`;
};

/** A SPDY server whose streams do what the test says. */
const spdyServer = (
  onStream: (stream: SpdyStream, connection: SpdyConnection) => void,
  options: { readonly protocol?: string; readonly onFrame?: () => void } = {},
): Promise<string> => {
  const server = createServer();
  server.on("upgrade", (_request, socket, head) => {
    socket.write(formatSpdyAccept(options.protocol ?? "v4.channel.k8s.io"));
    const connection: SpdyConnection = new SpdyConnection(
      socket,
      { ...CLIENT_LIMITS, role: "server" },
      {
        onStream: (stream) => onStream(stream, connection),
        onGone: () => {},
        onActivity: (kind) => kind === "control" && options.onFrame?.(),
      },
    );
    connection.push(head);
  });
  return listen(server);
};

const run = (url: string, options: StreamOptions = {}): Promise<unknown> =>
  execute(url, { transport: "spdy", stdout: () => {}, ...options });

const acceptAnd =
  (answer: (stream: SpdyStream, connection: SpdyConnection) => void) =>
  (stream: SpdyStream, connection: SpdyConnection): void => {
    stream.accept();
    if (stream.headers.streamtype === "stdout") setImmediate(() => answer(stream, connection));
  };

test.each([
  ["a plain refusal", 500, "container not found", "the server refused SPDY/3.1: 500 container not found"],
  [
    "a Status object",
    403,
    '{"kind":"Status","message":"pods is forbidden"}',
    "the server refused SPDY/3.1: 403 pods is forbidden",
  ],
  ["a redirect", 302, "", "the server refused SPDY/3.1: 302 Found"],
])("%s is an error with its text", async (_name, status, body, message) => {
  const url = await listen(
    createServer((_request, response) => response.writeHead(status, { location: "http://x/" }).end(body)),
  );
  await expect(run(url)).rejects.toMatchObject({ name: "UpgradeRefusedError", status, message });
});

test("a server that is not there is Unavailable in one line", async () => {
  const url = await listen(createServer());
  for (const undo of cleanUp.splice(0)) undo();
  for (const transport of ["spdy", "websocket"] as const) {
    await expect(run(url, { transport })).rejects.toMatchObject({
      code: "Unavailable",
      message: expect.stringMatching(/^cannot reach http:\/\/127\.0\.0\.1:\d+: connect ECONNREFUSED .*$/),
    });
  }
});

test.each(["//host:1/exec/x", "exec/x", ""])("the URL %p without a scheme is refused by name", async (url) => {
  await expect(run(url)).rejects.toMatchObject({
    code: "InvalidArgument",
    message: expect.stringContaining(JSON.stringify(url)),
  });
});

test("a server that never answers is DeadlineExceeded, at the upgrade and at the streams", async () => {
  const silent = createServer();
  silent.on("upgrade", () => {});
  const url = await listen(silent);
  for (const transport of ["spdy", "websocket"] as const) {
    await expect(run(url, { transport, handshakeTimeoutMs: 50 })).rejects.toMatchObject({ code: "DeadlineExceeded" });
  }
  const deaf = await spdyServer(() => {});
  await expect(run(deaf, { handshakeTimeoutMs: 50 })).rejects.toMatchObject({ code: "DeadlineExceeded" });
});

test.each(["error", "stdout"])(
  "a server that resets the %s stream instead of accepting it is Unavailable",
  async (type) => {
    const url = await spdyServer((stream) =>
      stream.headers.streamtype === type ? stream.reset(RST.refusedStream) : stream.accept(),
    );
    await expect(run(url)).rejects.toMatchObject({
      code: "Unavailable",
      message: expect.stringContaining("refused the stream"),
    });
  },
);

test("a protocol that was not offered is refused", async () => {
  const url = await spdyServer(() => {}, { protocol: "v9.channel.k8s.io" });
  await expect(run(url)).rejects.toThrow('the server chose protocol "v9.channel.k8s.io", which was not offered');
});

test("output without a status is an error, however the connection ends", async () => {
  const endings: readonly ((connection: SpdyConnection) => void)[] = [
    (connection) => connection.finish(),
    (connection) => connection.destroy(),
    (connection) => connection.drop(),
  ];
  for (const end of endings) {
    const url = await spdyServer(
      acceptAnd((stream, connection) => {
        stream.write(Buffer.from("half of the out"));
        setTimeout(() => end(connection), 20);
      }),
    );
    await expect(run(url)).rejects.toMatchObject({
      code: "Unavailable",
      message: expect.stringContaining("the session ended without a status"),
    });
  }
});

test("the older protocols need no status, unless the connection was lost", async () => {
  const streams: SpdyStream[] = [];
  const url = await spdyServer(
    (stream, connection) => {
      streams.push(stream);
      acceptAnd(() => {
        for (const open of streams) open.end();
        connection.finish();
      })(stream, connection);
    },
    { protocol: "v2.channel.k8s.io" },
  );
  expect(await run(url)).toEqual({ exitCode: 0, detached: false });
  const lost = await spdyServer(
    acceptAnd((_stream, connection) => connection.destroy()),
    { protocol: "v2.channel.k8s.io" },
  );
  await expect(run(lost)).rejects.toThrow("the session ended without a status");
});

test("a status that cannot be read is an error that shows it", async () => {
  const url = await spdyServer((stream, connection) => {
    stream.accept();
    if (stream.headers.streamtype !== "error") return;
    setImmediate(() => {
      stream.write(Buffer.from("garbage"));
      connection.finish();
    });
  });
  await expect(run(url)).rejects.toThrow('the status cannot be read: "garbage"');
});

test("bytes that are not SPDY end the session with the violation's text", async () => {
  const server = createServer();
  server.on("upgrade", (_request, socket) => {
    socket.write(formatSpdyAccept("v4.channel.k8s.io"));
    socket.write(Buffer.alloc(16, 0xff));
  });
  await expect(run(await listen(server))).rejects.toMatchObject({
    code: "Unavailable",
    message: expect.stringContaining("version"),
  });
});

test.each([1006, 1011, 4000])("a WebSocket that closes with %d before a status is Unavailable", async (code) => {
  const server = createServer();
  const webSockets = new WebSocketServer({ server, handleProtocols: () => "v5.channel.k8s.io" });
  webSockets.on("connection", (ws) => {
    ws.send(Buffer.from("\u0001half"));
    setTimeout(() => (code === 1006 ? ws.terminate() : ws.close(code)), 20);
  });
  await expect(run(await listen(server), { transport: "websocket" })).rejects.toMatchObject({
    code: "Unavailable",
    message: expect.stringMatching(new RegExp(`without a status: .*${code}`)),
  });
});

test("a WebSocket server that chooses another protocol is refused", async () => {
  const server = createServer();
  new WebSocketServer({ server, handleProtocols: (protocols) => [...protocols][0] ?? false }).on(
    "headers",
    (headers) => {
      const at = headers.findIndex((line) => line.startsWith("Sec-WebSocket-Protocol"));
      headers[at] = "Sec-WebSocket-Protocol: v4.channel.k8s.io";
    },
  );
  await expect(run(await listen(server), { transport: "websocket" })).rejects.toThrow(
    'the server chose WebSocket protocol "v4.channel.k8s.io"',
  );
});

test("a session that is cancelled is Canceled, before and after it is open", async () => {
  await expect(run("http://127.0.0.1:1/", { signal: AbortSignal.abort(new Error("changed my mind")) })).rejects.toThrow(
    "changed my mind",
  );
  const url = await spdyServer((stream) => stream.accept());
  await expect(run(url, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ code: "Canceled" });
});

test("pings are sent in silence and not while output arrives", async () => {
  let controlFrames = 0;
  let talking = true;
  const url = await spdyServer(
    acceptAnd((stream) => {
      const talk = setInterval(() => talking && stream.write(Buffer.from("x")), 5);
      cleanUp.push(() => clearInterval(talk));
    }),
    { onFrame: () => controlFrames++ },
  );
  const abort = new AbortController();
  const running = run(url, { keepAliveMs: 60, signal: abort.signal }).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 300));
  const whileTalking = controlFrames;
  talking = false;
  await new Promise((resolve) => setTimeout(resolve, 300));
  abort.abort();
  await running;
  expect(whileTalking).toBe(2);
  expect(controlFrames).toBeGreaterThan(whileTalking);
});
