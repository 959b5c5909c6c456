import type { Container, CriService, Image } from "@crikit/cri-api";
import { ContainerState } from "@crikit/cri-api";
import type { FlagValues } from "../arguments/flag.ts";
import { CommandError } from "../context/command-error.ts";
import { listContainers, listImages, listPodSandboxes } from "./lists.ts";
import { CONTAINER, POD, resolveIds } from "./resolve-ids.ts";
import { labelOf, newestFirst, parseLabels, parsePattern, takeLatest } from "./selection.ts";

const STATES = {
  created: ContainerState.CONTAINER_CREATED,
  running: ContainerState.CONTAINER_RUNNING,
  exited: ContainerState.CONTAINER_EXITED,
  unknown: ContainerState.CONTAINER_UNKNOWN,
} as const;

const stateNames = Object.keys(STATES) as readonly (keyof typeof STATES)[];

/** The flags that say which containers a command is for. */
export const CONTAINER_SELECTION = {
  name: { kind: "text", placeholder: "REGEXP", summary: "Only containers whose name matches" },
  namespace: { kind: "text", placeholder: "REGEXP", summary: "Only containers whose pod's namespace matches" },
  pod: { kind: "text", short: "p", placeholder: "POD-ID", completion: "pod", summary: "Only containers of this pod" },
  image: { kind: "text", placeholder: "IMAGE", completion: "image", summary: "Only containers of this image" },
  label: {
    kind: "list",
    placeholder: "KEY=VALUE",
    summary: "Only containers with this label; may be given several times",
  },
  latest: { kind: "switch", short: "l", summary: "Only the one created last, of whatever state" },
  last: { kind: "integer", short: "n", summary: "Only so many created last, of whatever state; 0 is all" },
} as const;

/** `--state` of containers, whose letter differs from command to command. */
export const CONTAINER_STATE_FLAG = {
  kind: "text",
  choices: stateNames,
  completion: stateNames,
  summary: "Only containers of this state",
} as const;

/** The values of {@link CONTAINER_SELECTION} and what else chooses containers. */
export interface ContainerChoice extends FlagValues<typeof CONTAINER_SELECTION> {
  readonly id?: string | undefined;
  readonly state?: string | undefined;
  readonly all?: boolean | undefined;
}

const stateOf = (choice: ContainerChoice): ContainerState | undefined => {
  if (choice.latest || (choice.last ?? 0) > 0) return undefined;
  if (choice.state !== undefined) return STATES[choice.state.toLowerCase() as keyof typeof STATES];
  return choice.all ? undefined : ContainerState.CONTAINER_RUNNING;
};

/** The images by what containers call them: built of one list, where crictl asks for each container. */
export const createImageLookup = async (service: CriService) => {
  const images = await listImages(service);
  const { matchesImageName } = await import("@crikit/cri-runtime");
  const found = new Map<string, Image | undefined>();
  return (name: string): Image | undefined => {
    if (!found.has(name))
      found.set(
        name,
        images.find((image) => matchesImageName(image, name)),
      );
    return found.get(name);
  };
};

const keepOfImage = async (
  service: CriService,
  containers: readonly Container[],
  name: string,
): Promise<readonly Container[]> => {
  const lookUp = await createImageLookup(service);
  const wanted = lookUp(name);
  if (wanted === undefined)
    throw new CommandError(`image "${name}" does not exist; "crikit images" lists what there is`);
  return containers.filter(({ imageId, imageRef, image }) =>
    [imageId, imageRef, image?.image ?? ""].some((text) => text !== "" && lookUp(text)?.id === wanted.id),
  );
};

/** The namespace that the kubelet writes into a container's labels; `unknown` without. */
export const namespaceOf = (container: Container): string =>
  labelOf(container.labels, "io.kubernetes.pod.namespace") ?? "unknown";

/** The pod's name that the kubelet writes into a container's labels; `unknown` without. */
export const podNameOf = (container: Container): string =>
  labelOf(container.labels, "io.kubernetes.pod.name") ?? "unknown";

const wholePodId = async (service: CriService, typed: string): Promise<string> => {
  const [id = typed] = await resolveIds([typed], POD, async () =>
    (await listPodSandboxes(service)).map(({ id }) => id),
  );
  return id;
};

/** The containers that the flags choose, the newest first. Running ones only, unless the flags say otherwise. */
export const selectContainers = async (service: CriService, choice: ContainerChoice): Promise<readonly Container[]> => {
  const state = stateOf(choice);
  const name = parsePattern(choice.name, "--name");
  const namespace = parsePattern(choice.namespace, "--namespace");
  const podSandboxId = choice.pod === undefined ? "" : await wholePodId(service, choice.pod);
  const listed = await listContainers(service, {
    id: choice.id ?? "",
    podSandboxId,
    labelSelector: parseLabels(choice.label, "--label"),
    ...(state !== undefined && { state: { state } }),
  });
  const named = listed.filter(
    (container) => name.test(container.metadata?.name ?? "") && namespace.test(namespaceOf(container)),
  );
  const kept = choice.image === undefined ? named : await keepOfImage(service, named, choice.image);
  return takeLatest(newestFirst(kept), choice);
};

/** Whole ids of the containers that were typed. */
export const resolveContainerIds = (service: CriService, typed: readonly string[]): Promise<readonly string[]> =>
  resolveIds(typed, CONTAINER, async () => (await listContainers(service)).map(({ id }) => id));

/** The whole id of the one container that was typed. */
export const resolveContainerId = async (service: CriService, typed: string): Promise<string> =>
  (await resolveContainerIds(service, [typed]))[0] ?? typed;
