import type {
  Container,
  ContainerFilter,
  ContainerStats,
  ContainerStatsFilter,
  PodSandbox,
  PodSandboxFilter,
  PodSandboxStats,
  PodSandboxStatsFilter,
} from "@crikit/cri-api";
import { isEmptyFilter, matchesLabelSelector } from "./labels.ts";
import { resolveId } from "./resolve-id.ts";

/** Whether a pod sandbox is one that the filter asks for; its id must be equal. No filter matches everything. */
export const matchesPodSandboxFilter = (sandbox: PodSandbox, filter: PodSandboxFilter | undefined): boolean =>
  filter === undefined ||
  ((filter.id === "" || filter.id === sandbox.id) &&
    (filter.state === undefined || filter.state.state === sandbox.state) &&
    matchesLabelSelector(sandbox.labels, filter.labelSelector));

/** Whether a container is one that the filter asks for; ids must be equal. No filter matches everything. */
export const matchesContainerFilter = (container: Container, filter: ContainerFilter | undefined): boolean =>
  filter === undefined ||
  ((filter.id === "" || filter.id === container.id) &&
    (filter.state === undefined || filter.state.state === container.state) &&
    (filter.podSandboxId === "" || filter.podSandboxId === container.podSandboxId) &&
    matchesLabelSelector(container.labels, filter.labelSelector));

/**
 * Whether a container's statistics are asked for. They do not say which pod sandbox they belong to, so `podSandboxId` is the caller's to know:
 * pass it to filter by it, leave it out to skip that part.
 */
export const matchesContainerStatsFilter = (
  stats: ContainerStats,
  filter: ContainerStatsFilter | undefined,
  podSandboxId?: string,
): boolean =>
  filter === undefined ||
  ((filter.id === "" || filter.id === stats.attributes?.id) &&
    (filter.podSandboxId === "" || podSandboxId === undefined || filter.podSandboxId === podSandboxId) &&
    matchesLabelSelector(stats.attributes?.labels ?? {}, filter.labelSelector));

/** Whether a pod sandbox' statistics are asked for. */
export const matchesPodSandboxStatsFilter = (
  stats: PodSandboxStats,
  filter: PodSandboxStatsFilter | undefined,
): boolean =>
  filter === undefined ||
  ((filter.id === "" || filter.id === stats.attributes?.id) &&
    matchesLabelSelector(stats.attributes?.labels ?? {}, filter.labelSelector));

function* map<T>(list: readonly T[], idOf: (one: T) => string): Iterable<string> {
  for (const one of list) yield idOf(one);
}

/** `filter` with its id made whole by what is in the list; an id that stands for nothing stays as it is and matches nothing. */
const withWholeId = <T, F extends { readonly id: string }>(
  list: readonly T[],
  filter: F,
  idOf: (one: T) => string,
): F => {
  if (filter.id === "") return filter;
  const ids = { [Symbol.iterator]: () => map(list, idOf)[Symbol.iterator]() };
  return { ...filter, id: resolveId(filter.id, ids) ?? filter.id };
};

/** The pod sandboxes that the filter asks for, the objects themselves; an id may be its first characters if only one has them. */
export const selectPodSandboxes = (list: PodSandbox[], filter: PodSandboxFilter | undefined): PodSandbox[] => {
  if (filter === undefined || isEmptyFilter(filter)) return list;
  const whole = withWholeId(list, filter, (one) => one.id);
  return list.filter((one) => matchesPodSandboxFilter(one, whole));
};

/** The containers that the filter asks for, the objects themselves; either id may be its first characters if only one has them. */
export const selectContainers = (list: Container[], filter: ContainerFilter | undefined): Container[] => {
  if (filter === undefined || isEmptyFilter(filter)) return list;
  const byId = withWholeId(list, filter, (one) => one.id);
  const sandboxes = withWholeId(list, { id: byId.podSandboxId }, (one) => one.podSandboxId);
  const whole = { ...byId, podSandboxId: sandboxes.id };
  return list.filter((one) => matchesContainerFilter(one, whole));
};

/** The statistics that the filter asks for by id and labels; by pod sandbox only the runtime can tell. */
export const selectContainerStats = (
  list: ContainerStats[],
  filter: ContainerStatsFilter | undefined,
): ContainerStats[] => {
  if (filter === undefined || isEmptyFilter(filter)) return list;
  const whole = withWholeId(list, filter, (one) => one.attributes?.id ?? "");
  return list.filter((one) => matchesContainerStatsFilter(one, whole));
};

/** The statistics of the pod sandboxes that the filter asks for. */
export const selectPodSandboxStats = (
  list: PodSandboxStats[],
  filter: PodSandboxStatsFilter | undefined,
): PodSandboxStats[] => {
  if (filter === undefined || isEmptyFilter(filter)) return list;
  const whole = withWholeId(list, filter, (one) => one.attributes?.id ?? "");
  return list.filter((one) => matchesPodSandboxStatsFilter(one, whole));
};
