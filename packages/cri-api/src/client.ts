/// <reference types="node" preserve="true" />
export { type ConnectOptions, type CriConnection, connectCri } from "./client/connect.ts";
export {
  type ContainerQuery,
  type CriClient,
  type CriCommands,
  type CriQueries,
  createCriClient,
  type ImageQuery,
  type JsonValue,
  type NameFilter,
  type PodSandboxQuery,
  type VerboseInfo,
  type WithInfo,
} from "./client/cri-client.ts";
export type { ClientRuleOptions } from "./client/with-client-rules.ts";
export { type Endpoint, formatEndpoint, parseEndpoint } from "./cri/endpoint.ts";
