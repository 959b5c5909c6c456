import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import { CriError } from "@crikit/cri-api";
import type { StreamingRuntime } from "@crikit/cri-runtime";
import { cannotListen } from "../session/cannot-listen.ts";
import { DEFAULT_POLICY, type SessionPolicy } from "../session/policy.ts";
import type { SessionRequest } from "../session/session.ts";
import { NOT_FOUND, plainRefusal, type Refusal, sendRefusal, writeRefusal } from "../upgrade/refusal.ts";
import { baseUrlOf, parseBaseUrl, routePrefix } from "./address.ts";
import { count } from "./metrics.ts";
import { takeOver } from "./mount.ts";
import type { ListenOptions, StreamingServer, StreamingServerOptions } from "./options.ts";
import { attachSession, execSession, portForwardSession } from "./request.ts";
import { createSessionAcceptor } from "./session-acceptor.ts";
import { SessionRegistry } from "./session-registry.ts";
import { readTls, watchTls } from "./tls.ts";
import { TokenStore } from "./tokens.ts";

const defaultTokenTtlMs = 60_000;
const defaultMaxTokens = 1_000;
const defaultMaxSessions = 10_000;
const defaultMaxHeaderBytes = 1024 * 1024;

const routeOf: Readonly<Record<SessionRequest["kind"], string>> = {
  exec: "exec",
  attach: "attach",
  portForward: "portforward",
};

const methodNotAllowed: Refusal = {
  status: 405,
  headers: { Allow: "GET, POST", "Content-Type": "text/plain; charset=utf-8" },
  body: "405: Method Not Allowed",
};

/**
 * Creates a server of exec, attach and port-forward sessions for `runtime`. Its `exec`, `attach` and `portForward` answer the CRI calls with
 * a one-time URL; what a client opens there, over SPDY/3.1 or WebSocket, is served from `runtime`.
 *
 * @example
 * const streaming = createStreamingServer(runtime);
 * await streaming.listen({ port: 0 });
 * const { url } = await streaming.exec({ containerId, cmd: ["date"], tty: false, stdin: false, stdout: true, stderr: true });
 */
export const createStreamingServer = (
  runtime: StreamingRuntime,
  options: StreamingServerOptions = {},
): StreamingServer => new HttpStreamingServer(runtime, options);

/** Everything of `policy` that was given, the rest by default. */
const policyOf = (given: StreamingServerOptions): SessionPolicy => {
  const set = Object.entries(given).filter(([name, value]) => name in DEFAULT_POLICY && value !== undefined);
  return { ...DEFAULT_POLICY, ...Object.fromEntries(set) };
};

class HttpStreamingServer implements StreamingServer {
  readonly #options: StreamingServerOptions;
  readonly #tokens: TokenStore<SessionRequest>;
  readonly #registry: SessionRegistry;
  readonly #accept: ReturnType<typeof createSessionAcceptor>;
  readonly #cleanUp: (() => void)[] = [];
  #baseUrl: URL | undefined;
  #http: Server | undefined;
  /** What was accepted and lives: a client that has not sent a request yet is no session and must not keep the server open. */
  readonly #sockets = new Set<Socket>();

