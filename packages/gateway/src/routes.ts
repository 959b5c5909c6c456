import { type DescMethod, type DescService, fromBinary, type Message, toBinary } from "@bufbuild/protobuf";
import { Code, ConnectError, type ConnectRouter, type HandlerContext } from "@connectrpc/connect";
import {
  type Call,
  CriError,
  type CriService,
  ImageServiceDefinition,
  isCriError,
  RuntimeServiceDefinition,
} from "@crikit/cri-api";
import { loadCriRegistry } from "@crikit/cri-api/descriptor";
import type { OnError } from "./on-error.ts";

/** What the routes need beside the service. */
export interface RouteOptions {
  readonly onError: OnError;
  /** Ends streams that would go on for ever when the gateway closes. */
  readonly closing: AbortSignal;
}

interface Codec {
  encode(message: unknown): { finish(): Uint8Array };
  decode(bytes: Uint8Array): unknown;
}

/** One call with both of its models: Connect's, by descriptor, and ts-proto's. They meet as bytes. */
interface Route {
  readonly method: DescMethod;
  readonly request: Codec;
  readonly response: Codec;
  readonly invoke: (request: unknown, call: Call) => unknown;
}

/** An error that the other end of a call is told: by its code and words if it has them. */
const fromKnown = (error: unknown): ConnectError | undefined => {
  if (error instanceof ConnectError) return error;
  return isCriError(error) ? new ConnectError(error.message, Code[error.code], undefined, undefined, error) : undefined;
};

interface Failed {
  readonly method: DescMethod;
  readonly signal: AbortSignal;
}

/** The error a call ends with. What a service throws because the call was over, whatever it is, is nobody's concern. */
const toConnectError = (error: unknown, { method, signal }: Failed, onError: OnError): ConnectError => {
  const known = fromKnown(error) ?? (signal.aborted ? fromKnown(signal.reason) : undefined);
  if (known !== undefined) return known;
  if (signal.aborted) return new ConnectError("the client has hung up", Code.Canceled);
  onError(error, method.name);
  return new ConnectError("internal error", Code.Internal);
};

/** What `promise` gives, or the signal's reason as soon as it fires: a runtime that does not listen to it keeps nobody waiting. */
const untilAborted = <T>(promise: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((settle, fail) => {
    const abort = (): void => fail(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(settle, fail).finally(() => signal.removeEventListener("abort", abort));
  });

const readRequest = ({ method, request }: Route, message: Message): unknown =>
  request.decode(toBinary(method.input, message));

const writeResponse = ({ method, response }: Route, message: unknown): Message =>
  fromBinary(method.output, response.encode(message).finish());

const callOf = (context: HandlerContext, signal: AbortSignal): Call => ({ signal, timeoutMs: context.timeoutMs() });

const unary =
  (route: Route, { onError }: RouteOptions) =>
  async (message: Message, context: HandlerContext): Promise<Message> => {
    const { signal } = context;
    try {
      const answer = route.invoke(readRequest(route, message), callOf(context, signal)) as Promise<unknown>;
      return writeResponse(route, await untilAborted(answer, signal));
    } catch (error) {
      throw toConnectError(error, { method: route.method, signal }, onError);
    }
  };

const serverStreaming = (route: Route, { onError, closing }: RouteOptions) =>
  async function* (message: Message, context: HandlerContext): AsyncGenerator<Message> {
    const signal = AbortSignal.any([context.signal, closing]);
    let answers: AsyncIterator<unknown> | undefined;
    try {
      const iterable = route.invoke(readRequest(route, message), callOf(context, signal)) as AsyncIterable<unknown>;
      answers = iterable[Symbol.asyncIterator]();
      for (;;) {
        const { done, value } = await untilAborted(answers.next(), signal);
        if (done) return;
        yield writeResponse(route, value);
      }
    } catch (error) {
      throw toConnectError(error, { method: route.method, signal }, onError);
    } finally {
      // A service that is still waiting for its next answer cannot be returned from; its signal has told it.
      answers?.return?.()?.catch(() => {});
    }
  };

const definitions = [RuntimeServiceDefinition, ImageServiceDefinition] as const;

/** The calls that a service has; one of plain JavaScript may lack some, which are then not there. */
const routesOf = (service: CriService, descriptor: DescService, definition: (typeof definitions)[number]): Route[] =>
  Object.entries(definition.methods).flatMap(([name, { name: rpc, requestType, responseType }]) => {
    const method = descriptor.methods.find((candidate) => candidate.name === rpc);
    const call: unknown = service[name as keyof CriService];
    if (method === undefined) throw new CriError("Internal", `${descriptor.typeName} has no call "${rpc}"`);
    if (typeof call !== "function") return [];
    const invoke: Route["invoke"] = (request, options) => Reflect.apply(call, service, [request, options]);
    return [{ method, request: requestType as Codec, response: responseType as Codec, invoke }];
  });

/** The calls of `service` as routes of Connect: every call of `runtime.v1.RuntimeService` and `runtime.v1.ImageService`. */
export const createRoutes = async (
  service: CriService,
  options: RouteOptions,
): Promise<(router: ConnectRouter) => void> => {
  const registry = await loadCriRegistry({ envValues: "text" });
  return (router) => {
    for (const definition of definitions) {
      const descriptor = registry.getService(definition.fullName);
      if (descriptor === undefined) throw new CriError("Internal", `the CRI has no service "${definition.fullName}"`);
      for (const route of routesOf(service, descriptor, definition)) {
        const serve = route.method.methodKind === "unary" ? unary : serverStreaming;
        router.rpc(route.method, serve(route, options) as never);
      }
    }
  };
};
