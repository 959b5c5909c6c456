import type {
  ContainerStatus,
  ContainerStatusRequest,
  ContainerStatusResponse,
  ListContainersRequest,
  ListContainersResponse,
} from "@crikit/cri-api";
import type { ContainerRecord } from "./container.ts";
import { containerOf, type MockState } from "./state.ts";
import { toContainerUser } from "./users.ts";

/** A container as its status and events show it. */
export const containerStatusOf = (container: ContainerRecord): ContainerStatus => {
  const { id, metadata, state, createdAt, image, imageRef, imageId, labels, annotations } = container.message;
  const { config, end } = container;
  const linux = config.linux?.resources;
  return {
    id,
    metadata,
    state,
    createdAt,
    startedAt: container.startedAtNanos,
    finishedAt: end?.finishedAtNanos ?? 0n,
    exitCode: end?.exitCode ?? 0,
    image,
    imageRef,
    reason: end?.reason ?? "",
    message: end?.message ?? "",
    labels,
    annotations,
    mounts: config.mounts,
    logPath: container.logPath,
    resources: linux === undefined ? undefined : { linux, windows: undefined },
    imageId,
    user: toContainerUser(container.credentials),
    stopSignal: config.stopSignal,
  };
};

const verboseOf = (container: ContainerRecord): { [key: string]: string } => ({
  info: JSON.stringify({
    sandboxID: container.sandbox.podSandboxId,
    pid: container.init?.pid ?? 0,
    processes: container.processes.map(({ pid, args }) => ({ pid, args })),
    runtimeType: "crikit-mock",
    capabilities: [...container.capabilities],
    namespaces: {
      pid: container.pidMode,
      network: container.config.linux?.securityContext?.namespaceOptions?.network ?? 0,
      ipc: container.config.linux?.securityContext?.namespaceOptions?.ipc ?? 0,
    },
    privileged: container.config.linux?.securityContext?.privileged ?? false,
    removing: container.busy === "removing",
  }),
});

/** ContainerStatus. */
export const containerStatus = (state: MockState, request: ContainerStatusRequest): ContainerStatusResponse => {
  const container = containerOf(state, request.containerId);
  return { status: containerStatusOf(container), info: request.verbose ? verboseOf(container) : {} };
};

/** ListContainers without its filter, which the service applies. The same answer while nothing changes. */
export const listContainers = (state: MockState, _request: ListContainersRequest): ListContainersResponse => {
  state.containerList ??= { containers: Array.from(state.containers.values(), ({ message }) => message) };
  return state.containerList;
};
