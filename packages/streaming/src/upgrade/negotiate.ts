import type { IncomingMessage } from "node:http";
import { plainRefusal, type Refusal } from "./refusal.ts";

const protocolHeader = "X-Stream-Protocol-Version";

const listOf = (header: string | readonly string[] | undefined): readonly string[] =>
  (typeof header === "string" ? [header] : (header ?? []))
    .flatMap((line) => line.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** Whether a request wants a WebSocket; everything else is taken for SPDY, as upstream does. */
export const wantsWebSocket = ({ headers }: IncomingMessage): boolean =>
  headers.upgrade?.toLowerCase() === "websocket" && (headers.connection ?? "").toLowerCase().includes("upgrade");

/** Agrees on a SPDY protocol: the first of the client's that the server has. Upstream's checks, in upstream's order and words. */
export const negotiateSpdy = (
  request: IncomingMessage,
  serverProtocols: readonly string[],
): { readonly protocol: string } | Refusal => {
  const { headers } = request;
  const values = headers["x-stream-protocol-version"];
  if (values === undefined) {
    const count = Object.keys(headers).filter((name) => name !== "host").length;
    return plainRefusal(
      400,
      `unable to upgrade: header ${protocolHeader} does not exist in request with ${count} headers`,
    );
  }
  const clientProtocols = listOf(values);
  if (clientProtocols.length === 0) {
    return plainRefusal(
      400,
      `unable to upgrade: header ${protocolHeader} contains [${String(values)}], but no valid protocols`,
    );
  }
  const protocol = clientProtocols.find((name) => serverProtocols.includes(name));
  if (protocol === undefined) return noCommonProtocol(clientProtocols, serverProtocols);
  const upgrades =
    (headers.connection ?? "").toLowerCase().includes("upgrade") &&
    (headers.upgrade ?? "").toLowerCase().includes("spdy/3.1");
  if (!upgrades)
    return plainRefusal(400, `unable to upgrade: missing upgrade headers in request: ${formatHeaders(request)}`);
  return { protocol };
};

const noCommonProtocol = (clientProtocols: readonly string[], serverProtocols: readonly string[]): Refusal => {
  const refusal = plainRefusal(
    403,
    `unable to upgrade: unable to negotiate protocol: client supports [${clientProtocols.join(" ")}], server accepts [${serverProtocols.join(" ")}]`,
  );
  return { ...refusal, headers: { "X-Accepted-Stream-Protocol-Versions": serverProtocols, ...refusal.headers } };
};

/** As Go prints a map of headers; credentials are left out. */
const formatHeaders = ({ headers }: IncomingMessage): string =>
  `map[${Object.entries(headers)
    .filter(([name]) => name !== "authorization" && name !== "cookie")
    .map(([name, value]) => `${name}:[${String(value)}]`)
    .sort()
    .join(" ")}]`;

/** Agrees on a WebSocket protocol: the first of the client's that the server has; none named is the empty one. */
export const negotiateWebSocket = (
  request: IncomingMessage,
  serverProtocols: readonly string[],
): { readonly protocol: string } | Refusal => {
  const clientProtocols = listOf(request.headers["sec-websocket-protocol"]);
  const candidates = clientProtocols.length === 0 ? [""] : clientProtocols;
  const protocol = candidates.find((name) => serverProtocols.includes(name));
  return protocol === undefined ? { status: 403, body: "" } : { protocol };
};

/** Upstream's answer to a SPDY upgrade, byte by byte. */
export const formatSpdyAccept = (protocol: string): string =>
  [
    "HTTP/1.1 101 Switching Protocols",
    "Connection: Upgrade",
    "Upgrade: SPDY/3.1",
    `X-Stream-Protocol-Version: ${protocol}`,
    "",
    "",
  ].join("\r\n");
