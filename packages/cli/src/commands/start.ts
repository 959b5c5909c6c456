import { connectRuntime } from "../client/connection.ts";
import { resolveContainerIds } from "../client/container-selection.ts";
import { forEach } from "../client/each.ts";
import { defineCommand } from "../context/command.ts";

export const command = defineCommand({
  name: "start",
  usage: "CONTAINER-ID...",
  flags: {},
  arguments: [1, Number.POSITIVE_INFINITY],
  argumentCompletions: ["container"],
  run: async (context, { args }) => {
    await using runtime = await connectRuntime(context);
    const ids = await resolveContainerIds(runtime.service, args);
    await forEach(context, ids, async (containerId) => {
      await runtime.service.startContainer({ containerId });
      await context.print(`${containerId}\n`);
    });
    return 0;
  },
});
