import type { LinuxContainerResources, WindowsContainerResources } from "@crikit/cri-api";
import { checkPresent, checkRange, refuse } from "./fields.ts";

const checkNotNegative = (value: bigint, field: string): void => {
  if (value < 0n) refuse(`${field} must not be negative, it is ${value}`);
};

const checkUnlimited = (value: bigint, field: string): void => {
  if (value < -1n) refuse(`${field} must be -1 (unlimited) or more, it is ${value}`);
};

/** Limits that no kernel would take. `field` is where they are in the request. */
export const checkLinuxResources = (resources: LinuxContainerResources | undefined, field: string): void => {
  if (resources === undefined) return;
  checkNotNegative(resources.cpuPeriod, `${field}.cpu_period`);
  checkUnlimited(resources.cpuQuota, `${field}.cpu_quota`);
  checkNotNegative(resources.cpuShares, `${field}.cpu_shares`);
  checkUnlimited(resources.memoryLimitInBytes, `${field}.memory_limit_in_bytes`);
  checkUnlimited(resources.memorySwapLimitInBytes, `${field}.memory_swap_limit_in_bytes`);
  checkRange(resources.oomScoreAdj, `${field}.oom_score_adj`, [-1000, 1000]);
  for (const limit of resources.hugepageLimits) checkPresent(limit.pageSize, `${field}.hugepage_limits.page_size`);
};

/** As {@link checkLinuxResources} for Windows. */
export const checkWindowsResources = (resources: WindowsContainerResources | undefined, field: string): void => {
  if (resources === undefined) return;
  checkNotNegative(resources.cpuShares, `${field}.cpu_shares`);
  checkNotNegative(resources.cpuCount, `${field}.cpu_count`);
  checkNotNegative(resources.cpuMaximum, `${field}.cpu_maximum`);
  checkNotNegative(resources.memoryLimitInBytes, `${field}.memory_limit_in_bytes`);
  checkNotNegative(resources.rootfsSizeInBytes, `${field}.rootfs_size_in_bytes`);
};
