import { once } from "node:events";
import {
  createServer as createHttpServer,
  type Server as HttpServer,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import {
  createServer as createHttp2Server,
  type Http2Server,
  type Http2ServerRequest,
  type Http2ServerResponse,
  type ServerHttp2Session,
} from "node:http2";
import { createServer as createHttpsServer, type Server as HttpsServer } from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { SecureContextOptions, TLSSocket } from "node:tls";
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
  // Node's HTTP server leaves its side of a connection open when the client has ended its own.
  const hangUp = (): void => {
    socket.destroy();
  };
  const read = (): void => {
    const chunk: Buffer | null = socket.read();
    if (chunk === null) return;
    head = Buffer.concat([head, chunk]);
    if (head.length < HTTP2_PREFACE.length && HTTP2_PREFACE.subarray(0, head.length).equals(head)) return;
    clearTimeout(timer);
    socket.off("readable", read).off("error", ignore).off("end", hangUp);
    socket.unshift(head);
    decide(head.subarray(0, HTTP2_PREFACE.length).equals(HTTP2_PREFACE));
  };
  socket.on("readable", read).on("error", ignore);
  socket.once("end", hangUp).once("close", () => clearTimeout(timer));
};

/** Node looks at its connections every 30 s by default, whatever their timeout is. */
const timeouts = ({ headersTimeoutMs }: HttpListenerOptions) => ({
  headersTimeout: headersTimeoutMs,
  connectionsCheckingInterval: Math.ceil(headersTimeoutMs / 4),
});

/** Sends a connection where its protocol is spoken. */
type Dispatch<S extends Socket> = (socket: S, toHttp1: () => void, toHttp2: () => void) => void;

/** Lets a server of HTTP/1.1, which keeps the time and knows which connections are idle, share its port with one of HTTP/2. */
const share = <S extends Socket>(
  http1: HttpServer | HttpsServer,
  http2: Http2Server,
  event: "connection" | "secureConnection",
  dispatch: Dispatch<S>,
): HttpServer | HttpsServer => {
  const listeners = http1.listeners(event);
  http1.removeAllListeners(event);
  const toHttp1 = (socket: S): void => {
    for (const listener of listeners) Reflect.apply(listener, http1, [socket]);
  };
  http1.on(event, (socket: S) =>
    dispatch(
      socket,
      () => toHttp1(socket),
      () => http2.emit("connection", socket),
    ),
  );
  http2.on("session", (session) => http1.emit("session", session));
  return http1;
};

const createServer = (handler: HttpHandler, options: HttpListenerOptions): HttpServer | HttpsServer => {
  const { tls, headersTimeoutMs, maxStreamsPerConnection } = options;
  const http2 = createHttp2Server({ settings: { maxConcurrentStreams: maxStreamsPerConnection } }, handler);
  if (tls === undefined) {
    return share(createHttpServer(timeouts(options), handler), http2, "connection", (socket, toHttp1, toHttp2) =>
      sniff(socket, headersTimeoutMs, (isHttp2) => (isHttp2 ? toHttp2() : toHttp1())),
    );
  }
  const secure = {
    ...tls,
    ...timeouts(options),
    handshakeTimeout: headersTimeoutMs,
    ALPNProtocols: ["h2", "http/1.1"],
  };
  return share(createHttpsServer(secure, handler), http2, "secureConnection", (socket: TLSSocket, toHttp1, toHttp2) =>
    socket.alpnProtocol === "h2" ? toHttp2() : toHttp1(),
  );
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
  const sockets = new Set<Socket>();
  const sessions = new Set<ServerHttp2Session>();
  let closing = false;
  const answer: HttpHandler = (request, response) => {
    response.once("close", () => closing && server.closeIdleConnections());
    handler(request, response);
  };
  const server = createServer(answer, options);
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
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
      await closed;
    },
    destroy: () => {
      for (const socket of sockets) socket.destroy();
    },
  };
};
