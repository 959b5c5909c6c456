/** Gets each line, or piece of one, as up to two parts whose bytes are valid during the call. */
export type OnLine = (isPartial: boolean, parts: readonly Uint8Array[]) => void;

/** Makes lines of one stream's chunks, wherever the chunks are cut. */
export interface LineAssembler {
  push(chunk: Uint8Array): void;
  /** Gives out what stands without a newline at the end, as a whole line. */
  end(): void;
}

const NEWLINE = 0x0a;
const FIRST_PENDING_BYTES = 256;
const NOTHING = Buffer.alloc(0);

/** A line longer than `maxLineBytes` becomes pieces of exactly that many bytes and a rest, independent of how the chunks are cut. */
export const createLineAssembler = (maxLineBytes: number, onLine: OnLine): LineAssembler => {
  let pending = NOTHING;
  let pendingBytes = 0;

  const keep = (rest: Uint8Array): void => {
    if (pendingBytes + rest.byteLength > pending.length) {
      const wanted = Math.max(pendingBytes + rest.byteLength, pending.length * 2, FIRST_PENDING_BYTES);
      const grown = Buffer.allocUnsafe(Math.min(wanted, maxLineBytes));
      pending.copy(grown, 0, 0, pendingBytes);
      pending = grown;
    }
    pending.set(rest, pendingBytes);
    pendingBytes += rest.byteLength;
  };

  /** Gives out what is pending and `rest` in pieces; gives back what fits in one piece. */
  const cut = (rest: Uint8Array): Uint8Array => {
    let left = rest;
    while (pendingBytes + left.byteLength > maxLineBytes) {
      const take = maxLineBytes - pendingBytes;
      onLine(true, [pending.subarray(0, pendingBytes), left.subarray(0, take)]);
      pendingBytes = 0;
      left = left.subarray(take);
    }
    return left;
  };

  return {
    push: (chunk) => {
      let start = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, start)) {
        const rest = cut(chunk.subarray(start, at));
        onLine(false, [pending.subarray(0, pendingBytes), rest]);
        pendingBytes = 0;
        start = at + 1;
      }
      const rest = cut(chunk.subarray(start));
      if (rest.byteLength > 0) keep(rest);
      else if (pendingBytes === 0) pending = NOTHING;
    },
    end: () => {
      if (pendingBytes > 0) onLine(false, [pending.subarray(0, pendingBytes)]);
      pending = NOTHING;
      pendingBytes = 0;
    },
  };
};
