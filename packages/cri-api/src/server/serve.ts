import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import {
  addHealth,
  addReflection,
  createGrpcServer,
  type GrpcServer,
  type GrpcServerOptions,
  isGrpcError,
  type ServerCall,
  Status,
} from "@crikit/grpc";
import { isCriError } from "../cri/error.ts";
import { toGrpcStatus } from "../cri/grpc-status.ts";
import type { Call, CriService } from "../cri/service.ts";
import { loadCriDescriptorSet } from "../descriptor/registry.ts";
import {
  ImageServiceDefinition,
  RuntimeServiceDefinition,
  type VersionRequest,
  type VersionResponse,
} from "../gen/runtime/v1/api.ts";
import { encodeOnce } from "./encode-once.ts";
import { adopt, type Listening, type ListenRules, listen } from "./listen.ts";
import { whoAnswers } from "./who-answers.ts";

/** What {@link serveCri} takes; the bounds, interceptors and `fallback` are the gRPC engine's. */
export interface ServeOptions extends ListenRules, Omit<GrpcServerOptions, "onError"> {
  /** Whether `runtime.v1alpha2` is served too, for kubelets before 1.26: the same implementation on the same wire. Default: true. */
  readonly v1alpha2?: boolean;
  /**
   * Whether containers, pod sandboxes, images and the statuses of events are encoded once and the bytes kept. What is kept is frozen; a
   * service that cannot live with that turns it off. Default: true.
   */
  readonly encodeOnce?: boolean;
  /**
   * Whether `grpc.health.v1` and server reflection are served beside the CRI, so that grpcurl and health probes work. Default: true.
   */
  readonly diagnostics?: boolean;
  /**
   * Told the cause of each `internal error`: what a service threw that is no `CriError`, or an answer that cannot be encoded. `call` is the
   * call's name. Default: prints it on stderr.
   */
  readonly onError?: (error: unknown, call: string) => void;
}

/** How a server is closed. */
export interface CloseOptions {
  /** How long calls under way may go on. Default: 5,000. */
  readonly drainMs?: number;
}

/** A service on a socket. */
export interface CriServer extends AsyncDisposable {
  /** Where clients find it: `unix:///run/crikit.sock`. */
  readonly address: string;
  /** Removes the socket, lets calls under way end, then ends what is left. */
  close(options?: CloseOptions): Promise<void>;
}

type AnyCall = (request: unknown, call: Call) => unknown;
type AnyAnswer = (request: unknown, call: ServerCall) => unknown;

const printError = (error: unknown, call: string): void => console.error(`cri: ${call}:`, error);

/** The call as a service sees it. The engine makes the signal when it is first asked for; own getters survive `{ ...call }`. */
const toCall = (call: ServerCall): Call => ({
  get signal() {
    return call.signal;
  },
  get timeoutMs() {
    return call.timeoutMs;
  },
});

const fail = (error: unknown): never => {
  throw toGrpcStatus(error);
};

const unary =
  (service: CriService, answer: AnyCall): AnyAnswer =>
  (request, call) => {
    try {
      return (Reflect.apply(answer, service, [request, toCall(call)]) as Promise<unknown>).then(undefined, fail);
    } catch (error) {
      return fail(error);
    }
  };

/** Passes answers on and translates the error they end with; not a generator, which would cost as much as sending an event does. */
const guard = (answers: AsyncIterable<unknown>): AsyncIterable<unknown> => ({
  [Symbol.asyncIterator]: () => {
    const iterator = answers[Symbol.asyncIterator]();
    return {
      next: () => iterator.next().then(undefined, fail),
      return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
    };
  },
});

const serverStreaming =
  (service: CriService, answer: AnyCall): AnyAnswer =>
  (request, call) => {
    try {
      return guard(Reflect.apply(answer, service, [request, toCall(call)]) as AsyncIterable<unknown>);
    } catch (error) {
      return fail(error);
    }
  };

interface Definition {
  readonly fullName: string;
  readonly methods: typeof RuntimeServiceDefinition.methods | typeof ImageServiceDefinition.methods;
}

