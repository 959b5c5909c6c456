import { once } from "node:events";
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import {
  createServer as createHttp2Server,
  createSecureServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type ServerHttp2Session,
} from "node:http2";
import type { AddressInfo, Server, Socket } from "node:net";
import type { SecureContextOptions } from "node:tls";
import { CriError } from "@crikit/cri-api";

/** A request, of HTTP/1.1 or HTTP/2. */
export type HttpRequest = IncomingMessage | Http2ServerRequest;

/** The answer to a request, of HTTP/1.1 or HTTP/2. */
export type HttpResponse = ServerResponse | Http2ServerResponse;

/** Answers one request. */
export type HttpHandler = (request: HttpRequest, response: HttpResponse) => void;

/** A key and a certificate for TLS. */
export type TlsOptions = Pick<SecureContextOptions, "key" | "cert" | "passphrase" | "minVersion">;

/** Where to listen, and how much is taken from clients. */
export interface HttpListenerOptions {
  readonly host: string;
  readonly port: number;
  /** Without it HTTP is plain. */
  readonly tls?: TlsOptions | undefined;
  readonly maxConnections: number;
  readonly maxStreamsPerConnection: number;
  /** How long a client may take for the head of a request, and for a TLS handshake before it. */
  readonly headersTimeoutMs: number;
}

/** One port that speaks HTTP/1.1 and HTTP/2. */
export interface HttpListener {
  readonly port: number;
  /** Takes no more connections; those that are idle are ended. Settles when all are closed. */
  close(): Promise<void>;
  /** Ends every connection now. */
  destroy(): void;
}

const HTTP2_PREFACE = Buffer.from("PRI * HTTP/2.0");

/** Reads as many bytes of a connection as tell HTTP/2 from HTTP/1.1 and puts them back. */
const sniff = (socket: Socket, timeoutMs: number, decide: (isHttp2: boolean) => void): void => {
  let head: Buffer = Buffer.alloc(0);
  const timer = setTimeout(() => socket.destroy(), timeoutMs);
  const ignore = (): void => {};
  const read = (): void => {
    const chunk: Buffer | null = socket.read();
    if (chunk === null) return;
    head = Buffer.concat([head, chunk]);
    if (head.length < HTTP2_PREFACE.length && HTTP2_PREFACE.subarray(0, head.length).equals(head)) return;
    clearTimeout(timer);
    socket.off("readable", read).off("error", ignore);
    socket.unshift(head);
    decide(head.subarray(0, HTTP2_PREFACE.length).equals(HTTP2_PREFACE));
  };
  socket.on("readable", read).on("error", ignore);
  socket.once("end", () => clearTimeout(timer)).once("close", () => clearTimeout(timer));
};

const createPlainServer = (handler: HttpHandler, options: HttpListenerOptions): Server => {
  const settings = { maxConcurrentStreams: options.maxStreamsPerConnection };
  const http2 = createHttp2Server({ settings }, handler);
  const http1 = createHttpServer({ headersTimeout: options.headersTimeoutMs }, handler);
  const toHttp1 = http1.listeners("connection");
  http1.removeAllListeners("connection");
  http1.on("connection", (socket: Socket) =>
    sniff(socket, options.headersTimeoutMs, (isHttp2) => {
      if (isHttp2) http2.emit("connection", socket);
      else for (const listener of toHttp1) Reflect.apply(listener, http1, [socket]);
    }),
  );
  http2.on("session", (session) => http1.emit("session", session));
  return http1;
};

const createTlsServer = (handler: HttpHandler, tls: TlsOptions, options: HttpListenerOptions): Server =>
  createSecureServer(
    {
      ...tls,
      allowHTTP1: true,
      handshakeTimeout: options.headersTimeoutMs,
      settings: { maxConcurrentStreams: options.maxStreamsPerConnection },
    },
    handler,
  );

/** Ends a connection of HTTP/1.1 on which no request is under way; `http.Server` knows which, a secure HTTP/2 server does not say. */
const closeIdle = (server: Server): void => {
  if ("closeIdleConnections" in server && typeof server.closeIdleConnections === "function")
    server.closeIdleConnections();
};

const cannotListen = ({ host, port }: HttpListenerOptions, cause: NodeJS.ErrnoException): CriError => {
  const where = `${host}:${port}`;
  const reasons: Record<string, string> = {
    EADDRINUSE: "address already in use; choose another port, or 0 for any free one",
    EACCES: "permission denied; choose a port from 1024 up",
    EADDRNOTAVAIL: "this machine does not have that address",
  };
  const reason = reasons[cause.code ?? ""] ?? cause.message;
  return new CriError("FailedPrecondition", `cannot listen on ${where}: ${reason}`, { cause });
};

/** Listens for HTTP/1.1 and HTTP/2 on one port: by the first bytes where it is plain, by ALPN where it is TLS. */
export const listenHttp = async (handler: HttpHandler, options: HttpListenerOptions): Promise<HttpListener> => {
  const { tls } = options;
  const sockets = new Set<Socket>();
  const sessions = new Set<ServerHttp2Session>();
  let closing = false;
  const answer: HttpHandler = (request, response) => {
    response.once("close", () => closing && closeIdle(server));
    handler(request, response);
  };
  const server = tls === undefined ? createPlainServer(answer, options) : createTlsServer(answer, tls, options);
  server.maxConnections = options.maxConnections;
  server.prependListener("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("session", (session: ServerHttp2Session) => {
    sessions.add(session);
    session.once("close", () => sessions.delete(session));
    session.on("error", () => session.destroy());
  });
  server.listen(options.port, options.host);
  await once(server, "listening").catch((cause) => {
    throw cannotListen(options, cause);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      closing = true;
      const closed = once(server, "close");
      server.close();
      for (const session of sessions) session.close();
      closeIdle(server);
      await closed;
    },
    destroy: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
};
