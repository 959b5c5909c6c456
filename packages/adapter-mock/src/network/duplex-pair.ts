import { Duplex } from "node:stream";

/** Counts what passes, as an interface's counters do. */
export interface Traffic {
  receivedBytes: number;
  sentBytes: number;
}

class End extends Duplex {
  #peer: End | undefined;
  #resume: (() => void) | undefined;
  readonly #onSent: (bytes: number) => void;

  constructor(onSent: (bytes: number) => void) {
    super({ allowHalfOpen: true });
    this.#onSent = onSent;
  }

  join(peer: End): void {
    this.#peer = peer;
  }

  override _read(): void {
    const resume = this.#resume;
    this.#resume = undefined;
    resume?.();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    const peer = this.#peer;
    if (peer === undefined || peer.destroyed) {
      done(Object.assign(new Error("write to a connection that the other side has closed"), { code: "EPIPE" }));
      return;
    }
    this.#onSent(chunk.byteLength);
    if (peer.push(chunk)) done();
    else peer.#resume = done;
  }

  override _final(done: () => void): void {
    if (this.#peer?.destroyed === false) this.#peer.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const peer = this.#peer;
    this.#peer = undefined;
    const resume = this.#resume;
    this.#resume = undefined;
    resume?.();
    if (peer !== undefined && !peer.destroyed) {
      if (this.writableFinished) peer.push(null);
      else process.nextTick(() => peer.destroy(error === null ? undefined : new Error("connection reset by peer")));
    }
    done(error);
  }
}

/** The two ends of a connection inside this process, each half-open capable, with backpressure. Traffic is counted from the first end. */
export const createDuplexPair = (traffic: Traffic): readonly [Duplex, Duplex] => {
  const near = new End((bytes) => {
    traffic.sentBytes += bytes;
  });
  const far = new End((bytes) => {
    traffic.receivedBytes += bytes;
  });
  near.join(far);
  far.join(near);
  return [near, far];
};
