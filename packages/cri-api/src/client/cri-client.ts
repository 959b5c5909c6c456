import type { Call, CriService } from "../cri/service.ts";
import {
  type Container,
  type ContainerState,
  type ContainerStats,
  type ContainerStatusResponse,
  type Image,
  ImageServiceDefinition,
  type ImageStatusResponse,
  ListContainerStatsRequest,
  ListContainersRequest,
  ListImagesRequest,
  ListPodSandboxRequest,
  ListPodSandboxStatsRequest,
  type PodSandbox,
  type PodSandboxMetrics,
  type PodSandboxState,
  type PodSandboxStats,
  type PodSandboxStatusResponse,
  RuntimeServiceDefinition,
  type StatusResponse,
} from "../gen/runtime/v1/api.ts";
import { streamOrList, WHOLE_LISTS } from "./stream-lists.ts";

/** Any value of JSON. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** A runtime's verbose information by its keys: values that are JSON are parsed, others stay text. What is in it is the runtime's own. */
export type VerboseInfo = { readonly [key: string]: JsonValue };

/** An answer whose `info` is parsed. */
export type WithInfo<Response> = Omit<Response, "info"> & { readonly info: VerboseInfo };

/** What is found by its name: the exact text, or a pattern. */
export type NameFilter = string | RegExp;

