import type { Engine } from "../engine/engine.ts";
import { isEngineError } from "../engine/engine-error.ts";
import { type CgroupFolders, findCgroups, readHierarchies } from "./cgroup-files.ts";
import { sampleCgroup } from "./cgroup-sample.ts";
import { toSample } from "./engine-sample.ts";
import type { Sample } from "./sample.ts";

/** What is measured: a running container or sandbox container. */
export interface SampledContainer {
  readonly id: string;
  readonly pid: number;
  readonly hasNetwork: boolean;
}

/** A sample, and the processor's use since the one before. */
export interface Measured {
  readonly sample: Sample;
  readonly nanoCores: bigint | undefined;
}

/** Measures containers no more often than their figures may be old, and each one once however many ask. */
export interface Sampler {
  measure(containers: readonly SampledContainer[]): Promise<ReadonlyMap<string, Measured>>;
  forget(id: string): void;
}

/** What decides how is measured. */
export interface SamplerOptions {
  readonly engine: Engine;
  readonly isLocal: () => boolean;
  /** How old figures read from this machine's cgroups may be, in milliseconds. Default 1000. */
  readonly localAgeMs?: number;
  /** How old figures asked of the engine may be, in milliseconds. Default 10000. */
  readonly remoteAgeMs?: number;
}

interface Kept {
  readonly measured: Measured;
  readonly readAtMs: number;
  readonly cgroups: CgroupFolders | undefined;
  readonly pid: number;
}

const parallel = 4;
const leastRateNanos = 500_000_000n;

const rateOf = (before: Measured | undefined, sample: Sample): bigint | undefined => {
  if (before === undefined) return undefined;
  const nanos = sample.timeNanos - before.sample.timeNanos;
  if (nanos < leastRateNanos) return before.nanoCores;
  const used = sample.cpu.totalNanos - before.sample.cpu.totalNanos;
  return used < 0n ? undefined : (used * 1_000_000_000n) / nanos;
};

/** Makes a sampler that reads cgroup files where the engine is this machine's, and asks the engine (one-shot) elsewhere. */
export const createSampler = (options: SamplerOptions): Sampler => {
  const kept = new Map<string, Kept>();
  const running = new Map<string, Promise<void>>();
  let hierarchies: ReturnType<typeof readHierarchies> | undefined;

  const keep = (container: SampledContainer, sample: Sample, cgroups: CgroupFolders | undefined): void => {
    const nanoCores = rateOf(kept.get(container.id)?.measured, sample);
    kept.set(container.id, {
      measured: { sample, nanoCores },
      readAtMs: performance.now(),
      cgroups,
      pid: container.pid,
    });
  };

  const readHere = (container: SampledContainer): boolean => {
    if (container.pid <= 0) return false;
    hierarchies ??= readHierarchies();
    const before = kept.get(container.id);
    const cgroups = before?.pid === container.pid ? before.cgroups : findCgroups(container.pid, hierarchies);
    const sample =
      cgroups === undefined
        ? undefined
        : sampleCgroup(cgroups, container.pid, container.hasNetwork ? "interfaces" : "none");
    if (sample === undefined) return false;
    keep(container, sample, cgroups);
    return true;
  };

  const ask = async (container: SampledContainer): Promise<void> => {
    try {
      keep(container, toSample(await options.engine.containerStats(container.id)), undefined);
    } catch (error) {
      if (!isEngineError(error, 404) && !isEngineError(error, 409)) throw error;
      kept.delete(container.id);
    }
  };

  const askOnce = (container: SampledContainer): Promise<void> => {
    const already = running.get(container.id);
    if (already !== undefined) return already;
    const mine = ask(container).finally(() => running.delete(container.id));
    running.set(container.id, mine);
    return mine;
  };

  return {
    measure: async (containers) => {
      const isLocal = options.isLocal();
      const ageMs = isLocal ? (options.localAgeMs ?? 1_000) : (options.remoteAgeMs ?? 10_000);
      const now = performance.now();
      const stale = containers.filter((one) => {
        const before = kept.get(one.id);
        return before === undefined || before.pid !== one.pid || now - before.readAtMs > ageMs;
      });
      const toAsk = stale.filter((one) => !isLocal || !readHere(one));
      const worker = async (): Promise<void> => {
        for (let one = toAsk.shift(); one !== undefined; one = toAsk.shift()) await askOnce(one);
      };
      if (toAsk.length > 0) await Promise.all(Array.from({ length: parallel }, worker));
      const measured = new Map<string, Measured>();
      for (const { id } of containers) {
        const found = kept.get(id);
        if (found !== undefined) measured.set(id, found.measured);
      }
      return measured;
    },
    forget: (id) => void kept.delete(id),
  };
};
