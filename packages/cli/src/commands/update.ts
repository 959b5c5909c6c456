import { connectRuntime } from "../client/connection.ts";
import { resolveContainerIds } from "../client/container-selection.ts";
import { forEach } from "../client/each.ts";
import { checkChanges, linuxResources, RESOURCE_FLAGS, windowsResources } from "../client/resources.ts";
import { defineCommand } from "../context/command.ts";

export const command = defineCommand({
  name: "update",
  usage: "[flags] CONTAINER-ID...",
  description: "Changes what running containers may use. What is not given stays as it is.",
  examples: ["crikit update --memory 512Mi --cpu-quota 50000 --cpu-period 100000 3f2a"],
  flags: RESOURCE_FLAGS,
  arguments: [1, Number.POSITIVE_INFINITY],
  argumentCompletions: ["container"],
  run: async (context, { flags, args, given }) => {
    checkChanges(given);
    const isWindows = given.has("cpu-count") || given.has("cpu-maximum");
    const limits = isWindows
      ? { linux: undefined, windows: windowsResources(flags) }
      : { linux: linuxResources(flags), windows: undefined };
    await using runtime = await connectRuntime(context);
    const ids = await resolveContainerIds(runtime.service, args);
    await forEach(context, ids, async (containerId) => {
      await runtime.service.updateContainerResources({ containerId, ...limits, annotations: {} });
      await context.print(`${containerId}\n`);
    });
    return 0;
  },
});
