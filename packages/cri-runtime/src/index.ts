/// <reference types="node" preserve="true" />
export { REQUEST_CHECKS, type RequestChecks } from "./checks/requests.ts";
export { formatKubeletError, KUBELET_ERRORS, type KubeletError } from "./contract/kubelet-errors.ts";
export type {
  AttachSession,
  ContainerRuntime,
  CriRuntime,
  ExecSession,
  ImageRuntime,
  PortForwardSession,
  RuntimeInfo,
  SandboxRuntime,
  SessionCall,
  SessionUrls,
  StatsRuntime,
  StreamingRuntime,
} from "./contract/runtime.ts";
export {
  type ByteSink,
  type ByteSource,
  type ExitStatus,
  HEADROOM_BYTES,
  type SessionStreams,
  type TerminalSize,
} from "./contract/streams.ts";
export {
  formatImageReference,
  type ImageReference,
  imageIdOf,
  matchesImageFilter,
  matchesImageName,
  parseImageReference,
  selectImages,
} from "./filters/image-reference.ts";
export { type Labels, matchesLabelSelector } from "./filters/labels.ts";
export { resolveId } from "./filters/resolve-id.ts";
export {
  matchesContainerFilter,
  matchesContainerStatsFilter,
  matchesPodSandboxFilter,
  matchesPodSandboxStatsFilter,
  selectContainerStats,
  selectContainers,
  selectPodSandboxes,
  selectPodSandboxStats,
} from "./filters/select.ts";
export { createCriService } from "./service/cri-service.ts";
export { describeState, requireReady, requireRunning } from "./service/objects.ts";
export type { CriServiceOptions } from "./service/options.ts";
export { namespaceOptionsOf } from "./service/sandbox-status.ts";
