import { type Metric, type MetricDescriptor, MetricType } from "@crikit/cri-api";
import type { Sample } from "./sample.ts";

/** What of a container's configuration and files metrics are made from, beside a sample. */
export interface MetricFacts {
  readonly startedAtNanos: bigint;
  readonly cpuPeriod: bigint;
  readonly cpuQuota: bigint;
  readonly cpuShares: bigint;
  readonly memoryLimitBytes: bigint;
  readonly memorySwapLimitBytes: bigint;
  readonly writtenBytes: bigint | undefined;
  readonly fs: FsFacts | undefined;
  readonly tasks: TaskFacts | undefined;
}

/** The file system that containers write to. */
export interface FsFacts {
  readonly device: string;
  readonly limitBytes: bigint;
  readonly inodes: bigint;
  readonly inodesFree: bigint;
}

/** What is counted by walking a container's processes. */
export interface TaskFacts {
  readonly threads: bigint;
  readonly descriptors: bigint;
  readonly sockets: bigint;
  readonly openFilesSoftLimit: bigint | undefined;
}

/** One value with the values of the descriptor's own labels. */
interface Value {
  readonly value: bigint | undefined;
  readonly labels?: readonly string[];
}

interface MetricKind {
  readonly name: string;
  readonly help: string;
  readonly type: MetricType;
  /** Labels beside id, name and image. */
  readonly labelKeys?: readonly string[];
  readonly of: "container" | "pod";
  readonly read: (sample: Sample, facts: MetricFacts) => readonly Value[];
}

const { COUNTER, GAUGE } = MetricType;
const commonKeys = ["id", "name", "image"];

const one = (value: bigint | undefined): readonly Value[] => [{ value }];
const seconds = (nanos: bigint | undefined): bigint | undefined =>
  nanos === undefined ? undefined : nanos / 1_000_000_000n;
const microSeconds = (micros: bigint | undefined): bigint | undefined =>
  micros === undefined ? undefined : micros / 1_000_000n;

const container = (
  name: string,
  help: string,
  type: MetricType,
  read: MetricKind["read"],
  labelKeys: readonly string[] = [],
): MetricKind => ({ name: `container_${name}`, help, type, read, labelKeys, of: "container" });

const ofDevices =
  (pick: (device: Sample["io"]["devices"][number]) => bigint): MetricKind["read"] =>
  (sample) =>
    sample.io.devices.map((device) => ({ value: pick(device), labels: [`${device.major}:${device.minor}`] }));

const network = (name: string, help: string, pick: (one: Sample["interfaces"][number]) => bigint): MetricKind => ({
  name: `container_network_${name}`,
  help,
  type: COUNTER,
  labelKeys: ["interface"],
  of: "pod",
  read: (sample) => sample.interfaces.map((link) => ({ value: pick(link), labels: [link.name] })),
});

const deviceKeys = ["device"];

