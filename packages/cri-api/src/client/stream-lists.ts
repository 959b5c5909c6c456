import { isCriError } from "../cri/error.ts";
import type { Call, CriService } from "../cri/service.ts";
import type {
  StreamContainerStatsResponse,
  StreamContainersResponse,
  StreamImagesResponse,
  StreamPodSandboxesResponse,
  StreamPodSandboxMetricsResponse,
  StreamPodSandboxStatsResponse,
} from "../gen/runtime/v1/api.ts";

/** The calls that stream a list, all of them asked for with the unary list's own request. */
export type StreamCall = Extract<keyof CriService, `stream${string}`>;

type Answers<N extends StreamCall> = ReturnType<CriService[N]> extends AsyncIterable<infer Response> ? Response : never;

/** One answer of a streaming list, with the whole of the unary list in it. */
type WholeList<N extends StreamCall> = (
  service: CriService,
  request: Parameters<CriService[N]>[0],
  call?: Call,
) => Promise<Answers<N>>;

/** Each streaming list (CRI 1.36) by the unary list it replaces. */
export const WHOLE_LISTS: { readonly [N in StreamCall]: WholeList<N> } = {
  streamPodSandboxes: async (service, request, call): Promise<StreamPodSandboxesResponse> => ({
    podSandboxes: (await service.listPodSandbox(request, call)).items,
  }),
  streamContainers: async (service, request, call): Promise<StreamContainersResponse> => ({
    containers: (await service.listContainers(request, call)).containers,
  }),
  streamContainerStats: async (service, request, call): Promise<StreamContainerStatsResponse> => ({
    containerStats: (await service.listContainerStats(request, call)).stats,
  }),
  streamPodSandboxStats: async (service, request, call): Promise<StreamPodSandboxStatsResponse> => ({
    podSandboxStats: (await service.listPodSandboxStats(request, call)).stats,
  }),
  streamPodSandboxMetrics: async (service, request, call): Promise<StreamPodSandboxMetricsResponse> => ({
    podSandboxMetrics: (await service.listPodSandboxMetrics(request, call)).podMetrics,
  }),
  streamImages: async (service, request, call): Promise<StreamImagesResponse> => ({
    images: (await service.listImages(request, call)).images,
  }),
};

/** The unary lists that have a streaming one. */
export type ListCall =
  | "listPodSandbox"
  | "listContainers"
  | "listContainerStats"
  | "listPodSandboxStats"
  | "listPodSandboxMetrics"
  | "listImages";

const join = async <T, Part>(answers: AsyncIterable<T>, partsOf: (answer: T) => readonly Part[]): Promise<Part[]> => {
  const joined: Part[] = [];
  for await (const answer of answers) for (const part of partsOf(answer)) joined.push(part);
  return joined;
};

/** Each unary list, put together from the streaming one: a list longer than a message can be. */
export const JOINED_LISTS: {
  readonly [N in ListCall]: (service: Pick<CriService, StreamCall>) => CriService[N];
} = {
  listPodSandbox: (service) => async (request, call) => ({
    items: await join(service.streamPodSandboxes(request, call), (answer) => answer.podSandboxes),
  }),
  listContainers: (service) => async (request, call) => ({
    containers: await join(service.streamContainers(request, call), (answer) => answer.containers),
  }),
  listContainerStats: (service) => async (request, call) => ({
    stats: await join(service.streamContainerStats(request, call), (answer) => answer.containerStats),
  }),
  listPodSandboxStats: (service) => async (request, call) => ({
    stats: await join(service.streamPodSandboxStats(request, call), (answer) => answer.podSandboxStats),
  }),
  listPodSandboxMetrics: (service) => async (request, call) => ({
    podMetrics: await join(service.streamPodSandboxMetrics(request, call), (answer) => answer.podSandboxMetrics),
  }),
  listImages: (service) => async (request, call) => ({
    images: await join(service.streamImages(request, call), (answer) => answer.images),
  }),
};

/**
 * A streaming list, or the unary one as a single answer if the runtime does not know the streaming one. A server says so only when the
 * first answer is read.
 */
export async function* streamOrList<T>(stream: () => AsyncIterable<T>, list: () => Promise<T>): AsyncGenerator<T> {
  let begun = false;
  try {
    for await (const answer of stream()) {
      begun = true;
      yield answer;
    }
  } catch (error) {
    if (begun || !isCriError(error, "Unimplemented")) throw error;
    yield await list();
  }
}
