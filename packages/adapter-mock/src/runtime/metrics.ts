import {
  type ListMetricDescriptorsResponse,
  type ListPodSandboxMetricsResponse,
  type Metric,
  type MetricDescriptor,
  MetricType,
} from "@crikit/cri-api";
import type { ContainerRecord } from "./container.ts";
import type { SandboxRecord } from "./sandbox.ts";
import type { MockState } from "./state.ts";
import { type Usage, uint64, usageOf } from "./stats.ts";

/** Labels of every metric. */
const LABELS = ["id", "name", "image"] as const;
/** Labels of a pod's own metrics, too. */
const DEVICE = "/dev/vda";
const PERIOD_NANOS = 100_000_000;
const LAYER_LIMIT_BYTES = 100 * 1024 ** 3;
const LAYER_INODES = 6_553_600;

/** What a container's metrics are made of. */
interface Subject {
  readonly container: ContainerRecord;
  readonly usage: Usage;
  readonly nowNanos: bigint;
}

interface MetricRow {
  readonly name: string;
  readonly help: string;
  readonly type: MetricType;
  /** Further labels, with their values. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: (subject: Subject) => number;
}

const { COUNTER, GAUGE } = MetricType;
const zero = (): number => 0;
const seconds = (nanos: number): number => nanos / 1e9;
const resourcesOf = ({ container }: Subject) => container.config.linux?.resources;
const runningSeconds = ({ container, nowNanos }: Subject): number =>
  container.isRunning ? Number(nowNanos - container.startedAtNanos) / 1e9 : 0;

/** Periods in which a quota was counted: those of the time the container has run, if it has a quota. */
const periods = (subject: Subject): number =>
  (resourcesOf(subject)?.cpuQuota ?? 0n) > 0n ? runningSeconds(subject) * 10 : 0;

/** Processor time wanted beyond the quota, in nanoseconds. */
const throttledNanos = (subject: Subject): number => {
  const resources = resourcesOf(subject);
  const quota = Number(resources?.cpuQuota ?? 0n);
  const period = Number(resources?.cpuPeriod || 100_000n);
  return quota <= 0 ? 0 : Math.max(0, subject.usage.cpuNanos - runningSeconds(subject) * 1e9 * (quota / period));
};

const ofContainer: readonly MetricRow[] = [
  {
    name: "container_blkio_device_usage_total",
    help: "Bytes of block input and output",
    type: COUNTER,
    labels: { device: DEVICE, operation: "Write" },
    value: ({ usage }) => usage.layerBytes,
  },
  { name: "container_cpu_cfs_periods_total", help: "Periods in which a quota held", type: COUNTER, value: periods },
  {
    name: "container_cpu_cfs_throttled_periods_total",
    help: "Periods in which the quota was used up",
    type: COUNTER,
    value: (subject) => Math.min(periods(subject), throttledNanos(subject) / PERIOD_NANOS),
  },
  {
    name: "container_cpu_cfs_throttled_seconds_total",
    help: "Seconds spent waiting for the next period",
    type: COUNTER,
    value: (subject) => seconds(throttledNanos(subject)),
  },
  {
    name: "container_cpu_system_seconds_total",
    help: "Seconds of processor time in the kernel",
    type: COUNTER,
    value: ({ usage }) => seconds(usage.cpuNanos * 0.25),
  },
  {
    name: "container_cpu_usage_seconds_total",
    help: "Seconds of processor time",
    type: COUNTER,
    labels: { cpu: "total" },
    value: ({ usage }) => seconds(usage.cpuNanos),
  },
  {
    name: "container_cpu_user_seconds_total",
    help: "Seconds of processor time in programs",
    type: COUNTER,
    value: ({ usage }) => seconds(usage.cpuNanos * 0.75),
  },
  {
    name: "container_file_descriptors",
    help: "Open file descriptors",
    type: GAUGE,
    value: ({ usage }) => usage.processes * 3,
  },
  {
    name: "container_fs_inodes_free",
    help: "Inodes left",
    type: GAUGE,
    labels: { device: DEVICE },
    value: ({ usage }) => LAYER_INODES - usage.layerInodes,
  },
  {
    name: "container_fs_inodes_total",
    help: "Inodes in all",
    type: GAUGE,
    labels: { device: DEVICE },
    value: () => LAYER_INODES,
  },
  {
    name: "container_fs_limit_bytes",
    help: "Bytes the container's layer may grow to",
    type: GAUGE,
    labels: { device: DEVICE },
    value: () => LAYER_LIMIT_BYTES,
  },
  {
    name: "container_fs_reads_bytes_total",
    help: "Bytes read",
    type: COUNTER,
    labels: { device: DEVICE },
    value: ({ usage }) => usage.ioBytes,
  },
  {
    name: "container_fs_reads_total",
    help: "Reads",
    type: COUNTER,
    labels: { device: DEVICE },
    value: ({ usage }) => usage.ioBytes / 4096,
  },
  {
    name: "container_fs_usage_bytes",
    help: "Bytes in the container's layer",
    type: GAUGE,
    labels: { device: DEVICE },
    value: ({ usage }) => usage.layerBytes,
  },
  {
    name: "container_fs_writes_bytes_total",
    help: "Bytes written",
    type: COUNTER,
    labels: { device: DEVICE },
    value: ({ usage }) => usage.layerBytes,
  },
  {
    name: "container_fs_writes_total",
    help: "Writes",
    type: COUNTER,
    labels: { device: DEVICE },
    value: ({ usage }) => Math.ceil(usage.layerBytes / 4096),
  },
  {
    name: "container_hugetlb_max_usage_bytes",
    help: "Most bytes in huge pages so far",
    type: GAUGE,
    labels: { pagesize: "2MB" },
    value: zero,
  },
  {
    name: "container_hugetlb_usage_bytes",
    help: "Bytes in huge pages",
    type: GAUGE,
    labels: { pagesize: "2MB" },
    value: zero,
  },
  {
    name: "container_last_seen",
    help: "When the container was last there, seconds since 1970",
    type: GAUGE,
    value: ({ nowNanos }) => Number(nowNanos / 1_000_000_000n),
  },
  { name: "container_memory_cache", help: "Bytes of page cache", type: GAUGE, value: ({ usage }) => usage.cacheBytes },
  {
    name: "container_memory_failcnt",
    help: "Times the memory limit was hit",
    type: COUNTER,
    value: ({ container }) => container.oomEvents,
  },
  {
    name: "container_memory_failures_total",
    help: "Page faults",
    type: COUNTER,
    labels: { failure_type: "pgfault", scope: "container" },
    value: ({ usage }) => usage.pageFaults,
  },
  {
    name: "container_memory_kernel_usage",
    help: "Bytes the kernel uses for the container",
    type: GAUGE,
    value: ({ usage }) => usage.processes * 65_536,
  },
  {
    name: "container_memory_mapped_file",
    help: "Bytes of mapped files",
    type: GAUGE,
    value: ({ usage }) => Math.min(usage.cacheBytes, usage.processes * 262_144),
  },
  {
    name: "container_memory_max_usage_bytes",
    help: "Most bytes of memory so far",
    type: GAUGE,
    value: ({ usage }) => usage.peakBytes,
  },
  {
    name: "container_memory_rss",
    help: "Bytes of memory of the processes",
    type: GAUGE,
    value: ({ usage }) => usage.rssBytes,
  },
  { name: "container_memory_swap", help: "Bytes swapped out", type: GAUGE, value: zero },
  {
    name: "container_memory_usage_bytes",
    help: "Bytes of memory, page cache included",
    type: GAUGE,
    value: ({ usage }) => usage.usageBytes,
  },
  {
    name: "container_memory_working_set_bytes",
    help: "Bytes of memory that cannot be taken back at once",
    type: GAUGE,
    value: ({ usage }) => usage.workingSetBytes,
  },
  {
    name: "container_oom_events_total",
    help: "Processes killed for want of memory",
    type: COUNTER,
    value: ({ container }) => container.oomEvents,
  },
  {
    name: "container_pressure_cpu_stalled_seconds_total",
    help: "Seconds in which all waited for a processor",
    type: COUNTER,
    value: zero,
  },
  {
    name: "container_pressure_cpu_waiting_seconds_total",
    help: "Seconds in which some waited for a processor",
    type: COUNTER,
    value: (subject) => seconds(throttledNanos(subject)),
  },
  {
    name: "container_pressure_io_stalled_seconds_total",
    help: "Seconds in which all waited for input and output",
    type: COUNTER,
    value: zero,
  },
  {
    name: "container_pressure_io_waiting_seconds_total",
    help: "Seconds in which some waited for input and output",
    type: COUNTER,
    value: zero,
  },
  {
    name: "container_pressure_memory_stalled_seconds_total",
    help: "Seconds in which all waited for memory",
    type: COUNTER,
    value: zero,
  },
  {
    name: "container_pressure_memory_waiting_seconds_total",
    help: "Seconds in which some waited for memory",
    type: COUNTER,
    value: zero,
  },
  { name: "container_processes", help: "Processes", type: GAUGE, value: ({ usage }) => usage.processes },
  {
    name: "container_sockets",
    help: "Open sockets",
    type: GAUGE,
    value: ({ container }) =>
      container.network.isHost ? 0 : container.network.ports.length + container.network.openConnections,
  },
  {
    name: "container_spec_cpu_period",
    help: "Microseconds of a quota's period",
    type: GAUGE,
    value: (subject) => Number(resourcesOf(subject)?.cpuPeriod ?? 0n),
  },
  {
    name: "container_spec_cpu_quota",
    help: "Microseconds of processor time per period",
    type: GAUGE,
    value: (subject) => Number(resourcesOf(subject)?.cpuQuota ?? 0n),
  },
  {
    name: "container_spec_cpu_shares",
    help: "Relative weight for processor time",
    type: GAUGE,
    value: (subject) => Number(resourcesOf(subject)?.cpuShares || 1024n),
  },
  {
    name: "container_spec_memory_limit_bytes",
    help: "Memory limit in bytes",
    type: GAUGE,
    value: ({ usage }) => usage.memoryLimitBytes,
  },
  {
    name: "container_spec_memory_reservation_limit_bytes",
    help: "Memory reservation in bytes",
    type: GAUGE,
    value: (subject) => Number(resourcesOf(subject)?.unified["memory.low"] ?? 0),
  },
  {
    name: "container_spec_memory_swap_limit_bytes",
    help: "Swap limit in bytes",
    type: GAUGE,
    value: ({ usage }) => usage.swapLimitBytes,
  },
  {
    name: "container_start_time_seconds",
    help: "When the container was started, seconds since 1970",
    type: GAUGE,
    value: ({ container }) => Number(container.startedAtNanos / 1_000_000_000n),
  },
  { name: "container_threads", help: "Threads", type: GAUGE, value: ({ usage }) => usage.processes },
  { name: "container_threads_max", help: "Threads the container may have", type: GAUGE, value: () => 32_768 },
  {
    name: "container_ulimits_soft",
    help: "Soft limits of the first process",
    type: GAUGE,
    labels: { ulimit: "max_open_files" },
    value: () => 1_048_576,
  },
];

interface PodRow {
  readonly name: string;
  readonly help: string;
  readonly value: (sandbox: SandboxRecord) => number;
}

/** Network interfaces belong to the pod. Packets are counted as if they were full. */
const MTU_BYTES = 1500;
const received = (sandbox: SandboxRecord): number => sandbox.network.traffic.receivedBytes;
const sent = (sandbox: SandboxRecord): number => sandbox.network.traffic.sentBytes;
const none = (): number => 0;

const ofPod: readonly PodRow[] = [
  { name: "container_network_receive_bytes_total", help: "Bytes received", value: received },
  { name: "container_network_receive_errors_total", help: "Errors while receiving", value: none },
  { name: "container_network_receive_packets_dropped_total", help: "Packets dropped while receiving", value: none },
  {
    name: "container_network_receive_packets_total",
    help: "Packets received",
    value: (sandbox) => Math.ceil(received(sandbox) / MTU_BYTES),
  },
  { name: "container_network_transmit_bytes_total", help: "Bytes sent", value: sent },
  { name: "container_network_transmit_errors_total", help: "Errors while sending", value: none },
  { name: "container_network_transmit_packets_dropped_total", help: "Packets dropped while sending", value: none },
  {
    name: "container_network_transmit_packets_total",
    help: "Packets sent",
    value: (sandbox) => Math.ceil(sent(sandbox) / MTU_BYTES),
  },
];

const DESCRIPTORS: MetricDescriptor[] = [
  ...ofContainer.map(({ name, help, labels = {} }) => ({ name, help, labelKeys: [...LABELS, ...Object.keys(labels)] })),
  ...ofPod.map(({ name, help }) => ({ name, help, labelKeys: [...LABELS, "interface"] })),
].sort((a, b) => (a.name < b.name ? -1 : 1));

/** ListMetricDescriptors: the 56 names of the CRI, and their labels. */
export const listMetricDescriptors = (): ListMetricDescriptorsResponse => ({ descriptors: DESCRIPTORS });

const containerMetrics = (container: ContainerRecord, nowNanos: bigint): Metric[] => {
  const subject: Subject = { container, usage: usageOf(container), nowNanos };
  const { id, metadata, image } = container.message;
  const base = [id, metadata?.name ?? "", image?.image ?? ""];
  return ofContainer.map(({ name, type, labels, value }) => ({
    name,
    timestamp: nowNanos,
    metricType: type,
    labelValues: labels === undefined ? base : [...base, ...Object.values(labels)],
    value: uint64(value(subject)),
  }));
};

const podMetrics = (sandbox: SandboxRecord, nowNanos: bigint): Metric[] => {
  const labelValues = [sandbox.podSandboxId, "POD", "", "eth0"];
  return ofPod.map(({ name, value }) => ({
    name,
    timestamp: nowNanos,
    metricType: COUNTER,
    labelValues,
    value: uint64(value(sandbox)),
  }));
};

/** ListPodSandboxMetrics: of every ready pod sandbox and each container that runs in it. */
export const listPodSandboxMetrics = (state: MockState): ListPodSandboxMetricsResponse => {
  const nowNanos = state.clock.nowNanos();
  const ready = [...state.sandboxes.values()].filter(({ isReady }) => isReady);
  return {
    podMetrics: ready.map((sandbox) => ({
      podSandboxId: sandbox.podSandboxId,
      metrics: podMetrics(sandbox, nowNanos),
      containerMetrics: sandbox.containers
        .filter(({ isRunning }) => isRunning)
        .map((container) => ({ containerId: container.containerId, metrics: containerMetrics(container, nowNanos) })),
    })),
  };
};
