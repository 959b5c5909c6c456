import {
  NamespaceMode,
  type PodSandbox,
  type PodSandboxNetworkStatus,
  PodSandboxState,
  type PodSandboxStatus,
} from "@crikit/cri-api";
import type { ContainerInspect } from "../engine/types.ts";
import { factsOf, fromEngineLabels } from "../identity/labels.ts";
import { parseDockerName } from "../identity/names.ts";
import type { SandboxFacts } from "./facts.ts";
import { toNanos } from "./times.ts";

/** A pod sandbox as the inventory keeps it: the messages are made once for each change and handed out as they are. */
export interface SandboxRecord {
  readonly kind: "sandbox";
  readonly id: string;
  readonly podSandbox: PodSandbox;
  readonly status: PodSandboxStatus;
  /** Whether the sandbox container runs; a pod sandbox is READY only if its network stands too. */
  readonly running: boolean;
  /** The sandbox container's first process on the engine's host; 0 if none. */
  readonly pid: number;
  readonly facts: SandboxFacts;
  readonly inspect: ContainerInspect;
}

const namespacesOf = (inspect: ContainerInspect): SandboxFacts["namespaces"] => ({
  network: inspect.HostConfig?.NetworkMode === "host" ? NamespaceMode.NODE : NamespaceMode.POD,
  // dockershim's sandboxes share no process namespace unless it is the host's.
  pid: inspect.HostConfig?.PidMode === "host" ? NamespaceMode.NODE : NamespaceMode.CONTAINER,
  ipc: inspect.HostConfig?.IpcMode === "host" ? NamespaceMode.NODE : NamespaceMode.POD,
  targetId: "",
});

/** The facts of a sandbox, for one that cri-dockerd made as far as its labels, its name and the engine say them. */
export const sandboxFactsOf = (inspect: ContainerInspect): SandboxFacts => {
  const labels = inspect.Config?.Labels ?? {};
  const stored = factsOf<SandboxFacts>(labels);
  const name = parseDockerName(inspect.Name ?? "");
  return {
    name: stored?.name ?? labels["io.kubernetes.pod.name"] ?? name?.pod ?? "",
    uid: stored?.uid ?? labels["io.kubernetes.pod.uid"] ?? name?.uid ?? "",
    namespace: stored?.namespace ?? labels["io.kubernetes.pod.namespace"] ?? name?.namespace ?? "",
    attempt: stored?.attempt ?? name?.attempt ?? 0,
    runtimeHandler: stored?.runtimeHandler ?? "",
    logDirectory: stored?.logDirectory ?? "",
    namespaces: stored?.namespaces ?? namespacesOf(inspect),
    networkMode: stored?.networkMode ?? "adopted",
    ports: stored?.ports ?? [],
  };
};

const engineIps = (inspect: ContainerInspect): string[] =>
  Object.values(inspect.NetworkSettings?.Networks ?? {})
    .flatMap((network) => [network?.IPAddress ?? "", network?.GlobalIPv6Address ?? ""])
    .filter((ip) => ip !== "");

const networkStatus = (ips: readonly string[]): PodSandboxNetworkStatus => {
  const [ip = "", ...others] = ips;
  return { ip, additionalIps: others.map((other) => ({ ip: other })) };
};

/** What the engine says of a sandbox container, and what its network's maker says, as CRI's messages. */
export const toSandboxRecord = (
  inspect: ContainerInspect,
  network: { readonly ready: boolean; readonly ips?: readonly string[] | undefined },
): SandboxRecord => {
  const facts = sandboxFactsOf(inspect);
  const { labels, annotations } = fromEngineLabels(inspect.Config?.Labels ?? {});
  const running = inspect.State?.Running === true;
  const state = running && network.ready ? PodSandboxState.SANDBOX_READY : PodSandboxState.SANDBOX_NOTREADY;
  const metadata = { name: facts.name, uid: facts.uid, namespace: facts.namespace, attempt: facts.attempt };
  const createdAt = toNanos(inspect.Created);
  const { runtimeHandler } = facts;
  const isHost = facts.namespaces.network === NamespaceMode.NODE;
  return {
    kind: "sandbox",
    id: inspect.Id,
    running,
    pid: inspect.State?.Pid ?? 0,
    facts,
    inspect,
    podSandbox: { id: inspect.Id, metadata, state, createdAt, labels, annotations, runtimeHandler },
    status: {
      id: inspect.Id,
      metadata,
      state,
      createdAt,
      network: networkStatus(isHost || !running ? [] : (network.ips ?? engineIps(inspect))),
      linux: { namespaces: { options: { ...facts.namespaces, usernsOptions: undefined } } },
      labels,
      annotations,
      runtimeHandler,
    },
  };
};
