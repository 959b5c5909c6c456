import type { EngineStats } from "../engine/types.ts";
import { nowNanos } from "../translate/times.ts";
import type { DeviceIo, InterfaceIo, Sample } from "./sample.ts";

const big = (value: number | undefined): bigint | undefined =>
  value === undefined ? undefined : BigInt(Math.trunc(value));
const zero = (value: number | undefined): bigint => BigInt(Math.trunc(value ?? 0));

const devicesOf = (stats: EngineStats): DeviceIo[] => {
  const devices = new Map<string, DeviceIo>();
  const take = (
    rows: NonNullable<EngineStats["blkio_stats"]>["io_serviced_recursive"],
    read: "readBytes" | "reads",
    write: "writeBytes" | "writes",
  ): void => {
    for (const row of rows ?? []) {
      const key = `${row.major}:${row.minor}`;
      const before = devices.get(key) ?? {
        major: row.major,
        minor: row.minor,
        readBytes: 0n,
        writeBytes: 0n,
        reads: 0n,
        writes: 0n,
      };
      const op = row.op.toLowerCase();
      if (op === "read") devices.set(key, { ...before, [read]: zero(row.value) });
      if (op === "write") devices.set(key, { ...before, [write]: zero(row.value) });
    }
  };
  take(stats.blkio_stats?.io_service_bytes_recursive, "readBytes", "writeBytes");
  take(stats.blkio_stats?.io_serviced_recursive, "reads", "writes");
  return [...devices.values()];
};

const interfacesOf = (stats: EngineStats): InterfaceIo[] =>
  Object.entries(stats.networks ?? {}).map(([name, counts]) => ({
    name,
    rxBytes: zero(counts.rx_bytes),
    rxPackets: zero(counts.rx_packets),
    rxErrors: zero(counts.rx_errors),
    rxDropped: zero(counts.rx_dropped),
    txBytes: zero(counts.tx_bytes),
    txPackets: zero(counts.tx_packets),
    txErrors: zero(counts.tx_errors),
    txDropped: zero(counts.tx_dropped),
  }));

/** The engine's statistics of a container as a sample; of either version of cgroups. */
export const toSample = (stats: EngineStats): Sample => {
  const cpu = stats.cpu_stats;
  const memory = stats.memory_stats;
  const detail = memory?.stats ?? {};
  const usageBytes = zero(memory?.usage);
  const inactive = zero(detail.total_inactive_file ?? detail.inactive_file);
  return {
    timeNanos: nowNanos(),
    cpu: {
      totalNanos: zero(cpu?.cpu_usage?.total_usage),
      userNanos: big(cpu?.cpu_usage?.usage_in_usermode),
      systemNanos: big(cpu?.cpu_usage?.usage_in_kernelmode),
      periods: big(cpu?.throttling_data?.periods),
      throttledPeriods: big(cpu?.throttling_data?.throttled_periods),
      throttledNanos: big(cpu?.throttling_data?.throttled_time),
      pressure: undefined,
    },
    memory: {
      usageBytes,
      workingSetBytes: inactive > usageBytes ? usageBytes : usageBytes - inactive,
      rssBytes: big(detail.total_rss ?? detail.anon),
      cacheBytes: big(detail.total_cache ?? detail.file),
      mappedFileBytes: big(detail.total_mapped_file ?? detail.file_mapped),
      kernelBytes: big(detail.kernel),
      swapBytes: big(detail.total_swap),
      maxUsageBytes: big(memory?.max_usage),
      failures: big(memory?.failcnt),
      limitBytes: big(memory?.limit),
      pageFaults: big(detail.total_pgfault ?? detail.pgfault),
      majorPageFaults: big(detail.total_pgmajfault ?? detail.pgmajfault),
      oomEvents: undefined,
      pressure: undefined,
    },
    io: { devices: devicesOf(stats), pressure: undefined },
    processes: { count: big(stats.pids_stats?.current), limit: big(stats.pids_stats?.limit) },
    interfaces: interfacesOf(stats),
  };
};
