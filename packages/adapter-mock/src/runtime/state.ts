import type {
  ContainerEventResponse,
  ListContainersResponse,
  ListPodSandboxResponse,
  NetworkConfig,
} from "@crikit/cri-api";
import { CriError } from "@crikit/cri-api";
import { resolveId } from "@crikit/cri-runtime";
import type { Clock } from "../clock/clock.ts";
import type { Identities } from "../clock/identities.ts";
import type { DirectoryNode } from "../filesystem/node.ts";
import type { ImageStore, StoredImage } from "../images/image-store.ts";
import type { AddressPool } from "../network/addresses.ts";
import type { NetworkNamespace } from "../network/namespace.ts";
import type { Program } from "../process/program.ts";
import type { ContainerRecord } from "./container.ts";
import type { EventHub } from "./event-hub.ts";
import type { SharedParts } from "./keep.ts";
import type { MockRuntimeOptions } from "./options.ts";
import type { PidSpace, SandboxRecord } from "./sandbox.ts";

/** All that one mock runtime knows; the calls are functions of it. */
export interface MockState {
  readonly options: MockRuntimeOptions;
  readonly clock: Clock;
  readonly identities: Identities;
  readonly images: ImageStore;
  readonly addresses: AddressPool;
  readonly hostNetwork: NetworkNamespace;
  readonly deviceTree: DirectoryNode;
  readonly programs: Map<string, Program>;
  /** Programs that the user has registered: every image has them. */
  readonly registered: Map<string, Program>;
  readonly sandboxes: Map<string, SandboxRecord>;
  readonly containers: Map<string, ContainerRecord>;
  /** Identities of pod sandboxes, as `namespace/name/uid/attempt`. */
  readonly sandboxNames: Map<string, string>;
  readonly events: EventHub<ContainerEventResponse>;
  readonly hostPids: PidSpace;
  readonly pulls: Map<string, number>;
  readonly parts: SharedParts;
  readonly bindsPods: boolean;
  /** What happens when a container's first process has ended. */
  readonly finish: (container: ContainerRecord, exitCode: number) => void;
  networkConfig: NetworkConfig | undefined;
  /** Answers to unfiltered lists; dropped at each change. */
  sandboxList: ListPodSandboxResponse | undefined;
  containerList: ListContainersResponse | undefined;
  /** Grows with every change of pods, containers and images: what has been saved at this number is saved still. */
  changes: number;
  /** Work on files of this host that is under way: a manual clock waits for it. */
  readonly io: Set<Promise<unknown>>;
  /** Operations of all processes: after so many, others get a turn. */
  operations: number;
  /** Conditions that a test has set: `undefined` is well. */
  notReady: { runtime: string | undefined; network: string | undefined };
}

/** Drops the kept answer of lists of pod sandboxes. */
export const sandboxesChanged = (state: MockState): void => {
  state.sandboxList = undefined;
  state.changes++;
};

/** Drops the kept answer of lists of containers. */
export const containersChanged = (state: MockState): void => {
  state.containerList = undefined;
  state.changes++;
};

/** Whether an id can be no part of another: a client that asks for what is gone must not cost a look at everything. */
const isWhole = (id: string): boolean => id === "" || id.length >= 64;

/** The pod sandbox of an id or of the first characters of one; `NotFound` if there is none. */
export const sandboxOf = (state: MockState, podSandboxId: string): SandboxRecord => {
  const exact = state.sandboxes.get(podSandboxId);
  if (exact !== undefined) return exact;
  const whole = isWhole(podSandboxId) ? undefined : resolveId(podSandboxId, state.sandboxes.keys());
  const sandbox = whole === undefined ? undefined : state.sandboxes.get(whole);
  if (sandbox === undefined) throw new CriError("NotFound", `pod sandbox "${podSandboxId}" does not exist`);
  return sandbox;
};

/** The container of an id or of the first characters of one; `NotFound` if there is none. */
export const containerOf = (state: MockState, containerId: string): ContainerRecord => {
  const exact = state.containers.get(containerId);
  if (exact !== undefined) return exact;
  const whole = isWhole(containerId) ? undefined : resolveId(containerId, state.containers.keys());
  const container = whole === undefined ? undefined : state.containers.get(whole);
  if (container === undefined) throw new CriError("NotFound", `container "${containerId}" does not exist`);
  return container;
};

/** The image a container is made from; `NotFound` if it has not been pulled. */
export const imageOf = (state: MockState, name: string): StoredImage => {
  const image = state.images.find(name);
  if (image === undefined) throw new CriError("NotFound", `image "${name}" is not present: pull it first`);
  return image;
};

/** What identifies a pod sandbox to the kubelet. */
export const sandboxKey = (metadata: {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly attempt: number;
}): string => `${metadata.namespace}/${metadata.name}/${metadata.uid}/${metadata.attempt}`;
