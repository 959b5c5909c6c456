import { type Channel, type ChannelOptions, createChannel, createGrpcClient, isGrpcError, Status } from "@crikit/grpc";
import { type Endpoint, formatEndpoint, parseEndpoint } from "../cri/endpoint.ts";
import { CriError } from "../cri/error.ts";
import { fromGrpcStatus } from "../cri/grpc-status.ts";
import type { Call, CriService } from "../cri/service.ts";
import { ImageServiceDefinition, RuntimeServiceDefinition } from "../gen/runtime/v1/api.ts";
import { dial } from "./dial.ts";
import { type ClientRuleOptions, withClientRules } from "./with-client-rules.ts";

/** What {@link connectCri} takes; what is not named here are the gRPC engine's options of a channel. */
export interface ConnectOptions extends ClientRuleOptions, Omit<ChannelOptions, "tls" | "authority"> {
  /** Where the image calls go, if not to the runtime's endpoint. */
  readonly imageAddress?: string;
  /**
   * Whether calls follow the kubelet's client rules. Without them a call has the deadline that its caller names and no other, and answers and
   * errors come as they are: what a proxy needs. Default: true.
   */
  readonly clientRules?: boolean;
  /** What the runtime speaks: `v1alpha2` for one before Kubernetes 1.23, which is the same on the wire. Default: `v1`. */
  readonly apiVersion?: "v1" | "v1alpha2";
}

/** A {@link CriService} at the other end of a socket. Disposing of it closes its connections. */
export type CriConnection = CriService & AsyncDisposable;

type AnyCall = (request: unknown, call?: Call) => unknown;
type Translate = (error: unknown) => never;

/** How the engine begins what it says of a connection that was not made. */
const NO_CONNECTION = "no connection: ";
const CANNOT_REACH = "cannot reach ";
/** What the engine says of a call whose time is up. */
const DEADLINE_PASSED = "the deadline has passed";

/** The error of a call; one without a connection or an answer in time says which endpoint it is, and why. */
const translateFor = (endpoint: Endpoint): Translate => {
  return (error) => {
    if (isGrpcError(error, Status.DEADLINE_EXCEEDED) && error.message === DEADLINE_PASSED) {
      const sentence = `${DEADLINE_PASSED} and ${formatEndpoint(endpoint)} has not answered`;
      throw new CriError("DeadlineExceeded", sentence, { cause: error });
    }
    if (!isGrpcError(error, Status.UNAVAILABLE) || !error.message.startsWith(NO_CONNECTION))
      throw fromGrpcStatus(error);
    const reason = error.message.slice(NO_CONNECTION.length);
    const sentence = reason.startsWith(CANNOT_REACH)
      ? reason
      : `${CANNOT_REACH}${formatEndpoint(endpoint)}: what listens there does not speak gRPC (${reason}); name a CRI runtime's endpoint`;
    throw new CriError("Unavailable", sentence, { cause: error });
  };
};

const unary =
  (send: AnyCall, fail: Translate): AnyCall =>
  (request, call) =>
    (send(request, call) as Promise<unknown>).then(undefined, fail);

const streaming =
  (send: AnyCall, fail: Translate): AnyCall =>
  (request, call) => ({
    [Symbol.asyncIterator]: (): AsyncIterator<unknown> => {
      const iterator = (send(request, call) as AsyncIterable<unknown>)[Symbol.asyncIterator]();
      return {
        next: () => iterator.next().then(undefined, fail),
        return: async () => (await iterator.return?.()) ?? { done: true, value: undefined },
      };
    },
  });

type Definition = typeof RuntimeServiceDefinition | typeof ImageServiceDefinition;

const createCalls = (definition: Definition, channel: Channel, endpoint: Endpoint, options: ConnectOptions): object => {
  const { apiVersion = "v1" } = options;
  const fullName = definition.fullName.replace("runtime.v1.", `runtime.${apiVersion}.`);
  const client = createGrpcClient({ ...definition, fullName }, channel);
  const fail = translateFor(endpoint);
  return Object.fromEntries(
    Object.entries(definition.methods).map(([name, { responseStream }]) => {
      const send = client[name as keyof typeof client] as AnyCall;
      return [name, (responseStream ? streaming : unary)(send, fail)];
    }),
  );
};

const openChannel = (endpoint: Endpoint, options: ConnectOptions): Channel =>
  createChannel((signal) => dial(endpoint, signal), options);

/**
 * A runtime at an endpoint (see `parseEndpoint`) as a {@link CriService}. The connection is made when the first call needs it, again when it
 * was lost, and does not keep the process alive. Calls fail with a `CriError`, and follow the kubelet's client rules ({@link ClientRuleOptions}).
 *
 * @example
 * await using runtime = connectCri("unix:///run/containerd/containerd.sock");
 * const { runtimeName } = await runtime.version({ version: "" }, { timeoutMs: 1000 });
 */
export const connectCri = (address: string, options: ConnectOptions = {}): CriConnection => {
  const endpoint = parseEndpoint(address);
  const imageEndpoint = options.imageAddress === undefined ? endpoint : parseEndpoint(options.imageAddress);
  const channel = openChannel(endpoint, options);
  const imageChannel = imageEndpoint === endpoint ? channel : openChannel(imageEndpoint, options);
  const calls = {
    ...createCalls(RuntimeServiceDefinition, channel, endpoint, options),
    ...createCalls(ImageServiceDefinition, imageChannel, imageEndpoint, options),
  } as CriService;
  const close = async (): Promise<void> => {
    await Promise.all([channel.close(), imageChannel.close()]);
  };
  const service = options.clientRules === false ? calls : withClientRules(calls, options, formatEndpoint(endpoint));
  return Object.defineProperty(service, Symbol.asyncDispose, { value: close }) as CriConnection;
};
