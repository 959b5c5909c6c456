import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "@jest/globals";
import type { StreamingServer, StreamingServerOptions } from "../server/options.ts";
import { createStreamingServer } from "../server/streaming-server.ts";
import { createFakeRuntime, patternAt } from "../testing/fake-runtime.ts";
import type { PortForwarder, PortForwardOptions } from "./options.ts";
import { parsePortMapping, portForward } from "./port-forward.ts";
import { openPortForward } from "./port-forward-session.ts";

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

const startServer = async (options: StreamingServerOptions = {}): Promise<StreamingServer> => {
  const server = createStreamingServer(createFakeRuntime(), options);
  cleanUp.push(() => server.close());
  await server.listen();
  return server;
};

const startPod = async (onConnection: (socket: Socket) => void): Promise<number> => {
  const sockets = new Set<Socket>();
  const pod: Server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    onConnection(socket);
  });
  await new Promise<void>((resolve) => pod.listen(0, "127.0.0.1", resolve));
  cleanUp.push(() => {
    for (const socket of sockets) socket.destroy();
    pod.close();
  });
  return (pod.address() as AddressInfo).port;
};

const forward = async (server: StreamingServer, options: PortForwardOptions): Promise<PortForwarder> => {
  const url = async (): Promise<string> => (await server.portForward({ podSandboxId: "p1", port: [] })).url;
  const forwarder = await portForward(url, options);
  cleanUp.push(() => forwarder.close());
  return forwarder;
};

const localPort = (forwarder: PortForwarder): number => forwarder.ports[0]?.localPort ?? 0;

const dialLocal = (port: number, host = "127.0.0.1"): Socket => connect({ host, port, allowHalfOpen: true });

for (const transport of ["spdy", "websocket"] as const) {
  test(`${transport}: the pod's reply arrives after the client has ended its side`, async () => {
    const port = await startPod((socket) => {
      let asked = "";
      socket.on("data", (chunk) => {
        asked += String(chunk);
      });
      socket.on("end", () => socket.end(`got ${asked}`));
    });
    const forwarder = await forward(await startServer(), { transport, ports: [`0:${port}`] });
    const socket = dialLocal(localPort(forwarder));
    socket.end("question");
    expect(await text(socket)).toBe("got question");
  });

  test(`${transport}: megabytes pass unchanged in both directions at once`, async () => {
    const port = await startPod((socket) => socket.pipe(socket));
    const forwarder = await forward(await startServer(), { transport, ports: [`:${port}`] });
    const sent = patternAt(0, 8_000_000);
    const socket = dialLocal(localPort(forwarder));
    socket.end(sent);
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(sent)).toBe(true);
  });

  test(`${transport}: a refused port ends its own connection and no other`, async () => {
    const port = await startPod((socket) => socket.end("alive"));
    const closed = await startPod(() => {});
    await cleanUp.pop()?.();
    const server = await startServer();
    const forwarder = await forward(server, { transport, ports: [`:${closed}`, `:${port}`] });
    const refused = dialLocal(localPort(forwarder));
    refused.on("error", () => {});
    await new Promise((resolve) => refused.once("close", resolve));
    const other = forwarder.ports.find((mapping) => mapping.remotePort === port);
    expect(await text(dialLocal(other?.localPort ?? 0))).toBe("alive");
    expect([...server.sessions()]).toHaveLength(1);
  });

  test(`${transport}: an aborted download leaves the session working`, async () => {
    const port = await startPod((socket) => {
      const fill = (): void => {
        while (socket.writable && socket.write(Buffer.alloc(65_536))) {}
      };
      socket.on("drain", fill);
      fill();
    });
    const small = await startPod((socket) => socket.end("still here"));
    const forwarder = await forward(await startServer(), { transport, ports: [`:${port}`, `:${small}`] });
    const download = dialLocal(localPort(forwarder));
    await new Promise((resolve) => download.once("data", resolve));
    download.resetAndDestroy();
    const other = forwarder.ports.find((mapping) => mapping.remotePort === small);
    expect(await text(dialLocal(other?.localPort ?? 0))).toBe("still here");
  });
}

test("a lost session is opened anew by the next connection", async () => {
  const port = await startPod((socket) => socket.end("hello"));
  const first = await startServer();
  let current = first;
  const problems: string[] = [];
  const forwarder = await portForward(async () => (await current.portForward({ podSandboxId: "p1", port: [] })).url, {
    ports: [`:${port}`],
    onProblem: (problem) => problems.push(problem),
  });
  cleanUp.push(() => forwarder.close());
  expect(await text(dialLocal(localPort(forwarder)))).toBe("hello");
  current = await startServer();
  await first.close();
  expect(await text(dialLocal(localPort(forwarder)))).toBe("hello");
  expect(problems).toEqual(["the port-forward session was lost"]);
});

test("without reconnect a lost session closes the forwarder and says so", async () => {
  const server = await startServer();
  const forwarder = await forward(server, { ports: [":80"], reconnect: false });
  const closed = expect(forwarder.closed).rejects.toThrow("the port-forward session was lost");
  await server.close();
  await closed;
});

test("listeners are on IPv4 and IPv6, on one port", async () => {
  const port = await startPod((socket) => socket.end("six"));
  const forwarder = await forward(await startServer(), { ports: [`:${port}`], addresses: ["127.0.0.1", "::1"] });
  expect(forwarder.ports.map(({ address }) => address)).toEqual(["127.0.0.1", "::1"]);
  expect(new Set(forwarder.ports.map((mapping) => mapping.localPort)).size).toBe(1);
  expect(await text(dialLocal(localPort(forwarder), "::1"))).toBe("six");
});

test("a reported failure reaches the client and its text names port and pod sandbox", async () => {
  const closed = await startPod(() => {});
  await cleanUp.pop()?.();
  const server = await startServer({ portForwardErrors: "report" });
  const problems: string[] = [];
  const session = await openPortForward((await server.portForward({ podSandboxId: "p1", port: [] })).url, {
    transport: "spdy",
    onProblem: (problem) => problems.push(problem),
  });
  cleanUp.push(() => session.close());
  const socket = await session.connect(closed);
  await expect(text(socket)).rejects.toThrow("the connection was reset by the pod sandbox");
  expect(problems).toEqual([
    `error forwarding port ${closed} to pod p1, uid : connect ECONNREFUSED 127.0.0.1:${closed}`,
  ]);
});

test.each([
  ["8080:80", { localPort: 8080, remotePort: 80 }],
  ["80", { localPort: 80, remotePort: 80 }],
  [":80", { localPort: 0, remotePort: 80 }],
  ["0:80", { localPort: 0, remotePort: 80 }],
])("%s is a port mapping", (given, mapping) => {
  expect(parsePortMapping(given)).toEqual(mapping);
});

test.each(["", ":", "80:", "a:80", "80:0", "65536", "1:2:3", "-1:80"])("%p is no port mapping", (given) => {
  expect(() => parsePortMapping(given)).toThrow("is not of the form LOCAL:REMOTE, PORT or :REMOTE");
});
