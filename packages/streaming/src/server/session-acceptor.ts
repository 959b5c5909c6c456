import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { StreamingRuntime } from "@crikit/cri-runtime";
import { type WebSocket, WebSocketServer } from "ws";
import { PORT_FORWARD_CHANNELS, PORT_FORWARD_PROTOCOL, TUNNEL_PROTOCOL } from "../portforward/protocol.ts";
import type { PortForwardConnection, PortForwardServing } from "../portforward/serve.ts";
import { openSpdyForward } from "../portforward/spdy-session.ts";
import { openWebSocketForward } from "../portforward/websocket-session.ts";
import { protocolsOf, type RemoteCommandProtocol } from "../remotecommand/protocol.ts";
import { type RemoteCommandRequest, serveRemoteCommand } from "../remotecommand/serve.ts";
import { openSpdySession } from "../remotecommand/spdy-session.ts";
import type { RemoteCommandConnection, SessionOpening } from "../remotecommand/streams.ts";
import { openWebSocketSession } from "../remotecommand/websocket-session.ts";
import type { SessionPolicy } from "../session/policy.ts";
import type { SessionRequest } from "../session/session.ts";
import { formatSpdyAccept, negotiateSpdy, negotiateWebSocket, wantsWebSocket } from "../upgrade/negotiate.ts";
import { plainRefusal, type Refusal } from "../upgrade/refusal.ts";
import { createTunnel } from "../websocket/tunnel.ts";
import type { UpgradeRequest } from "./options.ts";
import type { LiveSession, SessionConnection, SessionRegistry } from "./session-registry.ts";

type PortForwardRequest = Extract<SessionRequest, { readonly kind: "portForward" }>;

const maxTimerMs = 0x7fffffff;

/** Agrees with clients on a protocol and starts their sessions. */
export interface SessionAcceptor {
  /** Starts a session, or says what the client is answered instead. */
  accept(session: SessionRequest, upgrade: UpgradeRequest): Refusal | undefined;
  /** What a request that is no upgrade is answered. */
  refusePlain(session: SessionRequest, request: IncomingMessage): Refusal;
}

const spdyProtocolsOf = (session: SessionRequest): readonly string[] =>
  session.kind === "portForward" ? [PORT_FORWARD_PROTOCOL] : protocolsOf("spdy").map(({ name }) => name);

const webSocketProtocolsOf = (session: SessionRequest): readonly string[] =>
  session.kind === "portForward"
    ? [TUNNEL_PROTOCOL, ...PORT_FORWARD_CHANNELS.map(({ name }) => name)]
    : protocolsOf("websocket").map(({ name }) => name);

const remoteCommandConnection = (connection: RemoteCommandConnection): RemoteCommandConnection & SessionConnection => ({
  ...connection,
  end: (message) => connection.finish({ outcome: "error", message }),
});

const forwardConnection = (connection: PortForwardConnection): SessionConnection => ({
  ...connection,
  end: () => connection.finish(),
});

