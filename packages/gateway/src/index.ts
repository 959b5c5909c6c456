/// <reference types="node" preserve="true" />
export type { TlsOptions } from "./http-listener.ts";
export type { OnError } from "./on-error.ts";
export { type Gateway, type GatewayCloseOptions, type GatewayOptions, serveGateway } from "./serve-gateway.ts";
