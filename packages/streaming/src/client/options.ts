import type { Writable } from "node:stream";
import type { TerminalSize } from "@crikit/cri-runtime";

/** Where a session is. A token URL of a CRI runtime can be used once: give a function that asks for a new one, so that a second try can be made. */
export type SessionUrl = string | URL | (() => string | URL | Promise<string | URL>);

/** `auto` tries WebSocket and, if that is refused for any reason, SPDY. */
export type Transport = "auto" | "websocket" | "spdy";

/** Where output goes: a stream, whose backpressure is kept, or a function; what it returns is awaited. The chunk is valid until then. */
export type OutputTarget = Writable | ((chunk: Uint8Array) => void | Promise<void>);

/** What is sent as standard input: any stream or iterable of bytes or text. */
export type InputSource = AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>;

/** TLS of the client's side, as `node:tls` names it. */
export interface ClientTls {
  readonly ca?: string | Buffer | undefined;
  readonly cert?: string | Buffer | undefined;
  readonly key?: string | Buffer | undefined;
  readonly servername?: string | undefined;
  /** Default true. */
  readonly rejectUnauthorized?: boolean | undefined;
}

/** What every session takes. */
export interface ConnectOptions {
  /** Default `auto`. */
  readonly transport?: Transport | undefined;
  readonly tls?: ClientTls | undefined;
  /** Sent with the upgrade request, such as `authorization`. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Ends the session. */
  readonly signal?: AbortSignal | undefined;
  /** How long connecting and opening the streams may take. Default 30 seconds. */
  readonly handshakeTimeoutMs?: number | undefined;
  /** A ping is sent when nothing has arrived for this long and the reader is not paused. Default 10 seconds; 0 never. */
  readonly keepAliveMs?: number | undefined;
}

/** Options of {@link execute} and {@link attach}: name the same streams as the request the URL was made for. */
export interface StreamOptions extends ConnectOptions {
  readonly stdin?: InputSource | undefined;
  readonly stdout?: OutputTarget | undefined;
  /** Left out with a terminal. */
  readonly stderr?: OutputTarget | undefined;
  readonly tty?: boolean | undefined;
  /** The terminal's sizes: the first one and each change, such as {@link terminalSizes} yields. */
  readonly resize?: AsyncIterable<TerminalSize> | undefined;
  /** Keys that leave the session when typed on `stdin` in a row, as Docker writes them. Default `ctrl-p,ctrl-q` with a terminal, else none. */
  readonly detachKeys?: string | undefined;
}

/** How an executed command ended. */
export interface ExecuteResult {
  /** 0..255. */
  readonly exitCode: number;
  /** The detach keys were typed: the command goes on, and `exitCode` is 0. */
  readonly detached: boolean;
}

/** How an attachment ended. */
export interface AttachResult {
  /** The detach keys were typed: the container goes on. */
  readonly detached: boolean;
}

/** One forwarded port. `"8080:80"`, `"80"` (the same on both sides) and `":80"` (any free local port) are short for it. */
export interface PortMapping {
  /** 0 is any free port. */
  readonly localPort: number;
  readonly remotePort: number;
}

/** Options of {@link portForward}. */
export interface PortForwardOptions extends ConnectOptions {
  readonly ports: readonly (string | PortMapping)[];
  /** Local addresses to listen on. Default `127.0.0.1` and, where there is one, `::1`. */
  readonly addresses?: readonly string[] | undefined;
  /** Connects anew when the session is lost and the next local connection comes. Needs a function as URL for a CRI runtime. Default true. */
  readonly reconnect?: boolean | undefined;
  /** Told of each connection that failed and each session that was lost. */
  readonly onProblem?: ((message: string) => void) | undefined;
}

/** One local listener. */
export interface ForwardedPort extends PortMapping {
  readonly address: string;
}

/** Local listeners that lead into a pod sandbox. */
export interface PortForwarder extends AsyncDisposable {
  /** What is listened on, with the real port where 0 was asked for. */
  readonly ports: readonly ForwardedPort[];
  /** Settles when the forwarder has been closed; rejects when the session is lost and `reconnect` is off. */
  readonly closed: Promise<void>;
  /** Stops listening and ends every connection. */
  close(): Promise<void>;
}
