import { type Call, ContainerState, NamespaceMode } from "@crikit/cri-api";
import { isEngineError } from "../engine/engine-error.ts";
import { asking } from "../translate/cri-error.ts";
import type { SandboxRecord } from "../translate/sandbox-status.ts";
import { forgetContainer, stopContainerNow } from "./container-stop.ts";
import { type RuntimeParts, requireSandbox } from "./parts.ts";

// It holds namespaces and does nothing: there is nothing to wait for.
const sandboxGraceSeconds = 0;

const tearDown = async (parts: RuntimeParts, sandbox: SandboxRecord): Promise<void> => {
  if (sandbox.facts.namespaces.network === NamespaceMode.NODE) return;
  await parts.network.tearDown({
    podSandboxId: sandbox.id,
    pid: sandbox.pid,
    facts: sandbox.facts,
    annotations: sandbox.status.annotations,
  });
};

const ignoreGone = async (promise: Promise<unknown>): Promise<void> => {
  try {
    await promise;
  } catch (error) {
    if (!isEngineError(error, 404)) throw error;
  }
};

/** `StopPodSandbox`: what still runs in it is ended at once, its network is taken down, then the sandbox container is stopped. */
export const stopPodSandbox = async (parts: RuntimeParts, podSandboxId: string, call?: Call): Promise<void> => {
  const sandbox = await requireSandbox(parts, podSandboxId);
  const running = parts.inventory
    .containersOf(sandbox.id)
    .filter((container) => container.state === ContainerState.CONTAINER_RUNNING);
  await Promise.all(running.map((container) => stopContainerNow(parts, container.id, { graceSeconds: 0, call })));
  await asking(`pod sandbox "${sandbox.id}"`, async () => {
    await tearDown(parts, sandbox);
    if (sandbox.running)
      await ignoreGone(
        parts.engine.stopContainer(sandbox.id, { graceSeconds: sandboxGraceSeconds, signal: call?.signal }),
      );
    await parts.inventory.refresh(sandbox.id);
  });
};

/** `RemovePodSandbox`: its containers and itself, running or not. */
export const removePodSandbox = async (parts: RuntimeParts, podSandboxId: string, call?: Call): Promise<void> => {
  const sandbox = await requireSandbox(parts, podSandboxId);
  await asking(`pod sandbox "${sandbox.id}"`, async () => {
    for (const container of parts.inventory.containersOf(sandbox.id)) {
      await ignoreGone(parts.engine.removeContainer(container.id, { force: true, signal: call?.signal }));
      await forgetContainer(parts, container);
    }
    await tearDown(parts, sandbox);
    await ignoreGone(parts.engine.removeContainer(sandbox.id, { force: true, signal: call?.signal }));
    parts.inventory.forget(sandbox.id);
  });
};
