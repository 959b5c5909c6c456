import { type Call, ContainerFilter, type CriService } from "@crikit/cri-api";
import type { CriRuntime } from "../contract/runtime.ts";
import { selectImages } from "../filters/image-reference.ts";
import {
  selectContainerStats,
  selectContainers,
  selectPodSandboxes,
  selectPodSandboxStats,
} from "../filters/select.ts";
import { type ChunkBounds, chunksOf } from "./chunks.ts";

/** The unary lists. */
export type Lists = Pick<
  CriService,
  | "listPodSandbox"
  | "listContainers"
  | "listContainerStats"
  | "listPodSandboxStats"
  | "listPodSandboxMetrics"
  | "listImages"
>;

/** The streaming lists. */
export type StreamedLists = Pick<
  CriService,
  | "streamPodSandboxes"
  | "streamContainers"
  | "streamContainerStats"
  | "streamPodSandboxStats"
  | "streamPodSandboxMetrics"
  | "streamImages"
>;

/** The containers of a pod sandbox, which statistics do not name; `undefined` if all are asked for. */
const listMembers = async (
  runtime: Pick<CriRuntime, "listContainers">,
  podSandboxId: string,
  call: Call | undefined,
): Promise<ReadonlySet<string> | undefined> => {
  if (podSandboxId === "") return undefined;
  const filter = ContainerFilter.create({ podSandboxId });
  const { containers } = await runtime.listContainers({ filter }, call);
  return new Set(selectContainers(containers, filter).map((container) => container.id));
};

/** The unary lists with filters that hold whatever the runtime did with them; an answer that is already right is passed on as it is. */
export const createLists = (runtime: CriRuntime): Lists => ({
  listPodSandbox: async (request, call) => {
    const response = await runtime.listPodSandbox(request, call);
    const items = selectPodSandboxes(response.items, request.filter);
    return items === response.items ? response : { ...response, items };
  },
  listContainers: async (request, call) => {
    const response = await runtime.listContainers(request, call);
    const containers = selectContainers(response.containers, request.filter);
    return containers === response.containers ? response : { ...response, containers };
  },
  listContainerStats: async (request, call) => {
    const response = await runtime.listContainerStats(request, call);
    const selected = selectContainerStats(response.stats, request.filter);
    const members = await listMembers(runtime, request.filter?.podSandboxId ?? "", call);
    const stats = members === undefined ? selected : selected.filter((one) => members.has(one.attributes?.id ?? ""));
    return stats === response.stats ? response : { ...response, stats };
  },
  listPodSandboxStats: async (request, call) => {
    const response = await runtime.listPodSandboxStats(request, call);
    const stats = selectPodSandboxStats(response.stats, request.filter);
    return stats === response.stats ? response : { ...response, stats };
  },
  listPodSandboxMetrics: (request, call) => runtime.listPodSandboxMetrics(request, call),
  listImages: async (request, call) => {
    const response = await runtime.listImages(request, call);
    const images = selectImages(response.images, request.filter);
    return images === response.images ? response : { ...response, images };
  },
});

/** A streaming list from a unary one: the whole is asked for when the first chunk is. */
const streamed = <Request, Part, Chunk>(
  bounds: ChunkBounds,
  list: (request: Request, call?: Call) => Promise<readonly Part[]>,
  toChunk: (parts: Part[]) => Chunk,
): ((request: Request, call?: Call) => AsyncIterable<Chunk>) =>
  async function* (request, call) {
    for (const parts of chunksOf(await list(request, call), bounds)) {
      call?.signal?.throwIfAborted();
      yield toChunk(parts);
    }
  };

/** The six streaming lists, in chunks of the unary ones. */
export const createStreamedLists = (lists: Lists, bounds: ChunkBounds): StreamedLists => ({
  streamPodSandboxes: streamed(
    bounds,
    async (request, call) => (await lists.listPodSandbox(request, call)).items,
    (podSandboxes) => ({ podSandboxes }),
  ),
  streamContainers: streamed(
    bounds,
    async (request, call) => (await lists.listContainers(request, call)).containers,
    (containers) => ({ containers }),
  ),
  streamContainerStats: streamed(
    bounds,
    async (request, call) => (await lists.listContainerStats(request, call)).stats,
    (containerStats) => ({ containerStats }),
  ),
  streamPodSandboxStats: streamed(
    bounds,
    async (request, call) => (await lists.listPodSandboxStats(request, call)).stats,
    (podSandboxStats) => ({ podSandboxStats }),
  ),
  streamPodSandboxMetrics: streamed(
    bounds,
    async (request, call) => (await lists.listPodSandboxMetrics(request, call)).podMetrics,
    (podSandboxMetrics) => ({ podSandboxMetrics }),
  ),
  streamImages: streamed(
    bounds,
    async (request, call) => (await lists.listImages(request, call)).images,
    (images) => ({ images }),
  ),
});
