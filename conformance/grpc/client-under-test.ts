import { setTimeout as sleep } from "node:timers/promises";
import {
  type CallOptions,
  type Channel,
  createChannel,
  createGrpcClient,
  type GrpcClient,
  type Metadata,
} from "@crikit/grpc";
import type { ClientCompatRequest, ClientResponseResult, Payload, StreamRequest, UnaryRequest } from "./messages.ts";
import { formatMessage, readMessages } from "./pipe.ts";
import { type ConformanceDefinition, type ConformanceProtos, loadProtos, type PayloadResponse } from "./protos.ts";
import { fromProtoHeaders, toProtoError, toProtoHeaders } from "./translate.ts";

const GZIP = 2;
const FULL_DUPLEX = 5;
/** Calls made at once. */
const PARALLEL = 8;
const FRESH_CONNECTION_DRAIN_MS = 500;
const EMPTY_PAYLOAD: Payload = { data: new Uint8Array(), requestInfo: undefined };

/** What one call sent and got. */
interface Outcome {
  readonly payloads: Payload[];
  error: unknown;
  headers: Metadata | undefined;
  trailers: Metadata | undefined;
  unsent: number;
}

/** One case: its call, made as the runner says. */
class CaseCall {
  readonly #request: ClientCompatRequest;
  readonly #client: GrpcClient<ConformanceDefinition>;
  readonly #service: ConformanceDefinition;
  readonly #abort = new AbortController();
  readonly #outcome: Outcome = { payloads: [], error: undefined, headers: undefined, trailers: undefined, unsent: 0 };

  constructor(request: ClientCompatRequest, client: GrpcClient<ConformanceDefinition>, service: ConformanceDefinition) {
    this.#request = request;
    this.#client = client;
    this.#service = service;
  }

  async run(): Promise<Outcome> {
    try {
      await this.#call();
    } catch (error) {
      this.#outcome.error = error;
    }
    return this.#outcome;
  }

  get #options(): CallOptions {
    return {
      signal: this.#abort.signal,
      timeoutMs: this.#request.timeoutMs,
      metadata: fromProtoHeaders(this.#request.requestHeaders),
      onHeaders: (headers) => {
        this.#outcome.headers = headers;
      },
      onTrailers: (trailers) => {
        this.#outcome.trailers = trailers;
      },
    };
  }

