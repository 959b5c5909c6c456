import { type Call, type CriService, ImageServiceDefinition, RuntimeServiceDefinition } from "@crikit/cri-api";
import { REQUEST_CHECKS } from "../checks/requests.ts";
import type { CriRuntime, SessionUrls } from "../contract/runtime.ts";
import { createExecSync } from "./exec-sync.ts";
import { guardStream, guardUnary } from "./guard.ts";
import { idempotent } from "./idempotent.ts";
import { createLists, createStreamedLists } from "./lists.ts";
import { requireRunning } from "./objects.ts";
import type { CriServiceOptions } from "./options.ts";
import { pairStatusesWithTime } from "./sandbox-status.ts";
import { createSessions } from "./sessions.ts";

const MIB = 2 ** 20;
const METHODS = { ...RuntimeServiceDefinition.methods, ...ImageServiceDefinition.methods };

/** Every call over what the runtime answers, before requests are checked and errors made `CriError`. */
const assemble = (runtime: CriRuntime, urls: SessionUrls, options: CriServiceOptions): CriService => {
  const lists = createLists(runtime);
  const bounds = { maxCount: options.listChunkCount ?? 500, maxBytes: options.listChunkBytes ?? 2 * MIB };
  const execSync = createExecSync(runtime, {
    maxBytes: options.execSyncMaxBytes ?? 16 * MIB - 1024,
    endMs: options.execSyncEndMs ?? 2000,
  });
  return {
    version: (request, call) => runtime.version(request, call),
    status: (request, call) => runtime.status(request, call),
    runtimeConfig: (request, call) => runtime.runtimeConfig(request, call),
    updateRuntimeConfig: (request, call) => runtime.updateRuntimeConfig(request, call),

    runPodSandbox: (request, call) => runtime.runPodSandbox(request, call),
    stopPodSandbox: idempotent((request, call) => runtime.stopPodSandbox(request, call), {}),
    removePodSandbox: idempotent((request, call) => runtime.removePodSandbox(request, call), {}),
    podSandboxStatus: async (request, call) => pairStatusesWithTime(await runtime.podSandboxStatus(request, call)),
    updatePodSandboxResources: (request, call) => runtime.updatePodSandboxResources(request, call),
    checkpointPod: (request, call) => runtime.checkpointPod(request, call),
    restorePod: (request, call) => runtime.restorePod(request, call),

    createContainer: (request, call) => runtime.createContainer(request, call),
    startContainer: (request, call) => runtime.startContainer(request, call),
    stopContainer: idempotent((request, call) => runtime.stopContainer(request, call), {}),
    removeContainer: idempotent((request, call) => runtime.removeContainer(request, call), {}),
    containerStatus: (request, call) => runtime.containerStatus(request, call),
    updateContainerResources: (request, call) => runtime.updateContainerResources(request, call),
    reopenContainerLog: async (request, call) => {
      const containerId = await requireRunning(runtime, request.containerId, call);
      return runtime.reopenContainerLog({ ...request, containerId }, call);
    },
    checkpointContainer: (request, call) => runtime.checkpointContainer(request, call),
    getContainerEvents: (request, call) => runtime.getContainerEvents(request, call),

    execSync,
    ...createSessions(runtime, urls),

    containerStats: (request, call) => runtime.containerStats(request, call),
    podSandboxStats: (request, call) => runtime.podSandboxStats(request, call),
    listMetricDescriptors: (request, call) => runtime.listMetricDescriptors(request, call),

    ...lists,
    ...createStreamedLists(lists, bounds),

    imageStatus: (request, call) => runtime.imageStatus(request, call),
    pullImage: (request, call) => runtime.pullImage(request, call),
    removeImage: idempotent((request, call) => runtime.removeImage(request, call), {}),
    imageFsInfo: (request, call) => runtime.imageFsInfo(request, call),
  };
};

type AnyUnary = (request: unknown, call?: Call) => Promise<unknown>;
type AnyStream = (request: unknown, call?: Call) => AsyncIterable<unknown>;

/**
 * The whole CRI from a runtime and a streaming server's URLs. What holds for every runtime is decided here, once: request checks
 * (`InvalidArgument`, the field named), stop and remove that succeed for what is not there, ExecSync's limits and timeout, streaming lists in
 * chunks, filters, and that nothing but `CriError` leaves: any other error becomes `Internal` and goes to `onInternalError`.
 *
 * @example
 * const streaming = createStreamingServer(runtime);
 * await serveCri(createCriService(runtime, streaming), "unix:///run/crikit.sock");
 */
export const createCriService = (
  runtime: CriRuntime,
  sessionUrls: SessionUrls,
  options: CriServiceOptions = {},
): CriService => {
  const answers = assemble(runtime, sessionUrls, options);
  const onInternalError = options.onInternalError ?? (() => {});
  const guarded = Object.entries(METHODS).map(([key, method]) => {
    const name = key as keyof CriService;
    const guard = { name: method.name, check: REQUEST_CHECKS[name] as (request: unknown) => void, onInternalError };
    return [
      name,
      method.responseStream
        ? guardStream(guard, answers[name] as AnyStream)
        : guardUnary(guard, answers[name] as AnyUnary),
    ];
  });
  return Object.fromEntries(guarded) as CriService;
};
