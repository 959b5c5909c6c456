/// <reference types="node" preserve="true" />
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
