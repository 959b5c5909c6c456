import type { ContainerEventResponse, ContainerEventType } from "@crikit/cri-api";
import { containerStatusOf } from "./container-status.ts";
import type { SandboxRecord } from "./sandbox.ts";
import { sandboxStatusOf } from "./sandbox-status.ts";
import type { MockState } from "./state.ts";

/** Tells subscribers what has happened to a container or a pod sandbox, with the statuses of the whole pod as they are now. */
export const emitEvent = (
  state: MockState,
  event: { readonly id: string; readonly sandbox: SandboxRecord; readonly type: ContainerEventType },
): void => {
  if (!state.events.hasSubscribers) return;
  const response: ContainerEventResponse = {
    containerId: event.id,
    containerEventType: event.type,
    createdAt: state.clock.nowNanos(),
    podSandboxStatus: sandboxStatusOf(event.sandbox),
    containersStatuses: event.sandbox.containers.map((container) => containerStatusOf(container)),
  };
  state.events.emit(response);
};
