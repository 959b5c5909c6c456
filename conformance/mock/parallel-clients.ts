import {
  ContainerConfig,
  type ContainerEventResponse,
  ContainerEventType,
  ImageSpec,
  PodSandboxConfig,
} from "@crikit/cri-api";
import { connectCri } from "@crikit/cri-api/client";
import { runSequence } from "../../packages/adapter-mock/src/fixtures/model.ts";

/** What the clients did and saw. */
export interface ParallelResult {
  readonly containers: number;
  readonly sequences: number;
  readonly calls: number;
  /** Containers whose events were not exactly created, started, stopped, deleted, in that order. */
  readonly broken: readonly string[];
}

const LIFE = [
  ContainerEventType.CONTAINER_CREATED_EVENT,
  ContainerEventType.CONTAINER_STARTED_EVENT,
  ContainerEventType.CONTAINER_STOPPED_EVENT,
  ContainerEventType.CONTAINER_DELETED_EVENT,
];

type Connection = Awaited<ReturnType<typeof connectCri>>;

/** One pod with one container from its beginning to its end; gives the container's id. */
const liveOnce = async (service: Connection, uid: string): Promise<string> => {
  const config = PodSandboxConfig.fromPartial({ metadata: { name: "parallel", uid, namespace: "parallel" } });
  const { podSandboxId } = await service.runPodSandbox({ config, runtimeHandler: "" });
  const container = ContainerConfig.fromPartial({
    metadata: { name: "c" },
    image: { image: "busybox:1" },
    command: ["sleep", "infinity"],
  });
  const { containerId } = await service.createContainer({ podSandboxId, config: container, sandboxConfig: config });
  await service.startContainer({ containerId });
  const { stdout } = await service.execSync({ containerId, cmd: ["sh", "-c", `echo ${uid} | cat`], timeout: 30n });
  if (new TextDecoder().decode(stdout) !== `${uid}\n`)
    throw new Error(`ExecSync in "${containerId}" answered another's output`);
  await service.stopContainer({ containerId, timeout: 1n });
  await service.removePodSandbox({ podSandboxId });
  return containerId;
};

const watch = (
  service: Connection,
  signal: AbortSignal,
): { readonly lives: Map<string, ContainerEventType[]>; readonly ended: Promise<void> } => {
  const lives = new Map<string, ContainerEventType[]>();
  const note = ({ containerId, containerEventType }: ContainerEventResponse): void => {
    lives.set(containerId, [...(lives.get(containerId) ?? []), containerEventType]);
  };
  const read = async (): Promise<void> => {
    try {
      for await (const event of service.getContainerEvents({}, { signal })) note(event);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };
  return { lives, ended: read() };
};

/** So many clients, each with a connection of its own, work for a while; half of them by the model's rules. */
export const runParallelClients = async (options: {
  readonly address: string;
  readonly clients: number;
  readonly durationMs: number;
}): Promise<ParallelResult> => {
  const { address, clients, durationMs } = options;
  const watcher = await connectCri(address, {});
  const stopped = new AbortController();
  const { lives, ended } = watch(watcher, stopped.signal);
  for (const image of ["registry.k8s.io/pause:3.10", "busybox:1"]) {
    await watcher.pullImage({ image: ImageSpec.fromPartial({ image }), auth: undefined, sandboxConfig: undefined });
  }
  const until = Date.now() + durationMs;
  const containerIds: string[] = [];
  let sequences = 0;
  const work = async (client: number): Promise<void> => {
    const service = await connectCri(address, {});
    try {
      for (let turn = 0; Date.now() < until; turn++) {
        if (client % 2 === 0) containerIds.push(await liveOnce(service, `client-${client}-${turn}`));
        else await runSequence(service, { seed: client * 100_000 + turn, length: 15 });
        if (client % 2 === 1) sequences++;
      }
    } finally {
      await service[Symbol.asyncDispose]();
    }
  };
  try {
    await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
    // The last events are on their way: a call on the same connection comes after them.
    await watcher.version({ version: "" });
    await new Promise((resolve) => setTimeout(resolve, 500));
  } finally {
    stopped.abort();
    await ended;
    await watcher[Symbol.asyncDispose]();
  }
  const broken = containerIds.filter((id) => JSON.stringify(lives.get(id)) !== JSON.stringify(LIFE));
  return { containers: containerIds.length, sequences, calls: containerIds.length * 6 + sequences * 17, broken };
};
