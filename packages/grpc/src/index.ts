/// <reference types="node" preserve="true" />
export type { Address } from "./call/address.ts";
export type { Compression } from "./call/compression.ts";
export type { MessageCodec, MethodDefinition, ServiceDefinition } from "./call/definition.ts";
export { createMetadata, type Metadata, type MetadataInit, type MetadataValue } from "./call/metadata.ts";
export type { MethodDescription, MethodFunction } from "./call/method.ts";
export { formatStatus, GrpcError, type GrpcErrorOptions, isGrpcError, Status } from "./call/status.ts";
export { decodeRichStatus, encodeRichStatus, type RichStatus, type StatusDetail } from "./call/status-details.ts";
export type { CallOptions } from "./client/call-options.ts";
export { type Channel, type ChannelOptions, createChannel } from "./client/channel.ts";
export {
  type ClientFunction,
  type ClientInterceptor,
  createGrpcClient,
  type GrpcClient,
  type GrpcClientOptions,
} from "./client/client.ts";
export type { ClientMethod } from "./client/client-call.ts";
export type { Dial } from "./client/dial.ts";
export { HealthDefinition } from "./gen/grpc/health/v1/health.ts";
export { CLIENT_BOUNDS, type ConnectionBounds, SERVER_BOUNDS } from "./http2/bounds.ts";
export { ConnectionError } from "./http2/error.ts";
export type { ListenAddress } from "./server/listen.ts";
export {
  createGrpcServer,
  type Fallback,
  type GrpcServer,
  type GrpcServerOptions,
  type ServerInterceptor,
  type ServiceImplementation,
} from "./server/server.ts";
export type { ServerCall, ServerFunction } from "./server/server-call.ts";
export type { DescriptorSet } from "./services/descriptors.ts";
export { addHealth, type Health, type HealthStatus } from "./services/health.ts";
export { addReflection, type ReflectionOptions } from "./services/reflection.ts";
