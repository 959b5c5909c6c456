import type { SpdyLimits } from "../spdy/connection.ts";

/** Bounds of a client's connection; the server at the other end is trusted with more than a client is by a server. */
export const CLIENT_LIMITS: SpdyLimits = {
  maxOutputBytes: 1024 * 1024,
  maxInputBytes: 1024 * 1024,
  maxControlFrameBytes: 64 * 1024,
  maxStreams: 1024,
  lingerMs: 1_000,
};