  constructor(runtime: StreamingRuntime, options: StreamingServerOptions) {
    const now = options.now ?? Date.now;
    const policy = policyOf(options);
    this.#options = options;
    this.#baseUrl = options.baseUrl === undefined ? undefined : parseBaseUrl(options.baseUrl);
    this.#tokens = new TokenStore({
      maxTokens: options.maxTokens ?? defaultMaxTokens,
      ttlMs: options.tokenTtlMs ?? defaultTokenTtlMs,
      now,
    });
    this.#registry = new SessionRegistry({ policy, now, faults: options.faults, onProblem: options.onProblem });
    this.#accept = createSessionAcceptor(runtime, policy, this.#registry);
  }

  exec: StreamingServer["exec"] = async (request) => ({ url: this.#mint(execSession(request)) });

  attach: StreamingServer["attach"] = async (request) => ({ url: this.#mint(attachSession(request)) });

  portForward: StreamingServer["portForward"] = async (request) => ({ url: this.#mint(portForwardSession(request)) });

  async listen({ host = "127.0.0.1", port = 0, tls }: ListenOptions = {}): Promise<URL> {
    if (this.#http !== undefined) throw new CriError("FailedPrecondition", "the streaming server is listening already");
    const limits = { maxHeaderSize: this.#options.maxHeaderBytes ?? defaultMaxHeaderBytes };
    const server = tls === undefined ? createServer(limits) : createTlsServer({ ...limits, ...readTls(tls) });
    this.#http = server;
    server.on("connection", (socket) => {
      this.#sockets.add(socket);
      socket.once("close", () => this.#sockets.delete(socket));
    });
    try {
      await listenOn(server, { host, port });
    } catch (error) {
      this.#http = undefined;
      throw error;
    }
    if (tls !== undefined && "setSecureContext" in server) {
      const watcher = watchTls(tls, {
        change: (context) => server.setSecureContext(context),
        problem: (message, cause) =>
          this.#options.onProblem?.({ sessionId: "", kind: "exec", targetId: "", message, cause }),
      });
      this.#cleanUp.push(() => watcher.close());
    }
    takeOver(server, {
      request: (request, response) => this.handleRequest(request, response),
      upgrade: (request, socket, head) => this.handleUpgrade(request, socket, head),
    });
    this.#baseUrl = this.#listeningUrl(server, tls !== undefined);
    return new URL(this.#baseUrl);
  }

  mount(server: Server): () => void {
    if (this.#baseUrl === undefined) {
      throw new CriError(
        "FailedPrecondition",
        "a mounted streaming server needs baseUrl: it cannot know how it is reached",
      );
    }
    const unmount = takeOver(server, {
      request: (request, response) => this.handleRequest(request, response),
      upgrade: (request, socket, head) => this.handleUpgrade(request, socket, head),
    });
    this.#cleanUp.push(unmount);
    return unmount;
  }

  handleRequest(request: IncomingMessage, response: ServerResponse): boolean {
    const route = this.#route(request);
    if (route === undefined) return false;
    const refusal = "status" in route ? route : this.#accept.refusePlain(route, request);
    count(this.#registry.counts.refused, refusal.status);
    sendRefusal(response, refusal);
    return true;
  }

  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    const route = this.#route(request);
    if (route === undefined) return false;
    if ("status" in route) {
      count(this.#registry.counts.refused, route.status);
      writeRefusal(socket, route);
    } else this.serveSession(route, { request, socket, head });
    return true;
  }

  serveSession: StreamingServer["serveSession"] = (session, upgrade) => {
    const maxSessions = this.#options.maxSessions ?? defaultMaxSessions;
    const refusal =
      this.#registry.size >= maxSessions
        ? { ...plainRefusal(429, `too many sessions: ${maxSessions} are open`), headers: { "Retry-After": "60" } }
        : this.#accept.accept(session, upgrade);
    if (refusal === undefined) return;
    count(this.#registry.counts.refused, refusal.status);
    writeRefusal(upgrade.socket, refusal);
  };

  sessions: StreamingServer["sessions"] = () => this.#registry.reports();

  metrics: StreamingServer["metrics"] = () => this.#registry.metrics(this.#tokens.size);

  close: StreamingServer["close"] = async ({ drainMs = 0 } = {}) => {
    for (const cleanUp of this.#cleanUp.splice(0)) cleanUp();
    const server = this.#http;
    this.#http = undefined;
    const closed = server === undefined ? undefined : new Promise<void>((resolve) => server.close(() => resolve()));
    await this.#registry.close(drainMs);
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  };

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #mint(session: SessionRequest): string {
    const baseUrl = this.#baseUrl;
    if (baseUrl === undefined) {
      throw new CriError(
        "FailedPrecondition",
        "the streaming server is not listening: call listen, or give baseUrl and mount",
      );
    }
    const token = this.#tokens.insert(session);
    return new URL(`${routePrefix(baseUrl)}${routeOf[session.kind]}/${token}`, baseUrl).href;
  }

  /** The session a request is for, or the answer that it gets instead; `undefined` if the path is not ours. A token is used up here. */
  #route(request: IncomingMessage): SessionRequest | Refusal | undefined {
    const path = (request.url ?? "").split("?", 1)[0] ?? "";
    const prefix = this.#baseUrl === undefined ? "/" : routePrefix(this.#baseUrl);
    if (!path.startsWith(prefix)) return undefined;
    const [route, token, ...more] = path.slice(prefix.length).split("/");
    const isRoute = Object.values(routeOf).some((name) => name === route);
    if (!isRoute || token === undefined || token === "" || more.length > 0) return undefined;
    if (request.method !== "GET" && request.method !== "POST") return methodNotAllowed;
    const session = this.#tokens.consume(token);
    return session === undefined || routeOf[session.kind] !== route ? NOT_FOUND : session;
  }

  #listeningUrl(server: Server, tls: boolean): URL {
    const address = server.address() as AddressInfo;
    const given = this.#baseUrl;
    if (given === undefined) return baseUrlOf(address, { tls, advertisedHost: this.#options.advertisedHost });
    const url = new URL(given);
    if (url.port === "0") url.port = String(address.port);
    return url;
  }
}

const listenOn = (server: Server, address: { readonly host: string; readonly port: number }): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", (cause) => reject(cannotListen(address, cause)));
    server.listen(address, () => resolve());
  });
