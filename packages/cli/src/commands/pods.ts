import { type CriService, type PodSandbox, PodSandboxState } from "@crikit/cri-api";
import { connectRuntime } from "../client/connection.ts";
import { POD_SELECTION, resolvePodId, selectPodSandboxes } from "../client/pod-selection.ts";
import { defineCommand } from "../context/command.ts";
import { formatFields, formatPairs } from "../output/blocks.ts";
import { type Column, formatListing, LISTING_FLAGS, type Listing, WATCH_FLAGS } from "../output/listing.ts";
import { show } from "../output/screen.ts";
import { formatAge, formatNanoTime, truncateId } from "../output/units.ts";

/** A pod sandbox's state in crictl's words. */
export const formatPodState = (state: PodSandboxState): string =>
  state === PodSandboxState.SANDBOX_READY ? "Ready" : "NotReady";

const runtimeOf = ({ runtimeHandler }: PodSandbox): string => runtimeHandler || "(default)";

const describe = (pod: PodSandbox): string =>
  formatFields([
    ["ID", pod.id],
    ["Name", pod.metadata?.name],
    ["UID", pod.metadata?.uid],
    ["Namespace", pod.metadata?.namespace],
    ["Attempt", pod.metadata?.attempt || undefined],
    ["Status", formatPodState(pod.state)],
    ["Created", formatNanoTime(pod.createdAt)],
  ]) +
  formatPairs("Labels", pod.labels) +
  formatPairs("Annotations", pod.annotations) +
  formatFields([["Runtime", runtimeOf(pod)]]);

interface Shown {
  readonly nowMs: number;
  readonly addresses: ReadonlyMap<string, string>;
  idText(id: string): string;
}

const columnsOf = ({ nowMs, idText, addresses }: Shown): readonly Column<PodSandbox>[] => [
  { title: "POD ID", text: ({ id }) => idText(id) },
  { title: "CREATED", text: ({ createdAt }) => formatAge(createdAt, nowMs), sortKey: ({ createdAt }) => createdAt },
  { title: "STATE", text: ({ state }) => formatPodState(state) },
  { title: "NAME", text: ({ metadata }) => metadata?.name ?? "" },
  { title: "NAMESPACE", text: ({ metadata }) => metadata?.namespace ?? "" },
  {
    title: "ATTEMPT",
    text: ({ metadata }) => String(metadata?.attempt ?? 0),
    sortKey: ({ metadata }) => metadata?.attempt ?? 0,
  },
  { title: "RUNTIME", text: runtimeOf },
  { title: "IP", text: ({ id }) => addresses.get(id) ?? "", isWide: true },
  { title: "UID", text: ({ metadata }) => metadata?.uid ?? "", isWide: true },
];

const listingOf = (shown: Shown): Listing<PodSandbox, "ListPodSandboxResponse", "PodSandbox"> => ({
  columns: columnsOf(shown),
  idOf: ({ id }) => id,
  describe,
  wholeName: "ListPodSandboxResponse",
  eachName: "PodSandbox",
  toWhole: (items) => ({ items: [...items] }),
  toEach: (pod) => pod,
});

const MAX_CALLS = 16;

/** The addresses of pods, asked for a few at a time; a pod that has gone meanwhile has none. */
const askAddresses = async (service: CriService, pods: readonly PodSandbox[]): Promise<ReadonlyMap<string, string>> => {
  const addresses = new Map<string, string>();
  const waiting = [...pods];
  const ask = async (): Promise<void> => {
    for (let pod = waiting.pop(); pod !== undefined; pod = waiting.pop()) {
      const answer = await service.podSandboxStatus({ podSandboxId: pod.id, verbose: false }).catch(() => undefined);
      const network = answer?.status?.network;
      const all = [network?.ip ?? "", ...(network?.additionalIps ?? []).map(({ ip }) => ip)];
      addresses.set(pod.id, all.filter((ip) => ip !== "").join(","));
    }
  };
  await Promise.all(Array.from({ length: MAX_CALLS }, ask));
  return addresses;
};

export const command = defineCommand({
  name: "pods",
  usage: "[flags]",
  description: "Lists pod sandboxes, the newest first. -o wide adds their addresses and uids.",
  examples: ["crikit pods --name '^web'", "crikit pods -s ready -q", "crikit pods -o wide --sort name"],
  flags: {
    id: { kind: "text", placeholder: "POD-ID", completion: "pod", summary: "Only this pod" },
    ...POD_SELECTION,
    ...LISTING_FLAGS,
    ...WATCH_FLAGS,
  },
  arguments: [0, 0],
  run: async (context, { flags }) => {
    await using runtime = await connectRuntime(context);
    const { service } = runtime;
    const id = flags.id === undefined ? undefined : await resolvePodId(service, flags.id);
    const render = async (): Promise<string> => {
      const pods = await selectPodSandboxes(service, { ...flags, id });
      const addresses = flags.output === "wide" ? await askAddresses(service, pods) : new Map<string, string>();
      const idText = flags["no-trunc"] ? (text: string) => text : truncateId;
      return formatListing(pods, listingOf({ nowMs: context.nowMs(), addresses, idText }), flags);
    };
    await show(context, render, { watch: flags.watch, intervalMs: flags.interval });
    return 0;
  },
});
