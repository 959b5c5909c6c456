import { join } from "node:path";
import { type ContainerConfig, CriError, type LinuxContainerSecurityContext, NamespaceMode } from "@crikit/cri-api";
import type { ContainerCreate, EngineHostConfig } from "../engine/types.ts";
import { toEngineLabels } from "../identity/labels.ts";
import { formatDockerName } from "../identity/names.ts";
import type { ContainerFacts, MountFacts, UserFacts } from "./facts.ts";
import { type MountHost, toEngineMounts } from "./mounts.ts";
import { toEngineResources } from "./resources.ts";
import { checkUserNamespace } from "./sandbox-config.ts";
import type { SandboxRecord } from "./sandbox-status.ts";
import { containerSecurityOptions, type SecurityHost } from "./security.ts";
import { formatSignalName } from "./signals.ts";
import { cannot } from "./unsupported.ts";

/** What a container is made from, beside its configuration. */
export interface ContainerSurroundings extends SecurityHost, MountHost {
  readonly instance: string;
  readonly sandbox: SandboxRecord;
  /** The id of the image, to be pinned whatever its tags become. */
  readonly imageId: string;
  /** As in the engine's Config.User, the policy for groups applied; "" leaves it to the image. */
  readonly user: string;
  readonly logDriver: { readonly type: string; readonly options: Readonly<Record<string, string>> };
  readonly writesLog: boolean;
  /** No container's OOM score goes below this. */
  readonly lowestOomScoreAdj: number;
}

/** As whom a container's first process is asked to run, before the policy for groups. */
export const askedUser = (context: LinuxContainerSecurityContext | undefined): string => {
  const user = context?.runAsUser !== undefined ? String(context.runAsUser.value) : (context?.runAsUsername ?? "");
  return user !== "" && context?.runAsGroup !== undefined ? `${user}:${context.runAsGroup.value}` : user;
};

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const envOf = (config: ContainerConfig): string[] =>
  config.envs.map(({ key, value }) => {
    try {
      return `${key}=${decoder.decode(value)}`;
    } catch {
      throw new CriError("InvalidArgument", `environment variable "${key}" is not UTF-8, which the engine's API needs`);
    }
  });

const mountFacts = (config: ContainerConfig): MountFacts[] =>
  config.mounts.map((mount) => ({
    containerPath: mount.containerPath,
    hostPath: mount.hostPath,
    readonly: mount.readonly,
    selinuxRelabel: mount.selinuxRelabel,
    propagation: mount.propagation,
    recursiveReadOnly: mount.recursiveReadOnly,
    imageSubPath: mount.imageSubPath,
    ...(mount.image === undefined ? {} : { image: mount.image.image, imageRef: mount.image.imageRef }),
  }));

/** The facts of a container that is being made. */
export const makeContainerFacts = (config: ContainerConfig, around: ContainerSurroundings): ContainerFacts => {
  const context = config.linux?.securityContext;
  const directory = around.sandbox.facts.logDirectory;
  const user: UserFacts = {
    user: around.user,
    supplementalGroups: (context?.supplementalGroups ?? []).map(Number),
    isStrict: context?.supplementalGroupsPolicy === 1,
  };
  return {
    name: config.metadata?.name ?? "",
    attempt: config.metadata?.attempt ?? 0,
    image: {
      image: config.image?.image ?? "",
      userSpecifiedImage: config.image?.userSpecifiedImage ?? "",
      runtimeHandler: config.image?.runtimeHandler ?? "",
    },
    mounts: mountFacts(config),
    logPath: config.logPath === "" || directory === "" ? "" : join(directory, config.logPath),
    stopSignal: config.stopSignal,
    user,
    writesLog: around.writesLog,
  };
};

/** The engine's name of a container. */
export const containerName = (facts: ContainerFacts, sandbox: SandboxRecord, instance: string): string =>
  formatDockerName(
    {
      container: facts.name,
      pod: sandbox.facts.name,
      namespace: sandbox.facts.namespace,
      uid: sandbox.facts.uid,
      attempt: facts.attempt,
    },
    instance,
  );

const pidModeOf = (config: ContainerConfig, sandboxId: string): string | undefined => {
  const options = config.linux?.securityContext?.namespaceOptions;
  switch (options?.pid ?? NamespaceMode.POD) {
    case NamespaceMode.NODE:
      return "host";
    case NamespaceMode.TARGET:
      return `container:${options?.targetId ?? ""}`;
    case NamespaceMode.POD:
      return options === undefined ? undefined : `container:${sandboxId}`;
    default:
      return undefined;
  }
};

const namespacesOf = (config: ContainerConfig, sandbox: SandboxRecord): EngineHostConfig => {
  const pid = pidModeOf(config, sandbox.id);
  const isHost = sandbox.facts.namespaces.network === NamespaceMode.NODE;
  return {
    NetworkMode: `container:${sandbox.id}`,
    IpcMode: sandbox.facts.namespaces.ipc === NamespaceMode.NODE ? "host" : `container:${sandbox.id}`,
    ...(pid === undefined ? {} : { PidMode: pid }),
    ...(isHost ? { UTSMode: "host" } : {}),
  };
};

