import { type ContainerEventResponse, ContainerEventType } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import { type CommandContext, defineCommand } from "../context/command.ts";
import { checkTemplate } from "../output/status.ts";
import { formatStructured, outputFlag, type StructuredFormat, TEMPLATE_FLAG } from "../output/structured.ts";
import { formatNanoTime } from "../output/units.ts";

const names = ["CREATED", "STARTED", "STOPPED", "DELETED"] as const;

const formatLine = (event: ContainerEventResponse): string => {
  const type = names[event.containerEventType] ?? String(event.containerEventType);
  const pod = event.podSandboxStatus?.metadata;
  const container = event.containersStatuses.find(({ id }) => id === event.containerId);
  const about = container?.metadata?.name ?? (pod === undefined ? "" : "(pod)");
  const code =
    event.containerEventType === ContainerEventType.CONTAINER_STOPPED_EVENT && container !== undefined
      ? ` exit=${container.exitCode}`
      : "";
  const place = pod === undefined ? "" : ` ${pod.namespace}/${pod.name}`;
  return `${formatNanoTime(event.createdAt)} ${type.padEnd(7)} ${event.containerId.slice(0, 13)}${place} ${about}${code}`.trimEnd();
};

const createFormatter = (
  format: string,
  template: string | undefined,
): ((event: ContainerEventResponse) => Promise<string>) => {
  if (format === "line") return async (event) => `${formatLine(event)}\n`;
  return async (event) => {
    const { toCriJson } = await import("@crikit/cri-api/descriptor");
    return formatStructured(await toCriJson("ContainerEventResponse", event), format as StructuredFormat, template);
  };
};

const follow = async (
  context: CommandContext,
  events: AsyncIterable<ContainerEventResponse>,
  options: { readonly most: number; readonly print: (event: ContainerEventResponse) => Promise<string> },
): Promise<void> => {
  let count = 0;
  for await (const event of events) {
    await context.print(await options.print(event));
    count += 1;
    if (count === options.most) return;
  }
  if (!context.signal.aborted) context.warn("the runtime has ended the stream of events");
};

export const command = defineCommand({
  name: "events",
  usage: "[flags]",
  description: "Prints what happens to containers, as it happens, until Ctrl-C. -o line is one short line each.",
  examples: ["crikit events -o line", "crikit events -o ndjson | jq .containerEventType", "crikit events --count 1"],
  flags: {
    output: outputFlag(["json", "yaml", "ndjson", "line", "go-template"], "json"),
    template: TEMPLATE_FLAG,
    count: { kind: "integer", standard: "0, no end", summary: "End after so many events" },
  },
  arguments: [0, 0],
  run: async (context, { flags }) => {
    checkTemplate(flags.output, flags.template);
    const { count = 0 } = flags;
    if (count < 0) throw new UsageError("--count takes 0 or more");
    await using runtime = await connectRuntime(context);
    const print = createFormatter(flags.output ?? "json", flags.template);
    try {
      await follow(context, runtime.service.getContainerEvents({}), { most: count, print });
    } catch (error) {
      if (!context.signal.aborted) throw error;
    }
    return 0;
  },
});
