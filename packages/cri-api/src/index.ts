export {
  type Endpoint,
  formatEndpoint,
  type InheritedEndpoint,
  isLoopback,
  type PipeEndpoint,
  parseEndpoint,
  type TcpEndpoint,
  type UnixEndpoint,
} from "./endpoint.ts";
export { CRI_CODES, type CriCode, CriError, isCriError } from "./error.ts";
export * from "./gen/runtime/v1/api.ts";
export type { Call, CriService, ImageService, RuntimeService, ServiceOf } from "./service.ts";