/** Which pod sandboxes are listed. What is left out matches all. */
export interface PodSandboxQuery {
  readonly id?: string;
  /** The pod's name, `metadata.name`. */
  readonly name?: NameFilter;
  /** The pod's namespace, `metadata.namespace`. */
  readonly namespace?: string;
  readonly state?: PodSandboxState;
  /** Labels that must all be there with these values. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Which containers are listed. What is left out matches all. */
export interface ContainerQuery {
  readonly id?: string;
  readonly podSandboxId?: string;
  /** The container's name, `metadata.name`. */
  readonly name?: NameFilter;
  readonly state?: ContainerState;
  /** Labels that must all be there with these values. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** Which images are listed. What is left out matches all. */
export interface ImageQuery {
  /** A reference the runtime resolves. */
  readonly image?: string;
  /** One of the image's repo tags or repo digests. */
  readonly name?: NameFilter;
}

/** The calls as people use them: lists as an AsyncIterable of what is in them, statuses with their verbose information parsed. */
export interface CriQueries {
  status(call?: Call): Promise<WithInfo<StatusResponse>>;
  podSandboxStatus(podSandboxId: string, call?: Call): Promise<WithInfo<PodSandboxStatusResponse>>;
  containerStatus(containerId: string, call?: Call): Promise<WithInfo<ContainerStatusResponse>>;
  /** `image` in the answer is `undefined` if there is no such image. */
  imageStatus(image: string, call?: Call): Promise<WithInfo<ImageStatusResponse>>;
  listPodSandbox(query?: PodSandboxQuery, call?: Call): AsyncIterable<PodSandbox>;
  listContainers(query?: ContainerQuery, call?: Call): AsyncIterable<Container>;
  listImages(query?: ImageQuery, call?: Call): AsyncIterable<Image>;
  listContainerStats(query?: Omit<ContainerQuery, "state">, call?: Call): AsyncIterable<ContainerStats>;
  listPodSandboxStats(query?: Omit<PodSandboxQuery, "state">, call?: Call): AsyncIterable<PodSandboxStats>;
  listPodSandboxMetrics(call?: Call): AsyncIterable<PodSandboxMetrics>;
}

const METHODS = { ...RuntimeServiceDefinition.methods, ...ImageServiceDefinition.methods };
type Methods = typeof METHODS;

/** A request with only the fields that matter; the others are zero. */
type Sketch<N extends keyof Methods> = Parameters<Methods[N]["requestType"]["create"]>[0];

/** The calls that are no queries, each with a request of which fields may be left out. */
export type CriCommands = {
  readonly [N in Exclude<keyof Methods, keyof CriQueries | `stream${string}`>]: (
    request?: Sketch<N>,
    call?: Call,
  ) => ReturnType<CriService[N]>;
};

/** A {@link CriService} for people. */
export type CriClient = CriQueries &
  CriCommands & {
    /** The service underneath, for the calls as the proto has them. */
    readonly service: CriService;
  };

const parseText = (text: string): JsonValue => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

const withInfo = <R extends { readonly info: Readonly<Record<string, string>> }>(response: R): WithInfo<R> => ({
  ...response,
  info: Object.fromEntries(Object.entries(response.info).map(([key, text]) => [key, parseText(text)])),
});

const isNamed = (wanted: NameFilter | undefined, name: string | undefined): boolean => {
  if (wanted === undefined) return true;
  return typeof wanted === "string" ? wanted === name : name !== undefined && name.search(wanted) >= 0;
};

async function* pick<Response, T>(
  answers: AsyncIterable<Response>,
  partsOf: (response: Response) => readonly T[],
  wanted: (part: T) => boolean,
): AsyncGenerator<T> {
  for await (const answer of answers) for (const part of partsOf(answer)) if (wanted(part)) yield part;
}

const isSandboxWanted =
  ({ name, namespace }: PodSandboxQuery) =>
  (metadata: { readonly name: string; readonly namespace: string } | undefined): boolean =>
    isNamed(name, metadata?.name) && (namespace === undefined || namespace === metadata?.namespace);

const labelSelector = (labels: Readonly<Record<string, string>> | undefined) => ({ ...labels });

const createQueries = (service: CriService): CriQueries => ({
  status: async (call) => withInfo(await service.status({ verbose: true }, call)),
  podSandboxStatus: async (podSandboxId, call) =>
    withInfo(await service.podSandboxStatus({ podSandboxId, verbose: true }, call)),
  containerStatus: async (containerId, call) =>
    withInfo(await service.containerStatus({ containerId, verbose: true }, call)),
  imageStatus: async (image, call) => {
    const request = METHODS.imageStatus.requestType.create({ image: { image }, verbose: true });
    return withInfo(await service.imageStatus(request, call));
  },
  listPodSandbox: (query = {}, call) => {
    const { id, state, labels } = query;
    const filter = {
      id: id ?? "",
      labelSelector: labelSelector(labels),
      ...(state !== undefined && { state: { state } }),
    };
    const request = ListPodSandboxRequest.create({ filter });
    const list = () => WHOLE_LISTS.streamPodSandboxes(service, request, call);
    const wanted = isSandboxWanted(query);
    const answers = streamOrList(() => service.streamPodSandboxes(request, call), list);
    return pick(
      answers,
      (answer) => answer.podSandboxes,
      ({ metadata }) => wanted(metadata),
    );
  },
  listContainers: ({ id, podSandboxId, name, state, labels } = {}, call) => {
    const ids = { id: id ?? "", podSandboxId: podSandboxId ?? "" };
    const filter = { ...ids, labelSelector: labelSelector(labels), ...(state !== undefined && { state: { state } }) };
    const request = ListContainersRequest.create({ filter });
    const list = () => WHOLE_LISTS.streamContainers(service, request, call);
    const answers = streamOrList(() => service.streamContainers(request, call), list);
    return pick(
      answers,
      ({ containers }) => containers,
      ({ metadata }) => isNamed(name, metadata?.name),
    );
  },
  listImages: ({ image, name } = {}, call) => {
    const request = ListImagesRequest.create(image === undefined ? {} : { filter: { image: { image } } });
    const list = () => WHOLE_LISTS.streamImages(service, request, call);
    const isWanted = ({ repoTags, repoDigests }: Image): boolean =>
      name === undefined || [...repoTags, ...repoDigests].some((reference) => isNamed(name, reference));
    return pick(
      streamOrList(() => service.streamImages(request, call), list),
      ({ images }) => images,
      isWanted,
    );
  },
  listContainerStats: ({ id, podSandboxId, name, labels } = {}, call) => {
    const filter = { id: id ?? "", podSandboxId: podSandboxId ?? "", labelSelector: labelSelector(labels) };
    const request = ListContainerStatsRequest.create({ filter });
    const list = () => WHOLE_LISTS.streamContainerStats(service, request, call);
    const answers = streamOrList(() => service.streamContainerStats(request, call), list);
    return pick(
      answers,
      ({ containerStats }) => containerStats,
      ({ attributes }) => isNamed(name, attributes?.metadata?.name),
    );
  },
  listPodSandboxStats: (query = {}, call) => {
    const request = ListPodSandboxStatsRequest.create({
      filter: { id: query.id ?? "", labelSelector: labelSelector(query.labels) },
    });
    const list = () => WHOLE_LISTS.streamPodSandboxStats(service, request, call);
    const wanted = isSandboxWanted(query);
    const answers = streamOrList(() => service.streamPodSandboxStats(request, call), list);
    return pick(
      answers,
      (answer) => answer.podSandboxStats,
      ({ attributes }) => wanted(attributes?.metadata),
    );
  },
  listPodSandboxMetrics: (call) => {
    const list = () => WHOLE_LISTS.streamPodSandboxMetrics(service, {}, call);
    return pick(
      streamOrList(() => service.streamPodSandboxMetrics({}, call), list),
      (answer) => answer.podSandboxMetrics,
      () => true,
    );
  },
});

/** The one cast of this file: TypeScript cannot follow a loop over the calls. */
const createCommands = (service: CriService): CriCommands =>
  Object.fromEntries(
    Object.entries(METHODS)
      .filter(([name]) => !name.startsWith("stream"))
      .map(([name, { requestType }]) => [
        name,
        (sketch: object = {}, call?: Call): unknown =>
          Reflect.apply(service[name as keyof CriService], service, [requestType.create(sketch as never), call]),
      ]),
  ) as unknown as CriCommands;

/**
 * A thin layer for people on any {@link CriService}: requests with only the fields that matter, lists to loop over (streamed where the
 * runtime streams, so that no list is too long for a message), found by name, and verbose information parsed. It owns nothing: the service
 * is closed by whoever made it.
 *
 * @example
 * const client = createCriClient(connectCri("unix:///run/crikit.sock"));
 * for await (const container of client.listContainers({ name: "web" })) {
 *   await client.stopContainer({ containerId: container.id, timeout: 10n }, { timeoutMs: 15_000 });
 * }
 */
export const createCriClient = (service: CriService): CriClient => ({
  ...createCommands(service),
  ...createQueries(service),
  service,
});
