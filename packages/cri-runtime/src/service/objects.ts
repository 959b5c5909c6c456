import { type Call, ContainerState, type ContainerStatus, CriError, PodSandboxState } from "@crikit/cri-api";
import type { CriRuntime } from "../contract/runtime.ts";

const STATE_WORDS: Readonly<Record<ContainerState, string>> = {
  [ContainerState.CONTAINER_CREATED]: "created",
  [ContainerState.CONTAINER_RUNNING]: "running",
  [ContainerState.CONTAINER_EXITED]: "exited",
  [ContainerState.CONTAINER_UNKNOWN]: "unknown",
};

/** A container's state in words: `exited, 137`. */
export const describeState = (status: ContainerStatus): string =>
  status.state === ContainerState.CONTAINER_EXITED
    ? `${STATE_WORDS[status.state]}, ${status.exitCode}`
    : (STATE_WORDS[status.state] ?? `state ${status.state}`);

/** The whole id of a container that runs; `NotFound` if there is none, `FailedPrecondition` if it does not run. */
export const requireRunning = async (
  runtime: Pick<CriRuntime, "containerStatus">,
  containerId: string,
  call?: Call,
): Promise<string> => {
  const { status } = await runtime.containerStatus({ containerId, verbose: false }, call);
  if (status === undefined) throw new CriError("NotFound", `container "${containerId}" does not exist`);
  if (status.state !== ContainerState.CONTAINER_RUNNING) {
    throw new CriError("FailedPrecondition", `container "${containerId}" is not running (${describeState(status)})`);
  }
  return status.id;
};

/** The whole id of a pod sandbox that is ready; `NotFound` if there is none, `FailedPrecondition` if it is not ready. */
export const requireReady = async (
  runtime: Pick<CriRuntime, "podSandboxStatus">,
  podSandboxId: string,
  call?: Call,
): Promise<string> => {
  const { status } = await runtime.podSandboxStatus({ podSandboxId, verbose: false }, call);
  if (status === undefined) throw new CriError("NotFound", `pod sandbox "${podSandboxId}" does not exist`);
  if (status.state !== PodSandboxState.SANDBOX_READY) {
    throw new CriError("FailedPrecondition", `pod sandbox "${podSandboxId}" is not ready`);
  }
  return status.id;
};
