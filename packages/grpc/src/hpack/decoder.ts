import { DynamicTable, fieldBytes } from "./dynamic-table.ts";
import { HpackError } from "./error.ts";
import { decodeHuffman } from "./huffman.ts";
import { FIRST_DYNAMIC, STATIC_TABLE } from "./static-table.ts";

/** Field names and values by turns, in the order they were sent; each character is one byte. */
export type HeaderList = readonly string[];

/** What a header block held. */
export interface DecodedHeaders {
  readonly fields: HeaderList;
  /** The size of the whole list (RFC 9113 section 6.5.2), beyond the limit too. */
  readonly bytes: number;
  /** Whether the list was larger than allowed; `fields` is then cut short, the table is right. */
  readonly isTooLarge: boolean;
}

/** How much a header list may hold. */
export interface HeaderListLimit {
  readonly maxListBytes: number;
  readonly maxFields: number;
}

/** Blocks this small, sent again while the table stands still, are answered from a memory of their bytes. */
const REMEMBERED_BYTES = 64;
const REMEMBERED_BLOCKS = 64;
/** An integer of more bytes than this is larger than any field may be. */
const MAX_INTEGER_BYTES = 5;

/** Decodes the header blocks of one direction of a connection (RFC 7541). */
export class HpackDecoder {
  readonly #table: DynamicTable;
  readonly #maxTableBytes: number;
  readonly #limit: HeaderListLimit;
  readonly #memory = new Map<string, DecodedHeaders>();
  #memoryOf = 0;
  #block: Buffer = Buffer.alloc(0);
  #at = 0;

  /** `maxTableBytes` is what we announced as SETTINGS_HEADER_TABLE_SIZE. */
  constructor(maxTableBytes: number, limit: HeaderListLimit) {
    this.#table = new DynamicTable(maxTableBytes);
    this.#maxTableBytes = maxTableBytes;
    this.#limit = limit;
  }

  /** Decodes one complete block; throws {@link HpackError}, after which the connection cannot go on. */
  decode(block: Buffer): DecodedHeaders {
    if (block.length > REMEMBERED_BYTES) return this.#decode(block);
    if (this.#memoryOf !== this.#table.inserted || this.#memory.size > REMEMBERED_BLOCKS) {
      this.#memory.clear();
      this.#memoryOf = this.#table.inserted;
    }
    const key = block.toString("latin1");
    const known = this.#memory.get(key);
    if (known !== undefined) return known;
    const maxBytes = this.#table.maxBytes;
    const decoded = this.#decode(block);
    if (this.#table.inserted === this.#memoryOf && this.#table.maxBytes === maxBytes) this.#memory.set(key, decoded);
    return decoded;
  }

  #decode(block: Buffer): DecodedHeaders {
    const fields: string[] = [];
    let bytes = 0;
    let isTooLarge = false;
    this.#block = block;
    this.#at = 0;
    while (this.#at < block.length) {
      const first = block[this.#at] ?? 0;
      let name: string;
      let value: string;
      if (first >= 0x80) {
        ({ name, value } = this.#field(this.#integer(7)));
      } else if (first >= 0x40) {
        name = this.#name(6);
        value = this.#string();
        this.#table.add(name, value);
      } else if (first >= 0x20) {
        this.#resize(fields.length > 0 || bytes > 0);
        continue;
      } else {
        name = this.#name(4);
        value = this.#string();
      }
      bytes += fieldBytes(name, value);
      isTooLarge ||= bytes > this.#limit.maxListBytes || fields.length >= this.#limit.maxFields * 2;
      if (!isTooLarge) fields.push(name, value);
    }
    return { fields, bytes, isTooLarge };
  }

  #resize(isLate: boolean): void {
    if (isLate) throw new HpackError("a table size update stands behind a field; it belongs before the first one");
    const maxBytes = this.#integer(5);
    if (maxBytes > this.#maxTableBytes)
      throw new HpackError(`the table was set to ${maxBytes} bytes, ${this.#maxTableBytes} are allowed`);
    this.#table.resize(maxBytes);
    this.#memory.clear();
  }

  #field(number: number): { readonly name: string; readonly value: string } {
    if (number >= FIRST_DYNAMIC) return this.#table.get(number);
    const field = STATIC_TABLE[number - 1];
    if (field === undefined) throw new HpackError("the header block names field 0");
    return { name: field[0], value: field[1] };
  }

  #name(prefixBits: number): string {
    const number = this.#integer(prefixBits);
    return number === 0 ? this.#string() : this.#field(number).name;
  }

  #integer(prefixBits: number): number {
    const mask = (1 << prefixBits) - 1;
    let value = (this.#block[this.#at++] ?? 0) & mask;
    if (value < mask) return value;
    for (let shift = 0; shift < MAX_INTEGER_BYTES * 7; shift += 7) {
      const byte = this.#block[this.#at++];
      if (byte === undefined) throw new HpackError("the header block ends inside an integer");
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) {
        if (value > 0x7fffffff) break;
        return value;
      }
    }
    throw new HpackError("the header block has an integer beyond 2^31");
  }

  #string(): string {
    const first = this.#block[this.#at];
    if (first === undefined) throw new HpackError("the header block ends where a string begins");
    const length = this.#integer(7);
    const start = this.#at;
    const end = start + length;
    if (end > this.#block.length) throw new HpackError("the header block ends inside a string");
    this.#at = end;
    return first >= 0x80 ? decodeHuffman(this.#block, start, end) : this.#block.toString("latin1", start, end);
  }
}
