import type { Duplex } from "node:stream";
import { SpdyConnection } from "../spdy/connection.ts";
import { RST } from "../spdy/frame.ts";
import type { SpdyStream } from "../spdy/stream.ts";
import { type ForwardStream, parseForwardStream } from "./protocol.ts";
import { pump } from "./pump.ts";
import { dialPod, type PortForwardConnection, type PortForwardServing } from "./serve.ts";

interface Pair {
  readonly requestId: string;
  readonly port: number;
  readonly timer: NodeJS.Timeout;
  data?: SpdyStream;
  error?: SpdyStream;
}

const discard = (stream: SpdyStream): void => {
  void stream.incoming[Symbol.asyncIterator]().return?.();
};

/** Serves port-forward over SPDY: each connection is a pair of streams, data and error, with one request id. */
export const openSpdyForward = (
  ends: { readonly socket: Duplex; readonly head: Buffer },
  serving: PortForwardServing,
): PortForwardConnection => {
  const { policy } = serving;
  const pairs = new Map<string, Pair>();
  const sockets = new Set<Duplex>();

  const endAll = (): void => {
    for (const pair of pairs.values()) clearTimeout(pair.timer);
    pairs.clear();
    for (const socket of sockets) socket.destroy();
  };

  const expire = (pair: Pair): void => {
    pairs.delete(pair.requestId);
    const message = `(conn=${serving.sessionId}, request=${pair.requestId}) timed out waiting for streams`;
    serving.onProblem(message);
    pair.error?.write(Buffer.from(message));
    pair.error?.end();
    pair.data?.reset(RST.cancel);
  };

  const pairOf = ({ requestId, port }: ForwardStream): Pair => {
    const known = pairs.get(requestId);
    if (known !== undefined) return known;
    const pair: Pair = { requestId, port, timer: setTimeout(() => expire(pair), policy.creationTimeoutMs) };
    pairs.set(requestId, pair);
    return pair;
  };

  const onStream = (stream: SpdyStream): void => {
    const parsed = parseForwardStream(stream.streamId, stream.headers);
    if (typeof parsed === "string") {
      serving.onProblem(parsed);
      stream.reset(RST.cancel);
      return;
    }
    stream.accept();
    const pair = pairOf(parsed);
    if (pair[parsed.type] !== undefined) {
      const message = `error processing stream for request ${parsed.requestId}: ${parsed.type} stream already assigned`;
      serving.onProblem(message);
      pair.error?.write(Buffer.from(message));
      stream.reset(RST.cancel);
      return;
    }
    pair[parsed.type] = stream;
    if (parsed.type === "error") discard(stream);
    if (pair.data === undefined || pair.error === undefined) return;
    clearTimeout(pair.timer);
    pairs.delete(pair.requestId);
    void forward({ data: pair.data, error: pair.error, port: pair.port });
  };

  const forward = async (streams: {
    readonly data: SpdyStream;
    readonly error: SpdyStream;
    readonly port: number;
  }): Promise<void> => {
    const { data, error } = streams;
    const dialled = await dialPod(serving, streams.port);
    if ("failure" in dialled) {
      serving.onProblem(dialled.failure, dialled.cause);
      if (policy.portForwardErrors === "report") error.write(Buffer.from(dialled.failure));
      error.end();
      data.reset(RST.cancel);
      return;
    }
    const { socket } = dialled;
    sockets.add(socket);
    if (data.wasReset) socket.destroy();
    await pump(
      {
        incoming: data.incoming,
        outgoing: data,
        get wasReset() {
          return data.wasReset;
        },
        reset: () => data.reset(RST.cancel),
      },
      socket,
    );
    sockets.delete(socket);
    error.end();
  };

  const connection = new SpdyConnection(
    ends.socket,
    { ...policy, role: "server", maxStreams: 2 * policy.maxForwardedConnections },
    {
      onStream,
      onActivity: serving.onActivity,
      onBytes: serving.onBytes,
      onGone: (error) => {
        endAll();
        serving.onGone(error);
      },
    },
  );
  connection.push(ends.head);
  return {
    finish: () => {
      connection.finish();
      endAll();
    },
    drop: () => {
      connection.drop();
      endAll();
    },
    destroy: () => {
      connection.destroy();
      endAll();
    },
    closed: connection.transport.closed,
  };
};
