import { afterEach, expect, test } from "@jest/globals";
import { execute } from "../client/execute.ts";
import { encodeDataHeader, encodePing, encodeSynStream } from "../spdy/frame.ts";
import { HeaderEncoder } from "../spdy/headers.ts";
import { createFakeRuntime, type FakeRuntime } from "../testing/fake-runtime.ts";
import { mutate, playSession, RECORDINGS, randomFrom } from "../testing/mutations.ts";
import {
  clientFrame,
  eventually,
  type RawAnswer,
  rawRequest,
  spdyHeaders,
  webSocketHeaders,
} from "../testing/raw-peer.ts";
import type { SessionProblem, StreamingServer, StreamingServerOptions } from "./options.ts";
import { createStreamingServer } from "./streaming-server.ts";

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanUp.splice(0).reverse()) await undo();
});

interface Started {
  readonly server: StreamingServer;
  readonly runtime: FakeRuntime;
  readonly problems: SessionProblem[];
}

const start = async (options: StreamingServerOptions = {}): Promise<Started> => {
  const runtime = createFakeRuntime();
  const problems: SessionProblem[] = [];
  const server = createStreamingServer(runtime, { onProblem: (problem) => problems.push(problem), ...options });
  cleanUp.push(() => server.close());
  await server.listen();
  return { server, runtime, problems };
};

const exec = async (server: StreamingServer, cmd: readonly string[], stdin = false): Promise<string> =>
  (await server.exec({ containerId: "c1", cmd: [...cmd], tty: false, stdin, stdout: true, stderr: false })).url;

const openSpdy = async (
  server: StreamingServer,
  cmd: readonly string[],
  types: readonly string[],
): Promise<RawAnswer> => {
  const answer = await rawRequest(await exec(server, cmd, types.includes("stdin")), {
    method: "POST",
    headers: spdyHeaders("v4.channel.k8s.io"),
  });
  cleanUp.push(() => answer.socket.destroy());
  const encoder = new HeaderEncoder();
  types.forEach((streamtype, n) => {
    answer.socket.write(encodeSynStream(2 * n + 1, encoder.encode({ streamtype }), 0));
  });
  return answer;
};

test("3,000 mutated sessions end without a crash, a hang or a process left behind", async () => {
  const { server, runtime } = await start({ lingerMs: 20, creationTimeoutMs: 200 });
  const seed = 20261121;
  const random = randomFrom(seed);
  for (let n = 0; n < 3_000; n += 50) {
    await Promise.all(
      Array.from({ length: 50 }, (_, k) => {
        const recording = RECORDINGS[(n + k) % RECORDINGS.length];
        if (recording === undefined) throw new Error("no recording");
        const bytes = mutate(recording.bytes, random);
        const at = Math.floor(random() * bytes.length);
        return playSession(server, recording, [bytes.subarray(0, at), bytes.subarray(at)]);
      }),
    );
  }
  await eventually(
    () => [...server.sessions()].length === 0 && runtime.running() === 0,
    `every session's end (seed ${seed})`,
  );
});

test.each(RECORDINGS.map((recording) => [recording.name, recording] as const))(
  "%s cut at any byte is the same session",
  async (_name, recording) => {
    const { server } = await start({ lingerMs: 20 });
    const total = (): number => Number(/bytes_total\{direction="in"\} (\d+)/.exec(server.metrics())?.[1]);
    const understood = async (chunks: readonly Buffer[]): Promise<number> => {
      const before = total();
      await playSession(server, recording, chunks);
      return total() - before;
    };
    const whole = await understood([recording.bytes.subarray(0, 0), recording.bytes]);
    expect(whole).toBeGreaterThan(0);
    for (let at = 1; at < recording.bytes.length; at++) {
      expect(await understood([recording.bytes.subarray(0, at), recording.bytes.subarray(at)])).toBe(whole);
    }
  },
);

test("a client that pings and never reads is dropped with SPDY_FLOOD", async () => {
  const { server, problems } = await start();
  const { socket } = await openSpdy(server, ["sleep", "60000"], ["error", "stdout"]);
  socket.pause();
  const pings = Buffer.concat(Array.from({ length: 10_000 }, (_, n) => encodePing(2 * n + 1)));
  const flood = (): void => {
    while (!socket.destroyed && socket.write(pings)) {}
  };
  socket.on("drain", flood);
  flood();
  await eventually(() => problems.length > 0, "the flood's end");
  expect(problems[0]?.cause).toMatchObject({ name: "SpdyError", code: "SPDY_FLOOD" });
}, 20_000);

test("a protocol violation is told with GOAWAY and reported with its code", async () => {
  const { server, problems } = await start();
  const answer = await openSpdy(server, ["sleep", "60000"], ["error", "stdout"]);
  answer.socket.write(Buffer.alloc(40, 0xff));
  await answer.ended;
  expect(answer.rest().subarray(-16).toString("hex")).toBe("80030007000000080000000300000001");
  expect(problems[0]?.cause).toMatchObject({ name: "SpdyError" });
});

test("streams beyond the limit are refused one by one", async () => {
  const { server } = await start();
  const answer = await openSpdy(server, ["sleep", "60000"], ["error"]);
  const encoder = new HeaderEncoder();
  encoder.encode({ streamtype: "error" });
  for (let n = 1; n < 40; n++)
    answer.socket.write(encodeSynStream(2 * n + 1, encoder.encode({ streamtype: "nonsense" }), 0));
  await eventually(() => answer.rest().toString("hex").split("80030003000000080000").length === 40, "39 resets");
});

