import { PassThrough } from "node:stream";
import { afterEach, expect, test } from "@jest/globals";
import type { StreamingServer, StreamingServerOptions } from "../server/options.ts";
import { createStreamingServer } from "../server/streaming-server.ts";
import { createFakeRuntime, patternAt } from "../testing/fake-runtime.ts";
import { attach, execute } from "./execute.ts";
import type { StreamOptions, Transport } from "./options.ts";

const transports = ["spdy", "websocket"] as const satisfies readonly Transport[];

const servers: StreamingServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

const start = async (options: StreamingServerOptions = {}): Promise<StreamingServer> => {
  const server = createStreamingServer(createFakeRuntime(), options);
  servers.push(server);
  await server.listen();
  return server;
};

interface Ran {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: Buffer;
}

const run = async (server: StreamingServer, cmd: readonly string[], options: StreamOptions): Promise<Ran> => {
  const stdout: Uint8Array[] = [];
  const stderr: Uint8Array[] = [];
  const tty = options.tty ?? false;
  const url = async (): Promise<string> =>
    (
      await server.exec({
        containerId: "c1",
        cmd: [...cmd],
        tty,
        stdin: options.stdin !== undefined,
        stdout: true,
        stderr: !tty,
      })
    ).url;
  const { exitCode } = await execute(url, {
    stdout: (chunk) => void stdout.push(chunk),
    ...(tty ? {} : { stderr: (chunk) => void stderr.push(chunk) }),
    ...options,
  });
  return { exitCode, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr) };
};

for (const transport of transports) {
  test(`${transport}: output and exit code of a command arrive`, async () => {
    const server = await start();
    expect(await run(server, ["echo", "hello"], { transport })).toEqual({
      exitCode: 0,
      stdout: Buffer.from("hello\n"),
      stderr: Buffer.alloc(0),
    });
    expect((await run(server, ["warn", "careful"], { transport })).stderr.toString()).toBe("careful\n");
    expect((await run(server, ["exit", "9"], { transport })).exitCode).toBe(9);
    expect((await run(server, ["exit", "255"], { transport })).exitCode).toBe(255);
  });

  test(`${transport}: a command that cannot be run is an error with the runtime's text`, async () => {
    const server = await start();
    await expect(run(server, ["fail", "no such thing"], { transport })).rejects.toThrow(
      "error executing command in container: no such thing",
    );
  });

  test(`${transport}: stdin is delivered whole and its end is seen`, async () => {
    const server = await start();
    const source = async function* (): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < 5_000_000; at += 50_000) yield patternAt(at, 50_000);
    };
    const { stdout } = await run(server, ["cat"], { transport, stdin: source() });
    expect(stdout.equals(patternAt(0, 5_000_000))).toBe(true);
  });

  for (const program of ["pattern", "framed"]) {
    for (const pieceBytes of [1, 125, 126, 1000, 65_533, 65_534, 65_535, 65_536, 300_000]) {
      test(`${transport}: ${program} output in pieces of ${pieceBytes} arrives byte for byte`, async () => {
        const server = await start();
        const total = Math.min(pieceBytes * 40, 3_000_000);
        const { stdout, exitCode } = await run(server, [program, String(total), String(pieceBytes)], { transport });
        expect(exitCode).toBe(0);
        expect(stdout.equals(patternAt(0, total))).toBe(true);
      });
    }
  }

  test(`${transport}: a terminal's sizes arrive, and there is no stderr`, async () => {
    const server = await start();
    const sizes = async function* (): AsyncGenerator<{ width: number; height: number }> {
      yield { width: 80, height: 24 };
      await new Promise((resolve) => setTimeout(resolve, 50));
      yield { width: 100, height: 30 };
    };
    const { stdout } = await run(server, ["sizes", "2"], { transport, tty: true, resize: sizes() });
    expect(stdout.toString()).toBe("80x24\n100x30\n");
  });

  test(`${transport}: a command that ends while stdin is open does not wait for it`, async () => {
    const server = await start();
    const stdin = new PassThrough();
    const { exitCode } = await run(server, ["exit", "3"], { transport, stdin });
    expect(exitCode).toBe(3);
    stdin.destroy();
  });

  test(`${transport}: an attachment is left with the detach keys`, async () => {
    const server = await start();
    const stdin = new PassThrough();
    let seen = "";
    let typed: () => void = () => {};
    const echoed = new Promise<void>((resolve) => {
      typed = resolve;
    });
    const { url } = await server.attach({ containerId: "c1", tty: true, stdin: true, stdout: true, stderr: false });
    const attached = attach(url, {
      transport,
      tty: true,
      stdin,
      stdout: (chunk) => {
        seen += Buffer.from(chunk).toString();
        if (seen === "abc\x10d") typed();
      },
    });
    stdin.write("abc\x10d");
    await echoed;
    stdin.write("\x10\x11never");
    expect(await attached).toEqual({ detached: true });
    expect(seen).toBe("abc\x10d");
  });
}

test("auto falls back to SPDY with a new URL when WebSocket is refused", async () => {
  const server = await start();
  const { stdout } = await run(server, ["echo", "both"], { transport: "auto" });
  expect(stdout.toString()).toBe("both\n");
});
