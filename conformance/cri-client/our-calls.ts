import { connectCri, createCriClient } from "@crikit/cri-api/client";

/** What came of a case: the error's words, empty for none. */
export interface CaseResult {
  readonly case: string;
  readonly error: string;
}

const WITHOUT = {
  version: ["nothing", "version", "runtimeName", "runtimeVersion", "runtimeApiVersion"],
  podSandboxStatus: ["nothing", "status", "id", "metadata", "name", "namespace", "uid", "createdAt"],
  containerStatus: ["nothing", "status", "id", "metadata", "name", "createdAt", "image", "imageRef"],
  imageStatus: ["nothing", "image", "id", "size"],
} as const;

/** Makes the calls of `clients/cri-client/kubelet` by `connectCri`, in the same order. */
export const makeOurCalls = async (
  endpoint: string,
  options: { readonly timeoutMs: number; readonly streamLists: boolean },
): Promise<CaseResult[]> => {
  await using service = connectCri(endpoint, options);
  const client = createCriClient(service);
  const results: CaseResult[] = [];
  const say = async (name: string, call: Promise<unknown>): Promise<void> => {
    const error = await call.then(
      () => "",
      (reason: Error) => reason.message,
    );
    results.push({ case: name, error });
  };
  for (const missing of WITHOUT.version) await say(`version without ${missing}`, client.version({ version: missing }));
  for (const podSandboxId of WITHOUT.podSandboxStatus)
    await say(`podSandboxStatus without ${podSandboxId}`, client.podSandboxStatus(podSandboxId));
  for (const containerId of WITHOUT.containerStatus)
    await say(`containerStatus without ${containerId}`, client.containerStatus(containerId));
  for (const image of WITHOUT.imageStatus) await say(`imageStatus without ${image}`, client.imageStatus(image));
  await say("status", client.status());
  await say("runPodSandbox", client.runPodSandbox({ config: { metadata: { name: "n" } } }));
  await say("createContainer", client.createContainer({ podSandboxId: "s", config: { metadata: { name: "n" } } }));
  await say("exec", client.exec({ containerId: "c" }));
  await say("attach", client.attach({ containerId: "c" }));
  await say("portForward", client.portForward({ podSandboxId: "s" }));
  await say("pullImage", client.pullImage({ image: { image: "i" } }));
  await say("stopContainer", client.stopContainer({ containerId: "c", timeout: 30n }));
  await say("removeContainer", client.removeContainer({ containerId: "c" }));
  await say("startContainer", client.startContainer({ containerId: "c" }));
  await say("stopPodSandbox", client.stopPodSandbox({ podSandboxId: "s" }));
  await say("removePodSandbox", client.removePodSandbox({ podSandboxId: "s" }));
  await say("reopenContainerLog", client.reopenContainerLog({ containerId: "c" }));
  await say("updateContainerResources", client.updateContainerResources({ containerId: "c" }));
  await say("updateRuntimeConfig", client.updateRuntimeConfig({ runtimeConfig: {} }));
  await say("removeImage", client.removeImage({ image: { image: "i" } }));
  await say("imageFsInfo", client.imageFsInfo());
  await say("runtimeConfig", client.runtimeConfig());
  await say("listMetricDescriptors", client.listMetricDescriptors());
  await say("checkpointContainer", client.checkpointContainer({ containerId: "c", timeout: 500n }));
  await say("checkpointContainer below zero", client.checkpointContainer({ containerId: "c", timeout: -1n }));
  await say("execSync without a timeout", client.execSync({ containerId: "c", cmd: ["true"] }));
  await say("execSync that hangs", client.execSync({ containerId: "hangs", cmd: ["sleep", "4321"], timeout: 1n }));
  await say("listPodSandbox", service.listPodSandbox({ filter: undefined }));
  await say("listContainers", service.listContainers({ filter: undefined }));
  await say("listContainerStats", service.listContainerStats({ filter: undefined }));
  await say("listPodSandboxStats", service.listPodSandboxStats({ filter: undefined }));
  await say("listPodSandboxMetrics", service.listPodSandboxMetrics({}));
  await say("listImages", service.listImages({ filter: undefined }));
  return results;
};
