import { CriError } from "@crikit/cri-api";
import type { ByteSink, TerminalSize } from "@crikit/cri-runtime";
import { CHANNEL, protocolsOf, type RemoteCommandProtocol, type StreamType } from "../remotecommand/protocol.ts";
import { parseStatus, type SessionStatus } from "../remotecommand/status.ts";
import { formatTerminalSize } from "../remotecommand/terminal-sizes.ts";
import { reasonOf } from "../session/reason.ts";
import { SpdyConnection } from "../spdy/connection.ts";
import type { SpdyStream } from "../spdy/stream.ts";
import { ChannelConnection } from "../websocket/channels.ts";
import { defaultDetachKeys, parseDetachKeys, untilDetached } from "./detach-keys.ts";
import { defaultHandshakeTimeoutMs, dial, type SpdyDialled, type WebSocketDialled } from "./dial.ts";
import { deliver, send, toBytes } from "./io.ts";
import { defaultKeepAliveMs, keepAlive, type Pinged } from "./keep-alive.ts";
import { CLIENT_LIMITS } from "./limits.ts";
import type { SessionUrl, StreamOptions } from "./options.ts";

/** How a session ended, as seen by the client. */
export type SessionOutcome = SessionStatus | { readonly outcome: "detached" };

/** The client's side of an open exec or attach session. */
interface OpenSession extends Pinged {
  readonly protocol: RemoteCommandProtocol;
  readonly stdin: ByteSink | undefined;
  readonly stdout: AsyncIterable<Uint8Array> | undefined;
  readonly stderr: AsyncIterable<Uint8Array> | undefined;
  readonly status: AsyncIterable<Uint8Array>;
  readonly resize: ByteSink | undefined;
  /** Why the connection was lost, if it was. */
  lost(): string | undefined;
  finish(): void;
  destroy(): void;
}

const maxStatusBytes = 64 * 1024;

const spdyNames = protocolsOf("spdy").map(({ name }) => name);
const webSocketNames = ["v5.channel.k8s.io"];

/** Runs an exec or attach session: connects, moves every byte, and settles with what the server says of the end. */
export const runRemoteCommand = async (url: SessionUrl, options: StreamOptions): Promise<SessionOutcome> => {
  const dialled = await dial(url, { spdy: spdyNames, websocket: webSocketNames }, options);
  let session: OpenSession | undefined;
  const alive = keepAlive(() => session ?? { paused: true, ping: () => {} }, options.keepAliveMs ?? defaultKeepAliveMs);
  try {
    session = await openSession(dialled, options, alive.touch);
    return await moveStreams(session, options);
  } finally {
    alive.stop();
    session?.finish();
  }
};

const openSession = (
  dialled: SpdyDialled | WebSocketDialled,
  options: StreamOptions,
  onActivity: () => void,
): Promise<OpenSession> | OpenSession =>
  dialled.kind === "spdy" ? openSpdy(dialled, options, onActivity) : openWebSocket(dialled, options, onActivity);

const protocolNamed = (transport: RemoteCommandProtocol["transport"], name: string): RemoteCommandProtocol => {
  const protocol = protocolsOf(transport).find((row) => row.name === name);
  if (protocol === undefined)
    throw new CriError("Unavailable", `the server chose protocol ${JSON.stringify(name)}, which was not offered`);
  return protocol;
};

const openSpdy = async (dialled: SpdyDialled, options: StreamOptions, onActivity: () => void): Promise<OpenSession> => {
  let lost: string | undefined;
  const connection = new SpdyConnection(
    dialled.socket,
    { ...CLIENT_LIMITS, role: "client" },
    {
      onActivity,
      onGone: (error) => {
        lost = error?.message ?? "the connection was lost";
      },
    },
  );
  try {
    const protocol = protocolNamed("spdy", dialled.protocol);
    const streams = openSpdyStreams(connection, protocol, options);
    connection.push(dialled.head);
    await within(options, Promise.all([...streams.values()].map(({ replied }) => replied)));
    const stream = (type: StreamType): SpdyStream | undefined => streams.get(type)?.stream;
    return {
      protocol,
      stdin: stream("stdin"),
      stdout: stream("stdout")?.incoming,
      stderr: stream("stderr")?.incoming,
      status: stream("error")?.incoming ?? noBytes(),
      resize: stream("resize"),
      lost: () => lost,
      get paused() {
        return connection.paused;
      },
      ping: () => void connection.ping(),
      finish: () => connection.finish(),
      destroy: () => connection.destroy(),
    };
  } catch (cause) {
    connection.destroy();
    if (cause instanceof CriError) throw cause;
    throw new CriError("Unavailable", `the streams could not be opened: ${lost ?? reasonOf(cause)}`, { cause });
  }
};

const openSpdyStreams = (
  connection: SpdyConnection,
  protocol: RemoteCommandProtocol,
  options: StreamOptions,
): ReadonlyMap<StreamType, ReturnType<SpdyConnection["openStream"]>> => {
  const wanted: Readonly<Record<StreamType, boolean>> = {
    error: true,
    stdin: options.stdin !== undefined,
    stdout: options.stdout !== undefined,
    stderr: options.stderr !== undefined && options.tty !== true,
    resize: options.tty === true && protocol.resize,
  };
  const types = (["error", "stdin", "stdout", "stderr", "resize"] as const).filter((type) => wanted[type]);
  return new Map(types.map((type) => [type, connection.openStream({ streamtype: type })]));
};

