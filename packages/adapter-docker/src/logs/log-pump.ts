import { createLogWriter, type LogWriter } from "@crikit/cri-runtime/log";
import type { Engine } from "../engine/engine.ts";
import { isEngineError } from "../engine/engine-error.ts";
import type { HijackedStream } from "../engine/hijack.ts";
import { createStdcopyParser } from "../engine/stdcopy.ts";
import { nowNanos } from "../translate/times.ts";
import { countWrittenBytes, resumeSince } from "./align.ts";
import type { LogState } from "./log-state.ts";
import { readLogTail } from "./log-tail.ts";
import { readStoredLog, type StoredMessage } from "./stored-log.ts";

/** One container whose log is written here. */
export interface LogSource {
  readonly containerId: string;
  readonly path: string;
  readonly isTty: boolean;
}

/** What a pump needs around it. */
export interface PumpSurroundings {
  readonly engine: Engine;
  readonly state: LogState;
  readonly onWarning: (text: string) => void;
  /** Counts how often the engine has gone away: a stream that ends in one epoch has ended with its container. */
  readonly epoch: () => number;
}

/** Writes one container's output into its log until the container has ended and all is written. */
export interface LogPump {
  /** Settles when all of the container's output is in the file. */
  readonly finished: Promise<void>;
  /** The container is known to have ended: what is still missing is fetched from the engine's store if the stream is broken. */
  ended(): Promise<void>;
  /** The engine is back: a broken stream is taken up again. */
  resume(): void;
  reopen(): Promise<void>;
  /** Stops writing without waiting for the container; what has been taken is written. */
  close(): Promise<void>;
}

type Phase = "live" | "ending" | "broken" | "resuming" | "finished";

const attachBlockBytes = 64 * 1024;
const marginNanos = 10_000_000_000n;
const gatherBytes = 2 * 1024 * 1024;
const gatherMs = 250;
const retryMs = 500;

const formatSince = (nanos: bigint): string =>
  nanos <= 0n ? "" : `${nanos / 1_000_000_000n}.${String(nanos % 1_000_000_000n).padStart(9, "0")}`;

/** The first messages of a stream that may never end: until enough are there, or no more come for a while. */
const gather = async (iterator: AsyncIterator<StoredMessage>) => {
  const messages: StoredMessage[] = [];
  let bytes = 0;
  for (;;) {
    const next = iterator.next();
    let timer: NodeJS.Timeout | undefined;
    const idle = new Promise<"idle">((resolve) => {
      timer = setTimeout(() => resolve("idle"), messages.length === 0 ? gatherMs * 4 : gatherMs);
    });
    const result = await Promise.race([next, idle]);
    clearTimeout(timer);
    if (result === "idle") return { messages, next };
    if (result.done === true) return { messages, next: undefined };
    messages.push(result.value);
    bytes += result.value.text.length;
    if (bytes > gatherBytes) return { messages, next: iterator.next() };
  }
};

class Pump implements LogPump {
  readonly #source: LogSource;
  readonly #around: PumpSurroundings;
  readonly #stop = new AbortController();
  #writer: LogWriter | undefined;
  #stream: HijackedStream | undefined;
  #reading: AbortController | undefined;
  #phase: Phase = "broken";
  #isFull = false;
  #hasEnded = false;
  #markFinished = (): void => {};
  #wake = (): void => {};
  readonly finished: Promise<void>;

  constructor(source: LogSource, around: PumpSurroundings) {
    this.#source = source;
    this.#around = around;
    this.finished = new Promise((resolve) => {
      this.#markFinished = resolve;
    });
  }

