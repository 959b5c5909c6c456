import {
  CgroupDriver,
  CriError,
  type RuntimeConfigResponse,
  type StatusRequest,
  type StatusResponse,
  type UpdateRuntimeConfigRequest,
  type UpdateRuntimeConfigResponse,
  type VersionResponse,
} from "@crikit/cri-api";
import { parseCidr } from "../network/addresses.ts";
import type { MockState } from "./state.ts";

const VERSION = "0.1.0";

/** Version. */
export const version = (): VersionResponse => ({
  version: "0.1.0",
  runtimeName: "crikit-mock",
  runtimeVersion: VERSION,
  runtimeApiVersion: "v1",
});

const condition = (type: string, problem: string | undefined) => ({
  type,
  status: problem === undefined,
  reason: problem === undefined ? "" : `${type.replace("Ready", "")}NotReady`,
  message: problem ?? "",
});

/** Status: ready, unless a test has said otherwise; every runtime handler with its features. */
export const status = (state: MockState, request: StatusRequest): StatusResponse => {
  const features = { recursiveReadOnlyMounts: true, userNamespaces: true };
  return {
    status: {
      conditions: [
        condition("RuntimeReady", state.notReady.runtime),
        condition("NetworkReady", state.notReady.network),
      ],
    },
    info: request.verbose
      ? {
          config: JSON.stringify({
            podCidr: state.networkConfig?.podCidr ?? state.addresses.cidr,
            sandboxImage: "registry.k8s.io/pause:3.10",
            seed: state.options.seed ?? null,
          }),
        }
      : {},
    runtimeHandlers: ["", ...(state.options.runtimeHandlers ?? [])].map((name) => ({ name, features })),
    features: { supplementalGroupsPolicy: true, userNamespacesHostNetwork: true, mountOptions: true },
  };
};

/** RuntimeConfig. */
export const runtimeConfig = (state: MockState): RuntimeConfigResponse => ({
  linux: { cgroupDriver: state.options.cgroupDriver === "cgroupfs" ? CgroupDriver.CGROUPFS : CgroupDriver.SYSTEMD },
});

/** UpdateRuntimeConfig: remembers the pod CIDR the kubelet hands out; pods keep the mock's own addresses, which can be dialled. */
export const updateRuntimeConfig = (
  state: MockState,
  request: UpdateRuntimeConfigRequest,
): UpdateRuntimeConfigResponse => {
  const config = request.runtimeConfig?.networkConfig;
  if (config === undefined) return {};
  for (const cidr of config.podCidr.split(",").filter((part) => part !== "" && !part.includes(":"))) {
    if (parseCidr(cidr) === undefined)
      throw new CriError("InvalidArgument", `runtime_config.network_config.pod_cidr "${cidr}" is no IPv4 range`);
  }
  state.networkConfig = config;
  return {};
};
