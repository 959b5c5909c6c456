import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, join } from "node:path";
import {
  type CheckpointContainerRequest,
  type CheckpointContainerResponse,
  type CheckpointPodRequest,
  type CheckpointPodResponse,
  type ContainerConfig,
  CriError,
  type RestorePodRequest,
  type RestorePodResponse,
} from "@crikit/cri-api";
import { decodeTar, encodeTar } from "../checkpoint/tar.ts";
import type { ContainerRecord } from "./container.ts";
import { addContainer } from "./container-record.ts";
import type { SandboxRecord } from "./sandbox.ts";
import { runPodSandbox } from "./sandbox-run.ts";
import { removePodSandbox } from "./sandbox-stop.ts";
import {
  applySnapshot,
  type ContainerSnapshot,
  containerConfigOf,
  type SandboxSnapshot,
  snapshotContainer,
  snapshotSandbox,
} from "./snapshot.ts";
import { containerOf, type MockState, sandboxOf } from "./state.ts";

/** The file of an archive that holds a container, and of a directory that holds a pod. */
const CONTAINER_FILE = "checkpoint.json";
const POD_FILE = "pod.json";

const checkRunning = (container: ContainerRecord): void => {
  if (container.isRunning) return;
  throw new CriError(
    "FailedPrecondition",
    `container "${container.containerId}" cannot be checkpointed: it is not running`,
  );
};

const checkOptions = (options: { readonly [key: string]: string }): void => {
  const [unknown] = Object.keys(options);
  if (unknown !== undefined)
    throw new CriError("InvalidArgument", `options["${unknown}"] is not known to this runtime`);
};

/** Runs an operation on files of the host; its failure names what was to be done. */
const onHost = <T>(what: string, run: () => T): T => {
  try {
    return run();
  } catch (cause) {
    if (cause instanceof CriError) throw cause;
    throw new CriError("FailedPrecondition", `${what} (${cause instanceof Error ? cause.message : String(cause)})`, {
      cause,
    });
  }
};

/** CheckpointContainer: writes a tar archive to `location` and lets the container run on. */
export const checkpointContainer = (
  state: MockState,
  request: CheckpointContainerRequest,
): CheckpointContainerResponse => {
  const container = containerOf(state, request.containerId);
  checkRunning(container);
  const { location } = request;
  if (!isAbsolute(location)) throw new CriError("InvalidArgument", `location "${location}" is not an absolute path`);
  const json = new TextEncoder().encode(JSON.stringify(snapshotContainer(container)));
  const archive = encodeTar(new Map([[CONTAINER_FILE, json]]), Number(state.clock.nowNanos() / 1_000_000_000n));
  onHost(`checkpoint "${location}" cannot be written`, () => {
    mkdirSync(dirname(location), { recursive: true });
    writeFileSync(location, archive, { mode: 0o600 });
  });
  return {};
};

const isContainerSnapshot = (value: unknown): value is ContainerSnapshot =>
  typeof value === "object" &&
  value !== null &&
  "config" in value &&
  typeof value.config === "string" &&
  "image" in value;

const isSandboxSnapshot = (value: unknown): value is SandboxSnapshot =>
  typeof value === "object" &&
  value !== null &&
  "containers" in value &&
  Array.isArray(value.containers) &&
  value.containers.every(isContainerSnapshot);

