import type { CriRuntime, SessionUrls } from "../contract/runtime.ts";
import { requireReady, requireRunning } from "./objects.ts";

/** Exec, attach and port-forward: a URL only for what is there and runs, with its whole id. */
export const createSessions = (runtime: CriRuntime, urls: SessionUrls): SessionUrls => ({
  exec: async (request, call) => {
    const containerId = await requireRunning(runtime, request.containerId, call);
    return urls.exec({ ...request, containerId }, call);
  },
  attach: async (request, call) => {
    const containerId = await requireRunning(runtime, request.containerId, call);
    return urls.attach({ ...request, containerId }, call);
  },
  portForward: async (request, call) => {
    const podSandboxId = await requireReady(runtime, request.podSandboxId, call);
    return urls.portForward({ ...request, podSandboxId }, call);
  },
});
