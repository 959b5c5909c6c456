import type {
  ContainerStats,
  CpuUsage,
  FilesystemUsage,
  IoUsage,
  MemoryUsage,
  NetworkInterfaceUsage,
  NetworkUsage,
  PodSandboxStats,
  PsiStats,
  SwapUsage,
  UInt64Value,
} from "@crikit/cri-api";
import type { ContainerRecord } from "../translate/container-status.ts";
import type { SandboxRecord } from "../translate/sandbox-status.ts";
import type { InterfaceIo, Pressure, PressureLine, Sample } from "./sample.ts";
import type { Measured } from "./sampler.ts";

const optional = (value: bigint | undefined): UInt64Value | undefined => (value === undefined ? undefined : { value });

const toPsiLine = (line: PressureLine) => ({
  Total: line.totalMicros * 1000n,
  Avg10: line.avg10,
  Avg60: line.avg60,
  Avg300: line.avg300,
});

const toPsi = (pressure: Pressure | undefined): PsiStats | undefined =>
  pressure === undefined ? undefined : { Full: toPsiLine(pressure.full), Some: toPsiLine(pressure.some) };

const toCpu = ({ sample, nanoCores }: Measured): CpuUsage => ({
  timestamp: sample.timeNanos,
  usageCoreNanoSeconds: { value: sample.cpu.totalNanos },
  usageNanoCores: optional(nanoCores),
  psi: toPsi(sample.cpu.pressure),
});

const toMemory = ({ sample }: Measured): MemoryUsage => {
  const { memory } = sample;
  const available = memory.limitBytes === undefined ? undefined : memory.limitBytes - memory.workingSetBytes;
  return {
    timestamp: sample.timeNanos,
    workingSetBytes: { value: memory.workingSetBytes },
    availableBytes: optional(available === undefined || available < 0n ? undefined : available),
    usageBytes: { value: memory.usageBytes },
    rssBytes: optional(memory.rssBytes),
    pageFaults: optional(memory.pageFaults),
    majorPageFaults: optional(memory.majorPageFaults),
    psi: toPsi(memory.pressure),
  };
};

const toSwap = (sample: Sample): SwapUsage | undefined =>
  sample.memory.swapBytes === undefined
    ? undefined
    : {
        timestamp: sample.timeNanos,
        swapAvailableBytes: undefined,
        swapUsageBytes: { value: sample.memory.swapBytes },
      };

const toIo = (sample: Sample): IoUsage | undefined =>
  sample.io.pressure === undefined ? undefined : { timestamp: sample.timeNanos, psi: toPsi(sample.io.pressure) };

/** CRI's statistics of a container; one that does not run has attributes and its writable layer. */
export const toContainerStats = (
  record: ContainerRecord,
  measured: Measured | undefined,
  writableLayer: FilesystemUsage | undefined,
): ContainerStats => ({
  attributes: {
    id: record.id,
    metadata: record.status.metadata,
    labels: record.status.labels,
    annotations: record.status.annotations,
  },
  cpu: measured === undefined ? undefined : toCpu(measured),
  memory: measured === undefined ? undefined : toMemory(measured),
  writableLayer,
  swap: measured === undefined ? undefined : toSwap(measured.sample),
  io: measured === undefined ? undefined : toIo(measured.sample),
});

const toInterface = (one: InterfaceIo): NetworkInterfaceUsage => ({
  name: one.name,
  rxBytes: { value: one.rxBytes },
  rxErrors: { value: one.rxErrors },
  txBytes: { value: one.txBytes },
  txErrors: { value: one.txErrors },
});

const toNetwork = (sample: Sample): NetworkUsage | undefined => {
  if (sample.interfaces.length === 0) return undefined;
  const main = sample.interfaces.find((one) => one.name === "eth0") ?? sample.interfaces[0];
  return {
    timestamp: sample.timeNanos,
    defaultInterface: main === undefined ? undefined : toInterface(main),
    interfaces: sample.interfaces.filter((one) => one !== main).map(toInterface),
  };
};

const sum = (values: readonly (bigint | undefined)[]): bigint | undefined => {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, value) => total + value, 0n);
};

const podCpu = (all: readonly Measured[], timestamp: bigint): CpuUsage => ({
  timestamp,
  usageCoreNanoSeconds: { value: sum(all.map((one) => one.sample.cpu.totalNanos)) ?? 0n },
  usageNanoCores: optional(sum(all.map((one) => one.nanoCores))),
  psi: undefined,
});

const podMemory = (all: readonly Measured[], timestamp: bigint): MemoryUsage => {
  const total = (pick: (sample: Sample) => bigint | undefined) => sum(all.map((one) => pick(one.sample)));
  return {
    timestamp,
    workingSetBytes: { value: total((sample) => sample.memory.workingSetBytes) ?? 0n },
    availableBytes: undefined,
    usageBytes: { value: total((sample) => sample.memory.usageBytes) ?? 0n },
    rssBytes: optional(total((sample) => sample.memory.rssBytes)),
    pageFaults: optional(total((sample) => sample.memory.pageFaults)),
    majorPageFaults: optional(total((sample) => sample.memory.majorPageFaults)),
    psi: undefined,
  };
};

/** A pod's statistics: the sum of its containers and its sandbox container, and the network of the latter. */
export const toPodSandboxStats = (
  record: SandboxRecord,
  own: Measured | undefined,
  containers: readonly { readonly stats: ContainerStats; readonly measured: Measured | undefined }[],
): PodSandboxStats => {
  const all = [own, ...containers.map((one) => one.measured)].filter((one) => one !== undefined);
  const timestamp = all[0]?.sample.timeNanos ?? 0n;
  const processes = sum(all.map((one) => one.sample.processes.count));
  return {
    attributes: {
      id: record.id,
      metadata: record.status.metadata,
      labels: record.status.labels,
      annotations: record.status.annotations,
    },
    linux: {
      cpu: all.length === 0 ? undefined : podCpu(all, timestamp),
      memory: all.length === 0 ? undefined : podMemory(all, timestamp),
      network: own === undefined ? undefined : toNetwork(own.sample),
      process: processes === undefined ? undefined : { timestamp, processCount: { value: processes } },
      containers: containers.map((one) => one.stats),
      io: undefined,
    },
    windows: undefined,
  };
};
