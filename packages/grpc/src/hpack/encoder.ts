import { DynamicTable, fieldBytes } from "./dynamic-table.ts";
import { encodeHuffman, huffmanLength } from "./huffman.ts";
import { FIRST_DYNAMIC, STATIC_FIELDS, STATIC_NAMES } from "./static-table.ts";

/** The largest table we use, whatever the peer allows. */
const MAX_TABLE_BYTES = 4096;
/** Fields whose values change from call to call or are secret: they are sent as they are, without a place in the table. */
const NOT_INDEXED: ReadonlySet<string> = new Set([
  "grpc-timeout",
  "grpc-message",
  "grpc-status-details-bin",
  "content-length",
]);
const NEVER_INDEXED: ReadonlySet<string> = new Set(["authorization", "cookie", "set-cookie", "proxy-authorization"]);
/** A value longer than this is not worth a place in the table. */
const MAX_INDEXED_VALUE = 256;
/** Names whose last value is remembered. */
const MAX_LAST_VALUES = 64;
/** Lists that are kept encoded, by identity. */
const MAX_KEPT_LISTS = 256;

/** Encodes the header blocks of one direction of a connection (RFC 7541). */
export class HpackEncoder {
  readonly #table = new DynamicTable(MAX_TABLE_BYTES);
  /** Name and value, joined by a NUL, to the count of insertions when it was added. */
  readonly #places = new Map<string, number>();
  readonly #lastValues = new Map<string, string>();
  /** Table sizes to announce before the next block: the smallest since the last one, and the newest. */
  #pendingSizes: number[] = [];
  /** Header lists that are the same object each time, with their bytes while the table stands still. */
  readonly #kept = new Map<readonly string[], Buffer>();
  #keptOf = 0;
  #target = Buffer.allocUnsafe(1024);
  #at = 0;

  /** Takes the peer's SETTINGS_HEADER_TABLE_SIZE. */
  setMaxTableBytes(peerMaxBytes: number): void {
    const maxBytes = Math.min(peerMaxBytes, MAX_TABLE_BYTES);
    if (maxBytes === this.#table.maxBytes) return;
    const smallest = Math.min(maxBytes, ...this.#pendingSizes);
    this.#pendingSizes = smallest < maxBytes ? [smallest, maxBytes] : [maxBytes];
    this.#table.resize(maxBytes);
    this.#forget();
  }

  /** The block for `fields` (names and values by turns). The bytes are valid until the next call of this encoder. */
  encode(fields: readonly string[]): Buffer {
    this.#begin();
    this.#fields(fields, false);
    return this.#target.subarray(0, this.#at);
  }

  /**
   * As {@link encode}, for a list that never changes and is sent again: its bytes are kept while they stay true. `more` follows it in
   * the same block and is encoded each time.
   */
  encodeKept(fields: readonly string[], more: readonly string[] | undefined): Buffer {
    if (this.#keptOf !== this.#table.inserted || this.#kept.size > MAX_KEPT_LISTS) {
      this.#kept.clear();
      this.#keptOf = this.#table.inserted;
    }
    const isPlain = this.#pendingSizes.length === 0;
    const kept = isPlain ? this.#kept.get(fields) : undefined;
    if (kept !== undefined && more === undefined) return kept;
    this.#begin();
    if (kept === undefined) {
      this.#fields(fields, true);
      if (isPlain && this.#table.inserted === this.#keptOf)
        this.#kept.set(fields, Buffer.from(this.#target.subarray(0, this.#at)));
    } else {
      this.#reserve(kept.length);
      this.#target.set(kept, 0);
      this.#at = kept.length;
    }
    if (more !== undefined) this.#fields(more, false);
    return this.#target.subarray(0, this.#at);
  }

  #begin(): void {
    this.#at = 0;
    for (const size of this.#pendingSizes) this.#integer(0x20, 5, size);
    this.#pendingSizes = [];
  }

  /** `isConstant`: the list is sent again for sure; of others a field has to come twice before it gets a place in the table. */
  #fields(fields: readonly string[], isConstant: boolean): void {
    for (let index = 0; index < fields.length; index += 2)
      this.#field(fields[index] ?? "", fields[index + 1] ?? "", isConstant);
  }

  #forget(): void {
    this.#kept.clear();
    for (const [key, place] of this.#places)
      if (this.#table.inserted - place >= this.#table.length) this.#places.delete(key);
  }

  #field(name: string, value: string, isConstant: boolean): void {
    this.#reserve((name.length + value.length) * 4 + 16);
    const key = `${name}\0${value}`;
    const known = STATIC_FIELDS.get(key) ?? this.#placeOf(key);
    if (known !== undefined) {
      this.#integer(0x80, 7, known);
      return;
    }
    const nameNumber = STATIC_NAMES.get(name) ?? 0;
    if (NEVER_INDEXED.has(name)) this.#integer(0x10, 4, nameNumber);
    else if (this.#isWorthKeeping(name, value) && (isConstant || this.#isRepeated(name, value))) {
      this.#integer(0x40, 6, nameNumber);
      this.#table.add(name, value);
      this.#places.set(key, this.#table.inserted);
      if (this.#places.size > 2 * this.#table.length + 16) this.#forget();
    } else this.#integer(0x00, 4, nameNumber);
    if (nameNumber === 0) this.#string(name);
    this.#string(value);
  }

  #isWorthKeeping(name: string, value: string): boolean {
    return (
      value.length <= MAX_INDEXED_VALUE && !NOT_INDEXED.has(name) && fieldBytes(name, value) * 4 <= this.#table.maxBytes
    );
  }

  /** Whether a field's last value was this one; a value of each call's own (an id of a trace) would only push others out. */
  #isRepeated(name: string, value: string): boolean {
    if (this.#lastValues.get(name) === value) return true;
    if (this.#lastValues.size >= MAX_LAST_VALUES) this.#lastValues.clear();
    this.#lastValues.set(name, value);
    return false;
  }

  #placeOf(key: string): number | undefined {
    const place = this.#places.get(key);
    if (place === undefined) return undefined;
    const age = this.#table.inserted - place;
    return age < this.#table.length ? FIRST_DYNAMIC + age : undefined;
  }

  #integer(pattern: number, prefixBits: number, value: number): void {
    const mask = (1 << prefixBits) - 1;
    if (value < mask) {
      this.#target[this.#at++] = pattern | value;
      return;
    }
    this.#target[this.#at++] = pattern | mask;
    let left = value - mask;
    while (left >= 0x80) {
      this.#target[this.#at++] = (left & 0x7f) | 0x80;
      left >>>= 7;
    }
    this.#target[this.#at++] = left;
  }

  #string(text: string): void {
    const short = huffmanLength(text);
    if (short < text.length) {
      this.#integer(0x80, 7, short);
      this.#at = encodeHuffman(text, this.#target, this.#at);
    } else {
      this.#integer(0x00, 7, text.length);
      this.#at += this.#target.write(text, this.#at, "latin1");
    }
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#target.length) return;
    const larger = Buffer.allocUnsafe((this.#at + bytes) * 2);
    this.#target.copy(larger, 0, 0, this.#at);
    this.#target = larger;
  }
}
