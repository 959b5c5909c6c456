import type { Duplex } from "node:stream";
import type { ConnectionOptions } from "node:tls";
import { type Address, authorityOf, parseAddress } from "../call/address.ts";
import type { Compression } from "../call/compression.ts";
import type { MessageCodec } from "../call/definition.ts";
import { BYTES_CODEC } from "../call/message-codec.ts";
import { GrpcError, Status } from "../call/status.ts";
import type { HeaderList } from "../hpack/decoder.ts";
import { CLIENT_BOUNDS, type ConnectionBounds } from "../http2/bounds.ts";
import { Http2Connection } from "../http2/connection.ts";
import { ConnectionError, ErrorCode } from "../http2/error.ts";
import type { CallOptions } from "./call-options.ts";
import { type CallChannel, ClientCall, type ClientMethod } from "./client-call.ts";
import { ClientStream } from "./client-stream.ts";
import { type Dial, dialPlace } from "./dial.ts";

/** How a channel connects and what its calls have in common. */
export interface ChannelOptions {
  /** What goes out as `:authority`. Default: `localhost` for a socket path, `host:port` for TCP. */
  readonly authority?: string;
  /** Speaks TLS, with these options of `tls.connect`. */
  readonly tls?: ConnectionOptions;
  /** The largest message that is taken, decompressed: beyond it RESOURCE_EXHAUSTED. Default 16 MiB. */
  readonly maxMessageBytes?: number;
  /** What large requests are sent as; `"gzip"` also offers it for responses. Default `"identity"`. */
  readonly compression?: Compression;
  /** What the server may hold and do on a connection, where it differs from the defaults. */
  readonly bounds?: Partial<ConnectionBounds>;
  /** Milliseconds until a failed connection may be tried again: `firstMs` (default 100), growing by 1.6 up to `mostMs` (default 5,000), each varied by a fifth. */
  readonly backoff?: { readonly firstMs?: number; readonly mostMs?: number };
  /** Milliseconds one attempt to connect may take. Default 20,000. */
  readonly connectTimeoutMs?: number;
  /** What goes out as `user-agent`. Default `crikit-grpc/` and the version. */
  readonly userAgent?: string;
  /** Between 0 and 1, for the backoff; a test fixes it. Default `Math.random`. */
  readonly random?: () => number;
}

/** Calls to one server over one connection, which is made when the first call needs it and made again when it was lost. */
export interface Channel extends AsyncDisposable {
  /** Makes a call of any kind as bytes: for relays. A call with one request gives an iterable of one. */
  call(path: string, requests: AsyncIterable<Uint8Array>, options?: CallOptions): AsyncIterable<Uint8Array>;
  /** Makes a call: a promise for one response, an AsyncIterable for a stream of them, which begins when it is iterated. {@link createGrpcClient} does it for whole services. */
  invoke(method: ClientMethod, request: unknown, options?: CallOptions): Promise<unknown> | AsyncIterable<unknown>;
  /** Takes no more calls, waits for those under way, and closes; `drainMs` (default 5,000) is the most it waits. */
  close(options?: { readonly drainMs?: number }): Promise<void>;
}

const MAX_MESSAGE_BYTES = 16 << 20;
const BACKOFF = { firstMs: 100, mostMs: 5_000, growth: 1.6, jitter: 0.2 };
const CONNECT_TIMEOUT_MS = 20_000;
const DRAIN_MS = 5_000;
/** What the last words on a connection may take when nobody waits for its calls. */
const FORCED_CLOSE_MS = 50;
/** Paths whose constant fields are kept; a relay may see any number of them. */
const MAX_KEPT_PATHS = 1_000;
const USER_AGENT = "crikit-grpc/0.1";

class Http2Channel implements Channel, CallChannel {
  readonly maxMessageBytes: number;
  readonly compression: Compression;
  readonly #options: ChannelOptions;
  readonly #dial: Dial;
  readonly #authority: string;
  readonly #scheme: string;
  readonly #bounds: ConnectionBounds;
  readonly #fields = new Map<string, HeaderList>();
  readonly #connections = new Set<Http2Connection>();
  readonly #waiting = new Set<ClientCall>();
  #connection: Http2Connection | undefined;
  #isDialing = false;
  #dialAbort = new AbortController();
  #failures = 0;
  #notBefore = 0;
  #lastError: GrpcError | undefined;
  #backoffTimer: NodeJS.Timeout | undefined;
  #closing: Promise<void> | undefined;
  #onEmpty: (() => void) | undefined;

