import {
  type Container,
  type ContainerFilter,
  type CriService,
  type Image,
  isCriError,
  ListContainersRequest,
  ListImagesRequest,
  ListPodSandboxRequest,
  type PodSandbox,
  type PodSandboxFilter,
} from "@crikit/cri-api";

/** The unary list, and where its answer is too large for a message the streaming one. */
const listOrStream = async <T, Chunk>(
  list: () => Promise<readonly T[]>,
  stream: () => AsyncIterable<Chunk>,
  partsOf: (chunk: Chunk) => readonly T[],
): Promise<readonly T[]> => {
  try {
    return await list();
  } catch (error) {
    if (!isCriError(error, "ResourceExhausted")) throw error;
    const parts: T[] = [];
    for await (const chunk of stream()) parts.push(...partsOf(chunk));
    return parts;
  }
};

/** The containers that a filter lets through. */
export const listContainers = (
  service: CriService,
  filter: Partial<ContainerFilter> = {},
): Promise<readonly Container[]> => {
  const request = ListContainersRequest.fromPartial({ filter });
  return listOrStream(
    async () => (await service.listContainers(request)).containers,
    () => service.streamContainers(request),
    ({ containers }) => containers,
  );
};

/** The pod sandboxes that a filter lets through. */
export const listPodSandboxes = (
  service: CriService,
  filter: Partial<PodSandboxFilter> = {},
): Promise<readonly PodSandbox[]> => {
  const request = ListPodSandboxRequest.fromPartial({ filter });
  return listOrStream(
    async () => (await service.listPodSandbox(request)).items,
    () => service.streamPodSandboxes(request),
    ({ podSandboxes }) => podSandboxes,
  );
};

/** The images that a name stands for; all without one. */
export const listImages = (service: CriService, name = ""): Promise<readonly Image[]> => {
  const request = ListImagesRequest.fromPartial(name === "" ? {} : { filter: { image: { image: name } } });
  return listOrStream(
    async () => (await service.listImages(request)).images,
    () => service.streamImages(request),
    ({ images }) => images,
  );
};
