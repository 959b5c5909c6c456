import { type Compression, decompress } from "../call/compression.ts";
import type { MessageCodec } from "../call/definition.ts";
import type { RawMessage } from "../call/message-assembler.ts";
import { decodeMessage } from "../call/message-codec.ts";
import { MessageQueue } from "../call/message-queue.ts";
import { appendMetadata, EMPTY_METADATA, type Metadata, readMetadata } from "../call/metadata.ts";
import { abortError } from "../call/rpc-stream.ts";
import { GrpcError, isGrpcError, Status, toGrpcError } from "../call/status.ts";
import { formatTimeout } from "../call/timeout.ts";
import type { HeaderList } from "../hpack/decoder.ts";
import type { CallOptions } from "./call-options.ts";
import type { ClientStream } from "./client-stream.ts";

/** A method as its channel calls it. */
export interface ClientMethod {
  readonly path: string;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
  readonly requestCodec: MessageCodec<unknown>;
  readonly responseCodec: MessageCodec<unknown>;
}

/** What a channel does for a call. */
export interface CallChannel {
  readonly maxMessageBytes: number;
  readonly compression: Compression;
  /** Makes the call when there is a connection with room for it. */
  dispatch(call: ClientCall): void;
  /** The call no longer waits. */
  withdraw(call: ClientCall): void;
}

/** How the caller hears of the end of a call with one response. */
interface Settle {
  resolve(response: unknown): void;
  reject(error: unknown): void;
}

/** One call on the client's side: waits for a connection, may be tried once more where no server saw it, and ends once. */
export class ClientCall {
  readonly method: ClientMethod;
  readonly options: CallOptions;
  readonly request: unknown;
  /** Fields behind the constant ones: timeout, compression, metadata. */
  readonly metadataFields: HeaderList | undefined;
  readonly endsAt: number;
  readonly #channel: CallChannel;
  readonly #settle: Settle | undefined;
  readonly queue: MessageQueue<unknown> | undefined;
  #stream: ClientStream | undefined;
  #timer: NodeJS.Timeout | undefined;
  #response: RawMessage | undefined;
  #hasHeaders = false;
  #isRetried = false;
  isEnded = false;

