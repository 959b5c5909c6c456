import {
  CgroupDriver,
  CriError,
  type RuntimeConfigResponse,
  type StatusResponse,
  type VersionResponse,
} from "@crikit/cri-api";
import type { RuntimeParts } from "./parts.ts";

/** `Version`, of what the engine said of itself last. */
export const versionOf = (parts: RuntimeParts): VersionResponse => ({
  version: "0.1.0",
  runtimeName: "docker",
  runtimeVersion: parts.host().version,
  runtimeApiVersion: "v1",
});

/** What a handler can do; the one without a name is the engine's default. */
const handlersOf = (parts: RuntimeParts): StatusResponse["runtimeHandlers"] => {
  const { runtimes, defaultRuntime } = parts.host();
  const byDefault = runtimes.get(defaultRuntime);
  const features = (runtime: { readonly hasRecursiveReadOnly: boolean } | undefined) => ({
    recursiveReadOnlyMounts: runtime?.hasRecursiveReadOnly === true,
    userNamespaces: false,
  });
  return [
    { name: "", features: features(byDefault) },
    ...[...runtimes].map(([name, runtime]) => ({ name, features: features(runtime) })),
  ];
};

/** `Status`, from memory: whether the engine's events flow, and whether pods can be given networks. */
export const statusOf = (parts: RuntimeParts, engine: { readonly failure: string | undefined }): StatusResponse => {
  const network = parts.network.status();
  const ready = engine.failure === undefined;
  return {
    status: {
      conditions: [
        {
          type: "RuntimeReady",
          status: ready,
          reason: ready ? "" : "DockerDaemonNotReady",
          message: engine.failure ?? "",
        },
        { type: "NetworkReady", status: network.ready, reason: network.reason, message: network.message },
      ],
    },
    info: {},
    runtimeHandlers: handlersOf(parts),
    features: { supplementalGroupsPolicy: true, userNamespacesHostNetwork: false, mountOptions: false },
  };
};

/** The verbose part of `Status`; kubeadm reads `config.sandboxImage`. */
export const verboseStatus = (parts: RuntimeParts): Record<string, string> => {
  const host = parts.host();
  const { settings, network, engine } = parts;
  return {
    config: JSON.stringify({
      sandboxImage: settings.sandboxImage,
      instance: settings.instance,
      networkMode: network.mode,
      logMode: settings.logMode,
      logDriver: settings.logDriver,
    }),
    engine: JSON.stringify({
      version: host.version,
      apiVersion: engine.apiVersion,
      place: host.place,
      rootDir: host.rootDir,
      cgroupDriver: host.cgroupDriver,
      cgroupVersion: host.cgroupVersion,
      containerdImageStore: host.usesContainerdStore,
      openLogs: parts.logs.openCount,
    }),
  };
};

/** `RuntimeConfig`: which cgroup driver the kubelet has to use too. */
export const runtimeConfigOf = (parts: RuntimeParts): RuntimeConfigResponse => {
  const driver = parts.host().cgroupDriver;
  if (driver !== "systemd" && driver !== "cgroupfs")
    throw new CriError(
      "FailedPrecondition",
      `the engine's cgroup driver is "${driver}": run it as root with cgroupfs or systemd`,
    );
  return { linux: { cgroupDriver: driver === "systemd" ? CgroupDriver.SYSTEMD : CgroupDriver.CGROUPFS } };
};
