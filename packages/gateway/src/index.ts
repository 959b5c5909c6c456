/// <reference types="node" preserve="true" />
/// <reference path="./connect-types.d.ts" />
export type { TlsOptions } from "./http-listener.ts";
export type { OnError } from "./on-error.ts";
export { type Gateway, type GatewayCloseOptions, type GatewayOptions, serveGateway } from "./serve-gateway.ts";
