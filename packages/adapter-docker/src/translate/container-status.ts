import {
  type Container,
  ContainerState,
  type ContainerStatus,
  type LinuxContainerResources,
  type Mount,
  MountPropagation,
  type Signal,
} from "@crikit/cri-api";
import type { ContainerInspect } from "../engine/types.ts";
import { factsOf, fromEngineLabels, LOG_PATH_LABEL, SANDBOX_LABEL } from "../identity/labels.ts";
import { parseDockerName } from "../identity/names.ts";
import type { ContainerFacts, MountFacts } from "./facts.ts";
import { parseSignalName } from "./signals.ts";
import { toNanos } from "./times.ts";

/** A container as the inventory keeps it: the messages are made once for each change and handed out as they are. */
export interface ContainerRecord {
  readonly kind: "container";
  readonly id: string;
  readonly podSandboxId: string;
  readonly state: ContainerState;
  readonly container: Container;
  /** The image's name and the user are filled in when it is asked for: they need the images. */
  readonly status: ContainerStatus;
  readonly pid: number;
  readonly facts: ContainerFacts;
  readonly inspect: ContainerInspect;
}

const propagations: Readonly<Record<string, MountPropagation>> = {
  rshared: MountPropagation.PROPAGATION_BIDIRECTIONAL,
  shared: MountPropagation.PROPAGATION_BIDIRECTIONAL,
  rslave: MountPropagation.PROPAGATION_HOST_TO_CONTAINER,
  slave: MountPropagation.PROPAGATION_HOST_TO_CONTAINER,
};

const adoptedMounts = (inspect: ContainerInspect): MountFacts[] =>
  (inspect.Mounts ?? []).map((mount) => ({
    containerPath: mount.Destination ?? "",
    hostPath: mount.Source ?? "",
    readonly: mount.RW === false,
    selinuxRelabel: false,
    propagation: propagations[mount.Propagation ?? ""] ?? MountPropagation.PROPAGATION_PRIVATE,
    recursiveReadOnly: false,
    imageSubPath: "",
  }));

/** The facts of a container, for one that cri-dockerd made as far as its labels, its name and the engine say them. */
export const containerFactsOf = (inspect: ContainerInspect): ContainerFacts => {
  const labels = inspect.Config?.Labels ?? {};
  const stored = factsOf<ContainerFacts>(labels);
  const name = parseDockerName(inspect.Name ?? "");
  return {
    name: stored?.name ?? labels["io.kubernetes.container.name"] ?? name?.container ?? "",
    attempt: stored?.attempt ?? name?.attempt ?? 0,
    image: stored?.image ?? { image: inspect.Config?.Image ?? "", userSpecifiedImage: "", runtimeHandler: "" },
    mounts: stored?.mounts ?? adoptedMounts(inspect),
    logPath: stored?.logPath ?? labels[LOG_PATH_LABEL] ?? "",
    stopSignal: stored?.stopSignal ?? 0,
    user: stored?.user ?? { user: inspect.Config?.User ?? "", supplementalGroups: [], isStrict: false },
    writesLog: stored?.writesLog ?? false,
  };
};

const stateOf = (inspect: ContainerInspect): ContainerState => {
  const state = inspect.State;
  if (state?.Running === true) return ContainerState.CONTAINER_RUNNING;
  switch (state?.Status) {
    case "exited":
    case "dead":
    case "removing":
      return ContainerState.CONTAINER_EXITED;
    case "created":
      // A start that failed leaves the engine's "created" with an exit code.
      return (state.ExitCode ?? 0) === 0 ? ContainerState.CONTAINER_CREATED : ContainerState.CONTAINER_EXITED;
    case "running":
    case "paused":
    case "restarting":
      return ContainerState.CONTAINER_RUNNING;
    default:
      return ContainerState.CONTAINER_UNKNOWN;
  }
};