/** The functions that answer a definition's calls. A call that a service of plain JavaScript lacks is left out, and so Unimplemented. */
const answersOf = (service: CriService, { methods }: Definition): Record<string, AnyAnswer> => {
  const answers: Record<string, AnyAnswer> = {};
  for (const [name, { responseStream }] of Object.entries(methods)) {
    const answer: AnyCall | undefined = service[name as keyof CriService] as AnyCall;
    if (answer !== undefined) answers[name] = (responseStream ? serverStreaming : unary)(service, answer);
  }
  return answers;
};

const asV1alpha2 = <D extends Definition>(definition: D): D => ({
  ...definition,
  fullName: definition.fullName.replace("runtime.v1.", "runtime.v1alpha2."),
});

/** The same answers for a client of `v1alpha2`, which is told that it is spoken to in its own version. */
const asV1alpha2Answers = (service: CriService, answers: Record<string, AnyAnswer>): Record<string, AnyAnswer> => {
  if (answers.version === undefined) return answers;
  const version = async (request: unknown, call: Call): Promise<VersionResponse> => {
    const answer = await service.version(request as VersionRequest, call);
    return answer.runtimeApiVersion === "v1" ? { ...answer, runtimeApiVersion: "v1alpha2" } : answer;
  };
  return { ...answers, version: unary(service, version) };
};

const addServices = (grpc: GrpcServer, service: CriService, options: ServeOptions): void => {
  for (const plain of [RuntimeServiceDefinition, ImageServiceDefinition]) {
    const definition: Definition = options.encodeOnce === false ? plain : encodeOnce(plain);
    const answers = answersOf(service, definition);
    grpc.add(definition, answers);
    if (options.v1alpha2 !== false) grpc.add(asV1alpha2(definition), asV1alpha2Answers(service, answers));
  }
};

const addDiagnostics = (grpc: GrpcServer): void => {
  addHealth(grpc);
  addReflection(grpc, { descriptorSets: [() => loadCriDescriptorSet("v1"), () => loadCriDescriptorSet("v1alpha2")] });
};

/** Of all errors that calls end with, those that are nobody's answer: their cause is told here and not sent. */
const toOnError =
  (onError: (error: unknown, call: string) => void) =>
  (error: unknown, call: ServerCall): void => {
    const isHidden = isGrpcError(error, Status.INTERNAL) && error.cause !== undefined && !isCriError(error.cause);
    if (isHidden && !call.signal.aborted) onError(error.cause, call.path.split("/").at(-1) ?? call.path);
  };

const startListening = (
  server: Server,
  address: string | Server,
  options: ServeOptions,
): Promise<Listening> | Listening =>
  typeof address === "string" ? listen(server, address, options, whoAnswers) : adopt(server);

/**
 * Serves a {@link CriService} on a socket: `runtime.v1` and `runtime.v1alpha2`, the runtime's and the image calls together. `address` is an
 * endpoint (see `parseEndpoint`) or a `net.Server` that listens already, which is taken over and closed with the rest. Throws a `CriError`
 * if it cannot listen: `AlreadyExists` says who answers there.
 *
 * @example
 * await using server = await serveCri(service, "unix:///run/crikit.sock");
 */
export const serveCri = async (
  service: CriService,
  address: string | Server,
  options: ServeOptions = {},
): Promise<CriServer> => {
  const grpc = createGrpcServer({ ...options, onError: toOnError(options.onError ?? printError) });
  addServices(grpc, service, options);
  if (options.diagnostics !== false) addDiagnostics(grpc);
  const server = typeof address === "string" ? createServer({ noDelay: true }) : address;
  const accept = (socket: Socket): void => grpc.accept(socket);
  server.on("connection", accept);
  const listening = await startListening(server, address, options);
  let closed: Promise<void> | undefined;
  const close = async (closeOptions: CloseOptions): Promise<void> => {
    const ended = server.listening ? once(server, "close") : undefined;
    try {
      await listening.stop();
    } finally {
      await grpc.close(closeOptions);
      await ended;
    }
  };
  const closeOnce = (closeOptions: CloseOptions = {}): Promise<void> => {
    closed ??= close(closeOptions);
    return closed;
  };
  return { address: listening.address, close: closeOnce, [Symbol.asyncDispose]: () => closeOnce() };
};
