const FIRST_BLOCK_BYTES = 2048;
const BLOCK_BYTES = 64 * 1024;
const NEWLINE = 0x0a;

/** Lines that wait for the disk, as few large blocks. */
export interface LineBatch {
  /** Bytes that wait. */
  readonly byteLength: number;
  /** Copies one line in: a Latin-1 header, then the parts of its text; the newline is added. */
  append(header: string, parts: readonly Uint8Array[]): void;
  /** Gives the blocks away and is empty. */
  take(): Buffer[];
}

/** An empty batch; it takes no memory until a line is appended. */
export const createLineBatch = (): LineBatch => {
  let full: Buffer[] = [];
  let block: Buffer | undefined;
  let used = 0;
  let fullBytes = 0;
  const roomFor = (bytes: number): Buffer => {
    if (block !== undefined && block.length - used >= bytes) return block;
    const isFirst = block === undefined;
    if (block !== undefined) {
      full.push(block.subarray(0, used));
      fullBytes += used;
    }
    block = Buffer.allocUnsafe(Math.max(bytes, isFirst ? FIRST_BLOCK_BYTES : BLOCK_BYTES));
    used = 0;
    return block;
  };
  return {
    get byteLength() {
      return fullBytes + used;
    },
    append: (header, parts) => {
      let bytes = header.length + 1;
      for (const part of parts) bytes += part.byteLength;
      const target = roomFor(bytes);
      used += target.write(header, used, "latin1");
      for (const part of parts) {
        target.set(part, used);
        used += part.byteLength;
      }
      target[used++] = NEWLINE;
    },
    take: () => {
      const blocks = block === undefined ? full : [...full, block.subarray(0, used)];
      full = [];
      block = undefined;
      used = 0;
      fullBytes = 0;
      return blocks;
    },
  };
};