const reasonOf = (inspect: ContainerInspect, state: ContainerState): string => {
  if (state !== ContainerState.CONTAINER_EXITED) return "";
  if (inspect.State?.Status === "created") return "ContainerCannotRun";
  if (inspect.State?.OOMKilled === true) return "OOMKilled";
  return (inspect.State?.ExitCode ?? 0) === 0 ? "Completed" : "Error";
};

const toMount = (mount: MountFacts): Mount => ({
  containerPath: mount.containerPath,
  hostPath: mount.hostPath,
  readonly: mount.readonly,
  selinuxRelabel: mount.selinuxRelabel,
  propagation: mount.propagation,
  uidMappings: [],
  gidMappings: [],
  recursiveReadOnly: mount.recursiveReadOnly,
  image:
    mount.image === undefined
      ? undefined
      : {
          image: mount.image,
          annotations: {},
          userSpecifiedImage: mount.image,
          runtimeHandler: "",
          imageRef: mount.imageRef ?? "",
        },
  imageSubPath: mount.imageSubPath,
  mountOptions: [],
});

const resourcesOf = (inspect: ContainerInspect): LinuxContainerResources => {
  const host = inspect.HostConfig ?? {};
  return {
    cpuPeriod: BigInt(host.CpuPeriod ?? 0),
    cpuQuota: BigInt(host.CpuQuota ?? 0),
    cpuShares: BigInt(host.CpuShares ?? 0),
    memoryLimitInBytes: BigInt(host.Memory ?? 0),
    oomScoreAdj: BigInt(host.OomScoreAdj ?? 0),
    cpusetCpus: host.CpusetCpus ?? "",
    cpusetMems: host.CpusetMems ?? "",
    hugepageLimits: [],
    unified: {},
    memorySwapLimitInBytes: BigInt(host.MemorySwap ?? 0),
  };
};

/** What the engine says of a container as CRI's messages. */
export const toContainerRecord = (inspect: ContainerInspect): ContainerRecord => {
  const facts = containerFactsOf(inspect);
  const engineLabels = inspect.Config?.Labels ?? {};
  const { labels, annotations } = fromEngineLabels(engineLabels);
  const podSandboxId = engineLabels[SANDBOX_LABEL] ?? "";
  const state = stateOf(inspect);
  const metadata = { name: facts.name, attempt: facts.attempt };
  const createdAt = toNanos(inspect.Created);
  const isExited = state === ContainerState.CONTAINER_EXITED;
  const failedStart = isExited && inspect.State?.Status === "created";
  const imageId = inspect.Image ?? "";
  const image = { ...facts.image, annotations: {}, imageRef: "" };
  const finished = toNanos(inspect.State?.FinishedAt);
  const stopSignal: Signal =
    facts.stopSignal !== 0 ? (facts.stopSignal as Signal) : parseSignalName(inspect.Config?.StopSignal ?? "");
  return {
    kind: "container",
    id: inspect.Id,
    podSandboxId,
    state,
    pid: inspect.State?.Pid ?? 0,
    facts,
    inspect,
    container: {
      id: inspect.Id,
      podSandboxId,
      metadata,
      image,
      imageRef: imageId,
      state,
      createdAt,
      labels,
      annotations,
      imageId,
    },
    status: {
      id: inspect.Id,
      metadata,
      state,
      createdAt,
      startedAt: failedStart ? createdAt : toNanos(inspect.State?.StartedAt),
      finishedAt: !isExited ? 0n : finished === 0n ? createdAt : finished,
      exitCode: isExited ? (inspect.State?.ExitCode ?? 0) : 0,
      image,
      imageRef: imageId,
      reason: reasonOf(inspect, state),
      message: inspect.State?.Error ?? "",
      labels,
      annotations,
      mounts: facts.mounts.map(toMount),
      logPath: facts.logPath,
      resources: { linux: resourcesOf(inspect), windows: undefined },
      imageId,
      user: undefined,
      stopSignal,
    },
  };
};
