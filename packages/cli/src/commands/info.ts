import { connectRuntime } from "../client/connection.ts";
import { defineCommand } from "../context/command.ts";
import { checkTemplate, formatStatuses } from "../output/status.ts";
import { outputFlag, type StructuredFormat, TEMPLATE_FLAG } from "../output/structured.ts";

export const command = defineCommand({
  name: "info",
  usage: "[flags]",
  description: "Prints the runtime's conditions, runtime handlers and features, and what it says of its configuration.",
  examples: [
    "crikit info",
    "crikit info -o go-template --template '{{range .status.conditions}}{{.type}}={{.status}} {{end}}'",
  ],
  flags: {
    output: outputFlag(["json", "yaml", "go-template"], "json"),
    template: TEMPLATE_FLAG,
    quiet: { kind: "switch", short: "q", summary: "Without the runtime's verbose information" },
  },
  arguments: [0, 0],
  run: async (context, { flags }) => {
    checkTemplate(flags.output, flags.template);
    await using runtime = await connectRuntime(context);
    const answer = await runtime.service.status({ verbose: !flags.quiet });
    const { toCriJson } = await import("@crikit/cri-api/descriptor");
    const { status, runtimeHandlers, features } = await toCriJson("StatusResponse", { ...answer, info: {} });
    const fields = {
      ...(status !== undefined && { status }),
      ...(answer.runtimeHandlers.length > 0 && { runtimeHandlers }),
      ...(features !== undefined && { features }),
    } as Parameters<typeof formatStatuses>[0][number]["fields"];
    const format = (flags.output ?? "json") as StructuredFormat;
    await context.print(await formatStatuses([{ fields, info: answer.info }], format, flags.template));
    return 0;
  },
});