  constructor(
    channel: CallChannel,
    call: { method: ClientMethod; request: unknown; options: CallOptions; settle?: Settle },
  ) {
    const { method, request, options, settle } = call;
    this.#channel = channel;
    this.method = method;
    this.request = request;
    this.options = options;
    this.#settle = settle;
    this.endsAt = options.timeoutMs === undefined ? Number.POSITIVE_INFINITY : performance.now() + options.timeoutMs;
    if (settle === undefined)
      this.queue = new MessageQueue(
        { onTaken: (message) => this.#stream?.onTaken(message), onAbandoned: () => this.cancel(abandoned()) },
        method.responseCodec,
        channel.maxMessageBytes,
      );
    this.metadataFields = this.#readMetadata();
  }

  /** The responses of a call that streams them. */
  get responses(): AsyncIterableIterator<unknown> {
    if (this.queue === undefined) throw new Error(`${this.method.path} answers one message`);
    return this.queue;
  }

  /** The compression of requests. */
  get compression(): Compression {
    return this.options.compression ?? this.#channel.compression;
  }

  /** Begins; everything that can fail ends the call. */
  begin(): void {
    const { signal, timeoutMs } = this.options;
    if (signal?.aborted === true) {
      this.end(abortError(signal));
      return;
    }
    if (timeoutMs !== undefined && timeoutMs <= 0) {
      this.end(deadlineError());
      return;
    }
    signal?.addEventListener("abort", this.#onAbort);
    this.#channel.dispatch(this);
  }

  /** There is no connection yet: the deadline has to be watched here. */
  wait(): void {
    if (this.endsAt === Number.POSITIVE_INFINITY || this.#timer !== undefined) return;
    this.#timer = setTimeout(
      () => {
        this.#channel.withdraw(this);
        this.end(deadlineError());
      },
      Math.min(0x7fffffff, Math.max(0, this.endsAt - performance.now())),
    );
  }

  /** The call has its stream. */
  attach(stream: ClientStream): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stream = stream;
  }

  /** Fields of this attempt behind the constant ones. */
  get variableFields(): HeaderList | undefined {
    if (this.endsAt === Number.POSITIVE_INFINITY) return this.metadataFields;
    const timeout = formatTimeout(this.endsAt - performance.now());
    return this.metadataFields === undefined
      ? ["grpc-timeout", timeout]
      : ["grpc-timeout", timeout, ...this.metadataFields];
  }

  /** Ends the call from our side. */
  cancel(error: GrpcError): void {
    if (this.isEnded) return;
    this.#channel.withdraw(this);
    this.#stream?.cancel();
    this.end(error);
  }

  onHeaders(fields: HeaderList): void {
    this.#hasHeaders = true;
    const error = this.#tell(this.options.onHeaders, fields);
    if (error !== undefined) this.cancel(error);
  }

  onMessage(message: RawMessage): void {
    if (this.queue !== undefined) {
      this.queue.push(message);
      return;
    }
    if (this.#response !== undefined)
      throw new GrpcError(Status.UNIMPLEMENTED, `${this.method.path} answers one message, and more came`);
    this.#response = message;
  }

  /** The peer refused the stream before a server's code saw it: the call is made again, once. */
  onRefused(error: GrpcError): void {
    const isRepeatable = !this.method.requestStream && !this.#hasHeaders && !this.#isRetried && !this.isEnded;
    if (!isRepeatable) {
      this.end(error);
      return;
    }
    this.#isRetried = true;
    this.#channel.dispatch(this);
  }

  /** The call is over: with OK, or with an error. */
  end(error: GrpcError | undefined, trailers?: HeaderList): void {
    if (this.isEnded) return;
    this.isEnded = true;
    clearTimeout(this.#timer);
    this.options.signal?.removeEventListener("abort", this.#onAbort);
    const thrown = this.#tell(this.options.onTrailers, trailers);
    this.#conclude(error ?? thrown);
  }

  readonly #onAbort = (): void => {
    const { signal } = this.options;
    if (signal !== undefined) this.cancel(abortError(signal));
  };

  #finish(): void {
    const message = this.#response;
    const { method } = this;
    if (message === undefined)
      this.#settle?.reject(new GrpcError(Status.UNIMPLEMENTED, `${method.path} answers one message, and none came`));
    else if (message.isCompressed)
      decompress(message.bytes, this.#channel.maxMessageBytes)
        .then((bytes) => this.#resolve(bytes))
        .catch((error: unknown) => this.#settle?.reject(error));
    else this.#resolve(message.bytes);
  }

  #resolve(bytes: Uint8Array): void {
    try {
      this.#settle?.resolve(decodeMessage(this.method.responseCodec, bytes, Status.INTERNAL));
    } catch (error) {
      this.#settle?.reject(error);
    }
  }

  #conclude(error: GrpcError | undefined): void {
    if (this.queue !== undefined) {
      if (error?.code === Status.CANCELLED || error?.code === Status.DEADLINE_EXCEEDED) this.queue.abort(error);
      else this.queue.end(error);
    } else if (error === undefined) this.#finish();
    else this.#settle?.reject(error);
  }

  /** Tells a listener of the caller's; what it throws ends this call, and no other. */
  #tell(listener: ((metadata: Metadata) => void) | undefined, fields: HeaderList | undefined): GrpcError | undefined {
    try {
      listener?.(fields === undefined ? EMPTY_METADATA : readMetadata(fields));
      return undefined;
    } catch (error) {
      return toGrpcError(error);
    }
  }

  #readMetadata(): HeaderList | undefined {
    const { metadata } = this.options;
    const isCompressed = this.compression === "gzip";
    if (metadata === undefined && !isCompressed) return undefined;
    const fields = isCompressed ? ["grpc-encoding", "gzip", "grpc-accept-encoding", "identity,gzip"] : [];
    appendMetadata(fields, metadata);
    return fields;
  }
}

/** The error of a call whose deadline has passed here. */
export const deadlineError = (): GrpcError => new GrpcError(Status.DEADLINE_EXCEEDED, "the deadline has passed");

const abandoned = (): GrpcError => new GrpcError(Status.CANCELLED, "nobody reads the responses any more");

/** The error of a request stream that threw. */
export const requestError = (error: unknown): GrpcError =>
  isGrpcError(error)
    ? error
    : new GrpcError(Status.CANCELLED, `the requests ended with an error: ${toGrpcError(error).message}`, {
        cause: error,
      });
