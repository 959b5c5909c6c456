import type { AppendFile } from "./append-file.ts";
import { createLineBatch } from "./line-batch.ts";

/** What a log writer says when the disk refuses lines. */
export interface LogFailure {
  readonly path: string;
  /** What the file system said: `ENOSPC`, `EDQUOT`, `EIO`… */
  readonly cause: unknown;
  /** Bytes that wait for the disk. */
  readonly bufferedBytes: number;
}

/** What a {@link Spool} can be told; `LogWriterOptions` says what each means. */
export interface SpoolOptions {
  readonly maxBufferedBytes?: number;
  readonly retryMs?: number;
  readonly idleMs?: number;
  readonly onFailure?: (failure: LogFailure) => void;
  readonly onRecovery?: (recovery: { readonly path: string; readonly droppedLines: number }) => void;
}

/** Lines on their way to the disk. */
export interface Spool {
  readonly droppedLines: number;
  readonly bufferedBytes: number;
  /** Whether a writer should wait. */
  readonly isHigh: boolean;
  /** Takes one line, to be written with the others of this turn of the event loop. */
  add(header: string, parts: readonly Uint8Array[]): void;
  drained(): Promise<void>;
  flushed(): Promise<void>;
  reopen(): Promise<void>;
  close(): Promise<void>;
}

const DEFAULT_BUFFERED_BYTES = 4 * 2 ** 20;

/** What is left of `blocks` after so many bytes. */
const without = (blocks: readonly Buffer[], bytes: number): Buffer[] => {
  let skip = bytes;
  const rest: Buffer[] = [];
  for (const block of blocks) {
    if (skip >= block.length) skip -= block.length;
    else {
      rest.push(block.subarray(skip));
      skip = 0;
    }
  }
  return rest;
};

const sizeOf = (blocks: readonly Buffer[]): number => blocks.reduce((sum, block) => sum + block.length, 0);

const countLines = (blocks: readonly Buffer[]): number => {
  let lines = 0;
  for (const block of blocks) for (let at = block.indexOf(10); at >= 0; at = block.indexOf(10, at + 1)) lines++;
  return lines;
};

/** What waits for the disk and how it gets there: one writer at a time, a refusal is retried, a torn line is whole in the next file. */
class FileSpool implements Spool {
  readonly #file: AppendFile;
  readonly #path: string;
  readonly #options: SpoolOptions;
  readonly #batch = createLineBatch();
  /** Blocks that are being written, each beginning and ending with a line. */
  #inFlight: Buffer[] = [];
  #inFlightBytes = 0;
  /** Bytes of the first block in flight that are on the disk. */
  #written = 0;
  #pump: Promise<void> | undefined;
  #isScheduled = false;
  #isFailing = false;
  #isClosed = false;
  #reopens: { readonly resolve: () => void; readonly reject: (reason: unknown) => void }[] = [];
  #wake = (): void => {};
  #waiters: (() => void)[] = [];
  #idle: NodeJS.Timeout | undefined;
  droppedLines = 0;

  constructor(file: AppendFile, path: string, options: SpoolOptions) {
    this.#file = file;
    this.#path = path;
    this.#options = options;
  }

  get maxBytes(): number {
    return this.#options.maxBufferedBytes ?? DEFAULT_BUFFERED_BYTES;
  }

  get bufferedBytes(): number {
    return this.#batch.byteLength + this.#inFlightBytes - this.#written;
  }

  get isHigh(): boolean {
    return this.bufferedBytes > this.maxBytes / 4;
  }

  add(header: string, parts: readonly Uint8Array[]): void {
    if (this.#isClosed) return;
    if (this.bufferedBytes >= this.maxBytes) {
      this.droppedLines++;
      return;
    }
    this.#batch.append(header, parts);
    if (this.#isScheduled || this.#pump !== undefined) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      void this.run();
    });
  }

