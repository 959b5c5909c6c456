import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { CriError } from "@crikit/cri-api";
import { WebSocket } from "ws";
import type { ConnectOptions, SessionUrl, Transport } from "./options.ts";

/** The server answered an upgrade with a status other than 101. */
export class UpgradeRefusedError extends Error {
  override readonly name = "UpgradeRefusedError";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** A socket that speaks SPDY from here on, and what came with the answer. */
export interface SpdyDialled {
  readonly kind: "spdy";
  readonly protocol: string;
  readonly socket: Duplex;
  readonly head: Buffer;
}

/** An open WebSocket. */
export interface WebSocketDialled {
  readonly kind: "websocket";
  readonly protocol: string;
  readonly ws: WebSocket;
  readonly socket: Duplex;
}

/** The protocols to ask for, the best one first. */
export interface DialProtocols {
  readonly spdy: readonly string[];
  readonly websocket: readonly string[];
}

export const defaultHandshakeTimeoutMs = 30_000;
const maxBodyBytes = 64 * 1024;
const maxMessageBytes = 64 * 1024 * 1024;
const maxTimerMs = 0x7fffffff;

const resolveUrl = async (url: SessionUrl): Promise<URL> => {
  const given = typeof url === "function" ? await url() : url;
  if (!URL.canParse(String(given))) {
    throw new CriError(
      "InvalidArgument",
      `session URL ${JSON.stringify(String(given))} is not absolute: the runtime must return one such as http://127.0.0.1:10250/exec/TOKEN`,
    );
  }
  const parsed = new URL(given);
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") {
    throw new CriError("InvalidArgument", `session URL ${JSON.stringify(parsed.href)} is neither http nor https`);
  }
  return parsed;
};

/** Opens the connection of a session by WebSocket, by SPDY, or by the one and then the other. */
export const dial = async (
  url: SessionUrl,
  protocols: DialProtocols,
  options: ConnectOptions,
): Promise<SpdyDialled | WebSocketDialled> => {
  const transport: Transport = options.transport ?? "auto";
  options.signal?.throwIfAborted();
  if (transport === "spdy") return dialSpdy(await resolveUrl(url), protocols.spdy, options);
  const target = await resolveUrl(url);
  if (transport === "websocket") return dialWebSocket(target, protocols.websocket, options);
  try {
    return await dialWebSocket(target, protocols.websocket, options);
  } catch (error) {
    if (!(error instanceof UpgradeRefusedError)) throw error;
    return await fallBack(url, error, () => dialSpdyAgain(url, protocols, options));
  }
};

const dialSpdyAgain = async (
  url: SessionUrl,
  protocols: DialProtocols,
  options: ConnectOptions,
): Promise<SpdyDialled> => dialSpdy(await resolveUrl(url), protocols.spdy, options);

const fallBack = async (url: SessionUrl, first: Error, again: () => Promise<SpdyDialled>): Promise<SpdyDialled> => {
  try {
    return await again();
  } catch (error) {
    const usedUp = typeof url !== "function" && error instanceof UpgradeRefusedError && error.status === 404;
    if (!usedUp) throw error;
    throw new CriError(
      "FailedPrecondition",
      `${first.message}; the URL cannot be used twice for SPDY: give a function that asks for a new one, or transport "spdy"`,
      { cause: first },
    );
  }
};

const tlsOf = ({ tls }: ConnectOptions): Record<string, unknown> =>
  Object.fromEntries(Object.entries(tls ?? {}).filter(([, value]) => value !== undefined));

const refusalOf = async (response: IncomingMessage, asked: string): Promise<UpgradeRefusedError> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > maxBodyBytes) break;
  }
  const status = response.statusCode ?? 0;
  const text = messageOf(Buffer.concat(chunks).toString("utf8").trim());
  return new UpgradeRefusedError(
    status,
    `the server refused ${asked}: ${status} ${text === "" ? (response.statusMessage ?? "") : text}`,
  );
};

/** An API server answers with a Status object, a runtime with plain text. */
const messageOf = (body: string): string => {
  try {
    const status: unknown = JSON.parse(body);
    if (typeof status === "object" && status !== null && "message" in status) return String(status.message);
  } catch {
    return body;
  }
  return body;
};

/** OpenSSL's texts end with a line break. */
const firstLine = (text: string): string => text.split("\n", 1)[0] ?? "";

