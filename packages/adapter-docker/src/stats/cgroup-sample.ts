import { join } from "node:path";
import { nowNanos } from "../translate/times.ts";
import { type CgroupFolders, readNumber, readPairs, readText } from "./cgroup-files.ts";
import type { DeviceIo, InterfaceIo, Pressure, PressureLine, Sample } from "./sample.ts";

// A limit that no machine has means none: cgroup v1 says "none" with the largest number of pages.
const noLimit = 1n << 62n;
const nanosPerTick = 10_000_000n;

const parsePressure = (text: string | undefined): Pressure | undefined => {
  if (text === undefined) return undefined;
  const lineOf = (kind: string): PressureLine => {
    const match = new RegExp(`^${kind} avg10=([\\d.]+) avg60=([\\d.]+) avg300=([\\d.]+) total=(\\d+)`, "m").exec(text);
    return {
      avg10: Number(match?.[1] ?? 0),
      avg60: Number(match?.[2] ?? 0),
      avg300: Number(match?.[3] ?? 0),
      totalMicros: BigInt(match?.[4] ?? 0),
    };
  };
  return { some: lineOf("some"), full: lineOf("full") };
};

const less = (one: bigint, other: bigint | undefined): bigint =>
  other === undefined || other > one ? one : one - other;

const limitOf = (limit: bigint | undefined): bigint | undefined =>
  limit === undefined || limit > noLimit ? undefined : limit;

const tally = (devices: Map<string, DeviceIo>, key: string, add: Partial<DeviceIo>): void => {
  const [major = 0, minor = 0] = key.split(":").map(Number);
  const before = devices.get(key) ?? { major, minor, readBytes: 0n, writeBytes: 0n, reads: 0n, writes: 0n };
  devices.set(key, { ...before, ...add });
};

const readBlkio = (folder: string | undefined): DeviceIo[] => {
  if (folder === undefined) return [];
  const devices = new Map<string, DeviceIo>();
  for (const [file, read, write] of [
    ["blkio.throttle.io_service_bytes_recursive", "readBytes", "writeBytes"],
    ["blkio.throttle.io_serviced_recursive", "reads", "writes"],
  ] as const) {
    for (const line of (readText(join(folder, file)) ?? "").split("\n")) {
      const [key = "", kind, value = "0"] = line.split(" ");
      if (kind === "Read") tally(devices, key, { [read]: BigInt(value) });
      if (kind === "Write") tally(devices, key, { [write]: BigInt(value) });
    }
  }
  return [...devices.values()];
};

const readIoStat = (folder: string): DeviceIo[] => {
  const devices = new Map<string, DeviceIo>();
  for (const line of (readText(join(folder, "io.stat")) ?? "").split("\n")) {
    const [key = "", ...fields] = line.split(" ");
    if (!key.includes(":")) continue;
    const value = (name: string): bigint =>
      BigInt(fields.find((field) => field.startsWith(`${name}=`))?.slice(name.length + 1) ?? 0);
    tally(devices, key, {
      readBytes: value("rbytes"),
      writeBytes: value("wbytes"),
      reads: value("rios"),
      writes: value("wios"),
    });
  }
  return [...devices.values()];
};

/** The interfaces of a process' network namespace, loopback left out. */
export const readInterfaces = (pid: number, text = readText(`/proc/${pid}/net/dev`) ?? ""): InterfaceIo[] =>
  text.split("\n").flatMap((line) => {
    const match = /^\s*([^:]+):\s*(.*)$/.exec(line);
    const name = match?.[1] ?? "lo";
    if (match === null || name === "lo") return [];
    const counts = (match[2] ?? "").trim().split(/\s+/).map(BigInt);
    const at = (index: number): bigint => counts[index] ?? 0n;
    return [
      {
        name,
        rxBytes: at(0),
        rxPackets: at(1),
        rxErrors: at(2),
        rxDropped: at(3),
        txBytes: at(8),
        txPackets: at(9),
        txErrors: at(10),
        txDropped: at(11),
      },
    ];
  });