  /** Writes until nothing waits. */
  run(): Promise<void> {
    this.#pump ??= this.#work().finally(() => {
      this.#pump = undefined;
      this.#settle();
      // What was added between the last look and now was left to this pump.
      if (this.#reopens.length > 0 || this.#batch.byteLength > 0) void this.run();
    });
    return this.#pump;
  }

  async reopen(): Promise<void> {
    if (this.#isClosed) return;
    await new Promise<void>((resolve, reject) => {
      this.#reopens.push({ resolve, reject });
      this.#wake();
      void this.run();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    this.#wake();
    while (this.#pump !== undefined || this.bufferedBytes > 0) await this.run();
    clearTimeout(this.#idle);
    await this.#file.close();
    this.#settle();
  }

  async drained(): Promise<void> {
    while (this.isHigh && !this.#isClosed) await new Promise<void>((resolve) => this.#waiters.push(resolve));
  }

  async flushed(): Promise<void> {
    while (this.bufferedBytes > 0 || this.#pump !== undefined) await this.run();
  }

  #setInFlight(blocks: Buffer[]): void {
    this.#inFlight = blocks;
    this.#inFlightBytes = sizeOf(blocks);
    this.#written = 0;
  }

  #settle(): void {
    for (const resolve of this.#waiters.splice(0)) resolve();
  }

  async #work(): Promise<void> {
    clearTimeout(this.#idle);
    for (;;) {
      if (this.#inFlight.length === 0) {
        this.#setInFlight(this.#batch.take());
      }
      const isClean = this.#inFlight.length === 0 || (await this.#writeOnce());
      if (isClean && this.#inFlight.length > 0) continue;
      if (this.#reopens.length > 0) await this.#switchFile();
      else if (this.#inFlight.length === 0 && this.#batch.byteLength === 0) break;
      else if (!isClean && this.#isClosed) this.#giveUp();
      else if (!isClean) await this.#pause();
    }
    this.#rest();
  }

  /** Whether the disk took something. */
  async #writeOnce(): Promise<boolean> {
    try {
      const written = await this.#file.append(without(this.#inFlight, this.#written));
      this.#advance(written);
      if (written === 0) throw new Error("the file system takes no bytes");
      this.#recovered();
      return true;
    } catch (cause) {
      this.#failed(cause);
      return false;
    }
  }

  #advance(bytes: number): void {
    this.#written += bytes;
    for (let [first] = this.#inFlight; first !== undefined && this.#written >= first.length; [first] = this.#inFlight) {
      this.#written -= first.length;
      this.#inFlightBytes -= first.length;
      this.#inFlight.shift();
    }
    if (!this.isHigh) this.#settle();
  }

  #failed(cause: unknown): void {
    if (this.#isFailing) return;
    this.#isFailing = true;
    this.#options.onFailure?.({ path: this.#path, cause, bufferedBytes: this.bufferedBytes });
  }

  #recovered(): void {
    if (!this.#isFailing) return;
    this.#isFailing = false;
    this.#options.onRecovery?.({ path: this.#path, droppedLines: this.droppedLines });
  }

  /** The line that was being written when the disk refused is written again, whole, to the new file. */
  async #switchFile(): Promise<void> {
    const [first] = this.#inFlight;
    if (first !== undefined && this.#written > 0) {
      const lineStart = first.lastIndexOf(10, this.#written - 1) + 1;
      this.#setInFlight([first.subarray(lineStart), ...this.#inFlight.slice(1)]);
    }
    const waiting = this.#reopens.splice(0);
    try {
      await this.#file.close();
      await this.#file.open();
      for (const { resolve } of waiting) resolve();
    } catch (cause) {
      for (const { reject } of waiting) reject(cause);
    }
  }

  #giveUp(): void {
    this.droppedLines += countLines(without(this.#inFlight, this.#written)) + countLines(this.#batch.take());
    this.#setInFlight([]);
  }

  async #pause(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      timer = setTimeout(resolve, this.#options.retryMs ?? 1000);
    });
    clearTimeout(timer);
    this.#wake = () => {};
  }

  #rest(): void {
    const { idleMs } = this.#options;
    if (idleMs === undefined || this.#isClosed) return;
    this.#idle = setTimeout(() => {
      if (this.#pump === undefined) void this.#file.close().catch((cause: unknown) => this.#failed(cause));
    }, idleMs);
    this.#idle.unref();
  }
}

/** The way to one file's disk; the file is opened by its owner. */
export const createSpool = (file: AppendFile, path: string, options: SpoolOptions): Spool =>
  new FileSpool(file, path, options);
