import type { ImageServiceDefinition, RuntimeServiceDefinition } from "../gen/runtime/v1/api.ts";

/** One call in flight, as both of its sides see it. */
export interface Call {
  /** Aborts the call: on the client's side cancels it, on the server's side fires when the client has gone or the deadline has passed. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds the call may take from now on; on the server's side what is left of the client's deadline. */
  readonly timeoutMs?: number | undefined;
}

interface Codec<T> {
  decode(input: Uint8Array): T;
}

/** The calls of a ts-proto service definition as functions: unary ones return a promise, server-streaming ones an AsyncIterable. */
export type ServiceOf<Methods> = {
  [Name in keyof Methods]: Methods[Name] extends {
    readonly requestType: Codec<infer Request>;
    readonly responseType: Codec<infer Response>;
    readonly responseStream: infer Streams;
  }
    ? Streams extends true
      ? (request: Request, call?: Call) => AsyncIterable<Response>
      : (request: Request, call?: Call) => Promise<Response>
    : never;
};

/** The calls of `runtime.v1.RuntimeService`. */
export type RuntimeService = ServiceOf<RuntimeServiceDefinition["methods"]>;

/** The calls of `runtime.v1.ImageService`. */
export type ImageService = ServiceOf<ImageServiceDefinition["methods"]>;

/** Every call of the CRI, computed from the proto. A client is one, a served runtime is one, and so is what stands between them. */
export type CriService = RuntimeService & ImageService;
