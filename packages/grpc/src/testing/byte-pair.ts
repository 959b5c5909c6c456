import { Duplex } from "node:stream";

class PairEnd extends Duplex {
  other: PairEnd | undefined;
  #resume: (() => void) | undefined;

  override _read(): void {
    const resume = this.#resume;
    this.#resume = undefined;
    resume?.();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    const { other } = this;
    if (other === undefined || other.destroyed) {
      done(new Error("the other end is closed"));
      return;
    }
    if (other.push(chunk)) setImmediate(done);
    else other.#resume = done;
  }

  override _final(done: (error?: Error | null) => void): void {
    this.other?.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    const { other } = this;
    setImmediate(() => other?.destroy());
    done(error);
  }
}

/** The two ends of a byte stream in memory, with backpressure. */
export const createBytePair = (): readonly [Duplex, Duplex] => {
  const [a, b] = [new PairEnd(), new PairEnd()];
  a.other = b;
  b.other = a;
  return [a, b];
};
