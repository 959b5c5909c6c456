import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ContainerConfig, type CriService, NamespaceMode, PodSandboxConfig } from "@crikit/cri-api";

/** The image of all cases. */
export const BUSYBOX = "registry.k8s.io/e2e-test-images/busybox:1.29-2";

type PodPartial = Parameters<typeof PodSandboxConfig.fromPartial>[0];
type ContainerPartial = Parameters<typeof ContainerConfig.fromPartial>[0];

let count = 0;

/** A pod sandbox' configuration with a name nobody else has. */
export const podConfig = (folder: string, partial: PodPartial = {}): PodSandboxConfig => {
  const name = `pod-${process.pid}-${++count}`;
  return PodSandboxConfig.fromPartial({
    metadata: { name, namespace: "crikit", uid: `uid-${name}`, attempt: 0 },
    hostname: name,
    logDirectory: join(folder, "logs", name),
    labels: { case: name },
    linux: {},
    ...partial,
  });
};

/** A container's configuration that runs a shell line. */
export const shellConfig = (line: string, partial: ContainerPartial = {}): ContainerConfig =>
  ContainerConfig.fromPartial({
    metadata: { name: "main", attempt: 0 },
    image: { image: BUSYBOX },
    command: ["sh", "-c", line],
    logPath: "main.log",
    linux: {},
    ...partial,
  });

/** A pod with one container that runs. */
export interface RunningPod {
  readonly podSandboxId: string;
  readonly containerId: string;
  readonly config: PodSandboxConfig;
  readonly logPath: string;
}

/** Runs a pod with one container. */
export const runPod = async (
  cri: CriService,
  folder: string,
  container: ContainerConfig,
  partial: PodPartial = {},
): Promise<RunningPod> => {
  const config = podConfig(folder, partial);
  const { podSandboxId } = await cri.runPodSandbox({ config, runtimeHandler: "" });
  const { containerId } = await cri.createContainer({ podSandboxId, config: container, sandboxConfig: config });
  await cri.startContainer({ containerId });
  return { podSandboxId, containerId, config, logPath: join(config.logDirectory, container.logPath) };
};

/** Stops and removes a pod. */
export const removePod = async (cri: CriService, podSandboxId: string): Promise<void> => {
  await cri.stopPodSandbox({ podSandboxId });
  await cri.removePodSandbox({ podSandboxId });
};

/** Makes sure an image is there. */
export const ensureImage = async (cri: CriService, name = BUSYBOX): Promise<string> => {
  const image = { image: name, annotations: {}, userSpecifiedImage: "", runtimeHandler: "", imageRef: "" };
  return (await cri.pullImage({ image, auth: undefined, sandboxConfig: undefined })).imageRef;
};

/** Asks again until `ask` gives something, or throws what it last threw. */
export const eventually = async <T>(ask: () => Promise<T> | T, withinMs = 5_000): Promise<T> => {
  const end = Date.now() + withinMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(50);
    }
  }
};

/** Removes whatever a case that failed has left. */
export const removeAllPods = async (cri: CriService): Promise<void> => {
  const { items } = await cri.listPodSandbox({ filter: undefined });
  for (const { id } of items) await removePod(cri, id);
};

/** A pod on the host's network with one container, from its making to its removal. */
export const runPodToRemoval = async (cri: CriService, folder: string): Promise<void> => {
  const container = shellConfig("", { command: ["sleep", "1000"] });
  const linux = { securityContext: { namespaceOptions: { network: NamespaceMode.NODE } } };
  const pod = await runPod(cri, folder, container, { hostname: "", linux });
  await cri.containerStatus({ containerId: pod.containerId, verbose: false });
  await removePod(cri, pod.podSandboxId);
};