  #call(): Promise<void> {
    const { methods } = this.#service;
    const client = this.#client;
    const [first] = this.#request.requestMessages;
    const bytes = first?.value ?? new Uint8Array();
    switch (this.#request.method) {
      case "Unary":
        return this.#once(client.unary(methods.unary.requestType.decode(bytes), this.#options));
      case "IdempotentUnary":
        return this.#once(client.idempotentUnary(methods.idempotentUnary.requestType.decode(bytes), this.#options));
      case "Unimplemented":
        return this.#once(client.unimplemented({}, this.#options));
      case "ClientStream":
        return this.#once(client.clientStream(this.#requests(methods.clientStream.requestType), this.#options), false);
      case "ServerStream":
        return this.#many(client.serverStream(methods.serverStream.requestType.decode(bytes), this.#options), true);
      case "BidiStream":
        return this.#bidi();
      default:
        throw new Error(`no method ${this.#request.method}`);
    }
  }

  async #once(response: Promise<PayloadResponse>, isSent = true): Promise<void> {
    if (isSent) this.#cancelAfterClose();
    this.#outcome.payloads.push((await response).payload ?? EMPTY_PAYLOAD);
  }

  async #many(responses: AsyncIterable<PayloadResponse>, isSent: boolean): Promise<void> {
    if (isSent) this.#cancelAfterClose();
    for await (const { payload } of responses) this.#received(payload);
  }

  /** One response for each request in full duplex; all requests first otherwise. */
  async #bidi(): Promise<void> {
    const { bidiStream } = this.#service.methods;
    if (this.#request.streamType !== FULL_DUPLEX) {
      await this.#many(this.#client.bidiStream(this.#requests(bidiStream.requestType), this.#options), false);
      return;
    }
    let answered = (): void => {};
    const answers: Promise<void>[] = this.#request.requestMessages.map(() => new Promise(() => {}));
    const resolvers: (() => void)[] = [];
    for (const index of answers.keys()) answers[index] = new Promise((resolve) => resolvers.push(resolve));
    const requests = this.#requests(bidiStream.requestType, (index) => answers[index - 1] ?? Promise.resolve());
    for await (const { payload } of this.#client.bidiStream(requests, this.#options)) {
      answered = resolvers.shift() ?? answered;
      this.#received(payload);
      answered();
    }
  }

  async *#requests<T extends UnaryRequest | StreamRequest>(
    codec: { decode(input: Uint8Array): T },
    before: (index: number) => Promise<void> = () => Promise.resolve(),
  ): AsyncGenerator<T> {
    for (const [index, { value }] of this.#request.requestMessages.entries()) {
      await before(index);
      await sleep(this.#request.requestDelayMs);
      yield codec.decode(value);
    }
    await before(this.#request.requestMessages.length);
    if (this.#request.cancel?.beforeCloseSend !== undefined) this.#abort.abort();
    this.#cancelAfterClose();
  }

  #received(payload: Payload | undefined): void {
    this.#outcome.payloads.push(payload ?? EMPTY_PAYLOAD);
    if (this.#request.cancel?.afterNumResponses === this.#outcome.payloads.length) this.#abort.abort();
  }

  #cancelAfterClose(): void {
    const delayMs = this.#request.cancel?.afterCloseSendMs;
    if (delayMs !== undefined) setTimeout(() => this.#abort.abort(), delayMs);
  }
}

const channelOf = (request: ClientCompatRequest): Channel => {
  const { host, port, serverTlsCert, clientTlsCreds, messageReceiveLimit, compression } = request;
  const tls =
    serverTlsCert.length === 0
      ? {}
      : {
          tls: {
            ca: Buffer.from(serverTlsCert),
            ...(clientTlsCreds === undefined
              ? {}
              : { cert: Buffer.from(clientTlsCreds.cert), key: Buffer.from(clientTlsCreds.key) }),
          },
        };
  return createChannel(`${host}:${port}`, {
    ...tls,
    ...(messageReceiveLimit > 0 ? { maxMessageBytes: messageReceiveLimit } : {}),
    compression: compression === GZIP ? "gzip" : "identity",
  });
};

const resultOf = ({ payloads, error, headers, trailers, unsent }: Outcome): ClientResponseResult => ({
  responseHeaders: toProtoHeaders(headers),
  payloads,
  error: error === undefined ? undefined : toProtoError(error),
  responseTrailers: toProtoHeaders(trailers),
  numUnsentRequests: unsent,
  feedback: [],
});

const runCase = async (request: ClientCompatRequest, protos: ConformanceProtos): Promise<Buffer> => {
  const { testName } = request;
  const channel = channelOf(request);
  try {
    const client = createGrpcClient(protos.service, channel);
    const response = resultOf(await new CaseCall(request, client, protos.service).run());
    return formatMessage(protos.clientCompatResponse, { testName, response });
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return formatMessage(protos.clientCompatResponse, { testName, error: { message } });
  } finally {
    await channel.close({ drainMs: FRESH_CONNECTION_DRAIN_MS });
  }
};

/** Makes the calls that connectconformance's runner asks for on standard input, a few at once. */
const main = async (): Promise<void> => {
  const protos = await loadProtos(process.argv[2] ?? "");
  const running = new Set<Promise<void>>();
  for await (const request of readMessages(process.stdin, protos.clientCompatRequest)) {
    const one = runCase(request, protos).then((answer) => {
      process.stdout.write(answer);
      running.delete(one);
    });
    running.add(one);
    if (running.size >= PARALLEL) await Promise.race(running);
  }
  await Promise.all(running);
};

await main();
