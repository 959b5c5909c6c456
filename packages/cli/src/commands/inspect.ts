import { ContainerState, type ContainerStatusResponse, type CriService } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import {
  CONTAINER_SELECTION,
  CONTAINER_STATE_FLAG,
  resolveContainerIds,
  selectContainers,
} from "../client/container-selection.ts";
import { defineCommand } from "../context/command.ts";
import { CommandError } from "../context/command-error.ts";
import { formatFields, formatPairs } from "../output/blocks.ts";
import { checkTemplate, formatStatuses, STATUS_FLAGS, type StatusEntry } from "../output/status.ts";
import type { StructuredFormat } from "../output/structured.ts";
import { formatAge, formatNanoTime } from "../output/units.ts";

/** Go's zero time: what crictl prints for a container that has not started or ended. */
const NEVER = "0001-01-01T00:00:00Z";

const toEntry = async (answer: ContainerStatusResponse): Promise<StatusEntry> => {
  const { toCriJson } = await import("@crikit/cri-api/descriptor");
  const { status } = answer;
  if (status === undefined) return { fields: {}, info: answer.info };
  const { state, createdAt, startedAt, finishedAt } = status;
  const hasEnded =
    state === ContainerState.CONTAINER_EXITED || (state === ContainerState.CONTAINER_UNKNOWN && finishedAt > 0n);
  const json = {
    ...(await toCriJson("ContainerStatus", status)),
    createdAt: formatNanoTime(createdAt),
    startedAt: state === ContainerState.CONTAINER_CREATED ? NEVER : formatNanoTime(startedAt),
    finishedAt: hasEnded ? formatNanoTime(finishedAt) : NEVER,
  };
  return { fields: { status: json }, info: answer.info };
};

const stateNames = ["CONTAINER_CREATED", "CONTAINER_RUNNING", "CONTAINER_EXITED", "CONTAINER_UNKNOWN"] as const;

const formatBlock = ({ status, info }: ContainerStatusResponse, nowMs: number): string => {
  if (status === undefined) return "";
  const hasStarted = status.state !== ContainerState.CONTAINER_CREATED;
  const hasEnded = status.state === ContainerState.CONTAINER_EXITED;
  return (
    formatFields([
      ["ID", status.id],
      ["Name", status.metadata?.name],
      ["Attempt", status.metadata?.attempt || undefined],
      ["State", stateNames[status.state] ?? status.state],
      ["Created", formatAge(status.createdAt, nowMs)],
      ["Started", hasStarted ? formatAge(status.startedAt, nowMs) : undefined],
      ["Finished", hasEnded && status.finishedAt > 0n ? formatAge(status.finishedAt, nowMs) : undefined],
      ["Exit Code", hasEnded ? status.exitCode : undefined],
      ["Reason", status.reason],
      ["Message", status.message],
    ]) +
    formatPairs("Labels", status.labels) +
    formatPairs("Annotations", status.annotations) +
    formatPairs("Info", info)
  );
};

const chooseIds = async (
  service: CriService,
  args: readonly string[],
  flags: Parameters<typeof selectContainers>[1],
): Promise<readonly string[]> => {
  if (args.length > 0) return resolveContainerIds(service, args);
  const ids = (await selectContainers(service, flags)).map(({ id }) => id);
  if (ids.length === 0) throw new CommandError('no container matches; give an id, or see "crikit ps -a"');
  return ids;
};

export const command = defineCommand({
  name: "inspect",
  usage: "[flags] [CONTAINER-ID...]",
  description: "Prints the status of the containers named or, without ids, of those that the flags choose.",
  examples: ["crikit inspect 3f2a", "crikit inspect --name web -o go-template --template '{{.status.state}}'"],
  flags: {
    all: { kind: "switch", short: "a", summary: "Containers of every state" },
    ...CONTAINER_SELECTION,
    state: { ...CONTAINER_STATE_FLAG, short: "s" },
    ...STATUS_FLAGS,
  },
  arguments: [0, Number.POSITIVE_INFINITY],
  argumentCompletions: ["container"],
  run: async (context, { flags, args, given }) => {
    checkTemplate(flags.output, flags.template);
    const chooses = ["all", "state", ...Object.keys(CONTAINER_SELECTION)].some((flag) => given.has(flag));
    if (args.length === 0 && !chooses)
      throw new UsageError('inspect needs a container id or a filter; "crikit ps -a" lists ids');
    await using runtime = await connectRuntime(context);
    const { service } = runtime;
    const ids = await chooseIds(service, args, flags);
    const answers = await Promise.all(
      ids.map((containerId) => service.containerStatus({ containerId, verbose: !flags.quiet })),
    );
    const text =
      flags.output === "table"
        ? answers.map((answer) => formatBlock(answer, context.nowMs())).join("\n")
        : await formatStatuses(
            await Promise.all(answers.map(toEntry)),
            (flags.output ?? "json") as StructuredFormat,
            flags.template,
          );
    await context.print(text);
    return 0;
  },
});
