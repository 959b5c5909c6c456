import type { LinuxContainerResources } from "@crikit/cri-api";
import type { EngineHostConfig } from "../engine/types.ts";
import { cannot } from "./unsupported.ts";

type EngineResources = Pick<
  EngineHostConfig,
  "CpuPeriod" | "CpuQuota" | "CpuShares" | "CpusetCpus" | "CpusetMems" | "Memory" | "MemorySwap"
>;

const checkPossible = (resources: LinuxContainerResources): void => {
  const huge = resources.hugepageLimits.find((limit) => limit.limit > 0n);
  if (huge !== undefined)
    cannot(`a limit of ${huge.limit} bytes of ${huge.pageSize} pages`, "its API has no huge page limits");
  const [key] = Object.keys(resources.unified);
  if (key !== undefined) cannot(`the unified cgroup setting "${key}"`, "its API has no cgroup v2 settings by name");
};

const ifSet = <Key extends keyof EngineResources>(key: Key, value: bigint): Partial<Record<Key, number>> =>
  value === 0n ? {} : ({ [key]: Number(value) } as Partial<Record<Key, number>>);

/** CRI's limits as the engine's. A memory limit without one for swap means none: the engine's own default would be as much again. */
export const toEngineResources = (resources: LinuxContainerResources | undefined): EngineResources => {
  if (resources === undefined) return {};
  checkPossible(resources);
  const memory = resources.memoryLimitInBytes;
  const swap = resources.memorySwapLimitInBytes !== 0n ? resources.memorySwapLimitInBytes : memory;
  return {
    ...ifSet("CpuPeriod", resources.cpuPeriod),
    ...ifSet("CpuQuota", resources.cpuQuota),
    ...ifSet("CpuShares", resources.cpuShares),
    ...(resources.cpusetCpus === "" ? {} : { CpusetCpus: resources.cpusetCpus }),
    ...(resources.cpusetMems === "" ? {} : { CpusetMems: resources.cpusetMems }),
    ...ifSet("Memory", memory < 0n ? 0n : memory),
    ...(memory > 0n ? ifSet("MemorySwap", swap) : {}),
  };
};