/** The container in an archive that CheckpointContainer wrote; `undefined` if `path` is no file of this host. */
export const readCheckpoint = (path: string): ContainerSnapshot | undefined => {
  if (!isAbsolute(path) || statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
  return onHost(`checkpoint "${path}" cannot be read`, () => {
    const json = decodeTar(readFileSync(path)).get(CONTAINER_FILE);
    const snapshot: unknown = json === undefined ? undefined : JSON.parse(new TextDecoder().decode(json));
    if (!isContainerSnapshot(snapshot))
      throw new CriError("InvalidArgument", `"${path}" is not a checkpoint of this runtime`);
    return snapshot;
  });
};

/** Makes a container from an archive: its image is the one it had, its files are those it had written. */
export const restoreContainer = (
  state: MockState,
  sandbox: SandboxRecord,
  config: ContainerConfig,
  snapshot: ContainerSnapshot,
): ContainerRecord => {
  const before = containerConfigOf(snapshot);
  const image = before.image ?? {
    image: snapshot.image,
    annotations: {},
    userSpecifiedImage: "",
    runtimeHandler: "",
    imageRef: "",
  };
  const { command, args, envs, workingDir } = before;
  const container = addContainer(state, sandbox, {
    ...config,
    image: { ...image, image: snapshot.image },
    command,
    args,
    envs,
    workingDir,
  });
  applySnapshot(state, container, snapshot);
  return container;
};

const checkpointed = (
  state: MockState,
  sandbox: SandboxRecord,
  containerIds: readonly string[],
): readonly ContainerRecord[] => {
  if (containerIds.length === 0) throw new CriError("InvalidArgument", "container_ids is empty");
  if (new Set(containerIds).size < containerIds.length)
    throw new CriError("InvalidArgument", "container_ids has an id twice");
  return containerIds.map((containerId) => {
    const container = containerOf(state, containerId);
    if (container.sandbox !== sandbox) {
      throw new CriError(
        "InvalidArgument",
        `container "${containerId}" is not in pod sandbox "${sandbox.podSandboxId}"`,
      );
    }
    checkRunning(container);
    return container;
  });
};

/** CheckpointPod: all containers at one moment, in one file of the directory `output_path`. */
export const checkpointPod = (state: MockState, request: CheckpointPodRequest): CheckpointPodResponse => {
  checkOptions(request.options);
  const sandbox = sandboxOf(state, request.podSandboxId);
  if (!sandbox.isReady) throw new CriError("FailedPrecondition", `pod sandbox "${sandbox.podSandboxId}" is not ready`);
  const containers = checkpointed(state, sandbox, request.containerIds);
  const file = join(request.outputPath, POD_FILE);
  const json = JSON.stringify(snapshotSandbox(sandbox, containers));
  if (
    !isAbsolute(request.outputPath) ||
    statSync(request.outputPath, { throwIfNoEntry: false })?.isDirectory() !== true
  ) {
    throw new CriError("InvalidArgument", `output_path "${request.outputPath}" is not an absolute path of a directory`);
  }
  try {
    onHost(`checkpoint "${request.outputPath}" cannot be written`, () => writeFileSync(file, json, { mode: 0o600 }));
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
  return {};
};

const readPod = (path: string): SandboxSnapshot =>
  onHost(`checkpoint "${path}" cannot be read`, () => {
    const snapshot: unknown = JSON.parse(readFileSync(join(path, POD_FILE), "utf8"));
    if (!isSandboxSnapshot(snapshot))
      throw new CriError("InvalidArgument", `"${path}" is not a checkpoint of this runtime`);
    return snapshot;
  });

/** Each configuration with the state it belongs to, by name; none may be left over on either side. */
const matched = (
  snapshot: SandboxSnapshot,
  configs: readonly ContainerConfig[],
): readonly (readonly [ContainerConfig, ContainerSnapshot])[] => {
  const rest = new Map(snapshot.containers.map((container) => [container.name, container]));
  const pairs = configs.map((config) => {
    const name = config.metadata?.name ?? "";
    const container = rest.get(name);
    if (container === undefined)
      throw new CriError("InvalidArgument", `container_configs: the checkpoint has no container "${name}"`);
    rest.delete(name);
    return [config, container] as const;
  });
  const [left] = rest.keys();
  if (left !== undefined)
    throw new CriError("InvalidArgument", `container_configs leaves out container "${left}" of the checkpoint`);
  return pairs;
};

/** RestorePod: a sandbox with the containers of a checkpoint, created and not started; or nothing. */
export const restorePod = async (state: MockState, request: RestorePodRequest): Promise<RestorePodResponse> => {
  checkOptions(request.options);
  const pairs = matched(readPod(request.checkpointPath), request.containerConfigs);
  const { podSandboxId } = await runPodSandbox(state, {
    config: request.config,
    runtimeHandler: request.runtimeHandler,
  });
  try {
    const sandbox = sandboxOf(state, podSandboxId);
    const restoredContainers = pairs.map(([config, snapshot]) => ({
      name: snapshot.name,
      containerId: restoreContainer(state, sandbox, config, snapshot).containerId,
    }));
    return { podSandboxId, restoredContainers };
  } catch (error) {
    await removePodSandbox(state, { podSandboxId });
    throw error;
  }
};
