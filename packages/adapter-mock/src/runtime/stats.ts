import type {
  ContainerStats,
  ContainerStatsRequest,
  ContainerStatsResponse,
  CpuUsage,
  ListContainerStatsRequest,
  ListContainerStatsResponse,
  ListPodSandboxStatsResponse,
  MemoryUsage,
  PodSandboxStats,
  PodSandboxStatsRequest,
  PodSandboxStatsResponse,
  UInt64Value,
} from "@crikit/cri-api";
import { resolveId } from "@crikit/cri-runtime";
import type { ContainerRecord } from "./container.ts";
import type { SandboxRecord } from "./sandbox.ts";
import { containerOf, type MockState, sandboxOf } from "./state.ts";

const MOUNTPOINT = "/var/lib/crikit/containers";
/** Page cache that a container has of what it has read and written, at most. */
const MAX_CACHE_BYTES = 64 * 1024 * 1024;
const PAGE_BYTES = 4096;
const NODE_MEMORY_BYTES = 8 * 1024 ** 3;

/** A counter or gauge as the CRI sends it: whole and not negative. */
export const uint64 = (value: number): UInt64Value => ({ value: BigInt(Math.max(0, Math.round(value))) });

/** What a container uses, as numbers; all of stats and metrics come from it. */
export interface Usage {
  readonly cpuNanos: number;
  readonly rssBytes: number;
  readonly cacheBytes: number;
  readonly usageBytes: number;
  readonly workingSetBytes: number;
  readonly peakBytes: number;
  readonly pageFaults: number;
  readonly majorPageFaults: number;
  readonly ioBytes: number;
  readonly layerBytes: number;
  readonly layerInodes: number;
  readonly processes: number;
  readonly memoryLimitBytes: number;
  readonly swapLimitBytes: number;
}

/** What a container uses now. A page cache comes from what it has read and written; a limit holds both in. */
export const usageOf = (container: ContainerRecord): Usage => {
  const rssBytes = container.memoryBytes;
  const memoryLimitBytes = Number(container.config.linux?.resources?.memoryLimitInBytes ?? 0n);
  const swapTotal = Number(container.config.linux?.resources?.memorySwapLimitInBytes ?? 0n);
  const room = memoryLimitBytes > 0 ? Math.max(0, memoryLimitBytes - rssBytes) : MAX_CACHE_BYTES;
  const layer = container.layerUsage;
  const cacheBytes = container.isRunning ? Math.min(room, MAX_CACHE_BYTES, container.ioBytes + layer.bytes) : 0;
  return {
    cpuNanos: container.cpuNanos,
    rssBytes,
    cacheBytes,
    usageBytes: rssBytes + cacheBytes,
    workingSetBytes: rssBytes + Math.floor(cacheBytes / 2),
    peakBytes: Math.max(container.peakMemoryBytes, rssBytes + cacheBytes),
    pageFaults: Math.floor((container.peakMemoryBytes + container.ioBytes) / PAGE_BYTES),
    majorPageFaults: Math.floor(container.ioBytes / (1024 * PAGE_BYTES)),
    ioBytes: container.ioBytes,
    layerBytes: layer.bytes,
    layerInodes: layer.inodes,
    processes: container.processes.length,
    memoryLimitBytes,
    swapLimitBytes: Math.max(0, swapTotal - memoryLimitBytes),
  };
};

interface Sample {
  readonly atNanos: bigint;
  readonly cpuNanos: number;
  readonly rate: number;
}

/** The last reading of each container's processor time: rates are between two of them. */
const samples = new WeakMap<ContainerRecord, Sample>();
/** Readings closer than this give the last rate again: two who read must not take each other's interval away. */
const LEAST_INTERVAL_NANOS = 1_000_000_000n;

/** Nanoseconds of processor time per second, since the last reading, at first since the start. */
const rateOf = (container: ContainerRecord, nowNanos: bigint): number => {
  if (!container.isRunning) return 0;
  const last = samples.get(container) ?? { atNanos: container.startedAtNanos, cpuNanos: 0, rate: 0 };
  const elapsed = nowNanos - last.atNanos;
  if (elapsed < LEAST_INTERVAL_NANOS && samples.has(container)) return last.rate;
  const rate = elapsed <= 0n ? 0 : ((container.cpuNanos - last.cpuNanos) * 1e9) / Number(elapsed);
  samples.set(container, { atNanos: nowNanos, cpuNanos: container.cpuNanos, rate });
  return rate;
};

const noPressure = () => ({
  Full: { Total: 0n, Avg10: 0, Avg60: 0, Avg300: 0 },
  Some: { Total: 0n, Avg10: 0, Avg60: 0, Avg300: 0 },
});

const cpuUsage = (timestamp: bigint, cpuNanos: number, rate: number): CpuUsage => ({
  timestamp,
  usageCoreNanoSeconds: uint64(cpuNanos),
  usageNanoCores: uint64(rate),
  psi: noPressure(),
});

