/// <reference types="node" preserve="true" />

export { UpgradeRefusedError } from "./dial.ts";
export { attach, execute } from "./execute.ts";
export type {
  AttachResult,
  ClientTls,
  ConnectOptions,
  ExecuteResult,
  ForwardedPort,
  InputSource,
  OutputTarget,
  PortForwarder,
  PortForwardOptions,
  PortMapping,
  SessionUrl,
  StreamOptions,
  Transport,
} from "./options.ts";
export { parsePortMapping, portForward } from "./port-forward.ts";
export { openPortForward, type PortForwardSession, type PortForwardSessionOptions } from "./port-forward-session.ts";
export { terminalSizes } from "./terminal.ts";
