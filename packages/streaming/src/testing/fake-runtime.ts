import { connect } from "node:net";
import { type Duplex, PassThrough } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { CriError } from "@crikit/cri-api";
import {
  type ByteSink,
  HEADROOM_BYTES,
  type SessionCall,
  type SessionStreams,
  type StreamingRuntime,
} from "@crikit/cri-runtime";

/** A program of the fake: argument vector, streams, what ends it; settles with the exit code. */
export type FakeProgram = (args: readonly string[], streams: SessionStreams, call: SessionCall) => Promise<number>;

/** A runtime without containers: commands are functions, port 1 is an echo in memory, the others are those of the loopback interface. */
export interface FakeRuntime extends StreamingRuntime {
  /** What happened to sessions, in order: `start cat`, `end cat 0`, `hangup`, `signal`. */
  readonly log: readonly string[];
  /** Sessions that run now. */
  running(): number;
}

const write = async (sink: ByteSink | undefined, chunk: Uint8Array, framed?: "framed"): Promise<void> => {
  if (sink === undefined) return;
  const more = framed === undefined ? sink.write(chunk) : sink.writeFramed(chunk);
  if (!more) await sink.drained();
};

/** Bytes that say where they belong: a lost, doubled or swapped piece shows. */
export const patternAt = (offset: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length);
  for (let n = 0; n < length; n++) bytes[n] = ((offset + n) * 31 + ((offset + n) >>> 8)) & 0xff;
  return bytes;
};

const programs: Readonly<Record<string, FakeProgram>> = {
  echo: async (args, { stdout }) => {
    await write(stdout, Buffer.from(`${args.join(" ")}\n`));
    return 0;
  },
  warn: async (args, { stderr }) => {
    await write(stderr, Buffer.from(`${args.join(" ")}\n`));
    return 0;
  },
  exit: async ([code]) => Number(code),
  fail: async ([text]) => {
    throw new CriError("NotFound", text ?? "failed");
  },
  cat: async (_args, { stdin, stdout }) => {
    for await (const chunk of stdin ?? []) await write(stdout, Buffer.from(chunk));
    return 0;
  },
  /** Copies n bytes of stdin and ends. */
  head: async ([bytes], { stdin, stdout }) => {
    let left = Number(bytes);
    for await (const chunk of stdin ?? []) {
      await write(stdout, Buffer.from(chunk.subarray(0, left)));
      left -= chunk.length;
      if (left <= 0) break;
    }
    return 0;
  },
  count: async ([pauseMs], { stdin, stdout }) => {
    let bytes = 0;
    for await (const chunk of stdin ?? []) {
      bytes += chunk.length;
      if (pauseMs !== undefined) await delay(Number(pauseMs));
    }
    await write(stdout, Buffer.from(`${bytes}\n`));
    return 0;
  },
  pattern: async ([total, pieceBytes], { stdout }) => {
    for (let at = 0; at < Number(total); at += Number(pieceBytes)) {
      await write(stdout, patternAt(at, Math.min(Number(pieceBytes), Number(total) - at)));
    }
    return 0;
  },
  framed: async ([total, pieceBytes], { stdout }) => {
    for (let at = 0; at < Number(total); at += Number(pieceBytes)) {
      const payload = patternAt(at, Math.min(Number(pieceBytes), Number(total) - at));
      await write(stdout, Buffer.concat([Buffer.alloc(HEADROOM_BYTES, 0xee), payload]), "framed");
    }
    return 0;
  },
  lines: async ([count, code], { stdout }) => {
    const lines = Number(count);
    for (let n = 0; n < lines; n += 1000) {
      const text = Array.from({ length: Math.min(1000, lines - n) }, (_, at) => `line ${n + at}\n`).join("");
      await write(stdout, Buffer.from(text));
    }
    return Number(code ?? 0);
  },
  sizes: async ([count], { stdout, resize }) => {
    let left = Number(count);
    for await (const { width, height } of resize ?? []) {
      await write(stdout, Buffer.from(`${width}x${height}\n`));
      if (--left === 0) break;
    }
    return 0;
  },
  sleep: async ([ms], _streams, { signal, hangup }) => {
    const ends = hangup === undefined ? signal : AbortSignal.any([signal, hangup]);
    try {
      await delay(Number(ms), undefined, { signal: ends });
      return 0;
    } catch {
      return signal.aborted ? 137 : 129;
    }
  },
};

/** Creates a {@link FakeRuntime}; `more` adds programs. */
export const createFakeRuntime = (more: Readonly<Record<string, FakeProgram>> = {}): FakeRuntime => {
  const log: string[] = [];
  let running = 0;
  const run = async (command: readonly string[], streams: SessionStreams, call: SessionCall): Promise<number> => {
    const [name = "", ...args] = command;
    const program = more[name] ?? programs[name];
    if (program === undefined) throw new CriError("NotFound", `exec: "${name}": executable file not found in $PATH`);
    log.push(`start ${name}`);
    call.signal.addEventListener("abort", () => log.push("signal"));
    call.hangup?.addEventListener("abort", () => log.push("hangup"));
    running++;
    try {
      const exitCode = await program(args, streams, call);
      log.push(`end ${name} ${exitCode}`);
      return exitCode;
    } finally {
      running--;
    }
  };
  return {
    log,
    running: () => running,
    exec: async ({ command }, streams, call) => ({ exitCode: await run(command, streams, call) }),
    attach: async (_session, streams, call) => {
      const aborted = new Promise<number>((resolve) => {
        call.signal.addEventListener("abort", () => resolve(0));
      });
      await Promise.race([run(["cat"], streams, call), aborted]);
    },
    portForward: ({ port }) => (port === 1 ? Promise.resolve(new PassThrough()) : dialLoopback(port)),
  };
};

const dialLoopback = (port: number): Promise<Duplex> =>
  new Promise<Duplex>((resolve, reject) => {
    const socket = connect({ host: "127.0.0.1", port, allowHalfOpen: true });
    socket.once("connect", () => resolve(socket));
    socket.once("error", reject);
  });
