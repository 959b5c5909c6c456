/** What a peer may make one connection hold or do. Each is reached by a test; README.md says what happens there. */
export interface ConnectionBounds {
  /** Bytes of one header list: names, values and 32 for each field. Default 65,536. */
  readonly maxHeaderListBytes: number;
  /** Fields of one header list. Default 256. */
  readonly maxHeaderFields: number;
  /** Bytes of the table that the peer's header compression refers to: SETTINGS_HEADER_TABLE_SIZE. Default 4,096. */
  readonly maxHeaderTableBytes: number;
  /** CONTINUATION frames behind one HEADERS frame. Default 32. */
  readonly maxContinuationFrames: number;
  /** Calls in flight at once: SETTINGS_MAX_CONCURRENT_STREAMS. Default 1,000; a client takes none from its server. */
  readonly maxConcurrentStreams: number;
  /** Streams that the peer resets, or makes us reset, within one second. Default 2,000. */
  readonly maxResetsPerSecond: number;
  /** SETTINGS frames within one second. Default 100. */
  readonly maxSettingsPerSecond: number;
  /** PING, PRIORITY, WINDOW_UPDATE, unknown and empty DATA frames within one second with no call begun and no byte of a message moved. Default 1,000. */
  readonly maxIdleFramesPerSecond: number;
  /** Bytes of messages of one stream that were received and not yet taken: its window. Default 1 MiB; a client 4 MiB. */
  readonly maxStreamBufferedBytes: number;
  /** Bytes of messages that all streams together hold. Default 64 MiB; a client 512 MiB. */
  readonly maxConnectionBufferedBytes: number;
  /** Bytes of messages of all streams that wait for the peer's windows. Default 256 MiB. */
  readonly maxConnectionPendingBytes: number;
  /** Bytes waiting for a peer that does not read, messages that wait for their window aside. Default 4 MiB. */
  readonly maxOutputBytes: number;
  /** Milliseconds a new connection may take to send its preface and its first SETTINGS. Default 10,000. */
  readonly handshakeTimeoutMs: number;
  /** Milliseconds a connection without a call may stay; 0 is without end. Default 0 for a client, 3,600,000 for a server. */
  readonly idleTimeoutMs: number;
  /** Milliseconds of silence after which a PING is sent; 0 is never. Default 0 for a client, 7,200,000 for a server. */
  readonly keepaliveTimeMs: number;
  /** Milliseconds the answer to that PING may take. Default 20,000. */
  readonly keepaliveTimeoutMs: number;
}

/** What a server allows a connection. */
export const SERVER_BOUNDS: ConnectionBounds = {
  maxHeaderListBytes: 65_536,
  maxHeaderFields: 256,
  maxHeaderTableBytes: 4_096,
  maxContinuationFrames: 32,
  maxConcurrentStreams: 1_000,
  maxResetsPerSecond: 2_000,
  maxSettingsPerSecond: 100,
  maxIdleFramesPerSecond: 1_000,
  maxStreamBufferedBytes: 1 << 20,
  maxConnectionBufferedBytes: 64 << 20,
  maxConnectionPendingBytes: 256 << 20,
  maxOutputBytes: 4 << 20,
  handshakeTimeoutMs: 10_000,
  idleTimeoutMs: 3_600_000,
  keepaliveTimeMs: 7_200_000,
  keepaliveTimeoutMs: 20_000,
};

/** What a client allows its server. */
export const CLIENT_BOUNDS: ConnectionBounds = {
  ...SERVER_BOUNDS,
  maxConcurrentStreams: 0,
  maxStreamBufferedBytes: 4 << 20,
  maxConnectionBufferedBytes: 512 << 20,
  idleTimeoutMs: 0,
  keepaliveTimeMs: 0,
};
