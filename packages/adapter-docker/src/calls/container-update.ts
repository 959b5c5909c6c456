import { type Call, CriError, type UpdateContainerResourcesRequest } from "@crikit/cri-api";
import { asking } from "../translate/cri-error.ts";
import { toEngineResources } from "../translate/resources.ts";
import { type RuntimeParts, requireContainer } from "./parts.ts";

/** `UpdateContainerResources`: what the engine's update knows; a changed OOM score is refused, because it does not. */
export const updateContainerResources = async (
  parts: RuntimeParts,
  request: UpdateContainerResourcesRequest,
  call?: Call,
): Promise<void> => {
  const record = await requireContainer(parts, request.containerId);
  const { linux } = request;
  if (linux === undefined) {
    if (request.windows !== undefined) throw new CriError("InvalidArgument", "windows resources of a Linux container");
    return;
  }
  const score = BigInt(record.inspect.HostConfig?.OomScoreAdj ?? 0);
  if (linux.oomScoreAdj !== 0n && linux.oomScoreAdj !== score && linux.oomScoreAdj > score)
    throw new CriError(
      "InvalidArgument",
      `the OOM score of container "${record.id}" is ${score} and cannot be changed on Docker`,
    );
  await asking(`container "${record.id}"`, async () => {
    await parts.engine.updateContainer(record.id, toEngineResources(linux), { signal: call?.signal });
    await parts.inventory.refresh(record.id);
  });
};
