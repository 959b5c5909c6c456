import { SpdyConnection } from "../spdy/connection.ts";
import { RST } from "../spdy/frame.ts";
import type { SpdyStream } from "../spdy/stream.ts";
import { type RemoteCommandProtocol, STREAM_TYPES, type StreamType } from "./protocol.ts";
import { formatStatus, formatStatusText } from "./status.ts";
import type { RemoteCommandConnection, RequestedStreams, SessionOpening, SpdyEnds } from "./streams.ts";
import { TerminalSizes } from "./terminal-sizes.ts";

const maxStreams = 16;

const expectedTypes = (requested: RequestedStreams, protocol: RemoteCommandProtocol): ReadonlySet<StreamType> => {
  const wanted: Readonly<Record<StreamType, boolean>> = {
    error: true,
    stdin: requested.stdin,
    stdout: requested.stdout,
    stderr: requested.stderr,
    resize: requested.tty && protocol.resize,
  };
  return new Set(STREAM_TYPES.filter((type) => wanted[type]));
};

const isStreamType = (text: string | undefined): text is StreamType => STREAM_TYPES.some((type) => type === text);

const readSizes = (stream: SpdyStream | undefined): TerminalSizes | undefined => {
  if (stream === undefined) return undefined;
  const sizes = new TerminalSizes();
  void (async () => {
    for await (const bytes of stream.incoming) sizes.push(bytes);
    sizes.end();
  })();
  return sizes;
};

const discard = (stream: SpdyStream): void => {
  void stream.incoming[Symbol.asyncIterator]().return?.();
};

/** Serves an exec or attach session over SPDY: the client opens one stream for each of stdin, stdout, stderr, error and resize. */
export const openSpdySession = (ends: SpdyEnds, opening: SessionOpening): RemoteCommandConnection => {
  const { requested, protocol, policy, events } = opening;
  const expected = expectedTypes(requested, protocol);
  const streams = new Map<StreamType, SpdyStream>();
  const { promise: ready, resolve, reject } = settleable<Awaited<RemoteCommandConnection["ready"]>>();

  const start = (): void => {
    if (protocol.dropsErrorStream) {
      streams.get("stdin")?.end();
      streams.get("error")?.reset(RST.cancel);
    }
    resolve({
      stdin: streams.get("stdin")?.incoming,
      stdout: streams.get("stdout"),
      stderr: streams.get("stderr"),
      resize: readSizes(streams.get("resize")),
    });
  };

  const onStream = (stream: SpdyStream): void => {
    const type = stream.headers.streamtype;
    if (!isStreamType(type) || streams.has(type)) {
      stream.reset(RST.cancel);
      return;
    }
    stream.accept();
    if (type !== "stdin" && type !== "resize") discard(stream);
    if (!expected.has(type)) {
      discard(stream);
      return;
    }
    streams.set(type, stream);
    if (streams.size === expected.size) start();
  };

  const connection = new SpdyConnection(
    ends.socket,
    { ...policy, role: "server", maxStreams },
    {
      ...events,
      onStream,
      onGone: (error) => {
        reject(error ?? new Error("the client has gone before it opened its streams"));
        events.onGone(error);
      },
    },
  );
  connection.push(ends.head);

  return {
    ready,
    closed: connection.transport.closed,
    finish: (status) => {
      const text = protocol.status === "json" ? formatStatus(status) : formatStatusText(status);
      streams.get("stdout")?.end();
      streams.get("stderr")?.end();
      streams.get("error")?.write(Buffer.from(text));
      streams.get("error")?.end();
      streams.get("stdin")?.end();
      streams.get("resize")?.end();
      connection.finish();
      reject(new Error("the session was ended before the client had opened its streams"));
    },
    drop: () => connection.drop(),
    destroy: () => connection.destroy(),
  };
};

/** A promise whose rejection nobody has to await. */
const settleable = <T>(): {
  readonly promise: Promise<T>;
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
} => {
  let resolve: (value: T) => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
};