/** The metrics a Docker host can give, under the names that cAdvisor gave them; what a machine does not tell has a descriptor and no value. */
export const METRIC_KINDS: readonly MetricKind[] = [
  container("cpu_usage_seconds_total", "Processor time used, in seconds.", COUNTER, (s) =>
    one(seconds(s.cpu.totalNanos)),
  ),
  container("cpu_user_seconds_total", "Processor time used in user mode, in seconds.", COUNTER, (s) =>
    one(seconds(s.cpu.userNanos)),
  ),
  container("cpu_system_seconds_total", "Processor time used in the kernel, in seconds.", COUNTER, (s) =>
    one(seconds(s.cpu.systemNanos)),
  ),
  container("cpu_cfs_periods_total", "Periods in which the processor quota was enforced.", COUNTER, (s) =>
    one(s.cpu.periods),
  ),
  container("cpu_cfs_throttled_periods_total", "Periods in which the container was throttled.", COUNTER, (s) =>
    one(s.cpu.throttledPeriods),
  ),
  container("cpu_cfs_throttled_seconds_total", "Time the container was throttled, in seconds.", COUNTER, (s) =>
    one(seconds(s.cpu.throttledNanos)),
  ),
  container("memory_usage_bytes", "Memory in use, caches included.", GAUGE, (s) => one(s.memory.usageBytes)),
  container("memory_working_set_bytes", "Memory in use less what the kernel can drop at once.", GAUGE, (s) =>
    one(s.memory.workingSetBytes),
  ),
  container("memory_rss", "Anonymous memory.", GAUGE, (s) => one(s.memory.rssBytes)),
  container("memory_cache", "Page cache.", GAUGE, (s) => one(s.memory.cacheBytes)),
  container("memory_mapped_file", "Mapped files in memory.", GAUGE, (s) => one(s.memory.mappedFileBytes)),
  container("memory_kernel_usage", "Memory of the kernel for the container.", GAUGE, (s) => one(s.memory.kernelBytes)),
  container("memory_swap", "Swap in use.", GAUGE, (s) => one(s.memory.swapBytes)),
  container("memory_max_usage_bytes", "The most memory that was in use.", GAUGE, (s) => one(s.memory.maxUsageBytes)),
  container("memory_failcnt", "How often the memory limit was hit.", COUNTER, (s) => one(s.memory.failures)),
  container(
    "memory_failures_total",
    "Page faults.",
    COUNTER,
    (s) => [
      { value: s.memory.pageFaults, labels: ["pgfault", "container"] },
      { value: s.memory.majorPageFaults, labels: ["pgmajfault", "container"] },
    ],
    ["failure_type", "scope"],
  ),
  container("oom_events_total", "Processes ended for want of memory.", COUNTER, (s) => one(s.memory.oomEvents)),
  container("pressure_cpu_stalled_seconds_total", "Time all tasks waited for the processor.", COUNTER, (s) =>
    one(microSeconds(s.cpu.pressure?.full.totalMicros)),
  ),
  container("pressure_cpu_waiting_seconds_total", "Time some task waited for the processor.", COUNTER, (s) =>
    one(microSeconds(s.cpu.pressure?.some.totalMicros)),
  ),
  container("pressure_memory_stalled_seconds_total", "Time all tasks waited for memory.", COUNTER, (s) =>
    one(microSeconds(s.memory.pressure?.full.totalMicros)),
  ),
  container("pressure_memory_waiting_seconds_total", "Time some task waited for memory.", COUNTER, (s) =>
    one(microSeconds(s.memory.pressure?.some.totalMicros)),
  ),
  container("pressure_io_stalled_seconds_total", "Time all tasks waited for input or output.", COUNTER, (s) =>
    one(microSeconds(s.io.pressure?.full.totalMicros)),
  ),
  container("pressure_io_waiting_seconds_total", "Time some task waited for input or output.", COUNTER, (s) =>
    one(microSeconds(s.io.pressure?.some.totalMicros)),
  ),
  container(
    "blkio_device_usage_total",
    "Bytes moved from and to block devices.",
    COUNTER,
    (s) =>
      s.io.devices.flatMap((device) => [
        {
          value: device.readBytes,
          labels: [`${device.major}:${device.minor}`, String(device.major), String(device.minor), "Read"],
        },
        {
          value: device.writeBytes,
          labels: [`${device.major}:${device.minor}`, String(device.major), String(device.minor), "Write"],
        },
      ]),
    ["device", "major", "minor", "operation"],
  ),
  container(
    "fs_reads_total",
    "Reads from block devices.",
    COUNTER,
    ofDevices((device) => device.reads),
    deviceKeys,
  ),
  container(
    "fs_reads_bytes_total",
    "Bytes read from block devices.",
    COUNTER,
    ofDevices((device) => device.readBytes),
    deviceKeys,
  ),
  container(
    "fs_writes_total",
    "Writes to block devices.",
    COUNTER,
    ofDevices((device) => device.writes),
    deviceKeys,
  ),
  container(
    "fs_writes_bytes_total",
    "Bytes written to block devices.",
    COUNTER,
    ofDevices((device) => device.writeBytes),
    deviceKeys,
  ),
  container(
    "fs_usage_bytes",
    "Bytes of the container's writable layer.",
    GAUGE,
    (_, f) => [{ value: f.writtenBytes, labels: [f.fs?.device ?? ""] }],
    deviceKeys,
  ),
  container(
    "fs_limit_bytes",
    "Size of the file system that containers write to.",
    GAUGE,
    (_, f) => [{ value: f.fs?.limitBytes, labels: [f.fs?.device ?? ""] }],
    deviceKeys,
  ),
  container(
    "fs_inodes_total",
    "Inodes of that file system.",
    GAUGE,
    (_, f) => [{ value: f.fs?.inodes, labels: [f.fs?.device ?? ""] }],
    deviceKeys,
  ),
  container(
    "fs_inodes_free",
    "Free inodes of that file system.",
    GAUGE,
    (_, f) => [{ value: f.fs?.inodesFree, labels: [f.fs?.device ?? ""] }],
    deviceKeys,
  ),
  container("hugetlb_usage_bytes", "Huge pages in use.", GAUGE, () => [], ["pagesize"]),
  container("hugetlb_max_usage_bytes", "The most huge pages that were in use.", GAUGE, () => [], ["pagesize"]),
  container("processes", "Processes.", GAUGE, (s) => one(s.processes.count)),
  container("threads", "Threads.", GAUGE, (_, f) => one(f.tasks?.threads)),
  container("threads_max", "The most tasks there may be; 0 for no limit.", GAUGE, (s) => one(s.processes.limit ?? 0n)),
  container("file_descriptors", "Open file descriptors.", GAUGE, (_, f) => one(f.tasks?.descriptors)),
  container("sockets", "Open sockets.", GAUGE, (_, f) => one(f.tasks?.sockets)),
  container(
    "ulimits_soft",
    "Soft limits of the first process.",
    GAUGE,
    (_, f) => [{ value: f.tasks?.openFilesSoftLimit, labels: ["max_open_files"] }],
    ["ulimit"],
  ),
  container("last_seen", "When the container was last measured, in seconds since 1970.", GAUGE, (s) =>
    one(seconds(s.timeNanos)),
  ),
  container("start_time_seconds", "When the container was started, in seconds since 1970.", GAUGE, (_, f) =>
    one(seconds(f.startedAtNanos)),
  ),
  container("spec_cpu_period", "Processor period of the limit, in microseconds.", GAUGE, (_, f) => one(f.cpuPeriod)),
  container("spec_cpu_quota", "Processor quota of the limit, in microseconds.", GAUGE, (_, f) => one(f.cpuQuota)),
  container("spec_cpu_shares", "Processor shares.", GAUGE, (_, f) => one(f.cpuShares)),
  container("spec_memory_limit_bytes", "Memory limit; 0 for none.", GAUGE, (_, f) => one(f.memoryLimitBytes)),
  container("spec_memory_reservation_limit_bytes", "Memory reservation; 0 for none.", GAUGE, () => one(0n)),
  container("spec_memory_swap_limit_bytes", "Limit of memory and swap together; 0 for none.", GAUGE, (_, f) =>
    one(f.memorySwapLimitBytes),
  ),
  network("receive_bytes_total", "Bytes received.", (link) => link.rxBytes),
  network("receive_packets_total", "Packets received.", (link) => link.rxPackets),
  network("receive_errors_total", "Errors while receiving.", (link) => link.rxErrors),
  network("receive_packets_dropped_total", "Packets dropped while receiving.", (link) => link.rxDropped),
  network("transmit_bytes_total", "Bytes sent.", (link) => link.txBytes),
  network("transmit_packets_total", "Packets sent.", (link) => link.txPackets),
  network("transmit_errors_total", "Errors while sending.", (link) => link.txErrors),
  network("transmit_packets_dropped_total", "Packets dropped while sending.", (link) => link.txDropped),
];

