import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { attach, execute, portForward, type StreamOptions } from "@crikit/streaming/client";
import type { RingContext } from "../ring.ts";
import { roundTrip, startEcho } from "./client-go.ts";
import { mint } from "./peers.ts";
import { patternByte } from "./programs.ts";

interface Seen {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command with our client through a control server. */
export const runOurs = async (control: string, cmd: readonly string[], options: StreamOptions = {}): Promise<Seen> => {
  let stdout = "";
  let stderr = "";
  const readStderr = (chunk: Uint8Array): void => {
    stderr += Buffer.from(chunk).toString();
  };
  const wish = {
    kind: "exec",
    cmd,
    stdin: options.stdin !== undefined,
    stderr: options.tty !== true,
    tty: options.tty === true,
  } as const;
  const { exitCode } = await execute(() => mint(control, wish), {
    stdout: (chunk) => {
      stdout += Buffer.from(chunk).toString();
    },
    ...(options.tty === true ? {} : { stderr: readStderr }),
    ...options,
  });
  return { exitCode, stdout, stderr };
};

/** A reader of a given pace that checks the pattern; `bytes` is what it has seen so far. */
export const patternReader = (bytesPerSecond: number) => {
  const started = performance.now();
  const seen = { bytes: 0, wrong: 0 };
  const read = async (chunk: Uint8Array): Promise<void> => {
    for (let n = 0; n < chunk.length; n += 997) if (chunk[n] !== patternByte(seen.bytes + n)) seen.wrong++;
    seen.bytes += chunk.length;
    const due = (seen.bytes / bytesPerSecond) * 1000 - (performance.now() - started);
    if (due > 1) await delay(due);
  };
  return { seen, read };
};

async function* zeros(total: number): AsyncGenerator<Uint8Array> {
  const piece = Buffer.alloc(65_536);
  for (let left = total; left > 0; left -= piece.length) yield left < piece.length ? piece.subarray(0, left) : piece;
}

/** Our client against Kubernetes' own server. */
export const checkOurClient = async (context: RingContext, control: string): Promise<void> => {
  const check = (name: string, body: () => Promise<unknown>): Promise<void> =>
    context.check(`our client, Go server: ${name}`, body);
  const spdy = { transport: "spdy" } as const;
  await check("stdout and exit code", async () =>
    assert.deepEqual(await runOurs(control, ["echo", "hello"], spdy), { exitCode: 0, stdout: "hello\n", stderr: "" }),
  );
  await check("stderr", async () =>
    assert.equal((await runOurs(control, ["warn", "careful"], spdy)).stderr, "careful\n"),
  );
  await check("exit code 9", async () => assert.equal((await runOurs(control, ["exit", "9"], spdy)).exitCode, 9));
  await check("auto: v5 is refused with 403, SPDY takes a new URL", async () =>
    assert.equal((await runOurs(control, ["echo", "both"])).stdout, "both\n"),
  );
  await check("auto with a URL that is used up says what to do", async () => {
    const url = await mint(control, { kind: "exec", cmd: ["echo"] });
    await assert.rejects(execute(url, { stdout: () => {} }), /the URL cannot be used twice for SPDY: give a function/);
  });
  await check("a command that is not there", () =>
    assert.rejects(runOurs(control, ["nosuch"], spdy), /executable file not found/),
  );
  await check("50 MB of stdin", async () =>
    assert.equal((await runOurs(control, ["count"], { ...spdy, stdin: zeros(50_000_000) })).stdout, "50000000\n"),
  );
  await check("20 MB of stdout, byte for byte", async () => {
    const { seen, read } = patternReader(Number.POSITIVE_INFINITY);
    await runOurs(control, ["pattern", "20000000", "32768"], { ...spdy, stdout: read });
    assert.deepEqual(seen, { bytes: 20_000_000, wrong: 0 });
  });
  await check("a terminal's size", async () => {
    const size = async function* () {
      yield { width: 80, height: 24 };
    };
    const { stdout } = await runOurs(control, ["sizes", "1"], { ...spdy, tty: true, resize: size() });
    assert.equal(stdout, "80x24\n");
  });
  await check("attach", async () => {
    let bytes = 0;
    await attach(await mint(control, { kind: "attach", stdin: true }), {
      ...spdy,
      stdin: zeros(1_000_000),
      stdout: (chunk) => {
        bytes += chunk.length;
      },
    });
    assert.equal(bytes, 1_000_000);
  });
  const echoPort = await startEcho(context);
  for (const transport of ["spdy", "auto"] as const) {
    await check(`port-forward by ${transport} of 8 MB both ways, twice`, async () => {
      await using forwarder = await portForward(() => mint(control, { kind: "portForward" }), {
        transport,
        ports: [`:${echoPort}`],
      });
      const sent = Buffer.from(Array.from({ length: 8_000_000 }, (_, n) => (n * 7) & 0xff));
      for (let n = 0; n < 2; n++) {
        assert.ok((await roundTrip(forwarder.ports[0]?.localPort ?? 0, sent)).equals(sent), "the bytes differ");
      }
    });
  }
};

/** Standard input of `bytes` to three kinds of readers. */
export const checkStdin = async (context: RingContext, control: string): Promise<void> => {
  const bytes = (context.quick ? 64 : 512) * 1024 * 1024;
  const mib = `${bytes / 1024 / 1024} MiB`;
  for (const transport of ["spdy", "websocket"] as const) {
    const options = (): StreamOptions => ({ transport, stdin: zeros(bytes) });
    await context.check(`${transport}: ${mib} of stdin to a reader of all of it`, async () =>
      assert.equal((await runOurs(control, ["count"], options())).stdout, `${bytes}\n`),
    );
    await context.check(`${transport}: ${mib} of stdin to a slow reader`, async () =>
      assert.equal((await runOurs(control, ["count", "1"], options())).stdout, `${bytes}\n`),
    );
    await context.check(`${transport}: a reader of 1 MB that ends gives a clean end`, async () =>
      assert.equal((await runOurs(control, ["take", "1000000"], options())).exitCode, 0),
    );
  }
};
