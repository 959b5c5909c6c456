import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { ContainerState, CriError, PodSandboxState } from "@crikit/cri-api";
import { NetworkNamespace } from "../network/namespace.ts";
import { addContainer } from "./container-record.ts";
import { startRecord } from "./container-start.ts";
import { openHostPorts } from "./host-ports.ts";
import { addImage } from "./images.ts";
import { SandboxRecord } from "./sandbox.ts";
import {
  applySnapshot,
  type ContainerSnapshot,
  containerConfigOf,
  type SandboxSnapshot,
  sandboxConfigOf,
  snapshotSandbox,
} from "./snapshot.ts";
import { type MockState, sandboxKey } from "./state.ts";

/** The form of the file; another one is refused. */
const VERSION = 1;

interface StateFile {
  readonly version: typeof VERSION;
  readonly images: readonly string[];
  readonly sandboxes: readonly SandboxSnapshot[];
}

const isStateFile = (value: unknown): value is StateFile =>
  typeof value === "object" &&
  value !== null &&
  "version" in value &&
  value.version === VERSION &&
  "sandboxes" in value &&
  Array.isArray(value.sandboxes);

/** Writes all pods, containers, their files and the images to `path`, whole or not at all. */
export const saveState = (state: MockState, path: string): void => {
  const content: StateFile = {
    version: VERSION,
    images: [...state.images.images].flatMap(({ message }) => [...message.repoTags, ...message.repoDigests]),
    sandboxes: [...state.sandboxes.values()].map((sandbox) => snapshotSandbox(sandbox)),
  };
  const part = `${path}.${process.pid}.part`;
  writeFileSync(part, JSON.stringify(content), { mode: 0o600 });
  renameSync(part, path);
};

const restoreSandbox = (state: MockState, snapshot: SandboxSnapshot): SandboxRecord => {
  const config = sandboxConfigOf(snapshot);
  const ready = snapshot.state === PodSandboxState.SANDBOX_READY;
  const kept = ready && snapshot.ip !== null && state.addresses.claim(snapshot.ip) ? snapshot.ip : undefined;
  const ip = kept ?? (ready && snapshot.ip !== null ? state.addresses.take() : undefined);
  const network =
    snapshot.ip === null && ready
      ? state.hostNetwork
      : new NetworkNamespace({ ips: ip === undefined ? [] : [ip], bindAddress: state.bindsPods ? ip : undefined });
  const sandbox = new SandboxRecord({
    config,
    network,
    ip,
    message: {
      id: snapshot.id,
      metadata: config.metadata,
      state: snapshot.state,
      createdAt: BigInt(snapshot.createdAtNanos),
      labels: config.labels,
      annotations: config.annotations,
      runtimeHandler: snapshot.runtimeHandler,
    },
  });
  state.sandboxes.set(snapshot.id, sandbox);
  if (config.metadata !== undefined) state.sandboxNames.set(sandboxKey(config.metadata), snapshot.id);
  return sandbox;
};

const restoreContainer = (state: MockState, sandbox: SandboxRecord, snapshot: ContainerSnapshot): void => {
  // The image may have been removed while the container stayed.
  const absent = state.images.find(snapshot.image) === undefined;
  if (absent) addImage(state, snapshot.image);
  const container = addContainer(state, sandbox, containerConfigOf(snapshot));
  if (absent) state.images.remove(container.image);
  state.containers.delete(container.containerId);
  container.message = {
    ...container.message,
    id: snapshot.id,
    createdAt: BigInt(snapshot.createdAtNanos),
    state: snapshot.state,
  };
  state.containers.set(snapshot.id, container);
  applySnapshot(state, container, snapshot);
  container.cpuNanos = snapshot.cpuNanos;
  container.ioBytes = snapshot.ioBytes;
  container.startedAtNanos = BigInt(snapshot.startedAtNanos);
  if (snapshot.end !== null) container.end = { ...snapshot.end, finishedAtNanos: BigInt(snapshot.end.finishedAtNanos) };
  if (snapshot.state !== ContainerState.CONTAINER_RUNNING) return;
  startRecord(state, container);
  container.startedAtNanos = BigInt(snapshot.startedAtNanos);
};

/** Resumes what `path` holds, if it is there: ids, times and files are as they were, and what ran runs again from its program's beginning. */
export const loadState = (state: MockState, path: string): readonly SandboxRecord[] => {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return [];
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new CriError("DataLoss", `state file "${path}" cannot be read: remove it, or give another`, { cause });
  }
  if (!isStateFile(content))
    throw new CriError("DataLoss", `state file "${path}" is not of this version: remove it, or give another`);
  for (const name of content.images) addImage(state, name);
  return content.sandboxes.map((snapshot) => {
    const sandbox = restoreSandbox(state, snapshot);
    for (const container of snapshot.containers) restoreContainer(state, sandbox, container);
    return sandbox;
  });
};

/** Opens again the host ports of pods that were resumed. */
export const reopenHostPorts = async (state: MockState, sandboxes: readonly SandboxRecord[]): Promise<void> => {
  for (const sandbox of sandboxes.filter(({ isReady }) => isReady)) {
    sandbox.closeHostPorts = await openHostPorts(
      sandbox.network,
      sandbox.config.portMappings,
      state.options.hostAddress,
    );
  }
};

/** Milliseconds between two looks at whether there is something to save, at least. */
const LEAST_INTERVAL_MS = 1000;
/** A save may take so much of the time: the next one waits this many times as long as the last one took. */
const REST_FACTOR = 20;

/** Saves what has changed now and then, so that a killed process loses little; the result ends it. */
export const keepSaved = (state: MockState, path: string): (() => void) => {
  let saved = state.changes;
  let timer: NodeJS.Timeout;
  const look = (): void => {
    let restMs = LEAST_INTERVAL_MS;
    if (state.changes !== saved) {
      const begun = performance.now();
      saved = state.changes;
      try {
        saveState(state, path);
      } catch {
        // The disk may have room again at the next look; the last save, when the runtime is closed, is not silent.
        saved = -1;
      }
      restMs = Math.max(restMs, (performance.now() - begun) * REST_FACTOR);
    }
    timer = setTimeout(look, restMs).unref();
  };
  timer = setTimeout(look, LEAST_INTERVAL_MS).unref();
  return () => clearTimeout(timer);
};
