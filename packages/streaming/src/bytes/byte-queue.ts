/** What a queue's owner is told. */
export interface ByteQueueEvents {
  /** The queue was full and has room again. */
  onRoom(): void;
  /** The reader wants no more; whatever is pushed from now on is discarded. */
  onCancel?(): void;
}

/** An empty chunk counts too: a peer that sends nothing but tiny pieces fills the queue by their number. */
const overheadBytes = 128;

/**
 * Bytes on their way from a connection to one slow reader, who reads them as an AsyncIterable. The bound is the owner's to keep:
 * `push` says `false` when the queue is full, the chunk being taken all the same, and `onRoom` is called when half of it is free again.
 */
export class ByteQueue implements AsyncIterable<Uint8Array> {
  readonly #maxBytes: number;
  readonly #events: ByteQueueEvents;
  #chunks: Uint8Array[] = [];
  #first = 0;
  #bytes = 0;
  #full = false;
  #ended = false;
  #cancelled = false;
  #waiting: ((result: IteratorResult<Uint8Array, undefined>) => void) | undefined;

  constructor(options: { readonly maxBytes: number }, events: ByteQueueEvents) {
    this.#maxBytes = options.maxBytes;
    this.#events = events;
  }

  /** Whether the reader has said that it wants no more. */
  get cancelled(): boolean {
    return this.#cancelled;
  }

  push(chunk: Uint8Array): boolean {
    if (this.#ended || this.#cancelled) return true;
    const waiting = this.#waiting;
    if (waiting !== undefined) {
      this.#waiting = undefined;
      waiting({ done: false, value: chunk });
      return true;
    }
    this.#chunks.push(chunk);
    this.#bytes += chunk.length + overheadBytes;
    this.#full ||= this.#bytes > this.#maxBytes;
    return !this.#full;
  }

  /** Nothing follows what was pushed. */
  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#settle();
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array, undefined> {
    return { next: () => this.#next(), return: () => this.#return() };
  }

  #next(): Promise<IteratorResult<Uint8Array, undefined>> {
    const chunk = this.#shift();
    if (chunk !== undefined) return Promise.resolve({ done: false, value: chunk });
    return new Promise((resolve) => {
      this.#waiting = resolve;
      if (this.#ended || this.#cancelled) this.#settle();
    });
  }

  #return(): Promise<IteratorResult<Uint8Array, undefined>> {
    if (!this.#cancelled) {
      this.#cancelled = true;
      this.#chunks = [];
      this.#first = 0;
      this.#bytes = 0;
      this.#makeRoom();
      this.#settle();
      if (!this.#ended) this.#events.onCancel?.();
    }
    return Promise.resolve({ done: true, value: undefined });
  }

  #shift(): Uint8Array | undefined {
    const chunk = this.#chunks[this.#first];
    if (chunk === undefined) return undefined;
    this.#bytes -= chunk.length + overheadBytes;
    this.#first++;
    if (this.#first === this.#chunks.length || this.#first === 64) {
      this.#chunks.splice(0, this.#first);
      this.#first = 0;
    }
    if (this.#bytes <= this.#maxBytes / 2) this.#makeRoom();
    return chunk;
  }

  #makeRoom(): void {
    if (!this.#full) return;
    this.#full = false;
    this.#events.onRoom();
  }

  #settle(): void {
    const waiting = this.#waiting;
    if (waiting === undefined) return;
    this.#waiting = undefined;
    waiting({ done: true, value: undefined });
  }
}