/** Where SPDY and WebSocket, remotecommand and port-forward meet the sessions of a server. */
export const createSessionAcceptor = (
  runtime: StreamingRuntime,
  policy: SessionPolicy,
  registry: SessionRegistry,
): SessionAcceptor => {
  // The close handshake has no deadline of its own: a slow reader may need long for what was sent before it. Lingering ends it.
  const closeTimeout = { closeTimeout: maxTimerMs };
  const agreedProtocols = new WeakMap<IncomingMessage, string>();
  const webSockets = new WebSocketServer({
    ...closeTimeout,
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: policy.maxMessageBytes,
  });
  // ws takes protocol names as RFC 6455 has them, without the slash of SPDY/3.1+portforward.k8s.io: the header is read and written here.
  webSockets.on("headers", (headers, request) => {
    const protocol = agreedProtocols.get(request);
    if (protocol !== undefined) headers.push(`Sec-WebSocket-Protocol: ${protocol}`);
  });

  const startRemoteCommand = (
    session: {
      readonly request: RemoteCommandRequest;
      readonly protocol: RemoteCommandProtocol;
      readonly from: IncomingMessage;
    },
    open: (opening: SessionOpening) => RemoteCommandConnection,
  ): void => {
    const { request, protocol } = session;
    registry.start(
      { ...session, protocol: `${protocol.transport}/${protocol.name}` },
      (live) => remoteCommandConnection(open({ requested: request, protocol, policy, events: live })),
      (connection, live) => serveRemoteCommand(connection, { ...live, runtime, request, policy }),
    );
  };

  const startForward = (
    session: { readonly request: PortForwardRequest; readonly protocol: string; readonly from: IncomingMessage },
    open: (serving: PortForwardServing) => PortForwardConnection,
  ): void => {
    const { podSandboxId } = session.request;
    const serving = (live: LiveSession): PortForwardServing => ({
      ...live,
      runtime,
      podSandboxId,
      policy,
      signal: AbortSignal.any([live.signal, live.gone]),
    });
    registry.start(
      session,
      (live) => forwardConnection(open(serving(live))),
      (connection) => connection.closed,
    );
  };

  const acceptSpdy = (
    session: SessionRequest,
    { request: from, socket, head }: UpgradeRequest,
  ): Refusal | undefined => {
    const agreed = negotiateSpdy(from, spdyProtocolsOf(session));
    if ("status" in agreed) return agreed;
    prepareSocket(socket);
    socket.write(formatSpdyAccept(agreed.protocol));
    const ends = { socket, head };
    if (session.kind === "portForward") {
      startForward({ request: session, protocol: `spdy/${agreed.protocol}`, from }, (serving) =>
        openSpdyForward(ends, serving),
      );
      return undefined;
    }
    const protocol = protocolsOf("spdy").find(({ name }) => name === agreed.protocol);
    if (protocol === undefined) return plainRefusal(403, `protocol ${agreed.protocol} is not served`);
    startRemoteCommand({ request: session, protocol, from }, (opening) => openSpdySession(ends, opening));
    return undefined;
  };

  const acceptWebSocket = (session: SessionRequest, upgrade: UpgradeRequest): Refusal | undefined => {
    const { request: from, socket, head } = upgrade;
    const agreed = negotiateWebSocket(from, webSocketProtocolsOf(session));
    if ("status" in agreed) return agreed;
    prepareSocket(socket);
    if (agreed.protocol !== "") agreedProtocols.set(from, agreed.protocol);
    delete from.headers["sec-websocket-protocol"];
    webSockets.handleUpgrade(from, socket, head, (ws) => {
      startWebSocket(session, { name: agreed.protocol, from, ends: { ws, socket } });
    });
    return undefined;
  };

  const startWebSocket = (
    session: SessionRequest,
    agreed: {
      readonly name: string;
      readonly from: IncomingMessage;
      readonly ends: { readonly ws: WebSocket; readonly socket: Duplex };
    },
  ): void => {
    const { name, from, ends } = agreed;
    const label = `websocket/${name}`;
    if (session.kind !== "portForward") {
      const protocol = protocolsOf("websocket").find((row) => row.name === name);
      if (protocol !== undefined) {
        startRemoteCommand({ request: session, protocol, from }, (opening) => openWebSocketSession(ends, opening));
      }
    } else if (name === TUNNEL_PROTOCOL) {
      startForward({ request: session, protocol: label, from }, (serving) =>
        openSpdyForward({ socket: createTunnel(ends, { role: "server" }), head: Buffer.alloc(0) }, serving),
      );
    } else {
      const protocol = PORT_FORWARD_CHANNELS.find((row) => row.name === name);
      if (protocol === undefined) return;
      startForward({ request: session, protocol: label, from }, (serving) =>
        openWebSocketForward(ends, { ports: session.ports, protocol }, serving),
      );
    }
  };

  return {
    accept: (session, upgrade) =>
      wantsWebSocket(upgrade.request) ? acceptWebSocket(session, upgrade) : acceptSpdy(session, upgrade),
    refusePlain: (session, request) => {
      const agreed = negotiateSpdy(request, spdyProtocolsOf(session));
      return "status" in agreed ? agreed : plainRefusal(400, "unable to upgrade: missing upgrade headers in request");
    },
  };
};

/** An upgraded socket is small packets that must not wait, for as long as the session wants. */
const prepareSocket = (socket: Duplex): void => {
  if ("setNoDelay" in socket && typeof socket.setNoDelay === "function") socket.setNoDelay(true);
  if ("setTimeout" in socket && typeof socket.setTimeout === "function") socket.setTimeout(0);
  if ("setKeepAlive" in socket && typeof socket.setKeepAlive === "function") socket.setKeepAlive(true, 30_000);
};
