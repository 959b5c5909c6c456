/** Bounds of one chunk of a list. */
export interface ChunkBounds {
  readonly maxCount: number;
  readonly maxBytes: number;
}

const NUMBER_BYTES = 10;
const FIELD_BYTES = 7;
const UTF8_PER_UNIT = 3;

/** At least as many bytes as a message takes on the wire, found without encoding it. */
export const estimateBytes = (value: unknown): number => {
  if (typeof value === "string") return value.length * UTF8_PER_UNIT;
  if (typeof value === "bigint" || typeof value === "number") return NUMBER_BYTES;
  if (typeof value !== "object" || value === null) return 1;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  let bytes = FIELD_BYTES;
  // The keys of a map (labels) go over the wire, those of a message do not; counting all keeps the estimate on the safe side.
  for (const [key, part] of Object.entries(value)) bytes += key.length + 2 * FIELD_BYTES + estimateBytes(part);
  return bytes;
};

/** Estimates of objects that cannot change any more: what `serveCri` has sent once is frozen, and lists answer with it again. */
const estimates = new WeakMap<object, number>();

const sizeOf = (one: unknown): number => {
  if (typeof one !== "object" || one === null || !Object.isFrozen(one)) return estimateBytes(one);
  const bytes = estimates.get(one) ?? estimateBytes(one);
  estimates.set(one, bytes);
  return bytes;
};

/** Cuts a list into chunks within the bounds, each with at least one object; the objects are the list's own. An empty list gives none. */
export function* chunksOf<T>(list: readonly T[], bounds: ChunkBounds): Generator<T[]> {
  let chunk: T[] = [];
  let bytes = 0;
  for (const one of list) {
    const size = sizeOf(one);
    if (chunk.length > 0 && (chunk.length >= bounds.maxCount || bytes + size > bounds.maxBytes)) {
      yield chunk;
      chunk = [];
      bytes = 0;
    }
    chunk.push(one);
    bytes += size;
  }
  if (chunk.length > 0) yield chunk;
}
