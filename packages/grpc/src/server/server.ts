import type { AddressInfo, Server } from "node:net";
import type { Duplex } from "node:stream";
import type { Compression } from "../call/compression.ts";
import type { MessageCodec, ServiceDefinition } from "../call/definition.ts";
import { BYTES_CODEC } from "../call/message-codec.ts";
import { type MethodDescription, type MethodFunction, pathOf } from "../call/method.ts";
import { type ConnectionBounds, SERVER_BOUNDS } from "../http2/bounds.ts";
import { Http2Connection } from "../http2/connection.ts";
import { ConnectionError, ErrorCode } from "../http2/error.ts";
import { type ListenAddress, listenOn } from "./listen.ts";
import type { Route, Router } from "./route.ts";
import type { ServerCall, ServerFunction } from "./server-call.ts";
import { ServerStream, type ServerStreamOptions } from "./server-stream.ts";

/** What answers a service: one function per call. */
export type ServiceImplementation<Definition extends ServiceDefinition> = {
  readonly [Name in keyof Definition["methods"]]: MethodFunction<Definition["methods"][Name], ServerCall>;
};

/** Answers calls that nobody registered, of all four kinds, as bytes. */
export type Fallback = (requests: AsyncIterable<Uint8Array>, call: ServerCall) => AsyncIterable<Uint8Array>;

/** Stands around every call of a server: gets the function that answers it and returns the one to use instead; called once for each call's path. */
export type ServerInterceptor = (next: ServerFunction, method: MethodDescription) => ServerFunction;

/** How a server behaves. */
export interface GrpcServerOptions {
  /** The first stands outermost. */
  readonly interceptors?: readonly ServerInterceptor[];
  readonly fallback?: Fallback;
  /** The largest message that is taken, decompressed: beyond it RESOURCE_EXHAUSTED. Default 16 MiB. */
  readonly maxMessageBytes?: number;
  /** What large answers are sent as, where the client takes it. Default `"identity"`. */
  readonly compression?: Compression;
  /** What a connection may hold and do, where it differs from the defaults. */
  readonly bounds?: Partial<ConnectionBounds>;
  /** Connections at once; one more is closed as soon as it comes. Default 1,000. */
  readonly maxConnections?: number;
  /** Hears of each error a call ended with, before it is sent. */
  readonly onError?: (error: unknown, call: ServerCall) => void;
  /** Hears why each connection ended. */
  readonly onConnectionClosed?: (reason: ConnectionError) => void;
}

/** A gRPC server over any number of listeners and byte streams. */
export interface GrpcServer extends AsyncDisposable {
  /** Registers a service; a path that is registered already is an error. */
  add<Definition extends ServiceDefinition>(
    definition: Definition,
    implementation: ServiceImplementation<Definition>,
  ): GrpcServer;
  /** Names of all registered services. */
  readonly services: readonly string[];
  /** Serves one connection: any duplex byte stream. */
  accept(socket: Duplex): void;
  /** Listens on an address; resolves with the port for TCP, with undefined otherwise. */
  listen(address: ListenAddress): Promise<number | undefined>;
  /** Takes no more calls, waits `drainMs` (default 5,000) for those under way, ends the rest. */
  close(options?: { readonly drainMs?: number }): Promise<void>;
}

const MAX_MESSAGE_BYTES = 16 << 20;
const MAX_CONNECTIONS = 1_000;
const DRAIN_MS = 5_000;
/** What the last words on a connection may take when nobody waits for its calls. */
const FORCED_CLOSE_MS = 50;

class Routes implements Router {
  readonly #routes = new Map<string, Route>();
  readonly #services = new Set<string>();
  readonly #fallbacks = new Map<string, Route>();
  readonly #interceptors: readonly ServerInterceptor[];
  readonly #fallback: Fallback | undefined;

  constructor(interceptors: readonly ServerInterceptor[], fallback: Fallback | undefined) {
    this.#interceptors = interceptors;
    this.#fallback = fallback;
  }

  get services(): readonly string[] {
    return [...this.#services];
  }

  add(service: ServiceDefinition, functions: Readonly<Record<string, ServerFunction | undefined>>): void {
    for (const [name, method] of Object.entries(service.methods)) {
      const path = pathOf(service, method);
      if (this.#routes.has(path)) throw new Error(`${path} is registered already`);
      const run = functions[name];
      if (run === undefined) continue;
      const { requestStream, responseStream } = method;
      const description = { path, requestStream, responseStream };
      this.#routes.set(path, {
        ...description,
        requestCodec: method.requestType,
        responseCodec: method.responseType,
        run: this.#intercept((request, call) => run.call(functions, request, call), description),
      });
    }
    this.#services.add(service.fullName);
  }

