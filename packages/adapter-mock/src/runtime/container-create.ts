import { type CreateContainerRequest, type CreateContainerResponse, CriError } from "@crikit/cri-api";
import { readCheckpoint, restoreContainer } from "./checkpoint.ts";
import { addContainer } from "./container-record.ts";
import { type MockState, sandboxOf } from "./state.ts";

/** CreateContainer: in a sandbox that is ready, from an image that is there (or the path of a checkpoint), under a name that is free. */
export const createContainer = (state: MockState, request: CreateContainerRequest): CreateContainerResponse => {
  const sandbox = sandboxOf(state, request.podSandboxId);
  if (!sandbox.isReady) throw new CriError("FailedPrecondition", `pod sandbox "${sandbox.podSandboxId}" is not ready`);
  if (request.config === undefined) throw new CriError("InvalidArgument", "config is missing");
  const checkpoint = readCheckpoint(request.config.image?.image ?? "");
  if (checkpoint !== undefined)
    return { containerId: restoreContainer(state, sandbox, request.config, checkpoint).containerId };
  return { containerId: addContainer(state, sandbox, request.config).containerId };
};
