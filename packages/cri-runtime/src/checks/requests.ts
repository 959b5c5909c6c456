import type { CriService, ImageSpec } from "@crikit/cri-api";
import { checkContainerConfig } from "./container-config.ts";
import { checkAbsolute, checkPresent, checkTimeout } from "./fields.ts";
import { checkLinuxResources, checkWindowsResources } from "./resources.ts";
import { checkSandboxConfig } from "./sandbox-config.ts";
import { checkAttach, checkExec, checkExecSync, checkPortForward } from "./sessions.ts";

type RequestOf<Name extends keyof CriService> = Parameters<CriService[Name]>[0];

/** What is refused before a runtime sees it, for every call: a new call without a line here does not compile. */
export type RequestChecks = { readonly [Name in keyof CriService]: (request: RequestOf<Name>) => void };

const anything = (): void => {};

const checkContainerId = (request: { readonly containerId: string }): void =>
  checkPresent(request.containerId, "container_id");

const checkPodSandboxId = (request: { readonly podSandboxId: string }): void =>
  checkPresent(request.podSandboxId, "pod_sandbox_id");

const checkImage = (request: { readonly image: ImageSpec | undefined }): void => {
  checkPresent(request.image, "image");
  checkPresent(request.image?.image, "image.image");
};

/** The check of each call; each throws `InvalidArgument` with a text that names the field as the proto does. */
export const REQUEST_CHECKS: RequestChecks = {
  version: anything,
  status: anything,
  runtimeConfig: anything,
  updateRuntimeConfig: anything,

  runPodSandbox: (request) => checkSandboxConfig(request.config),
  stopPodSandbox: checkPodSandboxId,
  removePodSandbox: checkPodSandboxId,
  podSandboxStatus: checkPodSandboxId,
  listPodSandbox: anything,
  streamPodSandboxes: anything,
  updatePodSandboxResources: (request) => {
    checkPodSandboxId(request);
    checkLinuxResources(request.overhead, "overhead");
    checkLinuxResources(request.resources, "resources");
  },
  checkpointPod: (request) => {
    checkPodSandboxId(request);
    checkPresent(request.outputPath, "output_path");
    checkAbsolute(request.outputPath, "output_path");
  },
  restorePod: (request) => {
    checkPresent(request.checkpointPath, "checkpoint_path");
    if (request.config !== undefined) checkSandboxConfig(request.config);
    for (const [index, config] of request.containerConfigs.entries()) {
      checkContainerConfig(config, `container_configs[${index}]`);
    }
  },

  createContainer: (request) => {
    checkPodSandboxId(request);
    checkContainerConfig(request.config);
    checkAbsolute(request.sandboxConfig?.logDirectory ?? "", "sandbox_config.log_directory");
  },
  startContainer: checkContainerId,
  stopContainer: (request) => {
    checkContainerId(request);
    checkTimeout(request.timeout);
  },
  removeContainer: checkContainerId,
  listContainers: anything,
  streamContainers: anything,
  containerStatus: checkContainerId,
  updateContainerResources: (request) => {
    checkContainerId(request);
    checkLinuxResources(request.linux, "linux");
    checkWindowsResources(request.windows, "windows");
  },
  reopenContainerLog: checkContainerId,
  checkpointContainer: (request) => {
    checkContainerId(request);
    checkPresent(request.location, "location");
    checkTimeout(request.timeout);
  },
  getContainerEvents: anything,

  execSync: checkExecSync,
  exec: checkExec,
  attach: checkAttach,
  portForward: checkPortForward,

  containerStats: checkContainerId,
  listContainerStats: anything,
  streamContainerStats: anything,
  podSandboxStats: checkPodSandboxId,
  listPodSandboxStats: anything,
  streamPodSandboxStats: anything,
  listMetricDescriptors: anything,
  listPodSandboxMetrics: anything,
  streamPodSandboxMetrics: anything,

  listImages: anything,
  streamImages: anything,
  imageStatus: checkImage,
  pullImage: checkImage,
  removeImage: checkImage,
  imageFsInfo: anything,
};
