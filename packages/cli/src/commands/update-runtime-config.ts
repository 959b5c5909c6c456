import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import { defineCommand } from "../context/command.ts";

export const command = defineCommand({
  name: "update-runtime-config",
  usage: "--pod-cidr CIDR",
  description: "Tells the runtime from which range pods get their addresses, as the kubelet does.",
  flags: {
    "pod-cidr": {
      kind: "text",
      short: "p",
      placeholder: "CIDR",
      summary: "One range, or an IPv4 and an IPv6 one with a comma",
    },
  },
  arguments: [0, 0],
  run: async (context, { flags }) => {
    const podCidr = flags["pod-cidr"];
    if (podCidr === undefined) throw new UsageError("update-runtime-config needs --pod-cidr");
    await using runtime = await connectRuntime(context);
    await runtime.service.updateRuntimeConfig({ runtimeConfig: { networkConfig: { podCidr } } });
    return 0;
  },
});
