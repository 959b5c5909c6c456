import type { CriConnection } from "@crikit/cri-api/client";

/** A runtime under load. */
export interface LoadTarget {
  readonly cri: CriConnection;
  readonly podSandboxId: string;
  readonly containerId: string;
}

/** The calls that kubelets make all the time. */
export const READ_CALLS: Readonly<Record<string, (target: LoadTarget) => Promise<unknown>>> = {
  Version: ({ cri }) => cri.version({ version: "" }),
  Status: ({ cri }) => cri.status({ verbose: false }),
  ListContainers: ({ cri }) => cri.listContainers({ filter: undefined }),
  ListPodSandbox: ({ cri }) => cri.listPodSandbox({ filter: undefined }),
  ContainerStatus: ({ cri, containerId }) => cri.containerStatus({ containerId, verbose: false }),
  PodSandboxStatus: ({ cri, podSandboxId }) => cri.podSandboxStatus({ podSandboxId, verbose: false }),
  ListImages: ({ cri }) => cri.listImages({ filter: undefined }),
};

/** The calls that measure. */
export const STATS_CALLS: typeof READ_CALLS = {
  ContainerStats: ({ cri, containerId }) => cri.containerStats({ containerId }),
  ListContainerStats: ({ cri }) => cri.listContainerStats({ filter: undefined }),
};

/** The middle of so many calls one after another, in milliseconds. */
export const medianMs = async (call: () => Promise<unknown>, count: number): Promise<number> => {
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const startedAt = performance.now();
    await call();
    times.push(performance.now() - startedAt);
  }
  return times.sort((one, other) => one - other)[Math.floor(count / 2)] ?? 0;
};

/** Calls a second with so many under way at once. */
export const callsPerSecond = async (call: () => Promise<unknown>, parallel: number, ms: number): Promise<number> => {
  const startedAt = performance.now();
  let calls = 0;
  const worker = async (): Promise<void> => {
    while (performance.now() - startedAt < ms) {
      await call();
      calls++;
    }
  };
  await Promise.all(Array.from({ length: parallel }, worker));
  return (calls * 1000) / (performance.now() - startedAt);
};
