import { connectRuntime } from "../client/connection.ts";
import { listContainers, listImages, listPodSandboxes } from "../client/lists.ts";
import type { CommandContext } from "../context/command.ts";
import { truncateId } from "../output/units.ts";
import type { ListThings } from "./candidates.ts";

const ANSWER_WITHIN_MS = 1000;

/** Lists the runtime's things for completion; a runtime that does not answer at once has none. */
export const createThings = (context: CommandContext): ListThings => {
  const quiet = { ...context, warn: () => {}, globals: { ...context.globals, timeout: ANSWER_WITHIN_MS } };
  return async (kind) => {
    try {
      await using runtime = await connectRuntime(quiet);
      const { service } = runtime;
      if (kind === "container")
        return (await listContainers(service)).map(({ id, metadata }) => ({
          value: truncateId(id),
          meaning: metadata?.name ?? "",
        }));
      if (kind === "pod")
        return (await listPodSandboxes(service)).map(({ id, metadata }) => ({
          value: truncateId(id),
          meaning: metadata?.name ?? "",
        }));
      return (await listImages(service)).flatMap(({ id, repoTags }) =>
        repoTags.map((value) => ({ value, meaning: truncateId(id) })),
      );
    } catch {
      return [];
    }
  };
};
