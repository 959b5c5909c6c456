import { setTimeout as sleep } from "node:timers/promises";
import { type ContainerStats, type CriService, ListContainerStatsRequest } from "@crikit/cri-api";
import { UsageError } from "../arguments/usage-error.ts";
import { connectRuntime } from "../client/connection.ts";
import { resolveContainerId } from "../client/container-selection.ts";
import { cpuPercent } from "../client/cpu-percent.ts";
import { resolvePodId } from "../client/pod-selection.ts";
import { parseLabels } from "../client/selection.ts";
import { type CommandContext, defineCommand } from "../context/command.ts";
import { type Column, sortRows } from "../output/listing.ts";
import { show } from "../output/screen.ts";
import { formatStructured, outputFlag, type StructuredFormat } from "../output/structured.ts";
import { formatTable } from "../output/table.ts";
import { formatSize, truncateId } from "../output/units.ts";

/** The flags that commands of statistics share. */
export const STATS_FLAGS = {
  output: outputFlag(["table", "json", "yaml", "ndjson"], "table"),
  seconds: { kind: "integer", short: "s", standard: "1", summary: "How long the use of the CPU is measured" },
  watch: { kind: "switch", short: "w", summary: "Go on until Ctrl-C" },
  sort: { kind: "text", placeholder: "[-]COLUMN", summary: "Sort by a column, -COLUMN backwards" },
  "no-trunc": { kind: "switch", summary: "Whole ids" },
} as const;

/** A container's use of things, measured over a while. */
export interface ContainerUse {
  readonly stats: ContainerStats;
  readonly percent: number;
}

/** Columns of containers' statistics. */
export const containerUseColumns = (idText: (id: string) => string): readonly Column<ContainerUse>[] => {
  const size = (value: bigint | undefined): string => formatSize(value ?? 0n, 4);
  return [
    { title: "CONTAINER", text: ({ stats }) => idText(stats.attributes?.id ?? "") },
    { title: "NAME", text: ({ stats }) => stats.attributes?.metadata?.name ?? "" },
    { title: "CPU %", text: ({ percent }) => percent.toFixed(2), sortKey: ({ percent }) => percent },
    {
      title: "MEM",
      text: ({ stats }) => size(stats.memory?.workingSetBytes?.value),
      sortKey: ({ stats }) => stats.memory?.workingSetBytes?.value ?? 0n,
    },
    {
      title: "DISK",
      text: ({ stats }) => size(stats.writableLayer?.usedBytes?.value),
      sortKey: ({ stats }) => stats.writableLayer?.usedBytes?.value ?? 0n,
    },
    {
      title: "INODES",
      text: ({ stats }) => String(stats.writableLayer?.inodesUsed?.value ?? 0n),
      sortKey: ({ stats }) => stats.writableLayer?.inodesUsed?.value ?? 0n,
    },
    {
      title: "SWAP",
      text: ({ stats }) => size(stats.swap?.swapUsageBytes?.value),
      sortKey: ({ stats }) => stats.swap?.swapUsageBytes?.value ?? 0n,
    },
  ];
};

const idOf = (stats: ContainerStats): string => stats.attributes?.id ?? "";

const askStats = async (
  service: CriService,
  request: ListContainerStatsRequest,
): Promise<readonly ContainerStats[]> => {
  const { stats } = await service.listContainerStats(request);
  return [...stats].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
};

/** Measures containers twice and says how they used the CPU between; `all` has those without any use too. */
export const measureContainers = async (
  service: CriService,
  request: ListContainerStatsRequest,
  options: { readonly seconds: number; readonly all: boolean; readonly signal: AbortSignal },
): Promise<readonly ContainerUse[]> => {
  const before = new Map((await askStats(service, request)).map((stats) => [idOf(stats), stats]));
  await sleep(options.seconds * 1000, undefined, { signal: options.signal });
  const after = await askStats(service, request);
  return after.flatMap((stats) => {
    const isIdle = !stats.cpu?.usageCoreNanoSeconds?.value && !stats.memory?.workingSetBytes?.value;
    const earlier = before.get(idOf(stats));
    if (earlier === undefined || (isIdle && !options.all)) return [];
    return [{ stats, percent: cpuPercent(earlier.cpu, stats.cpu) }];
  });
};

/** `--seconds`, checked. */
export const checkSeconds = (seconds: number | undefined): number => {
  if (seconds !== undefined && (seconds < 1 || seconds > 3600)) throw new UsageError("--seconds takes 1 to 3600");
  return seconds ?? 1;
};

const renderStructured = async (
  service: CriService,
  request: ListContainerStatsRequest,
  format: StructuredFormat,
): Promise<string> => {
  const { toCriJson } = await import("@crikit/cri-api/descriptor");
  const stats = [...(await askStats(service, request))];
  if (format !== "ndjson") return formatStructured(await toCriJson("ListContainerStatsResponse", { stats }), format);
  return formatStructured(await Promise.all(stats.map((entry) => toCriJson("ContainerStats", entry))), format);
};

const requestOf = async (
  service: CriService,
  choice: { readonly id: string | undefined; readonly pod: string | undefined; readonly label: readonly string[] },
): Promise<ListContainerStatsRequest> =>
  ListContainerStatsRequest.fromPartial({
    filter: {
      id: choice.id === undefined ? "" : await resolveContainerId(service, choice.id),
      podSandboxId: choice.pod === undefined ? "" : await resolvePodId(service, choice.pod),
      labelSelector: parseLabels(choice.label, "--label"),
    },
  });

const renderTable = async (
  context: CommandContext,
  service: CriService,
  request: ListContainerStatsRequest,
  choice: {
    readonly seconds: number | undefined;
    readonly all: boolean;
    readonly sort: string | undefined;
    readonly "no-trunc": boolean;
  },
): Promise<string> => {
  const columns = containerUseColumns(choice["no-trunc"] ? (id) => id : truncateId);
  sortRows([], columns, choice.sort);
  const options = { seconds: checkSeconds(choice.seconds), all: choice.all, signal: context.signal };
  const rows = sortRows(await measureContainers(service, request, options), columns, choice.sort);
  return formatTable([columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ text }) => text(row)))]);
};

export const command = defineCommand({
  name: "stats",
  usage: "[flags] [CONTAINER-ID]",
  description:
    "Shows what containers use. The table measures the CPU for a while; JSON and YAML are the runtime's own figures.",
  examples: ["crikit stats", "crikit stats --watch --sort -mem", "crikit stats -o json 3f2a"],
  flags: {
    all: { kind: "switch", short: "a", summary: "Containers that do not run too" },
    id: { kind: "text", placeholder: "CONTAINER-ID", completion: "container", summary: "Only this container" },
    pod: { kind: "text", short: "p", placeholder: "POD-ID", completion: "pod", summary: "Only containers of this pod" },
    label: { kind: "list", placeholder: "KEY=VALUE", summary: "Only containers with this label" },
    ...STATS_FLAGS,
  },
  arguments: [0, 1],
  argumentCompletions: ["container"],
  run: async (context, { flags, args }) => {
    checkSeconds(flags.seconds);
    await using runtime = await connectRuntime(context);
    const { service } = runtime;
    const request = await requestOf(service, { ...flags, id: flags.id ?? args[0] });
    const { output = "table" } = flags;
    const render = (): Promise<string> =>
      output === "table"
        ? renderTable(context, service, request, flags)
        : renderStructured(service, request, output as StructuredFormat);
    await show(context, render, { watch: flags.watch, intervalMs: output === "table" ? 0 : 500 });
    return 0;
  },
});
