import { type Call, type CriService, ImageServiceDefinition, RuntimeServiceDefinition } from "@crikit/cri-api";

/** Encodes and decodes the messages of one call. */
export interface MessageCodec {
  encode(message: never): { finish(): Uint8Array };
  decode(bytes: Uint8Array): unknown;
}

/** One of the CRI's calls, as the proto defines it. */
export interface CriCall {
  /** The name in a `CriService`: `listContainers`. */
  readonly key: keyof CriService;
  /** The name in the proto: `ListContainers`. */
  readonly name: string;
  /** The service's full name in the proto: `runtime.v1.RuntimeService`. */
  readonly service: string;
  /** Whether the answer is a stream of messages. */
  readonly isStream: boolean;
  readonly requestType: MessageCodec;
  readonly responseType: MessageCodec;
}

const callsOf = (definition: typeof RuntimeServiceDefinition | typeof ImageServiceDefinition): CriCall[] =>
  Object.entries(definition.methods).map(([key, method]) => ({
    key: key as keyof CriService,
    name: method.name,
    service: definition.fullName,
    isStream: method.responseStream,
    requestType: method.requestType as MessageCodec,
    responseType: method.responseType as MessageCodec,
  }));

/** Every call of the CRI, computed from the proto. */
export const CRI_CALLS: readonly CriCall[] = [...callsOf(RuntimeServiceDefinition), ...callsOf(ImageServiceDefinition)];

/** The call with this name, the proto's or `CriService`'s. */
export const findCall = (name: string): CriCall | undefined =>
  CRI_CALLS.find((call) => call.name === name || call.key === name);

/** A unary call of which only its name is known. */
export type AnyUnary = (request: object, call?: Call) => Promise<object>;

/** A server-streaming call of which only its name is known. */
export type AnyStream = (request: object, call?: Call) => AsyncIterable<object>;

/** What a middleware puts around each call. Streams have to stay lazy: nothing happens before the first message is asked for. */
export interface Around {
  readonly unary: (call: CriCall, next: AnyUnary) => AnyUnary;
  readonly stream: (call: CriCall, next: AnyStream) => AnyStream;
}

/** A service of which every call is made by the given functions. */
export const createCalls = (make: {
  readonly unary: (call: CriCall) => AnyUnary;
  readonly stream: (call: CriCall) => AnyStream;
}): CriService =>
  // One cast for all: which of the two kinds a call is of comes from the same definitions as the type.
  Object.fromEntries(
    CRI_CALLS.map((call) => [call.key, call.isStream ? make.stream(call) : make.unary(call)]),
  ) as unknown as CriService;

/** A service with something around each of its calls. */
export const aroundCalls = (service: CriService, around: Around): CriService =>
  createCalls({
    unary: (call) => around.unary(call, (request, context) => (service[call.key] as AnyUnary)(request, context)),
    stream: (call) => around.stream(call, (request, context) => (service[call.key] as AnyStream)(request, context)),
  });
