/** Which of the three calls a session came from. */
export type SessionKind = "exec" | "attach" | "portForward";

/** What a session does: the request it was made for, without URL or token. */
export type SessionRequest =
  | {
      readonly kind: "exec";
      readonly containerId: string;
      readonly command: readonly string[];
      readonly tty: boolean;
      readonly stdin: boolean;
      readonly stdout: boolean;
      readonly stderr: boolean;
    }
  | {
      readonly kind: "attach";
      readonly containerId: string;
      readonly tty: boolean;
      readonly stdin: boolean;
      readonly stdout: boolean;
      readonly stderr: boolean;
    }
  | {
      readonly kind: "portForward";
      readonly podSandboxId: string;
      /** Ports a WebSocket client without a tunnel gets; SPDY and tunnelled clients name theirs on each stream. */
      readonly ports: readonly number[];
    };

/** One exec, attach or port-forward session as it stands. */
export interface SessionReport {
  /** Unique within the server; no secret. */
  readonly sessionId: string;
  readonly kind: SessionKind;
  /** The container, or the pod sandbox of a port-forward. */
  readonly targetId: string;
  /** `spdy/` or `websocket/` and the protocol agreed on, such as `spdy/v4.channel.k8s.io`. */
  readonly protocol: string;
  /** The client's address, such as `127.0.0.1:40312`; empty if the socket has none. */
  readonly peerAddress: string;
  readonly startedAt: Date;
  readonly ageMs: number;
  /** Payload bytes from the client. */
  readonly bytesIn: number;
  /** Payload bytes to the client. */
  readonly bytesOut: number;
}

/** What a test wants to go wrong in one session. Nothing set, nothing wrong. */
export interface SessionFaults {
  /** Delays the start of the session, in milliseconds. */
  readonly delayMs?: number | undefined;
  /** Drops the connection after this many payload bytes to the client. */
  readonly endAfterBytes?: number | undefined;
  /** Reports this exit code instead of the process'. */
  readonly exitCode?: number | undefined;
  /** Fails the session with this text instead of starting it. */
  readonly error?: string | undefined;
}

/** Asked once at the start of each session; `undefined` leaves the session alone. */
export type SessionFaultHook = (request: SessionRequest) => SessionFaults | undefined;
