/// <reference types="node" preserve="true" />
export { type Endpoint, formatEndpoint, parseEndpoint } from "./endpoint.ts";
export type { ListenRules } from "./listen.ts";
export { type CloseOptions, type CriServer, type ServeOptions, serveCri } from "./serve.ts";
