/** Thrown to a writer when nobody reads any more: what SIGPIPE is to a process. */
export class BrokenPipe extends Error {
  override readonly name = "BrokenPipe";

  constructor() {
    super("write to a pipe that nobody reads");
  }
}

/** Bytes a pipe takes before its writer has to wait, as in Linux. */
export const PIPE_BYTES = 64 * 1024;

const NEWLINE = 10;

/** A promise that is made only when somebody waits. */
class Notice {
  #promise: Promise<void> | undefined;
  #resolve: (() => void) | undefined;

  wait(): Promise<void> {
    this.#promise ??= new Promise((resolve) => {
      this.#resolve = resolve;
    });
    return this.#promise;
  }

  give(): void {
    const resolve = this.#resolve;
    this.#promise = undefined;
    this.#resolve = undefined;
    resolve?.();
  }
}

/** Bounded bytes between a writer and a reader, in one process. */
export class Pipe {
  #chunks: Uint8Array[] = [];
  #head = 0;
  #size = 0;
  #ended = false;
  #broken = false;
  readonly #readable = new Notice();
  readonly #writable = new Notice();

  /** Takes `chunk`, which must not change afterwards. `false`: await {@link drained} before the next one. */
  write(chunk: Uint8Array): boolean {
    if (this.#broken || this.#ended) throw new BrokenPipe();
    if (chunk.byteLength > 0) {
      this.#chunks.push(chunk);
      this.#size += chunk.byteLength;
      this.#readable.give();
    }
    return this.#size < PIPE_BYTES;
  }

  drained(): Promise<void> {
    return this.#size < PIPE_BYTES || this.#broken ? Promise.resolve() : this.#writable.wait();
  }

  /** The next bytes (to the end of a line with `line`); empty: none yet; `undefined`: the end. */
  take(maxBytes: number, line = false): Uint8Array | undefined {
    const first = this.#chunks[this.#head];
    if (first === undefined) return this.#ended ? undefined : new Uint8Array(0);
    const newline = line ? first.indexOf(NEWLINE) : -1;
    const count = Math.min(maxBytes, newline < 0 ? first.byteLength : newline + 1);
    const full = this.#size >= PIPE_BYTES;
    this.#size -= count;
    if (count === first.byteLength) this.#shift();
    else this.#chunks[this.#head] = first.subarray(count);
    if (full && this.#size < PIPE_BYTES) this.#writable.give();
    return count === first.byteLength ? first : first.subarray(0, count);
  }

  #shift(): void {
    this.#head++;
    if (this.#head === this.#chunks.length) {
      this.#chunks = [];
      this.#head = 0;
    }
  }

  /** Settles when `take` has something to say. */
  readable(): Promise<void> {
    return this.#head < this.#chunks.length || this.#ended ? Promise.resolve() : this.#readable.wait();
  }

  /** The writer has no more. */
  end(): void {
    this.#ended = true;
    this.#readable.give();
    this.#writable.give();
  }

  /** The reader wants no more: what is in the pipe is dropped, writers fail. */
  break(): void {
    this.#broken = true;
    this.#chunks = [];
    this.#head = 0;
    this.#size = 0;
    this.#writable.give();
  }
}
