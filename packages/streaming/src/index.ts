/// <reference types="node" preserve="true" />
export { parsePortQuery } from "./portforward/protocol.ts";
export type {
  ListenOptions,
  SessionProblem,
  StreamingServer,
  StreamingServerOptions,
  TlsOptions,
  UpgradeRequest,
} from "./server/options.ts";
export { createStreamingServer } from "./server/streaming-server.ts";
export { DEFAULT_POLICY, type DisconnectPolicy, type SessionPolicy } from "./session/policy.ts";
export type {
  SessionFaultHook,
  SessionFaults,
  SessionKind,
  SessionReport,
  SessionRequest,
} from "./session/session.ts";
export { SPDY_ERROR_CODES, SpdyError, type SpdyErrorCode } from "./spdy/error.ts";
