import type { Duplex } from "node:stream";
import { CriError } from "@crikit/cri-api";
import { PORT_FORWARD_PROTOCOL, TUNNEL_PROTOCOL } from "../portforward/protocol.ts";
import { pump } from "../portforward/pump.ts";
import { reasonOf } from "../session/reason.ts";
import { SpdyConnection } from "../spdy/connection.ts";
import { RST } from "../spdy/frame.ts";
import type { SpdyStream } from "../spdy/stream.ts";
import { createTunnel } from "../websocket/tunnel.ts";
import { dial } from "./dial.ts";
import { defaultKeepAliveMs, keepAlive } from "./keep-alive.ts";
import { CLIENT_LIMITS } from "./limits.ts";
import type { ConnectOptions, SessionUrl } from "./options.ts";
import { createStreamDuplex } from "./stream-duplex.ts";

/** Options of {@link openPortForward}. */
export interface PortForwardSessionOptions extends ConnectOptions {
  /** Told of connections that the pod sandbox refused or broke. */
  readonly onProblem?: ((message: string) => void) | undefined;
}

/** One port-forward session: connections to any port of one pod sandbox. */
export interface PortForwardSession extends AsyncDisposable {
  /** Opens a connection; it is half-open capable, and errors if the pod sandbox refuses or breaks it. */
  connect(port: number): Promise<Duplex>;
  /** Opens a connection and moves bytes between it and `socket`, which must be half-open capable, until both sides have ended. */
  join(port: number, socket: Duplex): Promise<void>;
  /** Settles when the session has ended, with the reason if it was not closed from here. */
  readonly ended: Promise<Error | undefined>;
  close(): Promise<void>;
}

const maxErrorBytes = 16 * 1024;

/** Opens a port-forward session at the URL that the CRI's PortForward call returned. */
export const openPortForward = async (
  url: SessionUrl,
  options: PortForwardSessionOptions = {},
): Promise<PortForwardSession> => {
  const dialled = await dial(url, { spdy: [PORT_FORWARD_PROTOCOL], websocket: [TUNNEL_PROTOCOL] }, options);
  const { promise: ended, resolve } = settleable();
  const socket = dialled.kind === "spdy" ? dialled.socket : createTunnel(dialled, { role: "client" });
  const alive = keepAlive(
    () => ({
      paused: connection.paused,
      ping: () => void connection.ping(),
    }),
    options.keepAliveMs ?? defaultKeepAliveMs,
  );
  const connection = new SpdyConnection(
    socket,
    { ...CLIENT_LIMITS, role: "client" },
    {
      onActivity: alive.touch,
      onGone: (error) => {
        alive.stop();
        resolve(error ?? new CriError("Unavailable", "the port-forward session was lost"));
      },
    },
  );
  if (dialled.kind === "spdy") connection.push(dialled.head);
  const close = async (): Promise<void> => {
    alive.stop();
    connection.finish();
    resolve(undefined);
    await connection.transport.closed;
  };
  options.signal?.addEventListener("abort", () => void close(), { once: true });
  let lastRequestId = 0;
  const open = (port: number): Promise<SpdyStream> =>
    openStreams(connection, { port, requestId: ++lastRequestId }, options);
  return {
    ended,
    close,
    connect: async (port) => createStreamDuplex(await open(port)),
    join: async (port, local) => {
      const stream = await open(port);
      await pump(
        {
          incoming: stream.incoming,
          outgoing: stream,
          get wasReset() {
            return stream.wasReset;
          },
          reset: () => stream.reset(RST.cancel),
        },
        local,
      );
    },
    [Symbol.asyncDispose]: close,
  };
};

const openStreams = async (
  connection: SpdyConnection,
  request: { readonly port: number; readonly requestId: number },
  options: PortForwardSessionOptions,
): Promise<SpdyStream> => {
  const headers = { port: String(request.port), requestid: String(request.requestId) };
  const error = connection.openStream({ ...headers, streamtype: "error" });
  error.stream.end();
  const data = connection.openStream({ ...headers, streamtype: "data" });
  try {
    await Promise.all([error.replied, data.replied]);
  } catch (cause) {
    throw new CriError("Unavailable", `port ${request.port} could not be forwarded: ${reasonOf(cause)}`, { cause });
  }
  void readError(error.stream.incoming).then((text) => {
    if (text === "") return;
    options.onProblem?.(text);
    data.stream.reset(RST.cancel);
  });
  return data.stream;
};

const readError = async (incoming: AsyncIterable<Uint8Array>): Promise<string> => {
  let text = "";
  for await (const chunk of incoming) text = (text + Buffer.from(chunk).toString("utf8")).slice(0, maxErrorBytes);
  return text;
};

const settleable = (): {
  readonly promise: Promise<Error | undefined>;
  readonly resolve: (reason: Error | undefined) => void;
} => {
  let resolve: (reason: Error | undefined) => void = () => {};
  const promise = new Promise<Error | undefined>((done) => {
    resolve = done;
  });
  return { promise, resolve };
};
