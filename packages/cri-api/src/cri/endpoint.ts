import { CriError } from "./error.ts";

/** Where a CRI socket is, taken apart: what {@link parseEndpoint} makes of its text. */
export type Endpoint = UnixEndpoint | TcpEndpoint | PipeEndpoint | InheritedEndpoint;

/** A unix socket by its path, absolute or relative to the working directory. */
export interface UnixEndpoint {
  readonly kind: "unix";
  readonly path: string;
}

/** A TCP port; `host` is without brackets. Port 0 asks a server for any free one. */
export interface TcpEndpoint {
  readonly kind: "tcp";
  readonly host: string;
  readonly port: number;
}

/** A Windows named pipe by its full name, `\\.\pipe\…`. */
export interface PipeEndpoint {
  readonly kind: "npipe";
  readonly path: string;
}

/** A socket that is listening already and was inherited as a file descriptor (socket activation). Servers only. */
export interface InheritedEndpoint {
  readonly kind: "fd";
  /** 3 is the first one that systemd passes. */
  readonly fd: number;
}

const FIRST_INHERITED_FD = 3;
const FORMS = "unix:///path, unix:path, /path, tcp://host:port, npipe:////./pipe/name or fd://number";

const refuse = (text: string, why: string): CriError =>
  new CriError("InvalidArgument", `endpoint "${text}" ${why}; write ${FORMS}`);

const parseUnix = (text: string, rest: string): Endpoint => {
  const path = rest.startsWith("//") ? rest.slice(2) : rest;
  if (path === "" || path.endsWith("/")) throw refuse(text, "names no socket file");
  if (path.includes("\0")) throw refuse(text, "has a zero byte in its path");
  if (rest.startsWith("//") && !path.startsWith("/")) {
    throw refuse(text, `takes "${path.split("/")[0]}" for a host, did you mean unix:///${path}`);
  }
  return { kind: "unix", path };
};

const parseTcp = (text: string, rest: string): Endpoint => {
  const match = /^\/\/(?:\[(?<v6>[0-9a-fA-F:.]+(?:%\w+)?)\]|(?<host>[^:/[\]@?#\s]*)):(?<port>\d{1,5})\/?$/.exec(rest);
  const port = Number(match?.groups?.port ?? Number.NaN);
  if (match === null) throw refuse(text, "is not a host and a port");
  if (port > 65535) throw refuse(text, `has port ${port}, the highest is 65535`);
  return { kind: "tcp", host: match.groups?.v6 ?? (match.groups?.host || "127.0.0.1"), port };
};

const parsePipe = (text: string, rest: string): Endpoint => {
  const name = /^[/\\]*\.[/\\]pipe[/\\](?<name>[^/\\]+)$/.exec(rest)?.groups?.name;
  if (name === undefined) throw refuse(text, "names no pipe");
  return { kind: "npipe", path: `\\\\.\\pipe\\${name}` };
};

const parseInherited = (text: string, rest: string): Endpoint => {
  const digits = /^\/\/(?<fd>\d{0,6})$/.exec(rest)?.groups?.fd;
  if (digits === undefined) throw refuse(text, "names no file descriptor");
  const fd = digits === "" ? FIRST_INHERITED_FD : Number(digits);
  if (fd < FIRST_INHERITED_FD) throw refuse(text, "is standard input, output or error");
  return { kind: "fd", fd };
};

/**
 * Takes the text of an endpoint apart: `unix:///run/x.sock`, `unix:x.sock`, `/run/x.sock`, `tcp://127.0.0.1:1234` (`tcp://:1234` is loopback),
 * `npipe:////./pipe/x`, `fd://3`. Throws `InvalidArgument`, which says what is accepted, for all else.
 */
export const parseEndpoint = (text: string): Endpoint => {
  if (text.startsWith("/")) return parseUnix(text, text);
  if (text.startsWith("\\\\.\\pipe\\")) return parsePipe(text, text);
  const colon = text.indexOf(":");
  const rest = text.slice(colon + 1);
  switch (colon < 0 ? "" : text.slice(0, colon)) {
    case "unix":
      return parseUnix(text, rest);
    case "tcp":
      return parseTcp(text, rest);
    case "npipe":
      return parsePipe(text, rest);
    case "fd":
      return parseInherited(text, rest);
    default:
      throw refuse(text, text === "" ? "is empty" : "is of no known kind");
  }
};

/** The text of an endpoint in its usual form; `parseEndpoint` gives the same endpoint back. */
export const formatEndpoint = (endpoint: Endpoint): string => {
  switch (endpoint.kind) {
    case "unix":
      return endpoint.path.startsWith("/") ? `unix://${endpoint.path}` : `unix:${endpoint.path}`;
    case "tcp":
      return `tcp://${endpoint.host.includes(":") ? `[${endpoint.host}]` : endpoint.host}:${endpoint.port}`;
    case "npipe":
      return `npipe:${endpoint.path.replaceAll("\\", "/").replace(/^\/\//, "////")}`;
    case "fd":
      return `fd://${endpoint.fd}`;
    default:
      return endpoint satisfies never;
  }
};

/** Whether only this machine can reach the host: `localhost`, 127.0.0.0/8, ::1. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^(?:::ffff:)?127(?:\.\d{1,3}){3}$/.test(host);
