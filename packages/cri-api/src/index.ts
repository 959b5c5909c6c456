export {
  type Endpoint,
  formatEndpoint,
  type InheritedEndpoint,
  isLoopback,
  type PipeEndpoint,
  parseEndpoint,
  type TcpEndpoint,
  type UnixEndpoint,
} from "./cri/endpoint.ts";
export { CRI_CODES, type CriCode, CriError, isCriError } from "./cri/error.ts";
export type { Call, CriService, ImageService, RuntimeService, ServiceOf } from "./cri/service.ts";
export * from "./gen/runtime/v1/api.ts";
