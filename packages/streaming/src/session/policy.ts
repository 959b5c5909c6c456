/** What happens to an executed process when its client goes away before it has ended. */
export type DisconnectPolicy = "detach" | "hup" | "kill";

/** How sessions behave where Kubernetes leaves the choice to the server. Every field has a default: {@link DEFAULT_POLICY}. */
export interface SessionPolicy {
  /** A session in which nothing has moved for this long is closed. Default 4 hours, as in Kubernetes; 0 never. */
  readonly idleTimeoutMs: number;
  /** What resets the idle timer: `any` frame, so that a client's pings keep its session, or `data` alone. Default `any`. */
  readonly idleCounts: "any" | "data";
  /** How long a client may take to open the streams of its session; then the connection is closed. Default 30 seconds. */
  readonly creationTimeoutMs: number;
  /**
   * What happens to an executed process when the client goes: `detach` lets it run (Kubernetes, Docker), `hup` fires
   * `SessionCall.hangup`, `kill` fires `SessionCall.signal`. Default `detach`. An attachment always ends with its client.
   */
  readonly onDisconnect: DisconnectPolicy;
  /**
   * What a port-forward client sees of a connection that the pod refuses: `reset` resets that one stream and keeps the session, `report`
   * sends upstream's text on the error stream, on which kubectl ends the whole session. Default `reset`.
   */
  readonly portForwardErrors: "reset" | "report";
  /** After everything has been sent, the peer is awaited as long as it keeps sending, and this long in silence. Default 30 seconds. */
  readonly lingerMs: number;
  /** Output waiting for a slow client, per connection; then the runtime is asked to pause. Default 1 MiB. */
  readonly maxOutputBytes: number;
  /** Input waiting for a slow process, per stream; then the connection is no longer read. Default 1 MiB. */
  readonly maxInputBytes: number;
  /** Connections to the pod at the same time on one port-forward session. Default 256. */
  readonly maxForwardedConnections: number;
  /** The largest WebSocket message taken. Default 16 MiB. */
  readonly maxMessageBytes: number;
  /** The largest SPDY control frame taken. Default 64 KiB. */
  readonly maxControlFrameBytes: number;
}

/** The policy of a server that was given none. */
export const DEFAULT_POLICY: SessionPolicy = {
  idleTimeoutMs: 4 * 60 * 60 * 1000,
  idleCounts: "any",
  creationTimeoutMs: 30_000,
  onDisconnect: "detach",
  portForwardErrors: "reset",
  lingerMs: 30_000,
  maxOutputBytes: 1024 * 1024,
  maxInputBytes: 1024 * 1024,
  maxForwardedConnections: 256,
  maxMessageBytes: 16 * 1024 * 1024,
  maxControlFrameBytes: 64 * 1024,
};
