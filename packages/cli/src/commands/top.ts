import { type CriService, ListContainerStatsRequest } from "@crikit/cri-api";
import { connectRuntime } from "../client/connection.ts";
import { namespaceOf, podNameOf } from "../client/container-selection.ts";
import { listContainers, listPodSandboxes } from "../client/lists.ts";
import { type CommandContext, defineCommand } from "../context/command.ts";
import { type Column, sortRows } from "../output/listing.ts";
import { show } from "../output/screen.ts";
import { formatTable } from "../output/table.ts";
import { formatSize, truncateId } from "../output/units.ts";
import { type ContainerUse, checkSeconds, containerUseColumns, measureContainers } from "./stats.ts";

interface Where {
  readonly pod: string;
  readonly namespace: string;
}

/** Which pod each container is in: by the kubelet's labels or, without them, by the pod's own name. */
const findPods = async (service: CriService): Promise<ReadonlyMap<string, Where>> => {
  const [containers, pods] = await Promise.all([listContainers(service), listPodSandboxes(service)]);
  const metadata = new Map(pods.map((pod) => [pod.id, pod.metadata]));
  return new Map(
    containers.map((container) => {
      const pod = metadata.get(container.podSandboxId);
      const where = {
        pod: pod?.name ?? podNameOf(container),
        namespace: pod?.namespace ?? namespaceOf(container),
      };
      return [container.id, where];
    }),
  );
};

const columnsOf = (pods: ReadonlyMap<string, Where>): readonly Column<ContainerUse>[] => {
  const whereOf = ({ stats }: ContainerUse): Where | undefined => pods.get(stats.attributes?.id ?? "");
  return [
    { title: "NAMESPACE", text: (use) => whereOf(use)?.namespace ?? "" },
    { title: "POD", text: (use) => whereOf(use)?.pod ?? "" },
    ...containerUseColumns(truncateId),
  ];
};

const render = async (
  context: CommandContext,
  service: CriService,
  choice: { readonly sort: string; readonly seconds: number; readonly rows: number },
): Promise<string> => {
  const request = ListContainerStatsRequest.fromPartial({ filter: {} });
  const options = { seconds: choice.seconds, all: false, signal: context.signal };
  const [uses, pods] = await Promise.all([measureContainers(service, request, options), findPods(service)]);
  const columns = columnsOf(pods);
  const rows = sortRows(uses, columns, choice.sort).slice(0, choice.rows);
  const percent = uses.reduce((sum, use) => sum + use.percent, 0);
  const memory = uses.reduce((sum, { stats }) => sum + (stats.memory?.workingSetBytes?.value ?? 0n), 0n);
  const head = `${uses.length} containers, CPU ${percent.toFixed(2)} %, memory ${formatSize(memory, 4)}\n\n`;
  return (
    head +
    formatTable([columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ text }) => text(row)))], {
      minWidth: 12,
    })
  );
};

export const command = defineCommand({
  name: "top",
  usage: "[flags]",
  description:
    "Shows the containers that use most, again and again until Ctrl-C; once, if stdout is no terminal or with --once.",
  examples: ["crikit top", "crikit top --sort -mem", "crikit top --once --rows 5"],
  flags: {
    sort: {
      kind: "text",
      placeholder: "[-]COLUMN",
      standard: "-cpu-%",
      summary: "Sort by a column, -COLUMN backwards",
    },
    seconds: { kind: "integer", short: "s", standard: "2", summary: "How long the use of the CPU is measured" },
    rows: { kind: "integer", short: "n", standard: "as many as the terminal has", summary: "How many containers" },
    once: { kind: "switch", summary: "One table, then end" },
  },
  arguments: [0, 0],
  run: async (context, { flags }) => {
    const seconds = checkSeconds(flags.seconds ?? 2);
    const isTerminal = context.stdout.isTTY === true;
    const rows = flags.rows ?? (isTerminal ? Math.max(1, (context.stdout.rows ?? 24) - 4) : Number.POSITIVE_INFINITY);
    const sort = flags.sort ?? "-cpu-%";
    sortRows([], columnsOf(new Map()), sort);
    await using runtime = await connectRuntime(context);
    const once = flags.once || !isTerminal;
    try {
      await show(context, () => render(context, runtime.service, { sort, seconds, rows }), {
        watch: !once,
        intervalMs: 0,
      });
    } catch (error) {
      if (!context.signal.aborted) throw error;
    }
    return 0;
  },
});