const sampleV1 = (cgroups: CgroupFolders): Omit<Sample, "interfaces"> | undefined => {
  const memoryFolder = cgroups.folder("memory");
  const cpuacct = cgroups.folder("cpuacct");
  if (memoryFolder === undefined || cpuacct === undefined) return undefined;
  const totalNanos = readNumber(join(cpuacct, "cpuacct.usage"));
  const usageBytes = readNumber(join(memoryFolder, "memory.usage_in_bytes"));
  const memory = readPairs(join(memoryFolder, "memory.stat"));
  if (totalNanos === undefined || usageBytes === undefined || memory === undefined) return undefined;
  const ticks = readPairs(join(cpuacct, "cpuacct.stat"));
  const cpu = readPairs(join(cgroups.folder("cpu") ?? cpuacct, "cpu.stat"));
  const pids = cgroups.folder("pids");
  const inTicks = (name: string): bigint | undefined => {
    const count = ticks?.get(name);
    return count === undefined ? undefined : count * nanosPerTick;
  };
  return {
    timeNanos: nowNanos(),
    cpu: {
      totalNanos,
      userNanos: inTicks("user"),
      systemNanos: inTicks("system"),
      periods: cpu?.get("nr_periods"),
      throttledPeriods: cpu?.get("nr_throttled"),
      throttledNanos: cpu?.get("throttled_time"),
      pressure: undefined,
    },
    memory: {
      usageBytes,
      workingSetBytes: less(usageBytes, memory.get("total_inactive_file")),
      rssBytes: memory.get("total_rss"),
      cacheBytes: memory.get("total_cache"),
      mappedFileBytes: memory.get("total_mapped_file"),
      kernelBytes: readNumber(join(memoryFolder, "memory.kmem.usage_in_bytes")),
      swapBytes: memory.get("total_swap"),
      maxUsageBytes: readNumber(join(memoryFolder, "memory.max_usage_in_bytes")),
      failures: readNumber(join(memoryFolder, "memory.failcnt")),
      limitBytes: limitOf(readNumber(join(memoryFolder, "memory.limit_in_bytes"))),
      pageFaults: memory.get("total_pgfault"),
      majorPageFaults: memory.get("total_pgmajfault"),
      oomEvents: readPairs(join(memoryFolder, "memory.oom_control"))?.get("oom_kill"),
      pressure: undefined,
    },
    io: { devices: readBlkio(cgroups.folder("blkio")), pressure: undefined },
    processes: {
      count: pids === undefined ? undefined : readNumber(join(pids, "pids.current")),
      limit: pids === undefined ? undefined : readNumber(join(pids, "pids.max")),
    },
  };
};

const sampleV2 = (cgroups: CgroupFolders): Omit<Sample, "interfaces"> | undefined => {
  const folder = cgroups.folder("");
  if (folder === undefined) return undefined;
  const cpu = readPairs(join(folder, "cpu.stat"));
  const usageBytes = readNumber(join(folder, "memory.current"));
  const memory = readPairs(join(folder, "memory.stat"));
  const micros = cpu?.get("usage_usec");
  if (cpu === undefined || micros === undefined || usageBytes === undefined || memory === undefined) return undefined;
  const inNanos = (name: string): bigint | undefined => {
    const count = cpu.get(name);
    return count === undefined ? undefined : count * 1000n;
  };
  const pressure = (name: string): Pressure | undefined => parsePressure(readText(join(folder, `${name}.pressure`)));
  const events = readPairs(join(folder, "memory.events"));
  return {
    timeNanos: nowNanos(),
    cpu: {
      totalNanos: micros * 1000n,
      userNanos: inNanos("user_usec"),
      systemNanos: inNanos("system_usec"),
      periods: cpu.get("nr_periods"),
      throttledPeriods: cpu.get("nr_throttled"),
      throttledNanos: inNanos("throttled_usec"),
      pressure: pressure("cpu"),
    },
    memory: {
      usageBytes,
      workingSetBytes: less(usageBytes, memory.get("inactive_file")),
      rssBytes: memory.get("anon"),
      cacheBytes: memory.get("file"),
      mappedFileBytes: memory.get("file_mapped"),
      kernelBytes: memory.get("kernel"),
      swapBytes: readNumber(join(folder, "memory.swap.current")),
      maxUsageBytes: readNumber(join(folder, "memory.peak")),
      failures: events?.get("max"),
      limitBytes: limitOf(readNumber(join(folder, "memory.max"))),
      pageFaults: memory.get("pgfault"),
      majorPageFaults: memory.get("pgmajfault"),
      oomEvents: events?.get("oom_kill"),
      pressure: pressure("memory"),
    },
    io: { devices: readIoStat(folder), pressure: pressure("io") },
    processes: {
      count: readNumber(join(folder, "pids.current")),
      limit: readNumber(join(folder, "pids.max")),
    },
  };
};

/** Reads what a process' cgroup uses; `undefined` if the cgroup has gone. */
export const sampleCgroup = (
  cgroups: CgroupFolders,
  pid: number,
  withInterfaces: "interfaces" | "none",
): Sample | undefined => {
  const sample = cgroups.version === 1 ? sampleV1(cgroups) : sampleV2(cgroups);
  return sample === undefined
    ? undefined
    : { ...sample, interfaces: withInterfaces === "interfaces" ? readInterfaces(pid) : [] };
};
