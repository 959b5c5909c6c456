import {
  NamespaceMode,
  type NamespaceOption,
  type PodSandboxConfig,
  type PodSandboxStatusResponse,
} from "@crikit/cri-api";

/**
 * Statuses of containers and their time go together: the kubelet takes a time as "these are all the containers", so a time without statuses
 * would make it forget containers, and statuses without a time would be ignored. An answer with one of them loses it.
 */
export const pairStatusesWithTime = (response: PodSandboxStatusResponse): PodSandboxStatusResponse => {
  const hasTime = response.timestamp !== 0n;
  const hasStatuses = response.containersStatuses.length > 0;
  return hasTime === hasStatuses ? response : { ...response, containersStatuses: [], timestamp: 0n };
};

/**
 * The namespace options that a pod sandbox' status must report: those it was made with, or the defaults. The kubelet makes a pod sandbox anew, for
 * ever, if they come back changed.
 */
export const namespaceOptionsOf = (config: PodSandboxConfig | undefined): NamespaceOption =>
  config?.linux?.securityContext?.namespaceOptions ?? {
    network: NamespaceMode.POD,
    pid: NamespaceMode.POD,
    ipc: NamespaceMode.POD,
    targetId: "",
    usernsOptions: undefined,
  };
