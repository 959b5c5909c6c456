import { connectRuntime } from "../client/connection.ts";
import { defineCommand } from "../context/command.ts";
import { formatStructured, outputFlag, type StructuredFormat } from "../output/structured.ts";
import { formatTable } from "../output/table.ts";

export const command = defineCommand({
  name: "metricdescs",
  usage: "[flags]",
  description: "Lists the metrics that the runtime has: their names, what they mean and their labels.",
  flags: { output: outputFlag(["json", "yaml", "table"], "json") },
  arguments: [0, 0],
  run: async (context, { flags }) => {
    await using runtime = await connectRuntime(context);
    const answer = await runtime.service.listMetricDescriptors({});
    if (flags.output === "table") {
      const rows = answer.descriptors.map(({ name, labelKeys, help }) => [name, labelKeys.join(","), help]);
      await context.print(formatTable([["NAME", "LABELS", "HELP"], ...rows]));
      return 0;
    }
    const { toCriJson } = await import("@crikit/cri-api/descriptor");
    const json = await toCriJson("ListMetricDescriptorsResponse", answer);
    await context.print(await formatStructured(json, (flags.output ?? "json") as StructuredFormat));
    return 0;
  },
});