const unreachable = (url: URL, cause: Error): CriError =>
  new CriError(
    "Unavailable",
    `cannot reach ${url.origin}: ${firstLine(cause.message === "" ? String(cause) : cause.message)}`,
    {
      cause,
    },
  );

const dialSpdy = (url: URL, protocols: readonly string[], options: ConnectOptions): Promise<SpdyDialled> =>
  new Promise((resolve, reject) => {
    const send = url.protocol === "https:" ? httpsRequest : httpRequest;
    const request: ClientRequest = send(url, {
      method: "POST",
      agent: false,
      headers: {
        ...options.headers,
        Connection: "Upgrade",
        Upgrade: "SPDY/3.1",
        "X-Stream-Protocol-Version": [...protocols],
        "Content-Length": 0,
      },
      ...tlsOf(options),
    });
    const settle = limitDial(options, (reason) => request.destroy(reason));
    request.once("upgrade", (response, socket: Socket, head) => {
      settle();
      socket.setNoDelay(true);
      socket.setKeepAlive(true, 30_000);
      const protocol = String(response.headers["x-stream-protocol-version"] ?? "");
      resolve({ kind: "spdy", protocol, socket, head });
    });
    request.once("response", (response) => {
      settle();
      refusalOf(response, "SPDY/3.1")
        .then(reject, reject)
        .finally(() => request.destroy());
    });
    request.once("error", (error) => {
      settle();
      reject(error instanceof CriError ? error : unreachable(url, error));
    });
    request.end();
  });

const dialWebSocket = (url: URL, protocols: readonly string[], options: ConnectOptions): Promise<WebSocketDialled> =>
  new Promise((resolve, reject) => {
    const settings = {
      closeTimeout: maxTimerMs,
      perMessageDeflate: false,
      maxPayload: maxMessageBytes,
      headers: { ...options.headers, "Sec-WebSocket-Protocol": protocols.join(", ") },
      agent: undefined,
      ...tlsOf(options),
    };
    const ws = new WebSocket(url, settings);
    let socket: Socket | undefined;
    let protocol = "";
    const settle = limitDial(options, (reason) => {
      reject(reason);
      ws.terminate();
    });
    ws.once("upgrade", (response) => {
      socket = response.socket;
      protocol = takeProtocol(response);
      if (!protocols.includes(protocol)) {
        reject(new UpgradeRefusedError(101, `the server chose WebSocket protocol ${JSON.stringify(protocol)}`));
        ws.terminate();
      }
    });
    ws.once("open", () => {
      settle();
      if (socket === undefined) return reject(new CriError("Internal", "the WebSocket opened without a socket"));
      socket.setKeepAlive(true, 30_000);
      // Messages may have come with the answer; whoever takes the WebSocket resumes it when its listeners are on.
      ws.pause();
      resolve({ kind: "websocket", protocol, ws, socket });
    });
    ws.once("unexpected-response", (request, response) => {
      settle();
      refusalOf(response, "WebSocket")
        .then(reject, reject)
        .finally(() => request.destroy());
    });
    ws.on("error", (error) => {
      settle();
      // A server may also break the handshake itself, such as by a protocol that was not asked for.
      const refused = error.message.startsWith("Server sent") || error.message.startsWith("Invalid ");
      reject(
        refused
          ? new UpgradeRefusedError(101, `the server broke the WebSocket handshake: ${error.message}`)
          : unreachable(url, error),
      );
    });
  });

/**
 * Takes the protocol out of the answer: ws refuses names with a slash, such as SPDY/3.1+portforward.k8s.io, so it is neither told which were
 * asked for nor shown which was chosen.
 */
const takeProtocol = (response: IncomingMessage): string => {
  const protocol = response.headers["sec-websocket-protocol"] ?? "";
  delete response.headers["sec-websocket-protocol"];
  return protocol;
};

/** Gives up when the handshake takes too long or the caller no longer wants it; the function returned calls that off. */
const limitDial = (options: ConnectOptions, giveUp: (reason: CriError) => void): (() => void) => {
  const { signal, handshakeTimeoutMs = defaultHandshakeTimeoutMs } = options;
  const timer = setTimeout(
    () => giveUp(new CriError("DeadlineExceeded", `no answer to the upgrade within ${handshakeTimeoutMs} ms`)),
    handshakeTimeoutMs,
  );
  const onAbort = (): void => giveUp(new CriError("Canceled", "the session was cancelled", { cause: signal?.reason }));
  signal?.addEventListener("abort", onAbort, { once: true });
  return () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", onAbort);
  };
};
