import {
  ContainerState,
  CriError,
  type LinuxContainerResources,
  type UpdateContainerResourcesRequest,
  type UpdateContainerResourcesResponse,
  type UpdatePodSandboxResourcesRequest,
  type UpdatePodSandboxResourcesResponse,
} from "@crikit/cri-api";
import { containerOf, containersChanged, type MockState, sandboxOf } from "./state.ts";

/** What an update leaves out (0, "" or nothing) stays as it was. */
const merge = (
  before: LinuxContainerResources | undefined,
  after: LinuxContainerResources,
): LinuxContainerResources => {
  if (before === undefined) return after;
  return {
    cpuPeriod: after.cpuPeriod || before.cpuPeriod,
    cpuQuota: after.cpuQuota || before.cpuQuota,
    cpuShares: after.cpuShares || before.cpuShares,
    memoryLimitInBytes: after.memoryLimitInBytes || before.memoryLimitInBytes,
    oomScoreAdj: after.oomScoreAdj || before.oomScoreAdj,
    cpusetCpus: after.cpusetCpus || before.cpusetCpus,
    cpusetMems: after.cpusetMems || before.cpusetMems,
    hugepageLimits: after.hugepageLimits.length > 0 ? after.hugepageLimits : before.hugepageLimits,
    unified: { ...before.unified, ...after.unified },
    memorySwapLimitInBytes: after.memorySwapLimitInBytes || before.memorySwapLimitInBytes,
  };
};

/**
 * UpdateContainerResources: of a container that is created or runs; its status shows the new limits at once, and a memory limit below what the
 * container uses kills for it, as the kernel does.
 */
export const updateContainerResources = (
  state: MockState,
  request: UpdateContainerResourcesRequest,
): UpdateContainerResourcesResponse => {
  const container = containerOf(state, request.containerId);
  if (container.message.state === ContainerState.CONTAINER_EXITED) {
    throw new CriError("FailedPrecondition", `container "${container.containerId}" cannot be updated: it has exited`);
  }
  const { config } = container;
  if (request.linux !== undefined) {
    const resources = merge(config.linux?.resources, request.linux);
    container.config = { ...config, linux: { securityContext: config.linux?.securityContext, resources } };
    container.checkMemory();
  }
  if (Object.keys(request.annotations).length > 0) {
    container.message = {
      ...container.message,
      annotations: { ...container.message.annotations, ...request.annotations },
    };
    containersChanged(state);
  }
  return {};
};

/** UpdatePodSandboxResources: kept, and shown in the verbose status. */
export const updatePodSandboxResources = (
  state: MockState,
  request: UpdatePodSandboxResourcesRequest,
): UpdatePodSandboxResourcesResponse => {
  const sandbox = sandboxOf(state, request.podSandboxId);
  const before = sandbox.config.linux;
  sandbox.config = {
    ...sandbox.config,
    linux: {
      cgroupParent: before?.cgroupParent ?? "",
      securityContext: before?.securityContext,
      sysctls: before?.sysctls ?? {},
      overhead: request.overhead ?? before?.overhead,
      resources: request.resources ?? before?.resources,
    },
  };
  return {};
};
