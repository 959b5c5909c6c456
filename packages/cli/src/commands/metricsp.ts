import { connectRuntime } from "../client/connection.ts";
import { defineCommand } from "../context/command.ts";
import { show } from "../output/screen.ts";
import { formatStructured, outputFlag, type StructuredFormat } from "../output/structured.ts";

export const command = defineCommand({
  name: "metricsp",
  usage: "[flags]",
  description: "Prints the metrics of pods and their containers: what cAdvisor's /metrics was before.",
  flags: {
    output: outputFlag(["json", "yaml", "ndjson"], "json"),
    watch: { kind: "switch", short: "w", summary: "Go on until Ctrl-C" },
    interval: { kind: "duration", standard: "1s", summary: "How often --watch asks" },
  },
  arguments: [0, 0],
  run: async (context, { flags }) => {
    await using runtime = await connectRuntime(context);
    const { toCriJson } = await import("@crikit/cri-api/descriptor");
    const format = (flags.output ?? "json") as StructuredFormat;
    const render = async (): Promise<string> => {
      const answer = await runtime.service.listPodSandboxMetrics({});
      if (format !== "ndjson")
        return formatStructured(await toCriJson("ListPodSandboxMetricsResponse", answer), format);
      return formatStructured(
        await Promise.all(answer.podMetrics.map((metrics) => toCriJson("PodSandboxMetrics", metrics))),
        format,
      );
    };
    await show(context, render, { watch: flags.watch, intervalMs: flags.interval });
    return 0;
  },
});
