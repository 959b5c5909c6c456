import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import type { ByteSink, SessionStreams, StreamingRuntime } from "@crikit/cri-runtime";
import { copyFromDocker } from "./docker-source.ts";

const write = async (sink: ByteSink | undefined, chunk: Uint8Array): Promise<void> => {
  if (sink?.write(chunk) === false) await sink.drained();
};

const framed = async (sink: ByteSink | undefined, frame: Uint8Array): Promise<void> => {
  if (sink?.writeFramed(frame) === false) await sink.drained();
};

const patternPeriod = 0x1_0000;

/** The byte at an offset of the pattern that both servers write and the Go client checks; it repeats after 64 KiB. */
export const patternByte = (offset: number): number => (offset * 31 + Math.floor(offset / 256)) & 0xff;

const twoPeriods = Uint8Array.from({ length: 2 * patternPeriod }, (_, offset) => patternByte(offset));

type Program = (args: readonly string[], streams: SessionStreams, signal: AbortSignal) => Promise<number>;

const count: Program = async ([pauseMs = "0"], { stdin, stdout }) => {
  let bytes = 0;
  for await (const chunk of stdin ?? []) {
    bytes += chunk.length;
    if (pauseMs !== "0") await delay(Number(pauseMs));
  }
  await write(stdout, Buffer.from(`${bytes}\n`));
  return 0;
};

const pattern: Program = async ([total, piece], { stdout }) => {
  for (let at = 0; at < Number(total); at += Number(piece)) {
    const length = Math.min(Number(piece), Number(total) - at);
    await write(stdout, twoPeriods.subarray(at % patternPeriod, (at % patternPeriod) + length));
  }
  return 0;
};

const lines: Program = async ([total, code], { stdout }) => {
  for (let n = 0; n < Number(total); n += 1000) {
    const batch = Array.from({ length: Math.min(1000, Number(total) - n) }, (_, k) => `line ${n + k}\n`);
    await write(stdout, Buffer.from(batch.join("")));
  }
  return Number(code);
};

/** Zeros from one buffer that is never written to, as the Go server's program does. */
const generate: Program = async ([total, piece], { stdout }) => {
  const zeros = Buffer.alloc(Number(piece));
  for (let left = Number(total); left > 0; left -= zeros.length) {
    const chunk = left < zeros.length ? zeros.subarray(0, left) : zeros;
    if (stdout?.write(chunk) === false) await stdout.drained();
  }
  return 0;
};

/** As `gen`, from a source that leaves eight bytes before each piece; a piece's buffer is reused when it has been sent. */
const generateFramed: Program = async ([total, piece], { stdout }) => {
  const free: Buffer[] = [];
  for (let left = Number(total); left > 0; left -= Number(piece)) {
    const frame = free.pop() ?? Buffer.alloc(8 + Number(piece));
    if (stdout?.writeFramed(frame, () => free.push(frame)) === false) await stdout.drained();
  }
  return 0;
};

const programs: Readonly<Record<string, Program>> = {
  echo: async (args, { stdout }) => {
    await write(stdout, Buffer.from(`${args.join(" ")}\n`));
    return 0;
  },
  warn: async (args, { stderr }) => {
    await write(stderr, Buffer.from(`${args.join(" ")}\n`));
    return 0;
  },
  exit: async ([code]) => Number(code),
  cat: async (_args, { stdin, stdout }) => {
    for await (const chunk of stdin ?? []) await write(stdout, Buffer.from(chunk));
    return 0;
  },
  count,
  pattern,
  lines,
  gen: generate,
  genframed: generateFramed,
  /** Reads n bytes of stdin and ends. */
  take: async ([bytes], { stdin }) => {
    let left = Number(bytes);
    for await (const chunk of stdin ?? []) {
      left -= chunk.length;
      if (left <= 0) break;
    }
    return 0;
  },
  docker: async ([kind, total, piece, socketPath = ""], { stdout }) => {
    if (stdout === undefined) return 1;
    await copyFromDocker(
      { socketPath, kind: kind === "mux" ? "mux" : "raw", line: `${kind} ${total} ${piece}\n` },
      stdout,
    );
    return 0;
  },
  sizes: async ([amount], { stdout, resize }) => {
    let left = Number(amount);
    for await (const { width, height } of resize ?? []) {
      await framed(stdout, Buffer.concat([Buffer.alloc(8), Buffer.from(`${width}x${height}\n`)]));
      if (--left === 0) break;
    }
    return 0;
  },
  sleep: async ([ms], _streams, signal) => {
    await delay(Number(ms), undefined, { signal }).catch(() => {});
    return signal.aborted ? 137 : 0;
  },
};

/** Commands as functions, attach as an echo, ports of the loopback interface: the same as the Go server's programs. */
export const programsRuntime: StreamingRuntime = {
  exec: async ({ command }, streams, { signal }) => {
    const [name = "", ...args] = command;
    const program = programs[name];
    if (program === undefined) throw new Error(`exec: "${name}": executable file not found in $PATH`);
    return { exitCode: await program(args, streams, signal) };
  },
  attach: async (_session, { stdin, stdout }, { signal }) => {
    const gone = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
    const echo = async (): Promise<void> => {
      for await (const chunk of stdin ?? []) await write(stdout, Buffer.from(chunk));
    };
    await Promise.race([echo(), gone]);
  },
  portForward: ({ port }) =>
    new Promise<Duplex>((resolve, reject) => {
      const socket = connect({ host: "127.0.0.1", port, allowHalfOpen: true });
      socket.once("connect", () => resolve(socket));
      socket.once("error", reject);
    }),
};