  constructor(address: string | Address | Dial, options: ChannelOptions) {
    const place = typeof address === "string" ? parseAddress(address) : address;
    this.#options = options;
    this.#dial = typeof place === "function" ? place : dialPlace(place, options.tls);
    this.#authority = options.authority ?? (typeof place === "function" ? "localhost" : authorityOf(place));
    this.#scheme = options.tls === undefined ? "http" : "https";
    this.#bounds = { ...CLIENT_BOUNDS, ...options.bounds };
    this.maxMessageBytes = options.maxMessageBytes ?? MAX_MESSAGE_BYTES;
    this.compression = options.compression ?? "identity";
  }

  call(path: string, requests: AsyncIterable<Uint8Array>, options: CallOptions = {}): AsyncIterable<Uint8Array> {
    const codec = BYTES_CODEC as MessageCodec<never>;
    const method = { path, requestStream: true, responseStream: true, requestCodec: codec, responseCodec: codec };
    return this.#stream(method, requests, options) as AsyncIterable<Uint8Array>;
  }

  invoke(method: ClientMethod, request: unknown, options: CallOptions = {}): Promise<unknown> | AsyncIterable<unknown> {
    if (method.responseStream) return this.#stream(method, request, options);
    return new Promise((resolve, reject) => {
      new ClientCall(this, { method, request, options, settle: { resolve, reject } }).begin();
    });
  }