  find(path: string): Route | string {
    return this.#routes.get(path) ?? this.#fallbackOf(path) ?? this.#absence(path);
  }

  #fallbackOf(path: string): Route | undefined {
    const fallback = this.#fallback;
    if (fallback === undefined) return undefined;
    const known = this.#fallbacks.get(path);
    if (known !== undefined) return known;
    const codec: MessageCodec<unknown> = BYTES_CODEC as MessageCodec<never>;
    const description = { path, requestStream: true, responseStream: true };
    const run = this.#intercept(fallback, description);
    const route = { ...description, requestCodec: codec, responseCodec: codec, run };
    if (this.#fallbacks.size < 1000) this.#fallbacks.set(path, route);
    return route;
  }

  #absence(path: string): string {
    const [, service, method] = /^\/([^/]+)\/([^/]+)$/.exec(path) ?? [];
    if (service === undefined) return `malformed method name "${path}"`;
    return this.#services.has(service)
      ? `unknown method ${method} for service ${service}`
      : `unknown service ${service}`;
  }

  #intercept(run: ServerFunction, method: MethodDescription): ServerFunction {
    return this.#interceptors.reduceRight((next, interceptor) => interceptor(next, method), run);
  }
}

class Http2GrpcServer implements GrpcServer {
  readonly #routes: Routes;
  readonly #options: GrpcServerOptions;
  readonly #bounds: ConnectionBounds;
  readonly #streamOptions: ServerStreamOptions;
  readonly #connections = new Set<Http2Connection>();
  readonly #listeners = new Set<Server>();
  #onEmpty: (() => void) | undefined;
  #closing: Promise<void> | undefined;

  constructor(options: GrpcServerOptions) {
    this.#options = options;
    this.#bounds = { ...SERVER_BOUNDS, ...options.bounds };
    this.#routes = new Routes(options.interceptors ?? [], options.fallback);
    this.#streamOptions = {
      router: this.#routes,
      maxMessageBytes: options.maxMessageBytes ?? MAX_MESSAGE_BYTES,
      compression: options.compression ?? "identity",
      onError: options.onError,
    };
  }

  get services(): readonly string[] {
    return this.#routes.services;
  }

  add<Definition extends ServiceDefinition>(
    definition: Definition,
    implementation: ServiceImplementation<Definition>,
  ): this {
    this.#routes.add(definition, implementation);
    return this;
  }

  accept(socket: Duplex): void {
    if (this.#closing !== undefined || this.#connections.size >= (this.#options.maxConnections ?? MAX_CONNECTIONS)) {
      socket.on("error", () => {});
      socket.destroy();
      return;
    }
    const connection: Http2Connection = new Http2Connection(socket, {
      role: "server",
      bounds: this.#bounds,
      owner: {
        createStream: (on, id) => new ServerStream(on, id, this.#streamOptions),
        onClosed: (reason) => {
          this.#connections.delete(connection);
          this.#options.onConnectionClosed?.(reason);
          if (this.#connections.size === 0) this.#onEmpty?.();
        },
      },
    });
    this.#connections.add(connection);
  }

  async listen(address: ListenAddress): Promise<number | undefined> {
    if (this.#closing !== undefined) throw new Error("the server is closed");
    const listener = await listenOn(address, (socket) => this.accept(socket));
    this.#listeners.add(listener);
    const place: AddressInfo | string | null = listener.address();
    return typeof place === "object" ? place?.port : undefined;
  }

  close(options: { readonly drainMs?: number } = {}): Promise<void> {
    this.#closing ??= this.#close(options.drainMs ?? DRAIN_MS);
    return this.#closing;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #close(drainMs: number): Promise<void> {
    const listeners = [...this.#listeners].map(
      (listener) => new Promise<void>((resolve) => listener.close(() => resolve())),
    );
    const empty = new Promise<void>((resolve) => {
      this.#onEmpty = resolve;
    });
    for (const connection of this.#connections) connection.drain();
    if (this.#connections.size > 0) {
      const timer = setTimeout(() => this.#end(), drainMs);
      await empty;
      clearTimeout(timer);
    }
    await Promise.all(listeners);
  }

  #end(): void {
    for (const connection of this.#connections)
      connection.fail(new ConnectionError(ErrorCode.NO_ERROR, "the server is closed"), FORCED_CLOSE_MS);
  }
}

/**
 * Makes a gRPC server. It listens on nothing yet: {@link GrpcServer.listen} or {@link GrpcServer.accept} does.
 *
 * @example
 * const server = createGrpcServer();
 * server.add(HealthDefinition, createHealth());
 * await server.listen("unix:///run/example.sock");
 */
export const createGrpcServer = (options: GrpcServerOptions = {}): GrpcServer => new Http2GrpcServer(options);
