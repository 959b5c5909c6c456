import { type ByteSink, HEADROOM_BYTES } from "../contract/streams.ts";

/** A sink that keeps the first bytes and discards the rest. */
export interface ByteCollector extends ByteSink {
  /** Bytes kept. */
  readonly byteLength: number;
  /** The first `maxBytes` of what was kept. */
  collected(maxBytes: number): Buffer;
}

const FIRST_BYTES = 1024;

/** Collects up to `maxBytes`, in one buffer however small the writes are; a process that writes more goes on undisturbed. */
export const createByteCollector = (maxBytes: number): ByteCollector => {
  let kept = Buffer.alloc(0);
  let byteLength = 0;
  let isEnded = false;
  const grow = (bytes: number): void => {
    if (bytes <= kept.length) return;
    const grown = Buffer.allocUnsafe(Math.min(maxBytes, Math.max(bytes, kept.length * 2, FIRST_BYTES)));
    kept.copy(grown, 0, 0, byteLength);
    kept = grown;
  };
  const write = (chunk: Uint8Array, release?: () => void): boolean => {
    const taken = chunk.subarray(0, isEnded ? 0 : maxBytes - byteLength);
    if (taken.byteLength > 0) {
      grow(byteLength + taken.byteLength);
      kept.set(taken, byteLength);
      byteLength += taken.byteLength;
    }
    release?.();
    return true;
  };
  return {
    get byteLength() {
      return byteLength;
    },
    collected: (most) => kept.subarray(0, Math.min(byteLength, most)),
    write,
    writeFramed: (frame, release) => write(frame.subarray(HEADROOM_BYTES), release),
    drained: async () => {},
    end: () => {
      isEnded = true;
    },
  };
};