const openWebSocket = (dialled: WebSocketDialled, options: StreamOptions, onActivity: () => void): OpenSession => {
  const protocol = protocolNamed("websocket", dialled.protocol);
  let lost: string | undefined;
  const connection = new ChannelConnection(
    dialled,
    { ...CLIENT_LIMITS, role: "client", encoding: protocol.encoding, closesChannels: protocol.closesStdin },
    {
      onActivity,
      onGone: (error, code) => {
        if (error !== undefined || code !== 1000) lost = error?.message ?? `the WebSocket was closed with ${code}`;
      },
    },
  );
  const session: OpenSession = {
    protocol,
    stdin: options.stdin === undefined ? undefined : connection.output(CHANNEL.stdin),
    stdout: options.stdout === undefined ? undefined : connection.input(CHANNEL.stdout),
    stderr: options.stderr === undefined ? undefined : connection.input(CHANNEL.stderr),
    status: connection.input(CHANNEL.error),
    resize: options.tty === true ? connection.output(CHANNEL.resize) : undefined,
    lost: () => lost,
    get paused() {
      return connection.paused;
    },
    ping: () => connection.ping(),
    finish: () => connection.finish(),
    destroy: () => connection.destroy(),
  };
  dialled.ws.resume();
  return session;
};

const within = async (options: StreamOptions, streams: Promise<unknown>): Promise<void> => {
  const { handshakeTimeoutMs = defaultHandshakeTimeoutMs } = options;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new CriError("DeadlineExceeded", `the server did not accept the streams within ${handshakeTimeoutMs} ms`),
        ),
      handshakeTimeoutMs,
    );
  });
  try {
    await Promise.race([streams, late]);
  } finally {
    clearTimeout(timer);
  }
};

const moveStreams = async (session: OpenSession, options: StreamOptions): Promise<SessionOutcome> => {
  const over = new AbortController();
  try {
    return await Promise.race([
      untilStatus(session, options),
      untilDetach(session, options, over.signal),
      untilAborted(session, options.signal, over.signal),
    ]);
  } finally {
    over.abort();
  }
};

const untilStatus = async (session: OpenSession, options: StreamOptions): Promise<SessionOutcome> => {
  const [text] = await Promise.all([
    collect(session.status),
    session.stdout !== undefined && options.stdout !== undefined ? deliver(session.stdout, options.stdout) : undefined,
    session.stderr !== undefined && options.stderr !== undefined ? deliver(session.stderr, options.stderr) : undefined,
  ]);
  if (session.protocol.status === "json" && text !== "") return parseStatus(text);
  if (text !== "") return { outcome: "error", message: text };
  const lost = session.lost();
  if (lost === undefined && session.protocol.status === "text") return { outcome: "success" };
  throw new CriError("Unavailable", `the session ended without a status: ${lost ?? "the output may be incomplete"}`);
};

/** Sends stdin and sizes; settles only if the detach keys are typed. */
const untilDetach = (session: OpenSession, options: StreamOptions, over: AbortSignal): Promise<SessionOutcome> =>
  new Promise((resolve, reject) => {
    if (session.resize !== undefined && options.resize !== undefined)
      void sendSizes(options.resize, session.resize, over);
    if (session.stdin === undefined || options.stdin === undefined) return;
    const keys = parseDetachKeys(options.detachKeys ?? (options.tty === true ? defaultDetachKeys : ""));
    const bytes = toBytes(options.stdin, over);
    const typed = keys.length === 0 ? bytes : untilDetached(bytes, keys, () => resolve({ outcome: "detached" }));
    send(typed, session.stdin).catch((cause: unknown) => {
      reject(
        new CriError("Aborted", `standard input failed: ${reasonOf(cause)}`, {
          cause,
        }),
      );
    });
  });

const sendSizes = async (sizes: AsyncIterable<TerminalSize>, sink: ByteSink, over: AbortSignal): Promise<void> => {
  const iterator = sizes[Symbol.asyncIterator]();
  over.addEventListener("abort", () => void iterator.return?.(), { once: true });
  for (let next = await iterator.next(); next.done !== true && !over.aborted; next = await iterator.next()) {
    sink.write(Buffer.from(formatTerminalSize(next.value)));
  }
};

const untilAborted = (session: OpenSession, signal: AbortSignal | undefined, over: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    if (signal === undefined) return;
    const abort = (): void => {
      session.destroy();
      reject(new CriError("Canceled", "the session was cancelled", { cause: signal.reason }));
    };
    if (signal.aborted) return abort();
    signal.addEventListener("abort", abort, { once: true });
    over.addEventListener("abort", () => signal.removeEventListener("abort", abort), { once: true });
  });

const collect = async (bytes: AsyncIterable<Uint8Array>): Promise<string> => {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    if (length < maxStatusBytes) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks).toString("utf8");
};

async function* noBytes(): AsyncGenerator<Uint8Array, undefined> {}
