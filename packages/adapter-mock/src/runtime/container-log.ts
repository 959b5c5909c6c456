import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { createLogWriter, type LogWriter } from "@crikit/cri-runtime/log";
import type { Clock } from "../clock/clock.ts";

/** A quiet container's log file is closed after this. */
const IDLE_MS = 1000;
const MODE = 0o640;

/** Whose log it is. */
export interface LogOwner {
  readonly logPath: string;
  readonly clock: Clock;
  /** Takes note of work that takes real time, until it has settled; gives it back. */
  track<T>(work: Promise<T>): Promise<T>;
}

/** A log file that is made at once and opened for writing only when there is something to write: thousands of silent containers hold nothing. */
export class ContainerLog {
  readonly #owner: LogOwner;
  #writer: LogWriter | undefined;
  #opening: Promise<void> | undefined;
  #waiting: (readonly ["stdout" | "stderr", Uint8Array, bigint])[] | undefined;
  #failure: unknown;

  constructor(owner: LogOwner) {
    this.#owner = owner;
  }

  get path(): string {
    return this.#owner.logPath;
  }

  /** Makes the file, so that it can be followed before its first line. Throws what the file system says. */
  create(): void {
    const { path } = this;
    try {
      closeSync(openSync(path, "a", MODE));
    } catch {
      // The folder is not there yet, as a rule; any other reason comes again.
      mkdirSync(dirname(path), { recursive: true });
      closeSync(openSync(path, "a", MODE));
    }
  }

  /** Takes a chunk. `false`: await `drained` before the next one. */
  write(stream: "stdout" | "stderr", chunk: Uint8Array): boolean {
    if (this.#failure !== undefined) return true;
    if (this.#writer !== undefined) return this.#writer.write(stream, chunk);
    this.#waiting ??= [];
    this.#waiting.push([stream, chunk, this.#owner.clock.nowNanos()]);
    this.#opening ??= this.#owner.track(this.#open());
    return false;
  }

  async #open(): Promise<void> {
    try {
      const writer = await createLogWriter(this.path, {
        nowNanos: () => this.#owner.clock.nowNanos(),
        idleMs: IDLE_MS,
      });
      for (const [stream, chunk, timeNanos] of this.#waiting ?? []) writer.write(stream, chunk, timeNanos);
      this.#writer = writer;
    } catch (error) {
      // The log's folder has gone: what the container writes is lost, the container goes on, as in every runtime.
      this.#failure = error;
    }
    this.#waiting = undefined;
  }

  async drained(): Promise<void> {
    await this.#opening;
    if (this.#writer !== undefined) await this.#owner.track(this.#writer.drained());
  }

  /** Goes on in a new file at the same path. */
  async reopen(): Promise<void> {
    await this.#opening;
    this.#failure = undefined;
    if (this.#writer === undefined) this.create();
    else await this.#writer.reopen();
  }

  /** Writes all that is left. */
  async close(): Promise<void> {
    await this.#opening;
    if (this.#writer !== undefined) await this.#owner.track(this.#writer.close());
  }
}
