import type { SpdyHeaders } from "../spdy/headers.ts";

/** The protocol of port-forward over SPDY. */
export const PORT_FORWARD_PROTOCOL = "portforward.k8s.io";

/** The same SPDY connection through a WebSocket's binary messages, as kubectl 1.31 and newer ask for it. */
export const TUNNEL_PROTOCOL = "SPDY/3.1+portforward.k8s.io";

/** One version of port-forward over WebSocket channels. */
export interface PortForwardChannels {
  /** As negotiated; empty for a client that names none. */
  readonly name: string;
  readonly encoding: "binary" | "base64";
}

/** The versions without a tunnel: a data and an error channel for each port of the request. */
export const PORT_FORWARD_CHANNELS: readonly PortForwardChannels[] = [
  { name: "v4.channel.k8s.io", encoding: "binary" },
  { name: "v4.base64.channel.k8s.io", encoding: "base64" },
  { name: "", encoding: "binary" },
];

/** Whose stream it is, which port it leads to and which other stream belongs to it. */
export interface ForwardStream {
  readonly type: "data" | "error";
  readonly port: number;
  readonly requestId: string;
}

/**
 * Reads the headers of a stream that a port-forward client opens; a string is what is wrong with them. Clients without request ids open the
 * error stream and then the data stream: the first one's id names the pair.
 */
export const parseForwardStream = (streamId: number, headers: SpdyHeaders): ForwardStream | string => {
  const { port, streamtype, requestid } = headers;
  if (port === undefined || port === "") return '"port" header is required';
  const number = parsePort(port);
  if (number === undefined) return `unable to parse "${port}" as a port`;
  if (number === 0) return `port "${port}" must be > 0`;
  if (streamtype === undefined || streamtype === "") return '"streamType" header is required';
  if (streamtype !== "data" && streamtype !== "error") return `invalid stream type "${streamtype}"`;
  const derived = String(streamtype === "error" ? streamId : streamId - 2);
  return {
    type: streamtype,
    port: number,
    requestId: requestid === undefined || requestid === "" ? derived : requestid,
  };
};

const parsePort = (text: string): number | undefined => {
  if (!/^\d{1,6}$/.test(text)) return undefined;
  const port = Number(text);
  return port <= 0xffff ? port : undefined;
};

/** Reads `port` query parameters (`port=80&port=90,91`) as a kubelet takes them from WebSocket clients; a string is what is wrong. */
export const parsePortQuery = (query: URLSearchParams): readonly number[] | string => {
  const texts = query.getAll("port");
  if (texts.length === 0) return 'query parameter "port" is required';
  const ports: number[] = [];
  for (const text of texts) {
    if (text === "") return 'query parameter "port" cannot be empty';
    for (const part of text.split(",")) {
      const port = parsePort(part);
      if (port === undefined) return `unable to parse "${text}" as a port`;
      if (port === 0) return `port "${text}" must be > 0`;
      ports.push(port);
    }
  }
  return ports;
};

/** What opens both channels of a port: its number, little endian. */
export const encodePortPrefix = (port: number): Buffer => Buffer.of(port & 0xff, port >>> 8);
