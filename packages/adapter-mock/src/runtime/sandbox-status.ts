import type {
  LinuxContainerResources,
  ListPodSandboxRequest,
  ListPodSandboxResponse,
  PodSandboxStatus,
  PodSandboxStatusRequest,
  PodSandboxStatusResponse,
} from "@crikit/cri-api";
import { namespaceOptionsOf } from "@crikit/cri-runtime";
import { containerStatusOf } from "./container-status.ts";
import type { SandboxRecord } from "./sandbox.ts";
import { type MockState, sandboxOf } from "./state.ts";

/** A pod sandbox as its status and events show it. */
export const sandboxStatusOf = (sandbox: SandboxRecord): PodSandboxStatus => {
  const { id, metadata, state, createdAt, labels, annotations, runtimeHandler } = sandbox.message;
  const [ip = "", ...more] = sandbox.network.isHost ? [] : sandbox.network.ips;
  return {
    id,
    metadata,
    state,
    createdAt,
    network: { ip, additionalIps: more.map((additional) => ({ ip: additional })) },
    linux: { namespaces: { options: namespaceOptionsOf(sandbox.config) } },
    labels,
    annotations,
    runtimeHandler,
  };
};

/** Numbers that JSON cannot hold become text. */
const toPlain = (resources: LinuxContainerResources | undefined): unknown =>
  resources === undefined
    ? null
    : Object.fromEntries(
        Object.entries(resources).map(([name, value]) => [name, typeof value === "bigint" ? String(value) : value]),
      );

const verboseOf = (sandbox: SandboxRecord): { [key: string]: string } => ({
  info: JSON.stringify({
    runtimeType: "crikit-mock",
    hostname: sandbox.config.hostname,
    logDirectory: sandbox.config.logDirectory,
    cgroupParent: sandbox.config.linux?.cgroupParent ?? "",
    resources: toPlain(sandbox.config.linux?.resources),
    overhead: toPlain(sandbox.config.linux?.overhead),
    sysctls: sandbox.config.linux?.sysctls ?? {},
    listening: sandbox.network.ports,
    containers: sandbox.containers.map(({ containerId }) => containerId),
  }),
});

/** PodSandboxStatus, with the statuses of the pod's containers and their time, as evented PLEG wants them. */
export const podSandboxStatus = (state: MockState, request: PodSandboxStatusRequest): PodSandboxStatusResponse => {
  const sandbox = sandboxOf(state, request.podSandboxId);
  return {
    status: sandboxStatusOf(sandbox),
    info: request.verbose ? verboseOf(sandbox) : {},
    containersStatuses: sandbox.containers.map((container) => containerStatusOf(container)),
    timestamp: state.clock.nowNanos(),
  };
};

/** ListPodSandbox without its filter, which holds for every runtime and is applied by the service. The same answer while nothing changes. */
export const listPodSandbox = (state: MockState, _request: ListPodSandboxRequest): ListPodSandboxResponse => {
  state.sandboxList ??= { items: Array.from(state.sandboxes.values(), ({ message }) => message) };
  return state.sandboxList;
};
