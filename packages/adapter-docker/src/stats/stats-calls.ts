import { statfs } from "node:fs/promises";
import {
  ContainerState,
  type ContainerStats,
  type ContainerStatsFilter,
  type PodSandboxMetrics,
  type PodSandboxStats,
  type PodSandboxStatsFilter,
} from "@crikit/cri-api";
import { matchesContainerStatsFilter, matchesPodSandboxStatsFilter } from "@crikit/cri-runtime";
import type { Engine } from "../engine/engine.ts";
import type { HostFacts } from "../engine/engine-host.ts";
import type { Inventory } from "../inventory/inventory.ts";
import type { ContainerRecord } from "../translate/container-status.ts";
import type { SandboxRecord } from "../translate/sandbox-status.ts";
import { findCgroups, readHierarchies } from "./cgroup-files.ts";
import { createDiskWatch, type DiskWatch } from "./disk-usage.ts";
import { type FsFacts, type MetricFacts, toMetrics } from "./metrics.ts";
import { createSampler, type Measured, type SampledContainer } from "./sampler.ts";
import { countTasks } from "./tasks.ts";
import { toContainerStats, toPodSandboxStats } from "./to-stats.ts";

/** What measures. */
export interface Stats {
  readonly disk: DiskWatch;
  ofContainer(record: ContainerRecord): Promise<ContainerStats>;
  ofContainers(filter: ContainerStatsFilter | undefined): Promise<ContainerStats[]>;
  ofSandbox(record: SandboxRecord): Promise<PodSandboxStats>;
  ofSandboxes(filter: PodSandboxStatsFilter | undefined): Promise<PodSandboxStats[]>;
  metrics(): Promise<PodSandboxMetrics[]>;
}

/** What the measuring is told. */
export interface StatsOptions {
  readonly engine: Engine;
  readonly inventory: Inventory;
  readonly host: () => HostFacts;
  readonly warn: (text: string) => void;
}

const ofContainer = (record: ContainerRecord): SampledContainer => ({
  id: record.id,
  pid: record.pid,
  hasNetwork: false,
});
const ofSandbox = (record: SandboxRecord): SampledContainer => ({ id: record.id, pid: record.pid, hasNetwork: true });
const runs = (record: ContainerRecord): boolean => record.state === ContainerState.CONTAINER_RUNNING;

/** Statistics and metrics over one sampler and one watch of disks. */
export const createStats = (options: StatsOptions): Stats => {
  const { engine, inventory, host } = options;
  const isLocal = (): boolean => host().place === "local";
  const sampler = createSampler({ engine, isLocal });
  const disk = createDiskWatch(options);
  inventory.onChange(({ before, after }) => {
    if (before !== undefined && after === undefined) sampler.forget(before.id);
  });

  const measure = (containers: readonly ContainerRecord[], sandboxes: readonly SandboxRecord[] = []) =>
    sampler.measure([
      ...containers.filter(runs).map(ofContainer),
      ...sandboxes.filter((one) => one.running).map(ofSandbox),
    ]);

  const statsOf = (record: ContainerRecord, measured: ReadonlyMap<string, Measured>): ContainerStats =>
    toContainerStats(record, runs(record) ? measured.get(record.id) : undefined, disk.writableLayer(record.id));

  const podsOf = async (sandboxes: readonly SandboxRecord[]): Promise<PodSandboxStats[]> => {
    const members = new Map(sandboxes.map((one) => [one.id, inventory.containersOf(one.id).filter(runs)]));
    const measured = await measure([...members.values()].flat(), sandboxes);
    return sandboxes.map((sandbox) => {
      const containers = (members.get(sandbox.id) ?? []).map((record) => ({
        stats: statsOf(record, measured),
        measured: measured.get(record.id),
      }));
      return toPodSandboxStats(sandbox, measured.get(sandbox.id), containers);
    });
  };

  const fsFacts = async (): Promise<FsFacts | undefined> => {
    if (!isLocal()) return undefined;
    const found = await statfs(host().rootDir).catch(() => undefined);
    if (found === undefined) return undefined;
    return {
      device: host().rootDir,
      limitBytes: BigInt(found.blocks) * BigInt(found.bsize),
      inodes: BigInt(found.files),
      inodesFree: BigInt(found.ffree),
    };
  };

  const factsOf = (record: ContainerRecord, fs: FsFacts | undefined): MetricFacts => {
    const linux = record.status.resources?.linux;
    const cgroups = isLocal() ? findCgroups(record.pid, readHierarchies()) : undefined;
    return {
      startedAtNanos: record.status.startedAt,
      cpuPeriod: linux?.cpuPeriod ?? 0n,
      cpuQuota: linux?.cpuQuota ?? 0n,
      cpuShares: linux?.cpuShares ?? 0n,
      memoryLimitBytes: linux?.memoryLimitInBytes ?? 0n,
      memorySwapLimitBytes: linux?.memorySwapLimitInBytes ?? 0n,
      writtenBytes: disk.writableLayer(record.id)?.usedBytes?.value,
      fs,
      tasks: cgroups === undefined ? undefined : countTasks(cgroups, record.pid),
    };
  };

  return {
    disk,
    ofContainer: async (record) => statsOf(record, await measure([record])),
    ofContainers: async (filter) => {
      const records = [...inventory.containers()].filter(
        (record) =>
          runs(record) &&
          matchesContainerStatsFilter(toContainerStats(record, undefined, undefined), filter, record.podSandboxId),
      );
      const measured = await measure(records);
      return records.map((record) => statsOf(record, measured));
    },
    ofSandbox: async (record) => {
      const [stats] = await podsOf([record]);
      return stats ?? toPodSandboxStats(record, undefined, []);
    },
    ofSandboxes: async (filter) => {
      const empty = (record: SandboxRecord) => toPodSandboxStats(record, undefined, []);
      return podsOf(
        [...inventory.sandboxes()].filter((one) => one.running && matchesPodSandboxStatsFilter(empty(one), filter)),
      );
    },
    metrics: async () => {
      const sandboxes = [...inventory.sandboxes()].filter((one) => one.running);
      const members = new Map(sandboxes.map((one) => [one.id, inventory.containersOf(one.id).filter(runs)]));
      const measured = await measure([...members.values()].flat(), sandboxes);
      const fs = await fsFacts();
      return sandboxes.map((sandbox) => {
        const own = measured.get(sandbox.id)?.sample;
        const containerMetrics = (members.get(sandbox.id) ?? []).flatMap((record) => {
          const sample = measured.get(record.id)?.sample;
          if (sample === undefined) return [];
          const labels = [record.id, record.facts.name, record.status.imageRef] as const;
          return [{ containerId: record.id, metrics: toMetrics("container", labels, sample, factsOf(record, fs)) }];
        });
        const image = sandbox.inspect.Image ?? "";
        const metrics = own === undefined ? [] : toMetrics("pod", [sandbox.id, "POD", image], own);
        return { podSandboxId: sandbox.id, metrics, containerMetrics };
      });
    },
  };
};
