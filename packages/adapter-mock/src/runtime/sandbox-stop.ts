import {
  ContainerEventType,
  PodSandboxState,
  type RemovePodSandboxRequest,
  type RemovePodSandboxResponse,
  type StopPodSandboxRequest,
  type StopPodSandboxResponse,
} from "@crikit/cri-api";
import { removeContainerRecord } from "./container-remove.ts";
import { killContainer } from "./container-stop.ts";
import { emitEvent } from "./events.ts";
import type { SandboxRecord } from "./sandbox.ts";
import { type MockState, sandboxesChanged, sandboxKey, sandboxOf } from "./state.ts";

/** Stops a pod sandbox: its containers are killed, its ports closed, its address given back. */
export const stopSandbox = async (state: MockState, sandbox: SandboxRecord): Promise<void> => {
  const wasReady = sandbox.isReady;
  if (wasReady) {
    sandbox.message = { ...sandbox.message, state: PodSandboxState.SANDBOX_NOTREADY };
    sandboxesChanged(state);
  }
  await Promise.all(sandbox.containers.map((container) => killContainer(state, container)));
  sandbox.closeHostPorts?.();
  sandbox.closeHostPorts = undefined;
  if (!sandbox.network.isHost) sandbox.network.close();
  if (sandbox.ip !== undefined) state.addresses.give(sandbox.ip);
  sandbox.ip = undefined;
  if (wasReady)
    emitEvent(state, { id: sandbox.podSandboxId, sandbox, type: ContainerEventType.CONTAINER_STOPPED_EVENT });
};

/** StopPodSandbox. */
export const stopPodSandbox = async (
  state: MockState,
  request: StopPodSandboxRequest,
): Promise<StopPodSandboxResponse> => {
  await stopSandbox(state, sandboxOf(state, request.podSandboxId));
  return {};
};

/** RemovePodSandbox: stopped if it was not, its containers removed with it. */
export const removePodSandbox = async (
  state: MockState,
  request: RemovePodSandboxRequest,
): Promise<RemovePodSandboxResponse> => {
  const sandbox = sandboxOf(state, request.podSandboxId);
  await stopSandbox(state, sandbox);
  for (const container of [...sandbox.containers]) await removeContainerRecord(state, container);
  if (sandbox.removed) return {};
  sandbox.removed = true;
  const { metadata } = sandbox.message;
  if (metadata !== undefined) state.sandboxNames.delete(sandboxKey(metadata));
  state.sandboxes.delete(sandbox.podSandboxId);
  sandboxesChanged(state);
  emitEvent(state, { id: sandbox.podSandboxId, sandbox, type: ContainerEventType.CONTAINER_DELETED_EVENT });
  return {};
};
