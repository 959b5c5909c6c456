import type { Duplex } from "node:stream";

/** Bounds of a {@link Transport}. */
export interface TransportOptions {
  /** Bytes that may wait for a slow peer before `write` says `false`. */
  readonly maxOutputBytes: number;
  /** How long a silent peer is awaited once everything has been sent. */
  readonly lingerMs: number;
}

/** Bytes one connection may send in one turn of the event loop. */
const maxBurstBytes = 4 * 1024 * 1024;

/** A write that waits for the others of its turn. */
const smallBytes = 4 * 1024;

/**
 * The writing side of one upgraded socket, and its end: nothing that was written is lost to a socket destroyed too early. The kernel answers
 * data for a destroyed socket with RST and throws away what it had not yet delivered, so `finish` half-closes and keeps reading until the
 * peer has closed.
 */
export class Transport {
  readonly socket: Duplex;
  readonly #options: TransportOptions;
  readonly closed: Promise<void>;
  #open = true;
  #writable = true;
  #waiting: (() => void)[] = [];
  #burstBytes = 0;
  #gathering = false;
  #lingering = false;
  #lingerTimer: NodeJS.Timeout | undefined;

  constructor(socket: Duplex, options: TransportOptions) {
    this.socket = socket;
    this.#options = options;
    socket.on("drain", () => this.#wake());
    socket.on("error", ignore);
    this.closed = new Promise((resolve) => {
      const onClose = (): void => {
        this.#open = false;
        this.#writable = false;
        clearTimeout(this.#lingerTimer);
        this.#wake();
        resolve();
      };
      if (socket.closed) onClose();
      else socket.once("close", onClose);
    });
  }

  /** Whether what is written can still be sent. */
  get writable(): boolean {
    return this.#writable;
  }

  /** Bytes written and not yet taken by the kernel. */
  get pendingBytes(): number {
    return this.socket.writableLength;
  }

  /** `false` when the peer is slow, has gone, or others must have their turn: await {@link drained}. */
  write(chunk: Uint8Array, release?: () => void): boolean {
    if (!this.#writable) {
      release?.();
      return false;
    }
    if (chunk.length < smallBytes) this.#gather();
    this.socket.write(chunk, release);
    return this.#hasRoom(chunk.length);
  }

  /** As `write`, for a header and its payload, in one system call. */
  writePair(header: Uint8Array, payload: Uint8Array, release?: () => void): boolean {
    if (!this.#writable) {
      release?.();
      return false;
    }
    if (payload.length < smallBytes) this.#gather();
    this.socket.cork();
    this.socket.write(header);
    this.socket.write(payload, release);
    this.socket.uncork();
    return this.#hasRoom(payload.length);
  }

  /** Settles when the peer has caught up or gone, in a later turn of the event loop in any case. */
  drained(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#writable && this.socket.writableNeedDrain) this.#waiting.push(resolve);
      else setImmediate(resolve);
    });
  }

  /** Small writes of one turn leave in one system call: a reply, a few bytes of output and the end of a session are worth no more. */
  #gather(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    this.socket.cork();
    process.nextTick(() => {
      this.#gathering = false;
      this.socket.uncork();
    });
  }

  /** A kernel that takes everything at once would keep a writer that never waits in one turn for ever: other sessions get theirs. */
  #hasRoom(bytes: number): boolean {
    if (this.#burstBytes === 0) {
      setImmediate(() => {
        this.#burstBytes = 0;
      });
    }
    this.#burstBytes += bytes;
    return this.#burstBytes < maxBurstBytes && this.socket.writableLength < this.#options.maxOutputBytes;
  }

  /** Half-closes after what was written and reads on until the peer has closed, has failed, or has been silent for `lingerMs`. */
  finish(): void {
    if (!this.#open || this.#lingering) return;
    this.#lingering = true;
    if (this.#writable) {
      this.#writable = false;
      this.#wake();
      this.socket.end();
    }
    this.linger();
  }

  /** Reads and discards until the peer has closed; for a protocol that half-closes by itself. */
  linger(): void {
    this.#lingering = true;
    this.#writable = false;
    this.#wake();
    const { socket } = this;
    if (socket.destroyed) return;
    let heard = true;
    socket.on("data", () => {
      heard = true;
    });
    const check = (): void => {
      if (!this.#open) return;
      if (!heard && socket.writableLength === 0) socket.destroy();
      else this.#lingerTimer = setTimeout(check, this.#options.lingerMs);
      heard = false;
    };
    if (socket.readableEnded) this.#destroyWhenSent();
    else socket.once("end", () => this.#destroyWhenSent());
    socket.resume();
    check();
  }

  /** Ends the connection now; what was written has `lingerMs` to leave. */
  abort(): void {
    if (!this.#open) return;
    this.#writable = false;
    this.#wake();
    this.socket.end();
    this.#destroyWhenSent();
    clearTimeout(this.#lingerTimer);
    this.#lingerTimer = setTimeout(() => this.socket.destroy(), this.#options.lingerMs);
  }

  #destroyWhenSent(): void {
    const { socket } = this;
    if (socket.writableFinished) socket.destroy();
    else socket.once("finish", () => socket.destroy());
  }

  #wake(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** A socket's failure is told by its close. */
const ignore = (): void => {};