test("every SYN_REPLY is sent before the first DATA", async () => {
  const { server } = await start();
  const answer = await openSpdy(server, ["pattern", "100000", "1000"], ["error", "stdout"]);
  await answer.ended;
  const types: string[] = [];
  const bytes = answer.rest();
  for (let at = 0; at + 8 <= bytes.length; at += 8 + (bytes.readUInt32BE(at + 4) & 0xffffff)) {
    types.push((bytes[at] ?? 0) < 0x80 ? "data" : `control ${bytes.readUInt16BE(at + 2)}`);
  }
  expect(types.slice(0, 3)).toEqual(["control 2", "control 2", "data"]);
  expect(types.lastIndexOf("control 2")).toBe(1);
  expect(types.at(-1)).toBe("control 7");
});

test("a paused process stops the client, in bounds, and its other streams go on once it reads", async () => {
  const { server } = await start({ maxInputBytes: 64 * 1024 });
  let pulled = 0;
  const source = async function* (): AsyncGenerator<Uint8Array> {
    for (; pulled < 200; pulled++) yield Buffer.alloc(100_000);
  };
  for (const transport of ["spdy", "websocket"] as const) {
    pulled = 0;
    let text = "";
    const running = execute(await exec(server, ["count", "1"], true), {
      transport,
      stdin: source(),
      stdout: (chunk) => {
        text += Buffer.from(chunk).toString();
      },
    });
    const { exitCode } = await running;
    expect([exitCode, text]).toEqual([0, "20000000\n"]);
  }
}, 30_000);

test("a process that reads 1 MB of endless stdin and ends gives the client a clean end", async () => {
  const { server } = await start();
  for (const transport of ["spdy", "websocket"] as const) {
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) yield Buffer.alloc(65_536);
    };
    let bytes = 0;
    const { exitCode } = await execute(await exec(server, ["head", "1000000"], true), {
      transport,
      stdin: endless(),
      stdout: (chunk) => {
        bytes += chunk.length;
      },
    });
    expect([exitCode, bytes]).toEqual([0, 1_000_000]);
  }
}, 30_000);

test("a slow reader that pings all the while loses nothing and sees the status", async () => {
  const { server } = await start();
  const total = 12_000_000;
  const answer = await openSpdy(server, ["pattern", String(total), "32768"], ["error", "stdout"]);
  const pings = setInterval(() => answer.socket.write(encodePing(1)), 5);
  cleanUp.push(() => clearInterval(pings));
  const slow = setInterval(() => {
    answer.socket.pause();
    setTimeout(() => answer.socket.resume(), 8);
  }, 10);
  await answer.ended;
  clearInterval(slow);
  const bytes = answer.rest();
  let payload = 0;
  let status = "";
  for (let at = 0; at + 8 <= bytes.length; at += 8 + (bytes.readUInt32BE(at + 4) & 0xffffff)) {
    const length = bytes.readUInt32BE(at + 4) & 0xffffff;
    if (bytes.readUInt32BE(at) === 3) payload += length;
    if (bytes.readUInt32BE(at) === 1) status += bytes.toString("utf8", at + 8, at + 8 + length);
  }
  expect([payload, status]).toEqual([total, '{"metadata":{},"status":"Success"}']);
}, 30_000);

test("connections opened and dropped in every phase of the handshake leave nothing", async () => {
  const { server, runtime } = await start({ onDisconnect: "kill", lingerMs: 50 });
  const phases: readonly ((url: string) => Promise<void>)[] = [
    async () => {},
    async (url) => {
      (await rawRequest(url, { method: "POST", headers: spdyHeaders("v4.channel.k8s.io") })).socket.destroy();
    },
    async (url) => {
      const { socket } = await rawRequest(url, { method: "POST", headers: spdyHeaders("v4.channel.k8s.io") });
      socket.write(encodeSynStream(1, new HeaderEncoder().encode({ streamtype: "error" }), 0).subarray(0, 20));
      socket.resetAndDestroy();
    },
    async (url) => {
      const { socket } = await rawRequest(url, { method: "GET", headers: webSocketHeaders("v5.channel.k8s.io") });
      socket.resetAndDestroy();
    },
    async (url) => {
      const { socket } = await rawRequest(url, { method: "GET", headers: webSocketHeaders("v5.channel.k8s.io") });
      socket.write(clientFrame(2, Buffer.from("\u0000half")).subarray(0, 7));
      socket.destroy();
    },
    async (url) => {
      (await rawRequest(url, { method: "GET", headers: webSocketHeaders("v9.channel.k8s.io") })).socket.destroy();
    },
  ];
  for (let n = 0; n < 120; n++) await phases[n % phases.length]?.(await exec(server, ["sleep", "60000"], true));
  await eventually(() => [...server.sessions()].length === 0 && runtime.running() === 0, "every session's end");
});

test("a peer that announces flow control windows gets credit for what it sends", async () => {
  const { server } = await start();
  const answer = await openSpdy(server, ["count"], ["error", "stdout", "stdin"]);
  answer.socket.write(Buffer.from("80030004000000040000000000", "hex").subarray(0, 12));
  answer.socket.write(Buffer.concat([encodeDataHeader(5, 1000, 0), Buffer.alloc(1000)]));
  await eventually(
    () => answer.rest().toString("hex").includes("80030009000000080000000 5000003e8".replace(" ", "")),
    "the credit",
  );
});
