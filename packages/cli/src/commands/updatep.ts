import { LinuxContainerResources } from "@crikit/cri-api";
import { connectRuntime } from "../client/connection.ts";
import { forEach } from "../client/each.ts";
import { resolvePodIds } from "../client/pod-selection.ts";
import { checkChanges, linuxResources, RESOURCE_FLAGS } from "../client/resources.ts";
import { defineCommand } from "../context/command.ts";

export const command = defineCommand({
  name: "updatep",
  usage: "[flags] POD-ID...",
  description:
    "Tells the runtime what pods may use in all (UpdatePodSandboxResources), as the kubelet does when a pod is resized.",
  examples: ["crikit updatep --memory 1Gi 3f2a"],
  flags: RESOURCE_FLAGS,
  arguments: [1, Number.POSITIVE_INFINITY],
  argumentCompletions: ["pod"],
  run: async (context, { flags, args, given }) => {
    checkChanges(given);
    const resources = linuxResources(flags);
    await using runtime = await connectRuntime(context);
    const ids = await resolvePodIds(runtime.service, args);
    await forEach(context, ids, async (podSandboxId) => {
      const overhead = LinuxContainerResources.fromPartial({});
      await runtime.service.updatePodSandboxResources({ podSandboxId, overhead, resources });
      await context.print(`${podSandboxId}\n`);
    });
    return 0;
  },
});
