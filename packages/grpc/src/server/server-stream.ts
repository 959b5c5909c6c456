import { ACCEPT_ENCODING, type Compression, decompress } from "../call/compression.ts";
import type { RawMessage } from "../call/message-assembler.ts";
import { decodeMessage } from "../call/message-codec.ts";
import { MessageQueue } from "../call/message-queue.ts";
import { appendMetadata, encodeBinary, type Metadata, type MetadataInit, readMetadata } from "../call/metadata.ts";
import { RpcStream } from "../call/rpc-stream.ts";
import { GrpcError, Status, toGrpcError } from "../call/status.ts";
import { encodeStatusMessage } from "../call/status-message.ts";
import type { HeaderList } from "../hpack/decoder.ts";
import type { Http2Connection } from "../http2/connection.ts";
import { ErrorCode } from "../http2/error.ts";
import { TOO_LARGE } from "../http2/receiver.ts";
import type { StreamEnd } from "../http2/stream.ts";
import { isGrpcContentType, isProtoContentType, type RequestHead, readRequestHead } from "./request-head.ts";
import type { Route, Router } from "./route.ts";
import type { ServerCall } from "./server-call.ts";

const RESPONSE: HeaderList = [":status", "200", "content-type", "application/grpc"];
const RESPONSE_GZIP: HeaderList = [...RESPONSE, "grpc-encoding", "gzip"];
const OK: HeaderList = ["grpc-status", "0"];
const NOT_GRPC_TEXT = Buffer.from("this server speaks gRPC: POST with content-type application/grpc over HTTP/2\n");
const NOT_GRPC: HeaderList = [
  ":status",
  "415",
  "content-type",
  "text/plain; charset=utf-8",
  "content-length",
  String(NOT_GRPC_TEXT.length),
];
/** What a request that is not gRPC may send before it is answered all the same. */
const MAX_FOREIGN_BYTES = 65_536;

/** How a server's calls behave. */
export interface ServerStreamOptions {
  readonly router: Router;
  readonly maxMessageBytes: number;
  readonly compression: Compression;
  readonly onError: ((error: unknown, call: ServerCall) => void) | undefined;
}

/** One call on the server's side, from its header list to its status. */
export class ServerStream extends RpcStream implements ServerCall {
  readonly #options: ServerStreamOptions;
  #fields: HeaderList = [];
  #head: RequestHead | undefined;
  #route: Route | undefined;
  #metadata: Metadata | undefined;
  #abort: AbortController | undefined;
  #aborted: GrpcError | undefined;
  #message: RawMessage | undefined;
  #messages = 0;
  #trailers: HeaderList | undefined;
  #areHeadersSent = false;
  #isFinished = false;
  /** The request is not gRPC. */
  #isForeign = false;
  /** The deadline on `performance.now()`'s clock. */
  #endsAt = 0;
  #responses: AsyncIterator<unknown> | undefined;

  constructor(connection: Http2Connection, id: number, options: ServerStreamOptions) {
    super(connection, id, options.maxMessageBytes);
    this.#options = options;
  }

  get path(): string {
    return this.#head?.path ?? "";
  }

  get authority(): string | undefined {
    return this.#head?.authority;
  }

  get metadata(): Metadata {
    this.#metadata ??= readMetadata(this.#fields);
    return this.#metadata;
  }

