import type { CriService, PodSandboxStatusResponse } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import { POD_SELECTION, type PodChoice, resolvePodIds, selectPodSandboxes } from "../client/pod-selection.ts";
import { defineCommand } from "../context/command.ts";
import { CommandError } from "../context/command-error.ts";
import { formatFields, formatPairs } from "../output/blocks.ts";
import { checkTemplate, formatStatuses, STATUS_FLAGS, type StatusEntry } from "../output/status.ts";
import type { StructuredFormat } from "../output/structured.ts";
import { formatNanoTime } from "../output/units.ts";

const toEntry = async (answer: PodSandboxStatusResponse): Promise<StatusEntry> => {
  const { toCriJson } = await import("@crikit/cri-api/descriptor");
  const { status } = answer;
  if (status === undefined) return { fields: {}, info: answer.info };
  const json = { ...(await toCriJson("PodSandboxStatus", status)), createdAt: formatNanoTime(status.createdAt) };
  return { fields: { status: json }, info: answer.info };
};

const stateNames = ["SANDBOX_READY", "SANDBOX_NOTREADY"] as const;

const formatBlock = ({ status, info }: PodSandboxStatusResponse): string => {
  if (status === undefined) return "";
  return (
    formatFields([
      ["ID", status.id],
      ["Name", status.metadata?.name],
      ["UID", status.metadata?.uid],
      ["Namespace", status.metadata?.namespace],
      ["Attempt", status.metadata?.attempt],
      ["Status", stateNames[status.state] ?? status.state],
      ["Created", formatNanoTime(status.createdAt)],
      ["IP Addresses", status.network?.ip],
      ...(status.network?.additionalIps ?? []).map(({ ip }) => ["Additional IP", ip] as const),
    ]) +
    formatPairs("Labels", status.labels) +
    formatPairs("Annotations", status.annotations) +
    formatPairs("Info", info)
  );
};

const chooseIds = async (
  service: CriService,
  args: readonly string[],
  choice: PodChoice,
): Promise<readonly string[]> => {
  if (args.length > 0) return resolvePodIds(service, args);
  const ids = (await selectPodSandboxes(service, choice)).map(({ id }) => id);
  if (ids.length === 0) throw new CommandError('no pod matches; give an id, or see "crikit pods"');
  return ids;
};

export const command = defineCommand({
  name: "inspectp",
  usage: "[flags] [POD-ID...]",
  description: "Prints the status of the pods named or, without ids, of those that the flags choose.",
  examples: ["crikit inspectp 3f2a", "crikit inspectp --name web -o yaml"],
  flags: { ...POD_SELECTION, ...STATUS_FLAGS },
  arguments: [0, Number.POSITIVE_INFINITY],
  argumentCompletions: ["pod"],
  run: async (context, { flags, args, given }) => {
    checkTemplate(flags.output, flags.template);
    const chooses = Object.keys(POD_SELECTION).some((flag) => given.has(flag));
    if (args.length === 0 && !chooses)
      throw new UsageError('inspectp needs a pod id or a filter; "crikit pods" lists ids');
    await using runtime = await connectRuntime(context);
    const { service } = runtime;
    const ids = await chooseIds(service, args, flags);
    const answers = await Promise.all(
      ids.map((podSandboxId) => service.podSandboxStatus({ podSandboxId, verbose: !flags.quiet })),
    );
    const text =
      flags.output === "table"
        ? answers.map(formatBlock).join("\n")
        : await formatStatuses(
            await Promise.all(answers.map(toEntry)),
            (flags.output ?? "json") as StructuredFormat,
            flags.template,
          );
    await context.print(text);
    return 0;
  },
});
