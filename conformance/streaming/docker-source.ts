import { connect, type Socket } from "node:net";
import { type ByteSink, HEADROOM_BYTES } from "@crikit/cri-runtime";

const bufferBytes = 256 * 1024;
const maxFree = 8;

/** Read buffers that come back when what was in them has been sent. */
class BufferPool {
  readonly #free: Buffer[] = [];
  readonly #users = new Map<Buffer, number>();

  take(): Buffer {
    return this.#free.pop() ?? Buffer.allocUnsafeSlow(bufferBytes);
  }

  /** Holds a buffer while pieces of it are on their way; the function returned gives one of `users` up. */
  hold(buffer: Buffer, users: number): () => void {
    this.#users.set(buffer, users);
    return () => {
      const left = (this.#users.get(buffer) ?? 1) - 1;
      this.#users.set(buffer, left);
      if (left > 0) return;
      this.#users.delete(buffer);
      if (this.#free.length < maxFree) this.#free.push(buffer);
    };
  }
}

/** Cuts Docker's multiplexed stream into pieces with eight writable bytes before each payload: its own header, or the reserve before the buffer. */
export class Demultiplexer {
  readonly #header = Buffer.alloc(HEADROOM_BYTES);
  #headerBytes = 0;
  #remaining = 0;

  /** The framed pieces of `buffer` between `start`, which has a reserve of eight bytes before it, and `end`. */
  cut(buffer: Buffer, start: number, end: number): Buffer[] {
    const pieces: Buffer[] = [];
    let at = start;
    while (at < end) {
      if (this.#remaining === 0) {
        const take = Math.min(HEADROOM_BYTES - this.#headerBytes, end - at);
        buffer.copy(this.#header, this.#headerBytes, at, at + take);
        this.#headerBytes += take;
        at += take;
        if (this.#headerBytes < HEADROOM_BYTES) break;
        this.#headerBytes = 0;
        this.#remaining = this.#header.readUInt32BE(4);
        continue;
      }
      const take = Math.min(this.#remaining, end - at);
      pieces.push(buffer.subarray(at - HEADROOM_BYTES, at + take));
      this.#remaining -= take;
      at += take;
    }
    return pieces;
  }
}

/** Copies TOTAL bytes of a docker-like source on a unix socket to a sink without copying them in memory. */
export const copyFromDocker = (
  source: { readonly socketPath: string; readonly kind: "raw" | "mux"; readonly line: string },
  sink: ByteSink,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const pool = new BufferPool();
    const demultiplexer = new Demultiplexer();
    let current = pool.take();
    const forward = (buffer: Buffer, bytes: number): boolean => {
      const end = HEADROOM_BYTES + bytes;
      const pieces = source.kind === "raw" ? [buffer.subarray(0, end)] : demultiplexer.cut(buffer, HEADROOM_BYTES, end);
      if (pieces.length === 0) return true;
      const release = pool.hold(buffer, pieces.length);
      let more = true;
      for (const piece of pieces) more = sink.writeFramed(piece, release);
      return more;
    };
    const socket: Socket = connect({
      path: source.socketPath,
      onread: {
        buffer: () => {
          current = pool.take();
          return current.subarray(HEADROOM_BYTES);
        },
        callback: (bytes) => {
          if (forward(current, bytes)) return true;
          void sink.drained().then(() => socket.resume());
          socket.pause();
          return true;
        },
      },
    });
    socket.once("connect", () => socket.write(source.line));
    socket.once("error", reject);
    socket.once("end", () => {
      socket.destroy();
      resolve();
    });
  });
