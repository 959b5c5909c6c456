import {
  ContainerEventType,
  CriError,
  NamespaceMode,
  type PodSandboxConfig,
  PodSandboxState,
  type RunPodSandboxRequest,
  type RunPodSandboxResponse,
} from "@crikit/cri-api";
import { NetworkNamespace } from "../network/namespace.ts";
import { emitEvent } from "./events.ts";
import { openHostPorts } from "./host-ports.ts";
import { keepSandboxConfig } from "./keep.ts";
import { SandboxRecord } from "./sandbox.ts";
import { type MockState, sandboxesChanged, sandboxKey } from "./state.ts";

const checkHandler = (state: MockState, runtimeHandler: string): void => {
  if (runtimeHandler === "" || state.options.runtimeHandlers?.includes(runtimeHandler) === true) return;
  throw new CriError("InvalidArgument", `runtime handler "${runtimeHandler}" is not configured`);
};

/** Reserves a pod sandbox' identity; one that another has is refused. */
const reserve = (state: MockState, key: string, podSandboxId: string): void => {
  const holder = state.sandboxNames.get(key);
  if (holder !== undefined) {
    throw new CriError(
      "AlreadyExists",
      `pod sandbox "${key}" exists already as "${holder}": remove it, or run the next attempt`,
    );
  }
  state.sandboxNames.set(key, podSandboxId);
};

const createNetwork = (
  state: MockState,
  config: PodSandboxConfig,
): { readonly network: NetworkNamespace; readonly ip: string | undefined } => {
  if (config.linux?.securityContext?.namespaceOptions?.network === NamespaceMode.NODE) {
    return { network: state.hostNetwork, ip: undefined };
  }
  const ip = takeAddress(state);
  return { network: new NetworkNamespace({ ips: [ip], bindAddress: state.bindsPods ? ip : undefined }), ip };
};

const takeAddress = (state: MockState): string => {
  try {
    return state.addresses.take();
  } catch (cause) {
    throw new CriError("ResourceExhausted", cause instanceof Error ? cause.message : String(cause), { cause });
  }
};

/** RunPodSandbox: an address, host ports, and the sandbox is ready; or nothing is left of it. */
export const runPodSandbox = async (
  state: MockState,
  request: RunPodSandboxRequest,
): Promise<RunPodSandboxResponse> => {
  const { runtimeHandler } = request;
  const config = request.config === undefined ? undefined : keepSandboxConfig(state.parts, request.config);
  if (config?.metadata === undefined) throw new CriError("InvalidArgument", "config.metadata is missing");
  checkHandler(state, runtimeHandler);
  if (state.notReady.network !== undefined)
    throw new CriError("Unavailable", `the network is not ready: ${state.notReady.network}`);
  const podSandboxId = state.identities.id();
  const key = sandboxKey(config.metadata);
  reserve(state, key, podSandboxId);
  let ip: string | undefined;
  try {
    const created = createNetwork(state, config);
    ip = created.ip;
    const closeHostPorts = await openHostPorts(created.network, config.portMappings, state.options.hostAddress);
    const sandbox = new SandboxRecord({
      network: created.network,
      ip,
      config,
      message: {
        id: podSandboxId,
        metadata: config.metadata,
        state: PodSandboxState.SANDBOX_READY,
        createdAt: state.clock.nowNanos(),
        labels: config.labels,
        annotations: config.annotations,
        runtimeHandler,
      },
    });
    sandbox.closeHostPorts = closeHostPorts;
    state.sandboxes.set(podSandboxId, sandbox);
    sandboxesChanged(state);
    emitEvent(state, { id: podSandboxId, sandbox, type: ContainerEventType.CONTAINER_CREATED_EVENT });
    emitEvent(state, { id: podSandboxId, sandbox, type: ContainerEventType.CONTAINER_STARTED_EVENT });
    return { podSandboxId };
  } catch (error) {
    state.sandboxNames.delete(key);
    if (ip !== undefined) state.addresses.give(ip);
    throw error;
  }
};
