import type { HeaderList } from "../hpack/decoder.ts";

/** A metadata value: text in printable ASCII, or bytes under a key that ends in `-bin`. */
export type MetadataValue = string | Uint8Array;

/** Metadata as it was received or made: keys in lower case, each with its values in order. */
export interface Metadata extends Iterable<readonly [key: string, value: MetadataValue]> {
  /** The first value under `key`. */
  get(key: string): MetadataValue | undefined;
  /** All values under `key`, in order. */
  getAll(key: string): readonly MetadataValue[];
}

/** What metadata can be given as. */
export type MetadataInit =
  | Iterable<readonly [key: string, value: MetadataValue]>
  | { readonly [key: string]: MetadataValue | readonly MetadataValue[] | undefined };

const KEY = /^[0-9a-z_.-]+$/;
const ASCII = /^[\x20-\x7e]*$/;
const NONE: readonly MetadataValue[] = [];
/** Fields that belong to HTTP/2 or to gRPC itself and are no metadata. */
const RESERVED: ReadonlySet<string> = new Set([
  "content-type",
  "te",
  "content-length",
  "connection",
  "keep-alive",
  "proxy-connection",
  "transfer-encoding",
  "upgrade",
  "host",
]);

const isReserved = (key: string): boolean => key.startsWith(":") || key.startsWith("grpc-") || RESERVED.has(key);

class MetadataMap implements Metadata {
  readonly #values = new Map<string, MetadataValue[]>();

  add(key: string, value: MetadataValue): void {
    const values = this.#values.get(key);
    if (values === undefined) this.#values.set(key, [value]);
    else values.push(value);
  }

  get(key: string): MetadataValue | undefined {
    return this.getAll(key)[0];
  }

  getAll(key: string): readonly MetadataValue[] {
    return this.#values.get(key.toLowerCase()) ?? NONE;
  }

  *[Symbol.iterator](): Iterator<readonly [string, MetadataValue]> {
    for (const [key, values] of this.#values) for (const value of values) yield [key, value];
  }
}

/** Metadata without a key. */
export const EMPTY_METADATA: Metadata = new MetadataMap();

const pairsOf = function* (init: MetadataInit): Generator<readonly [string, MetadataValue]> {
  if (Symbol.iterator in init) {
    yield* init as Iterable<readonly [string, MetadataValue]>;
    return;
  }
  for (const [key, value] of Object.entries(init)) {
    if (value === undefined) continue;
    if (typeof value === "string" || value instanceof Uint8Array) yield [key, value];
    else for (const one of value) yield [key, one];
  }
};

/** Makes metadata; a key or value that cannot be sent is a TypeError that names it. */
export const createMetadata = (init: MetadataInit = {}): Metadata => {
  const metadata = new MetadataMap();
  for (const [key, value] of pairsOf(init)) metadata.add(checkKey(key), checkValue(key, value));
  return metadata;
};

const checkKey = (key: string): string => {
  const lower = key.toLowerCase();
  if (!KEY.test(lower)) throw new TypeError(`metadata key "${key}" may have letters, digits, "_", "-" and "." only`);
  if (isReserved(lower)) throw new TypeError(`metadata key "${key}" belongs to gRPC itself`);
  return lower;
};

const checkValue = (key: string, value: MetadataValue): MetadataValue => {
  const isBinary = key.toLowerCase().endsWith("-bin");
  if (isBinary !== (typeof value !== "string"))
    throw new TypeError(
      `metadata "${key}" takes ${isBinary ? "bytes, because its key ends in -bin" : "text; bytes need a key that ends in -bin"}`,
    );
  if (typeof value === "string" && !ASCII.test(value))
    throw new TypeError(
      `the value of metadata "${key}" may have printable ASCII only; other text needs a key that ends in -bin`,
    );
  return value;
};

/** Appends metadata to a header list; what cannot be sent is a TypeError. */
export const appendMetadata = (fields: string[], init: MetadataInit | undefined): void => {
  if (init === undefined) return;
  const metadata = init instanceof MetadataMap ? init : createMetadata(init);
  for (const [key, value] of metadata) fields.push(key, typeof value === "string" ? value : encodeBinary(value));
};

/** The metadata in a received header list. */
export const readMetadata = (fields: HeaderList): Metadata => {
  const metadata = new MetadataMap();
  for (let index = 0; index < fields.length; index += 2) {
    const key = fields[index] ?? "";
    if (isReserved(key)) continue;
    const value = fields[index + 1] ?? "";
    if (!key.endsWith("-bin")) metadata.add(key, value);
    else for (const part of value.split(",")) metadata.add(key, decodeBinary(part.trim()));
  }
  return metadata;
};

/** Bytes as gRPC puts them into a header: base64 without padding. */
export const encodeBinary = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64").replace(/=+$/, "");

/** The bytes of a `-bin` header, padded or not. */
export const decodeBinary = (text: string): Uint8Array => Buffer.from(text, "base64");
