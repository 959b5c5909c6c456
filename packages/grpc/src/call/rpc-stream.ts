import type { Http2Connection } from "../http2/connection.ts";
import { Http2Stream } from "../http2/stream.ts";
import type { Compression } from "./compression.ts";
import { compress, MIN_COMPRESSED_BYTES } from "./compression.ts";
import type { MessageCodec } from "./definition.ts";
import { MessageAssembler, PREFIX_BYTES, type RawMessage } from "./message-assembler.ts";
import { encodeMessage, formatPrefix } from "./message-codec.ts";
import type { MessageQueue } from "./message-queue.ts";
import { GrpcError, isGrpcError, Status, toGrpcError } from "./status.ts";

/** A writer waits when so much of its stream is not sent. */
const HIGH_WATER_BYTES = 65_536;

/** What both ends of a call have in common: messages in, messages out. */
export abstract class RpcStream extends Http2Stream {
  readonly #assembler: MessageAssembler;
  /** Received bytes that are not credited while messages wait in the queue. */
  #uncredited = 0;
  #onDrained: (() => void) | undefined;
  /** Where messages wait to be taken, on a side that receives a stream. */
  protected queue: MessageQueue<unknown> | undefined;
  protected sendCompression: Compression = "identity";

  constructor(connection: Http2Connection, id: number, maxMessageBytes: number) {
    super(connection, id);
    this.#assembler = new MessageAssembler(maxMessageBytes);
  }

  /** A complete message. */
  abstract onMessage(message: RawMessage): void;
  /** The peer sent what is no message, or more than may be held. */
  protected abstract onFault(error: GrpcError): void;
  /** A message is about to be sent: headers must stand before it. */
  protected abstract beforeSend(): void;

  override onData(piece: Buffer): void {
    this.#uncredited += piece.length;
    try {
      this.#assembler.push(piece, this);
    } catch (error) {
      if (!isGrpcError(error)) throw error;
      this.onFault(error);
      return;
    }
    if (this.isClosed) return;
    if (this.connection.isOverfull) this.onFault(overfull());
    else if (this.queue?.isEmpty !== false) this.#creditAll();
  }

  /** A message left the queue. */
  onTaken(message: RawMessage): void {
    this.release(message.windowBytes);
    if (this.queue?.isEmpty !== false) this.#creditAll();
  }

  override onDrain(): void {
    if (this.pendingBytes > HIGH_WATER_BYTES / 2) return;
    const onDrained = this.#onDrained;
    this.#onDrained = undefined;
    onDrained?.();
  }

  /** The error of a stream that ended inside a message. */
  protected unfinished(): GrpcError | undefined {
    return this.#assembler.isUnfinished
      ? new GrpcError(Status.INTERNAL, "the stream ended inside a message")
      : undefined;
  }

  /** Sends one message; `isEnd` ends our side behind it. */
  protected send<T>(codec: MessageCodec<T>, message: T, isEnd: boolean): void {
    const { first, second } = encodeMessage(codec, message);
    this.beforeSend();
    this.connection.sender.data(this, first, second, isEnd);
  }

  /** As {@link send}, compressed where that was agreed on and pays. */
  protected async sendCompressed<T>(codec: MessageCodec<T>, message: T, isEnd: boolean): Promise<void> {
    const { first, second } = encodeMessage(codec, message);
    this.beforeSend();
    const bytes = second === undefined ? first.subarray(PREFIX_BYTES) : inOnePiece(second);
    if (bytes.length < MIN_COMPRESSED_BYTES) {
      this.connection.sender.data(this, first, second, isEnd);
      return;
    }
    const compressed = await compress(bytes);
    if (!this.isClosed) this.connection.sender.data(this, formatPrefix(compressed.length, true), compressed, isEnd);
  }

  /**
   * Sends all messages of an iterable, waiting while the peer does not read. Stops without an error, and finishes the iterable, when the
   * stream is closed; an error of the iterable is thrown on.
   */
  protected async sendAll<T>(codec: MessageCodec<T>, messages: AsyncIterable<T>): Promise<void> {
    for await (const message of messages) {
      if (this.isLocalEnded || this.isClosed) return;
      if (this.sendCompression === "gzip") await this.sendCompressed(codec, message, false);
      else this.send(codec, message, false);
      if (this.pendingBytes > HIGH_WATER_BYTES) await this.drained();
    }
  }

  /** Settles when little is waiting to be sent, or the stream is over. */
  protected drained(): Promise<void> {
    if (this.isClosed) return Promise.resolve();
    return new Promise((resolve) => {
      this.#onDrained = resolve;
    });
  }

  /** Lets a writer that waits go on and find the stream closed. */
  protected releaseWriter(): void {
    this.#onDrained?.();
    this.#onDrained = undefined;
  }

  #creditAll(): void {
    const bytes = this.#uncredited;
    this.#uncredited = 0;
    if (bytes > 0) this.credit(bytes);
  }
}

const inOnePiece = (bytes: Uint8Array | readonly Uint8Array[]): Uint8Array =>
  bytes instanceof Uint8Array ? bytes : Buffer.concat(bytes);

const overfull = (): GrpcError =>
  new GrpcError(Status.RESOURCE_EXHAUSTED, "the messages of this connection hold more bytes than they may");

/** The error an aborted signal stands for: a deadline is DEADLINE_EXCEEDED, anything else CANCELLED. */
export const abortError = (signal: AbortSignal): GrpcError => {
  const reason: unknown = signal.reason;
  if (isGrpcError(reason)) return toGrpcError(reason);
  const isTimeout = reason instanceof Error && reason.name === "TimeoutError";
  return isTimeout
    ? new GrpcError(Status.DEADLINE_EXCEEDED, "the deadline has passed", { cause: reason })
    : new GrpcError(Status.CANCELLED, "the call was canceled", { cause: reason });
};
