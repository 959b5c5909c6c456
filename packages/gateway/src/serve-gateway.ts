import { CriError, type CriService, isLoopback } from "@crikit/cri-api";
import { createConnectHandler } from "./connect-handler.ts";
import { type Cors, createCors } from "./cors.ts";
import {
  type HttpHandler,
  type HttpListener,
  type HttpRequest,
  type HttpResponse,
  listenHttp,
  type TlsOptions,
} from "./http-listener.ts";
import type { OnError } from "./on-error.ts";
import { createRoutes } from "./routes.ts";
import { createTokenCheck, loadToken } from "./token.ts";

/** What {@link serveGateway} takes. */
export interface GatewayOptions {
  /** The address to listen on. Default: `127.0.0.1`. */
  readonly host?: string;
  /** Default: 0, any free port. */
  readonly port?: number;
  /** Whether `host` may be an address that other machines reach. Default: false. Without `tls` the token then crosses the network in clear. */
  readonly allowRemote?: boolean;
  /** The bearer token that clients must send. Default: the one in `tokenFile`, else a generated one. */
  readonly token?: string;
  /** A file that holds the bearer token. */
  readonly tokenFile?: string;
  /** Origins whose scripts may call from a browser, `https://console.example`; `*` is all of them. Default: none. */
  readonly allowOrigins?: readonly string[];
  /** Key and certificate, PEM. Default: plain HTTP. */
  readonly tls?: TlsOptions;
  /** The longest message taken from a client; more is `resource_exhausted`. Default: 16 MiB, as on the socket. */
  readonly maxMessageBytes?: number;
  /** Default: 256; a connection beyond is dropped. */
  readonly maxConnections?: number;
  /** Calls at once on one HTTP/2 connection. Default: 100. */
  readonly maxStreamsPerConnection?: number;
  /** How long a client may take for the head of a request. Default: 10,000. */
  readonly headersTimeoutMs?: number;
  /** Told the cause of each `internal error`. Default: prints it on stderr. */
  readonly onError?: OnError;
}

/** How a gateway is closed. */
export interface GatewayCloseOptions {
  /** How long calls under way may go on; event streams end at once. Default: 5,000. */
  readonly drainMs?: number;
}

/** A gateway that listens. */
export interface Gateway extends AsyncDisposable {
  /** What clients take as their base URL: `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** The bearer token that clients must send. */
  readonly token: string;
  /** Stops listening, lets calls under way end, then ends what is left. */
  close(options?: GatewayCloseOptions): Promise<void>;
}

const MIB = 1024 * 1024;

const printError: OnError = (error, call) => console.error(`gateway: ${call}:`, error);

const checkHost = (host: string, allowRemote: boolean): void => {
  if (allowRemote || isLoopback(host)) return;
  throw new CriError(
    "InvalidArgument",
    `"${host}" is no loopback address; allow remote clients, or listen on 127.0.0.1`,
  );
};

const refuse = (request: HttpRequest, response: HttpResponse, status: number, text: string): void => {
  // What is left of the body is not read; HTTP/1.1 cannot go on after that.
  if (request.httpVersionMajor === 1) response.setHeader("connection", "close");
  response.setHeader("content-type", "text/plain; charset=utf-8");
  response.statusCode = status;
  response.end(`${text}\n`);
};

const createHandler = (
  isAllowed: (authorization: string | undefined) => boolean,
  cors: Cors,
  calls: HttpHandler,
): HttpHandler => {
  return (request, response) => {
    const preflight = cors.preflight(request.method, request.headers);
    const headers = preflight ?? cors.headersFor(request.headers);
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
    if (preflight !== undefined) {
      response.statusCode = 204;
      response.end();
    } else if (!isAllowed(request.headers.authorization)) {
      response.setHeader("www-authenticate", 'Bearer realm="crikit"');
      refuse(request, response, 401, "send the gateway's token: authorization: Bearer TOKEN");
    } else {
      calls(request, response);
    }
  };
};

const close = async (listener: HttpListener, streams: AbortController, drainMs: number): Promise<void> => {
  streams.abort(new CriError("Unavailable", "the gateway is closing"));
  const timer = setTimeout(() => listener.destroy(), drainMs);
  await listener.close();
  clearTimeout(timer);
};

/**
 * Serves a {@link CriService} over HTTP/1.1 and HTTP/2 on one port as Connect, gRPC-web, gRPC and JSON. Each request needs the bearer token;
 * one without it is answered 401 before anything of it is read.
 *
 * @example
 * await using gateway = await serveGateway(service, { port: 8080 });
 * // curl -H "authorization: Bearer $TOKEN" -H "content-type: application/json" -d "{}" http://127.0.0.1:8080/runtime.v1.RuntimeService/Version
 */
export const serveGateway = async (service: CriService, options: GatewayOptions = {}): Promise<Gateway> => {
  const { host = "127.0.0.1", onError = printError, tls } = options;
  checkHost(host, options.allowRemote ?? false);
  const cors = createCors(options.allowOrigins ?? []);
  const token = await loadToken(options);
  const streams = new AbortController();
  const calls = createConnectHandler({
    routes: await createRoutes(service, { onError, closing: streams.signal }),
    onError,
    refuse,
    readMaxBytes: options.maxMessageBytes ?? 16 * MIB,
    acceptCompression: [],
    jsonOptions: { alwaysEmitImplicit: true },
  });
  const listener = await listenHttp(createHandler(createTokenCheck(token), cors, calls), {
    host,
    port: options.port ?? 0,
    tls,
    maxConnections: options.maxConnections ?? 256,
    maxStreamsPerConnection: options.maxStreamsPerConnection ?? 100,
    headersTimeoutMs: options.headersTimeoutMs ?? 10_000,
  });
  let closed: Promise<void> | undefined;
  const closeOnce = ({ drainMs = 5000 }: GatewayCloseOptions = {}): Promise<void> => {
    closed ??= close(listener, streams, drainMs);
    return closed;
  };
  const authority = `${host.includes(":") ? `[${host}]` : host}:${listener.port}`;
  return {
    url: `${tls === undefined ? "http" : "https"}://${authority}`,
    token,
    close: closeOnce,
    [Symbol.asyncDispose]: () => closeOnce(),
  };
};
