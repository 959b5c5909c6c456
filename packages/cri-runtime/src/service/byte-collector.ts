import { type ByteSink, HEADROOM_BYTES } from "../contract/streams.ts";

/** A sink that keeps the first bytes and discards the rest. */
export interface ByteCollector extends ByteSink {
  /** What was kept, in order. */
  readonly chunks: readonly Uint8Array[];
  /** Bytes kept. */
  readonly byteLength: number;
}

/** Collects up to `maxBytes`; a process that writes more goes on undisturbed. */
export const createByteCollector = (maxBytes: number): ByteCollector => {
  const chunks: Uint8Array[] = [];
  let byteLength = 0;
  let isEnded = false;
  const write = (chunk: Uint8Array, release?: () => void): boolean => {
    const room = isEnded ? 0 : maxBytes - byteLength;
    if (room > 0 && chunk.byteLength > 0) {
      const kept = chunk.subarray(0, room);
      // A view would keep the whole buffer it is cut from in memory, and a buffer with a release is the writer's again afterwards.
      chunks.push(kept.slice());
      byteLength += kept.byteLength;
    }
    release?.();
    return true;
  };
  return {
    chunks,
    get byteLength() {
      return byteLength;
    },
    write,
    writeFramed: (frame, release) => write(frame.subarray(HEADROOM_BYTES), release),
    drained: async () => {},
    end: () => {
      isEnded = true;
    },
  };
};

/** The first `maxBytes` of what was kept, in one piece. */
export const joinCollected = (collector: ByteCollector, maxBytes: number): Buffer =>
  Buffer.concat(collector.chunks, Math.min(collector.byteLength, maxBytes));
