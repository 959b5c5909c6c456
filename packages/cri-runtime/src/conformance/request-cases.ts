import {
  CreateContainerRequest,
  ExecSyncRequest,
  ImageSpec,
  RunPodSandboxRequest,
  UpdateContainerResourcesRequest,
} from "@crikit/cri-api";
import { type ConformanceCase, createArea } from "./case.ts";
import type { Lab } from "./lab.ts";

type Call = (lab: Lab) => Promise<unknown>;

const runPod =
  (change: (config: NonNullable<RunPodSandboxRequest["config"]>) => void): Call =>
  async (lab) => {
    const config = lab.sandboxConfig();
    change(config);
    const { podSandboxId } = await lab.service.runPodSandbox({ config, runtimeHandler: "" });
    // A runtime that takes it all the same must not keep it.
    await lab.service.removePodSandbox({ podSandboxId });
  };

const createWith =
  (fields: Parameters<Lab["create"]>[1]): Call =>
  async (lab) =>
    lab.create(await lab.sandbox(), fields);

/** Requests that every runtime must refuse, by what is wrong with them. */
const REFUSED: readonly (readonly [what: string, call: Call])[] = [
  ["RunPodSandbox without a config", (lab) => lab.service.runPodSandbox(RunPodSandboxRequest.create({}))],
  [
    "RunPodSandbox without a name",
    runPod((config) => {
      if (config.metadata !== undefined) config.metadata.name = "";
    }),
  ],
  [
    "RunPodSandbox without a uid",
    runPod((config) => {
      if (config.metadata !== undefined) config.metadata.uid = "";
    }),
  ],
  [
    "RunPodSandbox without a namespace",
    runPod((config) => {
      if (config.metadata !== undefined) config.metadata.namespace = "";
    }),
  ],
  [
    "RunPodSandbox with a relative log directory",
    runPod((config) => {
      config.logDirectory = "relative/logs";
    }),
  ],
  [
    "RunPodSandbox with run_as_group and no run_as_user",
    runPod((config) => {
      const context = config.linux?.securityContext;
      if (context !== undefined) context.runAsGroup = { value: 1000n };
    }),
  ],
  [
    "CreateContainer without a config",
    async (lab) => lab.service.createContainer(CreateContainerRequest.create({ podSandboxId: await lab.sandbox() })),
  ],
  ["CreateContainer without a pod sandbox", (lab) => lab.create("")],
  ["CreateContainer without a name", createWith({ metadata: { name: "", attempt: 0 } })],
  ["CreateContainer without an image", createWith({ image: { image: "" } })],
  [
    "CreateContainer with run_as_group and no user",
    createWith({ linux: { securityContext: { runAsGroup: { value: 1000n } } } }),
  ],
  ["CreateContainer with a log path that leaves its folder", createWith({ logPath: "../../outside.log" })],
  ["CreateContainer with a mount without a container path", createWith({ mounts: [{ hostPath: "/tmp" }] })],
  ["CreateContainer with an environment variable without a name", createWith({ envs: [{ key: "" }] })],
  ["StartContainer without an id", (lab) => lab.service.startContainer({ containerId: "" })],
  ["StopContainer without an id", (lab) => lab.service.stopContainer({ containerId: "", timeout: 0n })],
  ["StopContainer with a negative timeout", (lab) => lab.service.stopContainer({ containerId: "none", timeout: -1n })],
  ["RemoveContainer without an id", (lab) => lab.service.removeContainer({ containerId: "" })],
  ["ContainerStatus without an id", (lab) => lab.service.containerStatus({ containerId: "", verbose: false })],
  ["StopPodSandbox without an id", (lab) => lab.service.stopPodSandbox({ podSandboxId: "" })],
  ["RemovePodSandbox without an id", (lab) => lab.service.removePodSandbox({ podSandboxId: "" })],
  ["PodSandboxStatus without an id", (lab) => lab.service.podSandboxStatus({ podSandboxId: "", verbose: false })],
  ["ExecSync without an id", (lab) => lab.service.execSync(ExecSyncRequest.create({ cmd: ["true"] }))],
  [
    "ExecSync without a command",
    async (lab) => lab.service.execSync({ containerId: await lab.run(await lab.sandbox()), cmd: [], timeout: 1n }),
  ],
  [
    "ExecSync with a negative timeout",
    async (lab) =>
      lab.service.execSync({ containerId: await lab.run(await lab.sandbox()), cmd: ["true"], timeout: -1n }),
  ],
  [
    "UpdateContainerResources with an impossible oom_score_adj",
    async (lab) =>
      lab.service.updateContainerResources(
        UpdateContainerResourcesRequest.fromPartial({
          containerId: await lab.run(await lab.sandbox()),
          linux: { oomScoreAdj: 2000n },
        }),
      ),
  ],
  [
    "PullImage without an image",
    (lab) => lab.service.pullImage({ image: undefined, auth: undefined, sandboxConfig: undefined }),
  ],
  ["ImageStatus without a name", (lab) => lab.service.imageStatus({ image: ImageSpec.create({}), verbose: false })],
  ["RemoveImage without an image", (lab) => lab.service.removeImage({ image: undefined })],
];

/** Requests that are wrong whatever the runtime is. */
export const requestCases = (): ConformanceCase[] => {
  const { add, cases } = createArea("requests");
  for (const [what, call] of REFUSED) {
    add(`${what} is InvalidArgument`, async (lab) => {
      await lab.fails(call(lab), "InvalidArgument");
    });
  }
  return cases;
};
