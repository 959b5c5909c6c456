import { HpackError } from "./error.ts";
import { FIRST_DYNAMIC } from "./static-table.ts";

/** What an entry costs beside its name and value (RFC 7541 section 4.1). */
const ENTRY_OVERHEAD = 32;

/** The size of a field in the sense of RFC 7541 section 4.1 and of SETTINGS_MAX_HEADER_LIST_SIZE. */
export const fieldBytes = (name: string, value: string): number => name.length + value.length + ENTRY_OVERHEAD;

/** The fields that one direction of a connection has sent before, newest first, within a size. */
export class DynamicTable {
  /** Oldest first, from `#first` on; `inserted` counts every field ever added. */
  #fields: { readonly name: string; readonly value: string }[] = [];
  #first = 0;
  #bytes = 0;
  #maxBytes: number;
  inserted = 0;

  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get maxBytes(): number {
    return this.#maxBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get length(): number {
    return this.#fields.length - this.#first;
  }

  /** The field with this number; a number that is not there is an {@link HpackError}. */
  get(number: number): { readonly name: string; readonly value: string } {
    const field = this.#fields[this.#fields.length - 1 - (number - FIRST_DYNAMIC)];
    if (field === undefined || number - FIRST_DYNAMIC >= this.length)
      throw new HpackError(
        `the header block names field ${number}, the table ends at ${FIRST_DYNAMIC - 1 + this.length}`,
      );
    return field;
  }

  /** Adds a field and forgets the oldest ones that no longer fit; a field larger than the table empties it. */
  add(name: string, value: string): void {
    const bytes = fieldBytes(name, value);
    this.inserted += 1;
    this.#evict(this.#maxBytes - bytes);
    if (bytes > this.#maxBytes) {
      this.#first = 0;
      this.#fields = [];
      return;
    }
    this.#fields.push({ name, value });
    this.#bytes += bytes;
  }

  /** Changes the size, forgetting what no longer fits. */
  resize(maxBytes: number): void {
    this.#maxBytes = maxBytes;
    this.#evict(maxBytes);
  }

  #evict(room: number): void {
    while (this.#bytes > room && this.#first < this.#fields.length) {
      const oldest = this.#fields[this.#first];
      if (oldest !== undefined) this.#bytes -= fieldBytes(oldest.name, oldest.value);
      this.#first += 1;
    }
    if (this.#first > 64 && this.#first * 2 > this.#fields.length) {
      this.#fields = this.#fields.slice(this.#first);
      this.#first = 0;
    }
  }
}
