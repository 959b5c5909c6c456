import type { MessageCodec } from "../call/definition.ts";
import type { RawMessage } from "../call/message-assembler.ts";
import { RpcStream } from "../call/rpc-stream.ts";
import { GrpcError, isGrpcError, Status } from "../call/status.ts";
import type { HeaderList } from "../hpack/decoder.ts";
import type { Http2Connection } from "../http2/connection.ts";
import { ErrorCode } from "../http2/error.ts";
import { fieldOf } from "../http2/header-check.ts";
import type { StreamEnd } from "../http2/stream.ts";
import { type ClientCall, deadlineError, requestError } from "./client-call.ts";
import { errorOfReset, faultOfResponse, readStatus } from "./response-status.ts";

/** One attempt of a call: its stream on one connection. */
export class ClientStream extends RpcStream {
  readonly #call: ClientCall;
  #requests: AsyncIterator<unknown> | undefined;
  /** The answer is not gRPC: what remains of it is not read. */
  #fault: GrpcError | undefined;
  #isCompressionKnown = true;

  constructor(connection: Http2Connection, call: ClientCall, maxMessageBytes: number) {
    super(connection, connection.takeStreamId(), maxMessageBytes);
    this.#call = call;
    this.queue = call.queue;
    this.sendCompression = call.compression;
    this.deadlineAt = call.endsAt;
    connection.open(this);
    call.attach(this);
    if (this.deadlineAt !== Number.POSITIVE_INFINITY) connection.watchDeadline(this);
  }

  /** Sends headers and requests; `constant` are the fields every call of the method has. */
  begin(constant: HeaderList): void {
    const call = this.#call;
    this.connection.sender.keptHeaders(this, constant, false, call.variableFields);
    if (call.method.requestStream) void this.#sendRequests(call.request as AsyncIterable<unknown>);
    else void this.#sendRequest(call.method.requestCodec);
  }

  /** The caller wants no more of it. */
  cancel(): void {
    this.connection.reset(this, ErrorCode.CANCEL);
    this.#stop();
  }

  override onHeaders(fields: HeaderList, isEnd: boolean): void {
    this.#fault = faultOfResponse(fields);
    const encoding = fieldOf(fields, "grpc-encoding") ?? "identity";
    this.#isCompressionKnown = encoding === "gzip";
    if (isEnd) {
      const hasStatus = fieldOf(fields, "grpc-status") !== undefined;
      this.#end(hasStatus ? readStatus(fields) : (this.#fault ?? readStatus(fields)), fields);
    } else if (this.#fault === undefined) {
      if (encoding !== "identity" && encoding !== "gzip")
        this.onFault(
          new GrpcError(Status.INTERNAL, `the server answers with grpc-encoding "${encoding}", which is not known`),
        );
      else this.#call.onHeaders(fields);
    } else this.onFault(this.#fault);
  }

  override onTrailers(fields: HeaderList): void {
    this.#end(readStatus(fields) ?? this.unfinished(), fields);
  }

  override onEnd(): void {
    this.#end(new GrpcError(Status.INTERNAL, "the server ended the call without a status"), undefined);
  }

  override onMessage(message: RawMessage): void {
    if (message.isCompressed && !this.#isCompressionKnown)
      throw new GrpcError(Status.INTERNAL, "a message is compressed, and grpc-encoding names no compression");
    this.#call.onMessage(message);
  }

  override onReset(reason: StreamEnd): void {
    this.#stop();
    const isLate = reason.code === ErrorCode.CANCEL && performance.now() >= this.#call.endsAt;
    const error = isLate ? deadlineError() : errorOfReset(reason);
    if (reason.cause === "refused") this.#call.onRefused(error);
    else this.#call.end(error);
  }

  override onDeadline(): void {
    this.cancel();
    this.#call.end(deadlineError());
  }

  protected override onFault(error: GrpcError): void {
    this.cancel();
    this.#call.end(error);
  }

  protected override beforeSend(): void {}

  #end(error: GrpcError | undefined, fields: HeaderList | undefined): void {
    if (!this.isClosed) this.connection.reset(this, ErrorCode.CANCEL);
    this.#stop();
    this.#call.end(error, fields);
  }

  async #sendRequest(codec: MessageCodec<unknown>): Promise<void> {
    try {
      if (this.sendCompression === "gzip") await this.sendCompressed(codec, this.#call.request, true);
      else this.send(codec, this.#call.request, true);
    } catch (error) {
      this.onFault(isGrpcError(error) ? error : requestError(error));
    }
  }

  async #sendRequests(requests: AsyncIterable<unknown>): Promise<void> {
    try {
      const iterator = requests[Symbol.asyncIterator]();
      this.#requests = iterator;
      await this.sendAll(this.#call.method.requestCodec, { [Symbol.asyncIterator]: () => iterator });
      this.#requests = undefined;
      if (!this.isClosed) this.connection.sender.end(this);
    } catch (error) {
      this.#requests = undefined;
      if (!this.isClosed) this.onFault(requestError(error));
    }
  }

  /** Lets a writer go and finishes requests that nobody reads any more. */
  #stop(): void {
    this.releaseWriter();
    const requests = this.#requests;
    this.#requests = undefined;
    requests?.return?.()?.then(undefined, () => {});
  }
}