  dispatch(call: ClientCall): void {
    if (this.#closing !== undefined) {
      call.end(new GrpcError(Status.UNAVAILABLE, "the channel is closed"));
      return;
    }
    const connection = this.#connection;
    if (connection?.hasRoom === true && this.#waiting.size === 0) {
      this.#begin(connection, call);
      return;
    }
    if (connection === undefined && !this.#isDialing && !this.#mayDial(call)) return;
    this.#waiting.add(call);
    call.wait();
    if (connection === undefined) this.#connect();
  }

  withdraw(call: ClientCall): void {
    this.#waiting.delete(call);
    if (this.#waiting.size > 0) return;
    clearTimeout(this.#backoffTimer);
    this.#backoffTimer = undefined;
  }

  close(options: { readonly drainMs?: number } = {}): Promise<void> {
    this.#closing ??= this.#close(options.drainMs ?? DRAIN_MS);
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #stream(method: ClientMethod, request: unknown, options: CallOptions): AsyncIterable<unknown> {
    return {
      [Symbol.asyncIterator]: () => {
        const call = new ClientCall(this, { method, request, options });
        call.begin();
        return call.responses;
      },
    };
  }

  #begin(connection: Http2Connection, call: ClientCall): void {
    new ClientStream(connection, call, this.maxMessageBytes).begin(this.#fieldsOf(call.method.path));
  }

  #fieldsOf(path: string): HeaderList {
    let fields = this.#fields.get(path);
    if (fields === undefined) {
      fields = [
        ...[":method", "POST", ":scheme", this.#scheme, ":path", path, ":authority", this.#authority],
        ...["te", "trailers", "content-type", "application/grpc", "user-agent", this.#options.userAgent ?? USER_AGENT],
      ];
      if (this.#fields.size < MAX_KEPT_PATHS) this.#fields.set(path, fields);
    }
    return fields;
  }

  /** Whether a dial may be made for this call now; a call that does not wait fails with the last dial's error instead. */
  #mayDial(call: ClientCall): boolean {
    if (this.#lastError === undefined || call.options.waitForReady === true || performance.now() >= this.#notBefore)
      return true;
    call.end(this.#lastError);
    return false;
  }

  #connect(): void {
    if (this.#isDialing || this.#backoffTimer !== undefined) return;
    const delay = this.#notBefore - performance.now();
    if (delay <= 0) {
      void this.#dialOnce();
      return;
    }
    this.#backoffTimer = setTimeout(() => {
      this.#backoffTimer = undefined;
      void this.#dialOnce();
    }, delay);
  }

  async #dialOnce(): Promise<void> {
    this.#isDialing = true;
    const timeoutMs = this.#options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS;
    const abort = new AbortController();
    this.#dialAbort = abort;
    const timer = setTimeout(() => abort.abort(new Error(`no connection within ${timeoutMs} ms`)), timeoutMs);
    try {
      const socket = await this.#dial(abort.signal);
      if (socket.destroyed) throw new Error("the byte stream is closed already");
      if (this.#closing === undefined) this.#adopt(socket);
      else socket.destroy();
    } catch (error) {
      this.#onDialFailed(error instanceof Error ? error.message : String(error));
    } finally {
      clearTimeout(timer);
    }
  }

  #adopt(socket: Duplex): void {
    let isReady = false;
    const connection: Http2Connection = new Http2Connection(socket, {
      role: "client",
      bounds: this.#bounds,
      owner: {
        onReady: () => {
          isReady = true;
          this.#onReady(connection);
        },
        onRoom: () => this.#serveWaiting(),
        onDraining: () => this.#retire(connection),
        onClosed: (reason) => {
          this.#connections.delete(connection);
          this.#retire(connection);
          if (!isReady) this.#onDialFailed(reason.message);
          if (this.#connections.size === 0) this.#onEmpty?.();
        },
      },
    });
    this.#connections.add(connection);
  }

  #onReady(connection: Http2Connection): void {
    this.#isDialing = false;
    this.#failures = 0;
    this.#notBefore = 0;
    this.#lastError = undefined;
    this.#connection = connection;
    this.#serveWaiting();
  }

  /** The connection takes no more calls; those that wait get another one. */
  #retire(connection: Http2Connection): void {
    if (this.#connection !== connection) return;
    this.#connection = undefined;
    if (this.#waiting.size > 0 && this.#closing === undefined) this.#connect();
  }

  #onDialFailed(message: string): void {
    this.#isDialing = false;
    const { firstMs = BACKOFF.firstMs, mostMs = BACKOFF.mostMs } = this.#options.backoff ?? {};
    const random = this.#options.random ?? Math.random;
    const delay =
      Math.min(mostMs, firstMs * BACKOFF.growth ** this.#failures) * (1 + BACKOFF.jitter * (2 * random() - 1));
    this.#failures += 1;
    this.#notBefore = performance.now() + delay;
    const error = new GrpcError(Status.UNAVAILABLE, `no connection: ${message}`);
    this.#lastError = error;
    for (const call of [...this.#waiting]) {
      if (call.options.waitForReady === true && this.#closing === undefined) continue;
      this.#waiting.delete(call);
      call.end(error);
    }
    if (this.#waiting.size > 0) this.#connect();
  }

  #serveWaiting(): void {
    const connection = this.#connection;
    if (this.#waiting.size === 0 || connection === undefined) return;
    for (const call of this.#waiting) {
      if (!connection.hasRoom) return;
      this.#waiting.delete(call);
      this.#begin(connection, call);
    }
  }

  async #close(drainMs: number): Promise<void> {
    const error = new GrpcError(Status.UNAVAILABLE, "the channel is closed");
    this.#dialAbort.abort(new Error("the channel is closed"));
    clearTimeout(this.#backoffTimer);
    for (const call of [...this.#waiting]) call.end(error);
    this.#waiting.clear();
    if (this.#connections.size === 0) return;
    const empty = new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    const timer = setTimeout(() => {
      for (const connection of this.#connections)
        connection.fail(new ConnectionError(ErrorCode.NO_ERROR, "the channel is closed"), FORCED_CLOSE_MS);
    }, drainMs);
    for (const connection of this.#connections) connection.drain();
    await empty;
    clearTimeout(timer);
  }
}

/**
 * Makes a channel to a server: `unix:///path`, a path, `npipe:////./pipe/name`, `host:port`, or a function that opens a byte stream. It
 * connects when the first call is made; with no call in flight it does not keep the process alive.
 *
 * @example
 * const channel = createChannel("unix:///run/containerd/containerd.sock");
 */
export const createChannel = (address: string | Address | Dial, options: ChannelOptions = {}): Channel =>
  new Http2Channel(address, options);