const memoryUsage = (timestamp: bigint, usage: Usage): MemoryUsage => ({
  timestamp,
  workingSetBytes: uint64(usage.workingSetBytes),
  availableBytes: uint64((usage.memoryLimitBytes || NODE_MEMORY_BYTES) - usage.workingSetBytes),
  usageBytes: uint64(usage.usageBytes),
  rssBytes: uint64(usage.rssBytes),
  pageFaults: uint64(usage.pageFaults),
  majorPageFaults: uint64(usage.majorPageFaults),
  psi: noPressure(),
});

/** A container's stats as they are now. */
export const statsOf = (state: MockState, container: ContainerRecord): ContainerStats => {
  const timestamp = state.clock.nowNanos();
  const usage = usageOf(container);
  const { id, metadata, labels, annotations } = container.message;
  return {
    attributes: { id, metadata, labels, annotations },
    cpu: cpuUsage(timestamp, usage.cpuNanos, rateOf(container, timestamp)),
    memory: memoryUsage(timestamp, usage),
    writableLayer: {
      timestamp,
      fsId: { mountpoint: MOUNTPOINT },
      usedBytes: uint64(usage.layerBytes),
      inodesUsed: uint64(usage.layerInodes),
    },
    swap: { timestamp, swapAvailableBytes: uint64(usage.swapLimitBytes), swapUsageBytes: uint64(0) },
    io: { timestamp, psi: noPressure() },
  };
};

const sum = (usages: readonly Usage[], pick: (usage: Usage) => number): number =>
  usages.reduce((total, usage) => total + pick(usage), 0);

const totalOf = (usages: readonly Usage[]): Usage => ({
  cpuNanos: sum(usages, (usage) => usage.cpuNanos),
  rssBytes: sum(usages, (usage) => usage.rssBytes),
  cacheBytes: sum(usages, (usage) => usage.cacheBytes),
  usageBytes: sum(usages, (usage) => usage.usageBytes),
  workingSetBytes: sum(usages, (usage) => usage.workingSetBytes),
  peakBytes: sum(usages, (usage) => usage.peakBytes),
  pageFaults: sum(usages, (usage) => usage.pageFaults),
  majorPageFaults: sum(usages, (usage) => usage.majorPageFaults),
  ioBytes: sum(usages, (usage) => usage.ioBytes),
  layerBytes: sum(usages, (usage) => usage.layerBytes),
  layerInodes: sum(usages, (usage) => usage.layerInodes),
  processes: sum(usages, (usage) => usage.processes),
  memoryLimitBytes: 0,
  swapLimitBytes: 0,
});

const sandboxStatsOf = (state: MockState, sandbox: SandboxRecord): PodSandboxStats => {
  const timestamp = state.clock.nowNanos();
  const running = sandbox.containers.filter((container) => container.isRunning);
  const total = totalOf(running.map(usageOf));
  const rate = running.reduce((rates, container) => rates + rateOf(container, timestamp), 0);
  const { id, metadata, labels, annotations } = sandbox.message;
  const { traffic } = sandbox.network;
  const eth0 = {
    name: "eth0",
    rxBytes: uint64(traffic.receivedBytes),
    rxErrors: uint64(0),
    txBytes: uint64(traffic.sentBytes),
    txErrors: uint64(0),
  };
  return {
    attributes: { id, metadata, labels, annotations },
    linux: {
      cpu: cpuUsage(timestamp, total.cpuNanos, rate),
      memory: memoryUsage(timestamp, total),
      network: { timestamp, defaultInterface: eth0, interfaces: [eth0] },
      process: { timestamp, processCount: uint64(total.processes + 1) },
      containers: running.map((container) => statsOf(state, container)),
      io: { timestamp, psi: noPressure() },
    },
    windows: undefined,
  };
};

/** ContainerStats. */
export const containerStats = (state: MockState, request: ContainerStatsRequest): ContainerStatsResponse => ({
  stats: statsOf(state, containerOf(state, request.containerId)),
});

/** ListContainerStats; of what the service cannot know, the pod sandbox of each, it filters here. Only running containers have stats. */
export const listContainerStats = (
  state: MockState,
  request: ListContainerStatsRequest,
): ListContainerStatsResponse => {
  const asked = request.filter?.podSandboxId ?? "";
  const podSandboxId = asked === "" ? "" : (resolveId(asked, state.sandboxes.keys()) ?? asked);
  const stats: ContainerStats[] = [];
  for (const container of state.containers.values()) {
    if (!container.isRunning || (podSandboxId !== "" && container.sandbox.podSandboxId !== podSandboxId)) continue;
    stats.push(statsOf(state, container));
  }
  return { stats };
};

/** PodSandboxStats. */
export const podSandboxStats = (state: MockState, request: PodSandboxStatsRequest): PodSandboxStatsResponse => ({
  stats: sandboxStatsOf(state, sandboxOf(state, request.podSandboxId)),
});

/** ListPodSandboxStats without its filter, which the service applies. Only pod sandboxes that are ready have stats. */
export const listPodSandboxStats = (state: MockState): ListPodSandboxStatsResponse => {
  const stats: PodSandboxStats[] = [];
  for (const sandbox of state.sandboxes.values()) if (sandbox.isReady) stats.push(sandboxStatsOf(state, sandbox));
  return { stats };
};
