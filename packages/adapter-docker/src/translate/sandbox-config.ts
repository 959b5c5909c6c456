import { NamespaceMode, type PodSandboxConfig, Protocol, type UserNamespace } from "@crikit/cri-api";
import type { ContainerCreate, EngineHostConfig } from "../engine/types.ts";
import { toEngineLabels } from "../identity/labels.ts";
import { formatDockerName, SANDBOX_CONTAINER_NAME } from "../identity/names.ts";
import { toCgroupParent } from "./cgroup-parent.ts";
import type { SandboxFacts } from "./facts.ts";
import { toEngineResources } from "./resources.ts";
import { type SecurityHost, sandboxSecurityOptions } from "./security.ts";
import { cannot } from "./unsupported.ts";

/** What a sandbox container is made from, beside its configuration. */
export interface SandboxSurroundings extends SecurityHost {
  readonly instance: string;
  readonly image: string;
  readonly runtimeHandler: string;
  readonly cgroupDriver: string;
  readonly oomScoreAdj: number;
  /** The engine's network mode for a pod with a network of its own: `none` where CNI makes it. */
  readonly network: { readonly mode: string; readonly engineMode: string; readonly publishesPorts: boolean };
}

const cpuSharesOfPause = 2;

/** Refuses a user namespace of the pod's own. */
export const checkUserNamespace = (options: UserNamespace | undefined): void => {
  if (options?.mode === NamespaceMode.POD)
    cannot("a user namespace of a pod's own", "its engine maps users for all containers or for none (userns-remap)");
};

const protocols: Readonly<Record<number, string>> = {
  [Protocol.TCP]: "tcp",
  [Protocol.UDP]: "udp",
  [Protocol.SCTP]: "sctp",
};

const portsOf = (
  config: PodSandboxConfig,
): Pick<ContainerCreate, "ExposedPorts"> & Pick<EngineHostConfig, "PortBindings"> => {
  const bindings: Record<string, { HostIp: string; HostPort: string }[]> = {};
  for (const mapping of config.portMappings) {
    if (mapping.hostPort === 0) continue;
    const key = `${mapping.containerPort}/${protocols[mapping.protocol] ?? "tcp"}`;
    bindings[key] = [...(bindings[key] ?? []), { HostIp: mapping.hostIp, HostPort: String(mapping.hostPort) }];
  }
  const keys = Object.keys(bindings);
  return keys.length === 0
    ? {}
    : { ExposedPorts: Object.fromEntries(keys.map((key) => [key, {}])), PortBindings: bindings };
};

const userOf = (config: PodSandboxConfig): string | undefined => {
  const context = config.linux?.securityContext;
  if (context?.runAsUser === undefined) return undefined;
  return context.runAsGroup === undefined
    ? String(context.runAsUser.value)
    : `${context.runAsUser.value}:${context.runAsGroup.value}`;
};

/** The facts of a sandbox that is being made. */
export const makeSandboxFacts = (config: PodSandboxConfig, around: SandboxSurroundings): SandboxFacts => {
  const options = config.linux?.securityContext?.namespaceOptions;
  const isHost = options?.network === NamespaceMode.NODE;
  return {
    name: config.metadata?.name ?? "",
    uid: config.metadata?.uid ?? "",
    namespace: config.metadata?.namespace ?? "",
    attempt: config.metadata?.attempt ?? 0,
    runtimeHandler: around.runtimeHandler,
    logDirectory: config.logDirectory,
    namespaces: {
      network: options?.network ?? NamespaceMode.POD,
      pid: options?.pid ?? NamespaceMode.POD,
      ipc: options?.ipc ?? NamespaceMode.POD,
      targetId: options?.targetId ?? "",
    },
    networkMode: isHost ? "host" : around.network.mode,
    ports: config.portMappings
      .filter((mapping) => mapping.hostPort !== 0)
      .map(({ protocol, containerPort, hostPort, hostIp }) => ({ protocol, containerPort, hostPort, hostIp })),
  };
};

/** The engine's name of a sandbox container. */
export const sandboxName = (facts: SandboxFacts, instance: string): string =>
  formatDockerName(
    {
      container: SANDBOX_CONTAINER_NAME,
      pod: facts.name,
      namespace: facts.namespace,
      uid: facts.uid,
      attempt: facts.attempt,
    },
    instance,
  );

/** A sandbox' configuration as what the engine is asked to create. */
export const toSandboxCreate = async (
  config: PodSandboxConfig,
  facts: SandboxFacts,
  around: SandboxSurroundings,
): Promise<ContainerCreate> => {
  const context = config.linux?.securityContext;
  checkUserNamespace(context?.namespaceOptions?.usernsOptions);
  const isHost = facts.namespaces.network === NamespaceMode.NODE;
  const ports = isHost || !around.network.publishesPorts ? {} : portsOf(config);
  const user = userOf(config);
  const cgroupParent = toCgroupParent(config.linux?.cgroupParent ?? "", around.cgroupDriver);
  const hostname = isHost || config.hostname === "" ? {} : { Hostname: config.hostname };
  const dns = config.dnsConfig;
  const sysctls = config.linux?.sysctls ?? {};
  return {
    Image: around.image,
    ...hostname,
    ...(user === undefined ? {} : { User: user }),
    ...(ports.ExposedPorts === undefined ? {} : { ExposedPorts: ports.ExposedPorts }),
    Labels: toEngineLabels({
      kind: "podsandbox",
      labels: config.labels,
      annotations: config.annotations,
      instance: around.instance,
      facts: { ...facts },
    }),
    HostConfig: {
      NetworkMode: isHost ? "host" : around.network.engineMode,
      IpcMode: facts.namespaces.ipc === NamespaceMode.NODE ? "host" : "shareable",
      ...(facts.namespaces.pid === NamespaceMode.NODE ? { PidMode: "host" } : {}),
      ...(isHost ? { UTSMode: "host" } : {}),
      ...(cgroupParent === "" ? {} : { CgroupParent: cgroupParent }),
      ...(around.runtimeHandler === "" ? {} : { Runtime: around.runtimeHandler }),
      ...(ports.PortBindings === undefined ? {} : { PortBindings: ports.PortBindings }),
      ...(context === undefined || context.supplementalGroups.length === 0
        ? {}
        : { GroupAdd: context.supplementalGroups.map(String) }),
      ...(context?.readonlyRootfs === true ? { ReadonlyRootfs: true } : {}),
      ...(Object.keys(sysctls).length === 0 ? {} : { Sysctls: sysctls }),
      // The engine writes the file itself where this process cannot reach it; on the engine's host it is written over.
      ...(dns === undefined || isHost || dns.servers.length === 0 ? {} : { Dns: dns.servers }),
      ...(dns === undefined || isHost || dns.searches.length === 0 ? {} : { DnsSearch: dns.searches }),
      ...(dns === undefined || isHost || dns.options.length === 0 ? {} : { DnsOptions: dns.options }),
      ...toEngineResources(config.linux?.resources),
      CpuShares: cpuSharesOfPause,
      OomScoreAdj: around.oomScoreAdj,
      SecurityOpt: await sandboxSecurityOptions(context, around),
      LogConfig: { Type: "none", Config: {} },
      RestartPolicy: { Name: "no" },
    },
  };
};
