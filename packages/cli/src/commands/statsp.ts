import { setTimeout as sleep } from "node:timers/promises";
import { type CriService, ListPodSandboxStatsRequest, type PodSandboxStats } from "@crikit/cri-api";
import { connectRuntime } from "../client/connection.ts";
import { cpuPercent } from "../client/cpu-percent.ts";
import { resolvePodId } from "../client/pod-selection.ts";
import { parseLabels } from "../client/selection.ts";
import { defineCommand } from "../context/command.ts";
import { type Column, sortRows } from "../output/listing.ts";
import { show } from "../output/screen.ts";
import { formatStructured, type StructuredFormat } from "../output/structured.ts";
import { formatTable } from "../output/table.ts";
import { formatSize, truncateId } from "../output/units.ts";
import { checkSeconds, STATS_FLAGS } from "./stats.ts";

interface PodUse {
  readonly stats: PodSandboxStats;
  readonly percent: number;
}

const usageOf = ({ linux, windows }: PodSandboxStats) => linux ?? windows;
const idOf = (stats: PodSandboxStats): string => stats.attributes?.id ?? "";

const columnsOf = (idText: (id: string) => string): readonly Column<PodUse>[] => [
  { title: "POD", text: ({ stats }) => stats.attributes?.metadata?.name ?? "" },
  { title: "POD ID", text: ({ stats }) => idText(idOf(stats)) },
  { title: "CPU %", text: ({ percent }) => percent.toFixed(2), sortKey: ({ percent }) => percent },
  {
    title: "MEM",
    text: ({ stats }) => formatSize(usageOf(stats)?.memory?.workingSetBytes?.value ?? 0n, 4),
    sortKey: ({ stats }) => usageOf(stats)?.memory?.workingSetBytes?.value ?? 0n,
  },
];

const askStats = async (
  service: CriService,
  request: ListPodSandboxStatsRequest,
): Promise<readonly PodSandboxStats[]> => {
  const { stats } = await service.listPodSandboxStats(request);
  return [...stats].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
};

const measure = async (
  service: CriService,
  request: ListPodSandboxStatsRequest,
  options: { readonly seconds: number; readonly signal: AbortSignal },
): Promise<readonly PodUse[]> => {
  const before = new Map((await askStats(service, request)).map((stats) => [idOf(stats), stats]));
  await sleep(options.seconds * 1000, undefined, { signal: options.signal });
  const after = await askStats(service, request);
  return after.flatMap((stats) => {
    const usage = usageOf(stats);
    const isIdle = !usage?.cpu?.usageCoreNanoSeconds?.value && !usage?.memory?.workingSetBytes?.value;
    const earlier = before.get(idOf(stats));
    if (earlier === undefined || isIdle) return [];
    return [{ stats, percent: cpuPercent(usageOf(earlier)?.cpu, usage?.cpu) }];
  });
};

const renderStructured = async (
  service: CriService,
  request: ListPodSandboxStatsRequest,
  format: StructuredFormat,
): Promise<string> => {
  const { toCriJson } = await import("@crikit/cri-api/descriptor");
  const stats = [...(await askStats(service, request))];
  if (format !== "ndjson") return formatStructured(await toCriJson("ListPodSandboxStatsResponse", { stats }), format);
  return formatStructured(await Promise.all(stats.map((entry) => toCriJson("PodSandboxStats", entry))), format);
};

export const command = defineCommand({
  name: "statsp",
  usage: "[flags] [POD-ID]",
  description:
    "Shows what pods use. The table measures the CPU for a while; JSON and YAML are the runtime's own figures.",
  examples: ["crikit statsp", "crikit statsp --watch --sort -cpu-%"],
  flags: {
    id: { kind: "text", placeholder: "POD-ID", completion: "pod", summary: "Only this pod" },
    label: { kind: "list", placeholder: "KEY=VALUE", summary: "Only pods with this label" },
    ...STATS_FLAGS,
  },
  arguments: [0, 1],
  argumentCompletions: ["pod"],
  run: async (context, { flags, args }) => {
    const seconds = checkSeconds(flags.seconds);
    const columns = columnsOf(flags["no-trunc"] ? (id) => id : truncateId);
    sortRows([], columns, flags.sort);
    await using runtime = await connectRuntime(context);
    const { service } = runtime;
    const typed = flags.id ?? args[0];
    const request = ListPodSandboxStatsRequest.fromPartial({
      filter: {
        id: typed === undefined ? "" : await resolvePodId(service, typed),
        labelSelector: parseLabels(flags.label, "--label"),
      },
    });
    const { output = "table" } = flags;
    const render = async (): Promise<string> => {
      if (output !== "table") return renderStructured(service, request, output as StructuredFormat);
      const uses = await measure(service, request, { seconds, signal: context.signal });
      const rows = sortRows(uses, columns, flags.sort).map((row) => columns.map(({ text }) => text(row)));
      return formatTable([columns.map(({ title }) => title), ...rows]);
    };
    await show(context, render, { watch: flags.watch, intervalMs: output === "table" ? 0 : 500 });
    return 0;
  },
});
