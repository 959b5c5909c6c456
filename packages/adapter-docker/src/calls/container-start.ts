import { type Call, ContainerState, CriError } from "@crikit/cri-api";
import { linkEngineLog } from "../logs/container-logs.ts";
import { asking } from "../translate/cri-error.ts";
import { type RuntimeParts, requireContainer } from "./parts.ts";

const stateWords: Readonly<Record<ContainerState, string>> = {
  [ContainerState.CONTAINER_CREATED]: "created",
  [ContainerState.CONTAINER_RUNNING]: "running",
  [ContainerState.CONTAINER_EXITED]: "exited",
  [ContainerState.CONTAINER_UNKNOWN]: "unknown",
};

/** `StartContainer`: the log is open before the first process is. */
export const startContainer = async (parts: RuntimeParts, containerId: string, call?: Call): Promise<void> => {
  const record = await requireContainer(parts, containerId);
  if (record.state !== ContainerState.CONTAINER_CREATED)
    throw new CriError(
      "FailedPrecondition",
      `container "${record.id}" cannot be started: it is ${stateWords[record.state]}`,
    );
  await asking(`container "${record.id}"`, async () => {
    await parts.logs.open(record);
    try {
      await parts.engine.startContainer(record.id, { signal: call?.signal });
    } catch (error) {
      await parts.inventory.refresh(record.id).catch(() => {});
      throw error;
    }
    const started = await parts.inventory.refresh(record.id);
    const enginePath = started?.inspect.LogPath ?? "";
    const { logPath, writesLog } = record.facts;
    if (writesLog || logPath === "" || enginePath === "") return;
    // A log that cannot be linked does not undo a start that has worked.
    await linkEngineLog(logPath, enginePath).catch((error: unknown) =>
      parts.warn(`log "${logPath}" cannot be linked: ${error}`),
    );
  });
};
