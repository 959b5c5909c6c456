/** Which of a process' outputs a frame of Docker's stream carries. */
export type OutputName = "stdout" | "stderr";

/** Takes payload bytes: `frame` is 8 bytes that may be overwritten, then the payload. */
export type FrameSink = (output: OutputName, frame: Buffer) => void;

const headerBytes = 8;

/**
 * Takes Docker's multiplexed stream apart: 1 byte which output, 3 zero bytes, 4 bytes length, payload. The payload is never copied: the header
 * in front of it is the headroom, and a payload cut by the end of a read continues in the next one behind that read's own headroom.
 */
export const createStdcopyParser = (sink: FrameSink) => {
  const header = Buffer.alloc(headerBytes);
  let headerFilled = 0;
  let left = 0;
  let output: OutputName = "stdout";

  const begin = (): void => {
    const stream = header[0];
    if (stream === undefined || stream > 2 || header[1] !== 0 || header[2] !== 0 || header[3] !== 0)
      throw new Error(`the engine sent a stream header that is none: ${header.toString("hex")}`);
    output = stream === 2 ? "stderr" : "stdout";
    left = header.readUInt32BE(4);
    headerFilled = 0;
  };

  return {
    /** Takes what was read; `buffer` has 8 writable bytes in front of `start`. */
    push(buffer: Buffer, start: number, end: number): void {
      let at = start;
      while (at < end) {
        if (left === 0) {
          const take = Math.min(headerBytes - headerFilled, end - at);
          buffer.copy(header, headerFilled, at, at + take);
          headerFilled += take;
          at += take;
          if (headerFilled === headerBytes) begin();
          continue;
        }
        const take = Math.min(left, end - at);
        // In front of `at` lie the frame's own header or, at the start of a read, its headroom: at least 8 bytes either way.
        sink(output, buffer.subarray(at - headerBytes, at + take));
        left -= take;
        at += take;
      }
    },
    /** Bytes of a payload that has begun and not ended. */
    get missingBytes(): number {
      return left;
    },
  };
};
