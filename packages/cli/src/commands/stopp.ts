import { connectRuntime } from "../client/connection.ts";
import { forEach } from "../client/each.ts";
import { resolvePodIds } from "../client/pod-selection.ts";
import { defineCommand } from "../context/command.ts";

export const command = defineCommand({
  name: "stopp",
  usage: "POD-ID...",
  description: "Stops pods with all their containers.",
  flags: {},
  arguments: [1, Number.POSITIVE_INFINITY],
  argumentCompletions: ["pod"],
  run: async (context, { args }) => {
    await using runtime = await connectRuntime(context);
    const ids = await resolvePodIds(runtime.service, args);
    await forEach(context, ids, async (podSandboxId) => {
      await runtime.service.stopPodSandbox({ podSandboxId });
      await context.print(`Stopped sandbox ${podSandboxId}\n`);
    });
    return 0;
  },
});
