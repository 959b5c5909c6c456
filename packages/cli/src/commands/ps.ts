import { type Container, ContainerState, type CriService } from "@crikit/cri-api";
import { connectRuntime } from "../client/connection.ts";
import {
  CONTAINER_SELECTION,
  CONTAINER_STATE_FLAG,
  createImageLookup,
  namespaceOf,
  podNameOf,
  resolveContainerId,
  selectContainers,
} from "../client/container-selection.ts";
import { defineCommand } from "../context/command.ts";
import { formatFields, formatPairs } from "../output/blocks.ts";
import { type Column, formatListing, LISTING_FLAGS, type Listing, WATCH_FLAGS } from "../output/listing.ts";
import { show } from "../output/screen.ts";
import { formatAge, truncateId } from "../output/units.ts";

/** A container's state in crictl's words. */
export const formatContainerState = (state: ContainerState): string => {
  switch (state) {
    case ContainerState.CONTAINER_CREATED:
      return "Created";
    case ContainerState.CONTAINER_RUNNING:
      return "Running";
    case ContainerState.CONTAINER_EXITED:
      return "Exited";
    default:
      return "Unknown";
  }
};

interface Shown {
  readonly nowMs: number;
  idText(id: string): string;
  imageText(image: string): string;
}

const describe = (container: Container, nowMs: number): string =>
  formatFields([
    ["ID", container.id],
    ["PodID", container.podSandboxId],
    ["Namespace", namespaceOf(container)],
    ["Name", container.metadata?.name],
    ["Attempt", container.metadata?.attempt],
    ["State", formatContainerState(container.state)],
    ["Image", container.image?.image],
    ["Created", formatAge(container.createdAt, nowMs)],
  ]) +
  formatPairs("Labels", container.labels) +
  formatPairs("Annotations", container.annotations);

const columnsOf = ({ nowMs, idText, imageText }: Shown): readonly Column<Container>[] => [
  { title: "CONTAINER", text: ({ id }) => idText(id) },
  { title: "IMAGE", text: ({ image }) => imageText(image?.image ?? "") },
  { title: "CREATED", text: ({ createdAt }) => formatAge(createdAt, nowMs), sortKey: ({ createdAt }) => createdAt },
  { title: "STATE", text: ({ state }) => formatContainerState(state) },
  { title: "NAME", text: ({ metadata }) => metadata?.name ?? "" },
  {
    title: "ATTEMPT",
    text: ({ metadata }) => String(metadata?.attempt ?? 0),
    sortKey: ({ metadata }) => metadata?.attempt ?? 0,
  },
  { title: "POD ID", text: ({ podSandboxId }) => idText(podSandboxId) },
  { title: "POD", text: podNameOf },
  { title: "NAMESPACE", text: namespaceOf },
  { title: "IMAGE ID", text: ({ imageId, imageRef }) => idText(imageId || imageRef), isWide: true },
  {
    title: "LABELS",
    text: ({ labels }) =>
      Object.keys(labels)
        .sort()
        .map((key) => `${key}=${labels[key]}`)
        .join(","),
    isWide: true,
  },
];

const listingOf = (shown: Shown): Listing<Container, "ListContainersResponse", "Container"> => ({
  columns: columnsOf(shown),
  idOf: ({ id }) => id,
  describe: (container) => describe(container, shown.nowMs),
  wholeName: "ListContainersResponse",
  eachName: "Container",
  toWhole: (containers) => ({ containers: [...containers] }),
  toEach: (container) => container,
});

const imageTextOf = async (
  service: CriService,
  flags: { readonly "no-trunc": boolean; readonly "resolve-image-path": boolean },
): Promise<(image: string) => string> => {
  const shorten = (image: string): string =>
    !flags["no-trunc"] && /^[a-z0-9]+:[0-9a-f]{32,}$/.test(image) ? truncateId(image) : image;
  if (!flags["resolve-image-path"]) return shorten;
  const lookUp = await createImageLookup(service);
  return (image) => lookUp(image)?.repoTags[0] ?? shorten(image);
};

export const command = defineCommand({
  name: "ps",
  usage: "[flags]",
  description: "Lists running containers, the newest first; --all lists the others too.",
  examples: ["crikit ps -a", "crikit ps --label app=web -o wide", "crikit ps --image busybox -q", "crikit ps --watch"],
  flags: {
    all: { kind: "switch", short: "a", summary: "Containers of every state" },
    id: { kind: "text", placeholder: "CONTAINER-ID", completion: "container", summary: "Only this container" },
    ...CONTAINER_SELECTION,
    state: { ...CONTAINER_STATE_FLAG, short: "s" },
    "resolve-image-path": { kind: "switch", short: "r", summary: "The image's first tag in place of its id" },
    ...LISTING_FLAGS,
    ...WATCH_FLAGS,
  },
  arguments: [0, 0],
  run: async (context, { flags }) => {
    await using runtime = await connectRuntime(context);
    const { service } = runtime;
    const id = flags.id === undefined ? undefined : await resolveContainerId(service, flags.id);
    const render = async (): Promise<string> => {
      const containers = await selectContainers(service, { ...flags, id });
      const shown: Shown = {
        nowMs: context.nowMs(),
        idText: flags["no-trunc"] ? (text) => text : truncateId,
        imageText: await imageTextOf(service, flags),
      };
      return formatListing(containers, listingOf(shown), flags);
    };
    await show(context, render, { watch: flags.watch, intervalMs: flags.interval });
    return 0;
  },
});
