import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { type AddressInfo, connect, createServer } from "node:net";
import { createInterface } from "node:readline";
import { buffer } from "node:stream/consumers";
import type { RingContext } from "../ring.ts";
import { buildPeer, type GoResult, runGoClient } from "./peers.ts";

const one = async (control: string, ...args: readonly string[]): Promise<GoResult> => {
  const [result] = await runGoClient(control, args);
  assert.ok(result, "the Go client printed nothing");
  return result;
};

/** A pod's listener that answers with everything it got, once the client has ended its side. */
export const startEcho = async (context: RingContext): Promise<number> => {
  const server = createServer({ allowHalfOpen: true }, (socket) => socket.on("error", () => {}).pipe(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  context.defer(() => server.close());
  return (server.address() as AddressInfo).port;
};

/** Sends bytes to a local port, ends, and returns what came back. */
export const roundTrip = async (port: number, bytes: Buffer): Promise<Buffer> => {
  const socket = connect({ host: "127.0.0.1", port, allowHalfOpen: true });
  socket.end(bytes);
  return buffer(socket);
};

const forwardWithGo = async (
  control: string,
  options: { readonly transport: string; readonly port: number },
): Promise<{ readonly localPort: number; readonly stop: () => void }> => {
  const args = [
    "-control",
    control,
    "-kind",
    "portForward",
    "-transport",
    options.transport,
    "-ports",
    `0:${options.port}`,
  ];
  const child = spawn(buildPeer("client"), args, { stdio: ["pipe", "pipe", "inherit"] });
  for await (const line of createInterface({ input: child.stdout })) {
    const [local = "0"] = line.split(":");
    return { localPort: Number(local), stop: () => child.stdin.end() };
  }
  throw new Error("the Go client forwarded nothing");
};

/** client-go, the library of kubectl, against our server, over both transports. */
export const checkClientGo = async (context: RingContext, control: string): Promise<void> => {
  const echoPort = await startEcho(context);
  for (const transport of ["spdy", "websocket"]) {
    const check = (name: string, body: () => Promise<void>): Promise<void> =>
      context.check(`client-go ${transport}: ${name}`, body);
    const run = (cmd: string, ...args: readonly string[]): Promise<GoResult> =>
      one(control, "-transport", transport, "-cmd", cmd, ...args);
    await check("stdout", async () => assert.equal((await run("echo hello there")).text, "hello there\n"));
    await check("stderr", async () => assert.equal((await run("warn careful")).stderrBytes, 8));
    await check("exit code", async () => assert.equal((await run("exit 9")).exitCode, 9));
    await check("a command that is not there", async () =>
      assert.match((await run("nosuch")).error, /error executing command in container: exec: "nosuch"/),
    );
    await check("20 MB of stdout, byte for byte", async () => {
      const { bytes, patternOk, error } = await run("pattern 20000000 32768", "-pattern");
      assert.deepEqual([bytes, patternOk, error], [20_000_000, true, ""]);
    });
    await check("50 MB of stdin", async () =>
      assert.equal((await run("count", "-stdin", "50000000")).text, "50000000\n"),
    );
    await check("a terminal's size", async () => assert.equal((await run("sizes 1", "-tty")).text, "80x24\n"));
    await check("attach", async () =>
      assert.equal((await run("", "-kind", "attach", "-stdin", "1000000")).bytes, 1_000_000),
    );
    await check("port-forward of 8 MB both ways, twice", async () => {
      const forwarded = await forwardWithGo(control, { transport, port: echoPort });
      try {
        const sent = Buffer.from(Array.from({ length: 8_000_000 }, (_, n) => (n * 7) & 0xff));
        for (let n = 0; n < 2; n++)
          assert.ok((await roundTrip(forwarded.localPort, sent)).equals(sent), "the bytes differ");
      } finally {
        forwarded.stop();
      }
    });
  }
};

const quickLines = 20_000;
const quickBytes = Array.from({ length: quickLines }, (_, n) => `line ${n}\n`.length).reduce(
  (sum, length) => sum + length,
  0,
);

/** 1,000 quick commands of 20,000 lines and exit code 9: none short, none wrong. */
export const checkQuickCommands = async (context: RingContext, control: string): Promise<void> => {
  for (const transport of ["spdy", "websocket"]) {
    await context.check(`client-go ${transport}: 500 commands of 20,000 lines and exit code 9`, async () => {
      const results = await runGoClient(control, [
        ...["-transport", transport, "-cmd", `lines ${quickLines} 9`, "-runs", "63", "-parallel", "8"],
      ]);
      assert.ok(results.length >= 500);
      const wrong = results.filter(
        (result) => result.bytes !== quickBytes || result.exitCode !== 9 || result.error !== "",
      );
      assert.deepEqual(wrong, []);
    });
  }
};
