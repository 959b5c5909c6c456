/// <reference types="node" preserve="true" />
export { type Endpoint, formatEndpoint, parseEndpoint } from "./cri/endpoint.ts";
export type { ListenRules } from "./server/listen.ts";
export { type CloseOptions, type CriServer, type ServeOptions, serveCri } from "./server/serve.ts";
