import type { SessionStreams } from "@crikit/cri-runtime";
import { ChannelConnection } from "../websocket/channels.ts";
import { CHANNEL } from "./protocol.ts";
import { formatStatus, formatStatusText } from "./status.ts";
import type { RemoteCommandConnection, RequestedStreams, SessionOpening, WebSocketEnds } from "./streams.ts";
import { TerminalSizes } from "./terminal-sizes.ts";

const readSizes = (connection: ChannelConnection): TerminalSizes => {
  const sizes = new TerminalSizes();
  void (async () => {
    for await (const bytes of connection.input(CHANNEL.resize)) sizes.push(bytes);
    sizes.end();
  })();
  return sizes;
};

const streamsOf = (connection: ChannelConnection, requested: RequestedStreams): SessionStreams => ({
  stdin: requested.stdin ? connection.input(CHANNEL.stdin) : undefined,
  stdout: requested.stdout ? connection.output(CHANNEL.stdout) : undefined,
  stderr: requested.stderr ? connection.output(CHANNEL.stderr) : undefined,
  resize: requested.tty ? readSizes(connection) : undefined,
});

/** Serves an exec or attach session over a WebSocket: each message begins with the number of its channel. */
export const openWebSocketSession = (ends: WebSocketEnds, opening: SessionOpening): RemoteCommandConnection => {
  const { requested, protocol, policy, events } = opening;
  const connection = new ChannelConnection(
    ends,
    { ...policy, role: "server", encoding: protocol.encoding, closesChannels: protocol.closesStdin },
    { ...events, onGone: (error) => events.onGone(error) },
  );
  const streams = streamsOf(connection, requested);
  // An empty message on the first channel the server writes to says that the session stands.
  const first = requested.stdout ? CHANNEL.stdout : requested.stderr ? CHANNEL.stderr : CHANNEL.error;
  connection.send(first, Buffer.alloc(0));
  return {
    ready: Promise.resolve(streams),
    closed: connection.transport.closed,
    finish: (status) => {
      const text = protocol.status === "json" ? formatStatus(status) : formatStatusText(status);
      if (text !== "") connection.send(CHANNEL.error, Buffer.from(text));
      connection.finish();
    },
    drop: () => connection.drop(),
    destroy: () => connection.destroy(),
  };
};
