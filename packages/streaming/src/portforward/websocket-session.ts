import type { Duplex } from "node:stream";
import type { WebSocket } from "ws";
import { ChannelConnection } from "../websocket/channels.ts";
import { encodePortPrefix, type PortForwardChannels } from "./protocol.ts";
import { pump } from "./pump.ts";
import { dialPod, type PortForwardConnection, type PortForwardServing } from "./serve.ts";

/**
 * Serves port-forward over WebSocket channels: one connection for each port for as long as the WebSocket lives, on channels 2n (data) and
 * 2n+1 (error). The client cannot end its side of a connection; the session ends when every pod has ended its side.
 */
export const openWebSocketForward = (
  ends: { readonly ws: WebSocket; readonly socket: Duplex },
  options: { readonly ports: readonly number[]; readonly protocol: PortForwardChannels },
  serving: PortForwardServing,
): PortForwardConnection => {
  const { policy } = serving;
  const sockets = new Set<Duplex>();
  const endAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const connection = new ChannelConnection(
    ends,
    { ...policy, role: "server", encoding: options.protocol.encoding, closesChannels: false },
    {
      onActivity: serving.onActivity,
      onBytes: serving.onBytes,
      onGone: (error) => {
        endAll();
        serving.onGone(error);
      },
    },
  );

  const forward = async (port: number, n: number): Promise<void> => {
    const data = 2 * n;
    const incoming = connection.input(data);
    const outgoing = connection.output(data);
    const dialled = await dialPod(serving, port);
    if ("failure" in dialled) {
      serving.onProblem(dialled.failure, dialled.cause);
      connection.send(data + 1, Buffer.from(dialled.failure));
      return;
    }
    const { socket } = dialled;
    sockets.add(socket);
    // The client cannot half-close: a pod that has ended its side is done.
    socket.once("end", () => socket.destroy());
    await pump({ incoming, outgoing, wasReset: false, reset: () => outgoing.end() }, socket);
    sockets.delete(socket);
  };

  options.ports.forEach((port, n) => {
    connection.send(2 * n, encodePortPrefix(port));
    connection.send(2 * n + 1, encodePortPrefix(port));
  });
  void Promise.all(options.ports.map(forward)).then(() => connection.finish());

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
