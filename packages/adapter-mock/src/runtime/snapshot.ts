import { ContainerConfig, type ContainerState, PodSandboxConfig, type PodSandboxState } from "@crikit/cri-api";
import { type LayerSnapshot, restoreLayer, snapshotLayer } from "../checkpoint/layer.ts";
import type { ContainerEnd, ContainerRecord } from "./container.ts";
import { createRootVolume } from "./mounts.ts";
import type { SandboxRecord } from "./sandbox.ts";
import type { MockState } from "./state.ts";

/** A container as JSON: what it was made from, what it has written, what its program has put aside. */
export interface ContainerSnapshot {
  readonly id: string;
  readonly name: string;
  readonly attempt: number;
  readonly image: string;
  /** The ContainerConfig as protobuf, base64. */
  readonly config: string;
  readonly state: ContainerState;
  readonly createdAtNanos: string;
  readonly startedAtNanos: string;
  readonly end: (Omit<ContainerEnd, "finishedAtNanos"> & { readonly finishedAtNanos: string }) | null;
  readonly layer: LayerSnapshot | null;
  readonly saved: unknown;
  readonly cpuNanos: number;
  readonly ioBytes: number;
}

/** A pod sandbox with its containers as JSON. */
export interface SandboxSnapshot {
  readonly id: string;
  /** The PodSandboxConfig as protobuf, base64. */
  readonly config: string;
  readonly state: PodSandboxState;
  readonly runtimeHandler: string;
  readonly createdAtNanos: string;
  readonly ip: string | null;
  readonly containers: readonly ContainerSnapshot[];
}

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "base64"));

/** A container as it is at this moment. */
export const snapshotContainer = (container: ContainerRecord): ContainerSnapshot => {
  const { layer, message, end } = container;
  return {
    id: container.containerId,
    name: message.metadata?.name ?? "",
    attempt: message.metadata?.attempt ?? 0,
    image: message.image?.image ?? "",
    config: toBase64(ContainerConfig.encode(container.config).finish()),
    state: message.state,
    createdAtNanos: String(message.createdAt),
    startedAtNanos: String(container.startedAtNanos),
    end: end === undefined ? null : { ...end, finishedAtNanos: String(end.finishedAtNanos) },
    layer: layer === undefined || layer.usage.inodes === 0 ? null : snapshotLayer(layer.root, container.image.tree),
    saved: container.init?.save() ?? container.saved ?? null,
    cpuNanos: container.cpuNanos,
    ioBytes: container.ioBytes,
  };
};

/** A pod sandbox as it is at this moment, with `containers` of it. */
export const snapshotSandbox = (
  sandbox: SandboxRecord,
  containers: readonly ContainerRecord[] = sandbox.containers,
): SandboxSnapshot => ({
  id: sandbox.podSandboxId,
  config: toBase64(PodSandboxConfig.encode(sandbox.config).finish()),
  state: sandbox.message.state,
  runtimeHandler: sandbox.message.runtimeHandler,
  createdAtNanos: String(sandbox.message.createdAt),
  ip: sandbox.ip ?? null,
  containers: containers.map(snapshotContainer),
});

/** The configurations inside snapshots. */
export const containerConfigOf = (snapshot: ContainerSnapshot): ContainerConfig =>
  ContainerConfig.decode(fromBase64(snapshot.config));

export const sandboxConfigOf = (snapshot: SandboxSnapshot): PodSandboxConfig =>
  PodSandboxConfig.decode(fromBase64(snapshot.config));

/** Gives a fresh container the files and the saved state of a snapshot. */
export const applySnapshot = (state: MockState, container: ContainerRecord, snapshot: ContainerSnapshot): void => {
  container.saved = snapshot.saved ?? undefined;
  if (snapshot.layer === null) return;
  const { layer } = snapshot;
  const volume = createRootVolume(state, container);
  volume.restore((owner) => restoreLayer(layer, container.image.tree, owner) ?? container.image.tree);
  container.layer = volume;
};