  /** Attaches before the container is started: nothing can be missed. */
  async attach(): Promise<void> {
    const { containerId } = this.#source;
    await this.#around.state.mark(containerId, nowNanos());
    const writer = await this.#openWriter();
    const stream = await this.#around.engine.attachContainer(containerId, {
      stdin: false,
      stdout: true,
      stderr: true,
      signal: this.#stop.signal,
      blockBytes: attachBlockBytes,
    });
    this.#stream = stream;
    this.#phase = "live";
    const parser = createStdcopyParser((output, frame) => {
      writer.write(output, frame.subarray(8));
    });
    stream.read(
      (buffer, start, end) => {
        if (this.#source.isTty) writer.write("stdout", buffer.subarray(start, end));
        else parser.push(buffer, start, end);
        return this.#mayGoOn(writer, stream);
      },
      (error) => void this.#lost(error),
    );
  }

  resume(): void {
    if (this.#phase !== "broken" || this.#stop.signal.aborted) return;
    this.#phase = "resuming";
    this.#follow(!this.#hasEnded).catch((error: unknown) => void this.#lost(error));
  }

  async ended(): Promise<void> {
    this.#hasEnded = true;
    this.#wake();
    this.resume();
    await this.finished;
  }

  async reopen(): Promise<void> {
    await this.#around.state.mark(this.#source.containerId, nowNanos());
    await (await this.#openWriter()).reopen();
  }

  async close(): Promise<void> {
    this.#phase = "finished";
    this.#stop.abort();
    this.#wake();
    await this.#writer?.close();
    this.#markFinished();
  }

  async #openWriter(): Promise<LogWriter> {
    this.#writer ??= await createLogWriter(this.#source.path, {
      onFailure: ({ path, cause }) => {
        this.#isFull = true;
        this.#around.onWarning(
          `log "${path}" cannot be written (${cause instanceof Error ? cause.message : cause}): it goes on when it can`,
        );
      },
      onRecovery: () => {
        this.#isFull = false;
      },
    });
    return this.#writer;
  }

  #mayGoOn(writer: LogWriter, stream: HijackedStream): boolean {
    if (writer.bufferedBytes < 1024 * 1024) return true;
    if (!this.#isFull) {
      void writer.drained().then(() => stream.resume());
      return false;
    }
    // The disk is full: the engine's store holds the rest until it is not.
    this.#stream = undefined;
    stream.destroy();
    return false;
  }

  /** The stream has ended: the container with it, or only the connection. */
  async #lost(error: unknown): Promise<void> {
    if (this.#phase === "finished" || this.#stop.signal.aborted) return;
    this.#stream = undefined;
    if (this.#isFull) {
      this.#phase = "ending";
      await this.#writer?.flushed();
      this.#phase = "broken";
      return this.resume();
    }
    this.#phase = "ending";
    const isOver = error === undefined && (await this.#isOver());
    if (this.#phase !== "ending") return;
    if (isOver) return this.#finish();
    this.#phase = "broken";
    if (await this.#isReachable()) this.resume();
  }

  /** Whether a stream that ended did so because the container has: the engine says so a moment later. */
  async #isOver(): Promise<boolean> {
    const epoch = this.#around.epoch();
    for (let pauseMs = 10; pauseMs < 1_000; pauseMs *= 2) {
      if (this.#around.epoch() !== epoch) return false;
      if (this.#hasEnded) return true;
      const running = await this.#isRunning();
      if (running !== true) return running === false && this.#around.epoch() === epoch;
      await this.#pause(pauseMs);
    }
    return false;
  }

  /** `undefined` if the engine cannot be asked. */
  async #isRunning(): Promise<boolean | undefined> {
    try {
      const inspect = await this.#around.engine.inspectContainer(this.#source.containerId);
      return inspect.State?.Running === true;
    } catch (error) {
      return isEngineError(error, 404) ? false : undefined;
    }
  }

  async #isReachable(): Promise<boolean> {
    await this.#pause(retryMs);
    const running = await this.#isRunning();
    if (running === false) this.#hasEnded = true;
    return running !== undefined;
  }

  async #pause(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = () => {};
  }

  /** Takes the log up from the engine's store: what the file holds already is found by its end and left out. */
  async #follow(isRunning: boolean): Promise<void> {
    const { engine, state } = this.#around;
    const { containerId, path, isTty } = this.#source;
    await this.#writer?.flushed();
    const tail = await readLogTail(path);
    const begun = await state.markOf(containerId);
    const since = tail.lines.length > 0 ? resumeSince(tail, marginNanos) : (begun ?? 0n) - marginNanos;
    if (begun === undefined) await state.mark(containerId, nowNanos());
    const writer = await this.#openWriter();
    this.#reading = new AbortController();
    const signal = AbortSignal.any([this.#stop.signal, this.#reading.signal]);
    const body = await engine.containerLog(containerId, { since: formatSince(since), follow: isRunning, signal });
    const iterator = readStoredLog(body, isTty)[Symbol.asyncIterator]();
    const { messages, next } = await gather(iterator);
    const skip = {
      stdout: countWrittenBytes(tail.lines, messages, "stdout"),
      stderr: countWrittenBytes(tail.lines, messages, "stderr"),
    };
    this.#phase = "live";
    const put = async (message: StoredMessage): Promise<void> => {
      const bytes = message.isPartial ? message.text : Buffer.concat([message.text, Buffer.from("\n")]);
      const skipped = Math.min(skip[message.stream], bytes.length);
      skip[message.stream] -= skipped;
      if (skipped === bytes.length) return;
      if (!writer.write(message.stream, bytes.subarray(skipped), message.timeNanos)) await writer.drained();
    };
    for (const message of messages) await put(message);
    for (let result = await next; result !== undefined && result.done !== true; result = await iterator.next())
      await put(result.value);
    if (isRunning && !this.#hasEnded) return this.#lost(undefined);
    await this.#finish();
  }

  async #finish(): Promise<void> {
    if (this.#phase === "finished") return;
    this.#phase = "finished";
    const { containerId } = this.#source;
    this.#writer?.end("stdout");
    this.#writer?.end("stderr");
    if (this.#isFull) {
      // A full disk must not hold back that the container has ended.
      this.#markFinished();
      await this.#writer?.flushed();
    }
    await this.#writer?.close();
    await this.#around.state.clear(containerId);
    this.#markFinished();
  }
}

/** A pump that is attached to a container that has not been started yet. */
export const attachLogPump = async (source: LogSource, around: PumpSurroundings): Promise<LogPump> => {
  const pump = new Pump(source, around);
  try {
    await pump.attach();
  } catch (error) {
    await pump.close();
    await around.state.clear(source.containerId);
    throw error;
  }
  return pump;
};

/** A pump that takes up the log of a container that was started before. */
export const resumeLogPump = (source: LogSource, around: PumpSurroundings): LogPump => {
  const pump = new Pump(source, around);
  pump.resume();
  return pump;
};
