import type { Duplex } from "node:stream";
import type { SessionStreams } from "@crikit/cri-runtime";
import type { WebSocket } from "ws";
import type { SessionPolicy } from "../session/policy.ts";
import type { RemoteCommandProtocol } from "./protocol.ts";
import type { SessionStatus } from "./status.ts";

/** Which streams the request was made for. */
export interface RequestedStreams {
  readonly stdin: boolean;
  readonly stdout: boolean;
  readonly stderr: boolean;
  readonly tty: boolean;
}

/** What moves on a session's connection. */
export interface SessionEvents {
  onActivity(kind: "data" | "control"): void;
  onBytes(direction: "in" | "out", bytes: number): void;
  /** The client has gone before the session had ended. */
  onGone(error: Error | undefined): void;
}

/** What a session is opened on and with. */
export interface SessionOpening {
  readonly requested: RequestedStreams;
  readonly protocol: RemoteCommandProtocol;
  readonly policy: SessionPolicy;
  readonly events: SessionEvents;
}

/** A socket that has become SPDY, and what came with the upgrade. */
export interface SpdyEnds {
  readonly socket: Duplex;
  readonly head: Buffer;
}

/** A socket that has become a WebSocket. */
export interface WebSocketEnds {
  readonly ws: WebSocket;
  readonly socket: Duplex;
}

/** One exec or attach session, whatever carries it. */
export interface RemoteCommandConnection {
  /** Settles when the client has opened every stream; rejects when it has gone. */
  readonly ready: Promise<SessionStreams>;
  /** Ends the streams, tells the status, and closes so that nothing is lost. */
  finish(status: SessionStatus): void;
  /** Breaks the connection off after what was written. */
  drop(): void;
  /** Ends the connection at once. */
  destroy(): void;
  /** Settles when the socket has closed. */
  readonly closed: Promise<void>;
}