const capabilitiesOf = (context: LinuxContainerSecurityContext | undefined): EngineHostConfig => {
  const capabilities = context?.capabilities;
  if (capabilities === undefined) return {};
  if (capabilities.addAmbientCapabilities.length > 0) cannot("adding ambient capabilities", "its API has none");
  const { addCapabilities, dropCapabilities } = capabilities;
  return {
    ...(addCapabilities.length === 0 ? {} : { CapAdd: addCapabilities }),
    ...(dropCapabilities.length === 0 ? {} : { CapDrop: dropCapabilities }),
  };
};

const pathsOf = (context: LinuxContainerSecurityContext | undefined): EngineHostConfig => {
  // An empty list would unmask everything: it is left out, and the engine masks what it always masks.
  if (context === undefined || context.privileged) return {};
  return {
    ...(context.maskedPaths.length === 0 ? {} : { MaskedPaths: context.maskedPaths }),
    ...(context.readonlyPaths.length === 0 ? {} : { ReadonlyPaths: context.readonlyPaths }),
  };
};

const devicesOf = (config: ContainerConfig, around: ContainerSurroundings): EngineHostConfig => {
  if (config.CDIDevices.length > 0 && !around.speaks("1.44"))
    cannot(`CDI device "${config.CDIDevices[0]?.name}"`, "it needs Docker Engine 25 (API 1.44) or newer");
  return {
    ...(config.devices.length === 0
      ? {}
      : {
          Devices: config.devices.map((device) => ({
            PathOnHost: device.hostPath,
            PathInContainer: device.containerPath,
            CgroupPermissions: device.permissions === "" ? "rwm" : device.permissions,
          })),
        }),
    ...(config.CDIDevices.length === 0
      ? {}
      : { DeviceRequests: [{ Driver: "cdi", DeviceIDs: config.CDIDevices.map((device) => device.name) }] }),
  };
};

const hostConfigOf = async (config: ContainerConfig, around: ContainerSurroundings): Promise<EngineHostConfig> => {
  const context = config.linux?.securityContext;
  const { mounts, binds } = await toEngineMounts(config.mounts, around);
  const oomScore = Number(config.linux?.resources?.oomScoreAdj ?? 0n);
  const runtime = around.sandbox.inspect.HostConfig?.Runtime ?? "";
  const cgroupParent = around.sandbox.inspect.HostConfig?.CgroupParent ?? "";
  return {
    ...namespacesOf(config, around.sandbox),
    ...capabilitiesOf(context),
    ...pathsOf(context),
    ...devicesOf(config, around),
    ...toEngineResources(config.linux?.resources),
    ...(runtime === "" ? {} : { Runtime: runtime }),
    ...(cgroupParent === "" ? {} : { CgroupParent: cgroupParent }),
    ...(context?.privileged === true ? { Privileged: true } : {}),
    ...(context?.readonlyRootfs === true ? { ReadonlyRootfs: true } : {}),
    ...(context === undefined || context.supplementalGroups.length === 0
      ? {}
      : { GroupAdd: context.supplementalGroups.map(String) }),
    ...(mounts.length === 0 ? {} : { Mounts: mounts }),
    ...(binds.length === 0 ? {} : { Binds: binds }),
    OomScoreAdj: Math.max(oomScore, around.lowestOomScoreAdj),
    SecurityOpt: await containerSecurityOptions(context, around),
    LogConfig: { Type: around.logDriver.type, Config: around.logDriver.options },
    RestartPolicy: { Name: "no" },
  };
};

/** A container's configuration as what the engine is asked to create; throws for what the engine cannot do. */
export const toContainerCreate = async (
  config: ContainerConfig,
  facts: ContainerFacts,
  around: ContainerSurroundings,
): Promise<ContainerCreate> => {
  if (config.windows !== undefined) cannot("a Windows container", "this adapter speaks to Linux engines");
  checkUserNamespace(config.linux?.securityContext?.namespaceOptions?.usernsOptions);
  const signal = formatSignalName(config.stopSignal);
  return {
    Image: around.imageId,
    ...(around.user === "" ? {} : { User: around.user }),
    ...(config.command.length === 0 ? {} : { Entrypoint: config.command }),
    ...(config.args.length === 0 ? {} : { Cmd: config.args }),
    ...(config.workingDir === "" ? {} : { WorkingDir: config.workingDir }),
    ...(config.envs.length === 0 ? {} : { Env: envOf(config) }),
    OpenStdin: config.stdin,
    StdinOnce: config.stdinOnce,
    Tty: config.tty,
    ...(signal === "" ? {} : { StopSignal: signal }),
    Healthcheck: { Test: ["NONE"] },
    Labels: toEngineLabels({
      kind: "container",
      labels: config.labels,
      annotations: config.annotations,
      instance: around.instance,
      podSandboxId: around.sandbox.id,
      ...(facts.logPath === "" ? {} : { logPath: facts.logPath }),
      facts: { ...facts },
    }),
    HostConfig: await hostConfigOf(config, around),
  };
};
