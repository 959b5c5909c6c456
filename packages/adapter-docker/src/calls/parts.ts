import { CriError } from "@crikit/cri-api";
import { resolveId } from "@crikit/cri-runtime";
import type { Engine } from "../engine/engine.ts";
import type { HostFacts } from "../engine/engine-host.ts";
import type { ImageList } from "../images/image-list.ts";
import type { Inventory } from "../inventory/inventory.ts";
import type { ContainerLogs } from "../logs/container-logs.ts";
import type { PodNetwork } from "../network/pod-network.ts";
import type { UserDirectory } from "../place/users.ts";
import type { ContainerRecord } from "../translate/container-status.ts";
import type { SandboxRecord } from "../translate/sandbox-status.ts";
import type { OomFloor } from "./oom-floor.ts";

/** What the runtime was told, defaults filled in. */
export interface Settings {
  readonly instance: string;
  readonly sandboxImage: string;
  readonly logMode: "cri" | "symlink";
  readonly logDriver: { readonly type: string; readonly options: Readonly<Record<string, string>> };
  readonly imagePullProgressMs: number;
  readonly sandboxOomScoreAdj: number;
}

/** What the calls work with. */
export interface RuntimeParts {
  readonly engine: Engine;
  readonly settings: Settings;
  readonly inventory: Inventory;
  readonly images: ImageList;
  readonly logs: ContainerLogs;
  readonly network: PodNetwork;
  readonly users: UserDirectory;
  readonly oomFloor: OomFloor;
  /** As of the last time the engine was asked. */
  readonly host: () => HostFacts;
  readonly warn: (text: string) => void;
}

const settle = async (parts: RuntimeParts): Promise<void> => {
  const fresh = parts.inventory.fresh();
  if (fresh !== undefined) await fresh;
};

function* ids(records: Iterable<{ readonly id: string }>): Iterable<string> {
  for (const record of records) yield record.id;
}

/** The pod sandbox that an id or its first characters mean; `NotFound` if there is none. */
export const requireSandbox = async (parts: RuntimeParts, podSandboxId: string): Promise<SandboxRecord> => {
  await settle(parts);
  const exact = parts.inventory.find(podSandboxId);
  if (exact?.kind === "sandbox") return exact;
  const id = resolveId(podSandboxId, { [Symbol.iterator]: () => ids(parts.inventory.sandboxes())[Symbol.iterator]() });
  const found = id === undefined ? undefined : parts.inventory.find(id);
  if (found?.kind === "sandbox") return found;
  throw new CriError("NotFound", `pod sandbox "${podSandboxId}" does not exist`);
};

/** The container that an id or its first characters mean; `NotFound` if there is none. */
export const requireContainer = async (parts: RuntimeParts, containerId: string): Promise<ContainerRecord> => {
  await settle(parts);
  const exact = parts.inventory.find(containerId);
  if (exact?.kind === "container") return exact;
  const id = resolveId(containerId, { [Symbol.iterator]: () => ids(parts.inventory.containers())[Symbol.iterator]() });
  const found = id === undefined ? undefined : parts.inventory.find(id);
  if (found?.kind === "container") return found;
  throw new CriError("NotFound", `container "${containerId}" does not exist`);
};
