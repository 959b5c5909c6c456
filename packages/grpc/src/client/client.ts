import type { ServiceDefinition } from "../call/definition.ts";
import { type MethodDescription, type MethodFunction, pathOf } from "../call/method.ts";
import type { CallOptions } from "./call-options.ts";
import type { Channel } from "./channel.ts";

/** The calls of a service as functions: a promise for one response, an AsyncIterable for a stream of them, which begins when it is iterated. */
export type GrpcClient<Definition extends ServiceDefinition> = {
  readonly [Name in keyof Definition["methods"]]: MethodFunction<
    Definition["methods"][Name],
    CallOptions | undefined
  > extends (request: infer Request, options: CallOptions | undefined) => infer Result
    ? (request: Request, options?: CallOptions) => Result
    : never;
};

/** What makes a call of any kind. */
// biome-ignore lint/suspicious/noExplicitAny: one type for all four kinds
export type ClientFunction = (request: any, options?: CallOptions) => any;

/** Stands around every call of a client: gets the function that makes it and returns the one to use instead; called once for each method. */
export type ClientInterceptor = (next: ClientFunction, method: MethodDescription) => ClientFunction;

/** What the calls of a client have in common. */
export interface GrpcClientOptions {
  /** The first stands outermost. */
  readonly interceptors?: readonly ClientInterceptor[];
}

/**
 * The calls of a service over a channel, as functions.
 *
 * @example
 * const health = createGrpcClient(HealthDefinition, createChannel("unix:///run/example.sock"));
 * const { status } = await health.check({ service: "" }, { timeoutMs: 1000 });
 */
export const createGrpcClient = <Definition extends ServiceDefinition>(
  definition: Definition,
  channel: Channel,
  { interceptors = [] }: GrpcClientOptions = {},
): GrpcClient<Definition> => {
  const functions: Record<string, ClientFunction> = {};
  for (const [name, method] of Object.entries(definition.methods)) {
    const { requestStream, responseStream, requestType, responseType } = method;
    const description = { path: pathOf(definition, method), requestStream, responseStream };
    const target = { ...description, requestCodec: requestType, responseCodec: responseType };
    const call: ClientFunction = (request, options) => channel.invoke(target, request, options);
    functions[name] = interceptors.reduceRight((next, interceptor) => interceptor(next, description), call);
  }
  return functions as GrpcClient<Definition>;
};
