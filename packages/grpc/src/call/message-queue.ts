import { decompress } from "./compression.ts";
import type { MessageCodec } from "./definition.ts";
import type { RawMessage } from "./message-assembler.ts";
import { decodeMessage } from "./message-codec.ts";
import { type GrpcError, Status } from "./status.ts";

/** Where a queue's messages come from. */
export interface MessageSource {
  /** A message left the queue: its bytes may be let go. */
  onTaken(message: RawMessage): void;
  /** Nobody will take more. */
  onAbandoned(): void;
}

interface Waiter<T> {
  resolve(result: IteratorResult<T, undefined>): void;
  reject(error: unknown): void;
}

const DONE: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** The messages of one direction of a call, decoded when they are taken. */
export class MessageQueue<T> implements AsyncIterableIterator<T, undefined> {
  readonly #source: MessageSource;
  readonly #codec: MessageCodec<T>;
  readonly #maxBytes: number;
  #messages: RawMessage[] = [];
  #head = 0;
  #waiters: Waiter<T>[] = [];
  #end: { readonly error: GrpcError | undefined } | undefined;

  constructor(source: MessageSource, codec: MessageCodec<T>, maxBytes: number) {
    this.#source = source;
    this.#codec = codec;
    this.#maxBytes = maxBytes;
  }

  get isEmpty(): boolean {
    return this.#head === this.#messages.length;
  }

  /** Adds a message as it came. */
  push(message: RawMessage): void {
    if (this.#end !== undefined) return;
    const waiter = this.#waiters.shift();
    if (waiter === undefined) {
      this.#messages.push(message);
      return;
    }
    this.#take(message).then(waiter.resolve, waiter.reject);
  }

  /** Nothing more comes; the error, if any, is thrown behind the last message. */
  end(error?: GrpcError): void {
    if (this.#end !== undefined) return;
    this.#end = { error };
    for (const waiter of this.#waiters.splice(0)) {
      if (error === undefined) waiter.resolve(DONE);
      else waiter.reject(error);
    }
  }

  /** Nothing more comes, and what is here is thrown away. */
  abort(error: GrpcError): void {
    this.#clear();
    this.end(error);
  }

  next(): Promise<IteratorResult<T, undefined>> {
    const message = this.#messages[this.#head];
    if (message !== undefined) {
      this.#head += 1;
      if (this.#head === this.#messages.length) this.#clear();
      return this.#take(message);
    }
    if (this.#end !== undefined)
      return this.#end.error === undefined ? Promise.resolve(DONE) : Promise.reject(this.#end.error);
    return new Promise((resolve, reject) => this.#waiters.push({ resolve, reject }));
  }

  return(): Promise<IteratorResult<T, undefined>> {
    this.#clear();
    this.end();
    this.#source.onAbandoned();
    return Promise.resolve(DONE);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #clear(): void {
    this.#messages = [];
    this.#head = 0;
  }

  #take(message: RawMessage): Promise<IteratorResult<T, undefined>> {
    if (message.isCompressed) return this.#decompress(message);
    try {
      const value = decodeMessage(this.#codec, message.bytes, Status.INTERNAL);
      this.#source.onTaken(message);
      return Promise.resolve({ done: false, value });
    } catch (error) {
      return Promise.reject(error);
    }
  }

  async #decompress(message: RawMessage): Promise<IteratorResult<T, undefined>> {
    const bytes = await decompress(message.bytes, this.#maxBytes);
    this.#source.onTaken(message);
    return { done: false, value: decodeMessage(this.#codec, bytes, Status.INTERNAL) };
  }
}
