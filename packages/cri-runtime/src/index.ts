/// <reference types="node" preserve="true" />
export type {
  AttachSession,
  ContainerRuntime,
  CriRuntime,
  ExecSession,
  ImageRuntime,
  PortForwardSession,
  RuntimeInfo,
  SandboxRuntime,
  SessionCall,
  SessionUrls,
  StatsRuntime,
  StreamingRuntime,
} from "./contract/runtime.ts";
export {
  type ByteSink,
  type ByteSource,
  type ExitStatus,
  HEADROOM_BYTES,
  type SessionStreams,
  type TerminalSize,
} from "./contract/streams.ts";