/** The descriptors of all metrics. */
export const metricDescriptors = (): MetricDescriptor[] =>
  METRIC_KINDS.map(({ name, help, labelKeys }) => ({ name, help, labelKeys: [...commonKeys, ...(labelKeys ?? [])] }));

const noFacts: MetricFacts = {
  startedAtNanos: 0n,
  cpuPeriod: 0n,
  cpuQuota: 0n,
  cpuShares: 0n,
  memoryLimitBytes: 0n,
  memorySwapLimitBytes: 0n,
  writtenBytes: undefined,
  fs: undefined,
  tasks: undefined,
};

/** The metrics of one container, or of a pod's network; `labels` are the values of id, name and image. */
export const toMetrics = (
  of: "container" | "pod",
  labels: readonly [id: string, name: string, image: string],
  sample: Sample,
  facts: MetricFacts = noFacts,
): Metric[] =>
  METRIC_KINDS.filter((kind) => kind.of === of).flatMap((kind) =>
    kind.read(sample, facts).flatMap(({ value, labels: own }) =>
      value === undefined
        ? []
        : [
            {
              name: kind.name,
              timestamp: sample.timeNanos,
              metricType: kind.type,
              labelValues: [...labels, ...(own ?? [])],
              value: { value },
            },
          ],
    ),
  );
