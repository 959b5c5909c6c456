import { ContainerState } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import { resolveContainerIds } from "../client/container-selection.ts";
import { forEach } from "../client/each.ts";
import { listContainers } from "../client/lists.ts";
import { defineCommand } from "../context/command.ts";

export const command = defineCommand({
  name: "stop",
  usage: "[flags] CONTAINER-ID...",
  description: "Asks containers to end, and kills those that have not ended in time.",
  examples: ["crikit stop -t 10 3f2a", "crikit stop --all"],
  flags: {
    timeout: {
      kind: "integer",
      short: "t",
      placeholder: "SECONDS",
      standard: "0: kill at once",
      summary: "How long a container may take to end by itself",
    },
    all: { kind: "switch", short: "a", summary: "All running containers" },
  },
  arguments: [0, Number.POSITIVE_INFINITY],
  argumentCompletions: ["container"],
  run: async (context, { flags, args }) => {
    if (flags.all === args.length > 0)
      throw new UsageError(flags.all ? "give container ids or --all, not both" : "give a container id, or --all");
    if ((flags.timeout ?? 0) < 0) throw new UsageError("--timeout takes 0 or more seconds");
    await using runtime = await connectRuntime(context);
    const { service } = runtime;
    const running = { state: { state: ContainerState.CONTAINER_RUNNING } };
    const ids = flags.all
      ? (await listContainers(service, running)).map(({ id }) => id)
      : await resolveContainerIds(service, args);
    if (flags.all && ids.length === 0) context.warn("no container is running");
    const timeout = BigInt(flags.timeout ?? 0);
    await forEach(
      context,
      ids,
      async (containerId) => {
        await service.stopContainer({ containerId, timeout });
        await context.print(`${containerId}\n`);
      },
      { atOnce: 8 },
    );
    return 0;
  },
});
