/// <reference types="node" preserve="true" />
export { type ConnectOptions, type CriConnection, connectCri } from "./connect.ts";
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
} from "./cri-client.ts";
export { type Endpoint, formatEndpoint, parseEndpoint } from "./endpoint.ts";
export type { ClientRuleOptions } from "./with-client-rules.ts";
