import { ContainerEventType, type RemoveContainerRequest, type RemoveContainerResponse } from "@crikit/cri-api";
import type { ContainerRecord } from "./container.ts";
import { killContainer } from "./container-stop.ts";
import { emitEvent } from "./events.ts";
import { containerOf, containersChanged, type MockState } from "./state.ts";

/** Forgets a container: killed if it runs; its log file stays, it is the kubelet's. */
export const removeContainerRecord = async (state: MockState, container: ContainerRecord): Promise<void> => {
  container.busy = "removing";
  await killContainer(state, container);
  if (container.removed) return;
  container.removed = true;
  const { sandbox } = container;
  const index = sandbox.containers.indexOf(container);
  if (index >= 0) sandbox.containers.splice(index, 1);
  state.containers.delete(container.containerId);
  containersChanged(state);
  emitEvent(state, { id: container.containerId, sandbox, type: ContainerEventType.CONTAINER_DELETED_EVENT });
};

/** RemoveContainer. */
export const removeContainer = async (
  state: MockState,
  request: RemoveContainerRequest,
): Promise<RemoveContainerResponse> => {
  await removeContainerRecord(state, containerOf(state, request.containerId));
  return {};
};
