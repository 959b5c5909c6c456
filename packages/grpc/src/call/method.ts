import type { ServiceDefinition } from "./definition.ts";

/** One call of a service, as interceptors see it. */
export interface MethodDescription {
  /** `"/runtime.v1.RuntimeService/Version"`. */
  readonly path: string;
  readonly requestStream: boolean;
  readonly responseStream: boolean;
}

/** The path of a method: what `:path` says. */
export const pathOf = (service: ServiceDefinition, method: { readonly name: string }): string =>
  `/${service.fullName}/${method.name}`;

interface Codec<T> {
  // biome-ignore lint/suspicious/noExplicitAny: the writer is of no concern to the type of the message
  encode(message: T, writer?: any): unknown;
  decode(input: Uint8Array): T;
}

/** The type of one call's function, with requests and options of the caller's or the server's side. */
export type MethodFunction<Method, Options> = Method extends {
  readonly requestType: Codec<infer Request>;
  readonly requestStream: infer RequestStream;
  readonly responseType: Codec<infer Response>;
  readonly responseStream: infer ResponseStream;
}
  ? (
      request: RequestStream extends true ? AsyncIterable<Request> : Request,
      options: Options,
    ) => ResponseStream extends true ? AsyncIterable<Response> : Promise<Response>
  : never;