  get timeoutMs(): number | undefined {
    const { timeoutMs } = this.#head ?? {};
    return timeoutMs === undefined ? undefined : Math.max(0, this.#endsAt - performance.now());
  }

  get signal(): AbortSignal {
    this.#abort ??= new AbortController();
    if (this.#aborted !== undefined && !this.#abort.signal.aborted) this.#abort.abort(this.#aborted);
    return this.#abort.signal;
  }

  sendHeaders(metadata?: MetadataInit): void {
    if (this.#areHeadersSent) throw new Error(`the headers of ${this.path} are sent already`);
    const fields = this.sendCompression === "gzip" ? RESPONSE_GZIP : RESPONSE;
    if (metadata === undefined) this.connection.sender.keptHeaders(this, fields, false);
    else {
      const all = [...fields];
      appendMetadata(all, metadata);
      this.connection.sender.headers(this, all, false);
    }
    this.#areHeadersSent = true;
  }

  setTrailers(metadata: MetadataInit): void {
    const fields: string[] = [];
    appendMetadata(fields, metadata);
    this.#trailers = fields;
  }

  override onHeaders(fields: HeaderList, isEnd: boolean): void {
    if (fields === TOO_LARGE) {
      const { maxHeaderListBytes, maxHeaderFields } = this.connection.bounds;
      const most = `${maxHeaderListBytes} bytes or ${maxHeaderFields} fields`;
      this.#fail(new GrpcError(Status.RESOURCE_EXHAUSTED, `the header list is larger than ${most}`));
      return;
    }
    const head = readRequestHead(fields);
    this.#head = head;
    this.#fields = fields;
    if (!head.isPost || !isGrpcContentType(head.contentType)) {
      this.#isForeign = true;
      if (isEnd) this.#refuseForeign();
      return;
    }
    const route = this.#options.router.find(head.path);
    const fault = typeof route === "string" ? new GrpcError(Status.UNIMPLEMENTED, route) : this.#faultOf(head);
    if (fault !== undefined || typeof route === "string") {
      this.#fail(fault ?? new GrpcError(Status.UNIMPLEMENTED, "no such call"));
      return;
    }
    this.#route = route;
    if (head.acceptsGzip) this.sendCompression = this.#options.compression;
    if (head.timeoutMs !== undefined) this.#setDeadline(head.timeoutMs);
    if (route.requestStream) {
      const queue = new MessageQueue<unknown>(
        { onTaken: (message) => this.onTaken(message), onAbandoned: () => {} },
        route.requestCodec,
        this.#options.maxMessageBytes,
      );
      this.queue = queue;
      if (isEnd) queue.end();
      this.#run(queue);
    } else if (isEnd) this.#runUnary();
  }

  override onTrailers(_fields: HeaderList): void {
    this.onEnd();
  }

  override onEnd(): void {
    if (this.#isForeign) {
      this.#refuseForeign();
      return;
    }
    const unfinished = this.unfinished();
    if (unfinished !== undefined) this.onFault(unfinished);
    else if (this.queue !== undefined) this.queue.end();
    else this.#runUnary();
  }

  override onData(piece: Buffer): void {
    if (!this.#isForeign) {
      if (!this.#isFinished) super.onData(piece);
      return;
    }
    this.release(piece.length);
    this.credit(piece.length);
    if (this.receivedLength > MAX_FOREIGN_BYTES) this.#refuseForeign();
  }

  override onMessage(message: RawMessage): void {
    this.#messages += 1;
    if (message.isCompressed && this.#head?.encoding === "identity")
      throw new GrpcError(Status.INTERNAL, "a message is compressed, and grpc-encoding names no compression");
    if (this.queue !== undefined) this.queue.push(message);
    else if (this.#messages > 1)
      throw new GrpcError(Status.UNIMPLEMENTED, `${this.path} takes one message, and more came`);
    else this.#message = message;
  }

  override onReset(reason: StreamEnd): void {
    const code = reason.cause === "connection" ? Status.UNAVAILABLE : Status.CANCELLED;
    this.#cancel(new GrpcError(code, reason.message));
  }

  override onDeadline(): void {
    if (this.#isFinished) {
      // The answer waits for a client that does not read it, and its time is over.
      this.connection.reset(this, ErrorCode.CANCEL);
      return;
    }
    const error = new GrpcError(Status.DEADLINE_EXCEEDED, "the deadline has passed");
    this.#respond(error);
    this.#cancel(error);
  }

  protected override onFault(error: GrpcError): void {
    this.#fail(error);
  }

  #faultOf({ timeoutMs, encoding, contentType }: RequestHead): GrpcError | undefined {
    if (!isProtoContentType(contentType))
      return new GrpcError(
        Status.UNIMPLEMENTED,
        `content-type "${contentType}" names a codec that is not known; +proto is`,
      );
    if (Number.isNaN(timeoutMs)) return new GrpcError(Status.INTERNAL, "grpc-timeout cannot be read");
    if (encoding !== "identity" && encoding !== "gzip")
      return new GrpcError(Status.UNIMPLEMENTED, `grpc-encoding "${encoding}" is not known; ${ACCEPT_ENCODING} are`);
    return undefined;
  }

  #setDeadline(timeoutMs: number): void {
    this.#endsAt = performance.now() + timeoutMs;
    this.deadlineAt = this.#endsAt;
    this.connection.watchDeadline(this);
  }

  #runUnary(): void {
    const message = this.#message;
    const route = this.#route;
    if (route === undefined || this.#isFinished) return;
    if (message === undefined) {
      this.#fail(new GrpcError(Status.UNIMPLEMENTED, `${this.path} takes one message, and none came`));
      return;
    }
    this.#message = undefined;
    if (message.isCompressed) {
      decompress(message.bytes, this.#options.maxMessageBytes).then(
        (bytes) => this.#runMessage(route, bytes),
        (error: unknown) => this.#fail(error),
      );
    } else this.#runMessage(route, message.bytes);
    this.onTaken(message);
  }

  #runMessage(route: Route, bytes: Uint8Array): void {
    if (this.#isFinished) return;
    let request: unknown;
    try {
      request = decodeMessage(route.requestCodec, bytes, Status.INTERNAL);
    } catch (error) {
      this.#fail(error);
      return;
    }
    this.#run(request);
  }

  #run(request: unknown): void {
    const route = this.#route;
    if (route === undefined) return;
    if (route.responseStream) void this.#runStream(route, request);
    else void this.#runPromise(route, request);
  }

  async #runPromise(route: Route, request: unknown): Promise<void> {
    try {
      const response: unknown = await route.run(request, this);
      if (this.#isFinished || this.isClosed) return;
      if (this.sendCompression === "gzip") await this.sendCompressed(route.responseCodec, response, false);
      else this.send(route.responseCodec, response, false);
      this.#respond(undefined);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #runStream(route: Route, request: unknown): Promise<void> {
    try {
      const responses: AsyncIterable<unknown> = route.run(request, this);
      const iterator = responses[Symbol.asyncIterator]();
      this.#responses = iterator;
      if (this.isClosed) this.#finishResponses();
      await this.sendAll(route.responseCodec, { [Symbol.asyncIterator]: () => iterator });
      this.#respond(undefined);
    } catch (error) {
      this.#fail(error);
    }
  }

  protected override beforeSend(): void {
    if (!this.#areHeadersSent) this.sendHeaders();
  }

  #fail(error: unknown): void {
    if (this.#isFinished) return;
    if (!this.isClosed) {
      this.#options.onError?.(error, this);
      this.#respond(toGrpcError(error));
    }
    this.#cancel(toGrpcError(error));
  }

  /** Sends the status, once. */
  #respond(error: GrpcError | undefined): void {
    if (this.#isFinished) return;
    this.#isFinished = true;
    if (this.isClosed) return;
    if (!this.isRemoteEnded) this.queue?.abort(new GrpcError(Status.CANCELLED, "the call is answered"));
    const { sender } = this.connection;
    if (error !== undefined && this.pendingBytes > 0 && error.code === Status.DEADLINE_EXCEEDED) sender.forget(this);
    if (!this.#areHeadersSent && error === undefined) this.sendHeaders();
    const isBare = error === undefined && this.#trailers === undefined;
    if (isBare && this.pendingBytes === 0) sender.keptHeaders(this, OK, true);
    else sender.end(this, isBare ? OK : this.#trailerFields(error));
  }

  #trailerFields(error: GrpcError | undefined): HeaderList {
    const fields = this.#areHeadersSent ? [] : [...RESPONSE];
    fields.push("grpc-status", String(error?.code ?? Status.OK));
    if (error !== undefined && error.message !== "") fields.push("grpc-message", encodeStatusMessage(error.message));
    if (error?.details !== undefined && error.details.length > 0)
      fields.push("grpc-status-details-bin", encodeBinary(error.details));
    if (error?.code === Status.UNIMPLEMENTED && this.#head?.encoding !== "identity")
      fields.push("grpc-accept-encoding", ACCEPT_ENCODING);
    if (this.#trailers !== undefined) fields.push(...this.#trailers);
    try {
      appendMetadata(fields, error?.metadata);
    } catch (cause) {
      this.#options.onError?.(cause, this);
    }
    return fields;
  }

  #refuseForeign(): void {
    if (this.#isFinished) return;
    this.#isFinished = true;
    const { sender } = this.connection;
    sender.keptHeaders(this, NOT_GRPC, false);
    sender.data(this, NOT_GRPC_TEXT, undefined, true);
  }

  /** Lets all who wait on this call go. */
  #cancel(error: GrpcError): void {
    this.#isFinished = true;
    this.#aborted ??= error;
    this.#abort?.abort(error);
    this.queue?.abort(error);
    this.releaseWriter();
    this.#finishResponses();
  }

  /** Finishes a generator that nobody reads any more. */
  #finishResponses(): void {
    const responses = this.#responses;
    this.#responses = undefined;
    responses?.return?.()?.then(undefined, (error: unknown) => this.#options.onError?.(error, this));
  }
}
