import { type Call, ContainerState } from "@crikit/cri-api";
import { isEngineError } from "../engine/engine-error.ts";
import { unlinkEngineLog } from "../logs/container-logs.ts";
import type { ContainerRecord } from "../translate/container-status.ts";
import { asking } from "../translate/cri-error.ts";
import { type RuntimeParts, requireContainer } from "./parts.ts";

/** Stops a container that is known to run; its end is known here when this settles. */
export const stopContainerNow = async (
  parts: RuntimeParts,
  containerId: string,
  options: { readonly graceSeconds: number; readonly call?: Call | undefined },
): Promise<void> => {
  await asking(`container "${containerId}"`, async () => {
    try {
      await parts.engine.stopContainer(containerId, {
        graceSeconds: options.graceSeconds,
        signal: options.call?.signal,
      });
    } catch (error) {
      if (!isEngineError(error, 404)) throw error;
    }
    await parts.inventory.refresh(containerId);
  });
};

/** `StopContainer`: nothing to do for one that does not run. */
export const stopContainer = async (
  parts: RuntimeParts,
  request: { readonly containerId: string; readonly timeout: bigint },
  call?: Call,
): Promise<void> => {
  const record = await requireContainer(parts, request.containerId);
  if (record.state === ContainerState.CONTAINER_EXITED || record.state === ContainerState.CONTAINER_CREATED) return;
  await stopContainerNow(parts, record.id, { graceSeconds: Number(request.timeout), call });
};

/** Drops what is kept here of a container that the engine has removed. */
export const forgetContainer = async (parts: RuntimeParts, record: ContainerRecord): Promise<void> => {
  parts.inventory.forget(record.id);
  await parts.logs.forget(record);
  if (!record.facts.writesLog && record.facts.logPath !== "") await unlinkEngineLog(record.facts.logPath);
};

/** `RemoveContainer`, running or not; its log stays, as it is the kubelet's to remove. */
export const removeContainer = async (parts: RuntimeParts, containerId: string, call?: Call): Promise<void> => {
  const record = await requireContainer(parts, containerId);
  await asking(`container "${record.id}"`, async () => {
    try {
      await parts.engine.removeContainer(record.id, { force: true, signal: call?.signal });
    } catch (error) {
      if (!isEngineError(error, 404)) throw error;
    }
    await forgetContainer(parts, record);
  });
};
