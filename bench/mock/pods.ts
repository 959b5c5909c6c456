import {
  CreateContainerRequest,
  type CriService,
  ImageSpec,
  PullImageRequest,
  RunPodSandboxRequest,
} from "@crikit/cri-api";
import { createContainer } from "../rpc/records.ts";

const IMAGE = "registry.example.com/production/payments/frontend-application-server:v1.29.2";

/** Pulls the image that every container is made from: one nobody has described, whose program waits. */
export const pullBenchImage = async (service: CriService): Promise<void> => {
  await service.pullImage(PullImageRequest.fromPartial({ image: { image: IMAGE } }));
};

const decoded = <T>(
  codec: { encode(message: T): { finish(): Uint8Array }; decode(bytes: Uint8Array): T },
  message: T,
): T => codec.decode(codec.encode(message).finish());

/** What a pod is made with. */
export interface BenchPod {
  readonly number: number;
  readonly containers: number;
  /** Where the containers' logs go. */
  readonly logDirectory: string;
}

/**
 * Runs a pod whose containers are those of the RPC benchmark: 4 labels, 6 annotations, ids of 64 characters. Requests go through their
 * bytes, as they do off a socket, so that no two pods share what a wire would have made separate.
 */
export const runBenchPod = async (service: CriService, pod: BenchPod): Promise<readonly string[]> => {
  const { number, containers, logDirectory } = pod;
  const { labels, annotations } = createContainer(number * 2);
  const uid = labels["io.kubernetes.pod.uid"] ?? "";
  const metadata = { name: labels["io.kubernetes.pod.name"] ?? "", uid, namespace: "production", attempt: 0 };
  const config = { metadata, hostname: metadata.name, logDirectory: `${logDirectory}/${uid}`, labels, annotations };
  const run = RunPodSandboxRequest.fromPartial({ config: { ...config, linux: { cgroupParent: "/kubepods" } } });
  const { podSandboxId } = await service.runPodSandbox(decoded(RunPodSandboxRequest, run));
  const containerIds: string[] = [];
  for (let index = 0; index < containers; index++) {
    const create = CreateContainerRequest.fromPartial({
      podSandboxId,
      sandboxConfig: config,
      config: {
        metadata: { name: `application${index}`, attempt: 1 },
        image: ImageSpec.fromPartial({ image: IMAGE, userSpecifiedImage: IMAGE }),
        labels: { ...labels, "io.kubernetes.container.name": `application${index}` },
        annotations,
        logPath: `application${index}/1.log`,
        linux: {
          resources: { cpuShares: 102n, memoryLimitInBytes: 134_217_728n, oomScoreAdj: 999n },
          securityContext: { namespaceOptions: { pid: 1 }, runAsUser: { value: 0n } },
        },
      },
    });
    const { containerId } = await service.createContainer(decoded(CreateContainerRequest, create));
    await service.startContainer({ containerId });
    containerIds.push(containerId);
  }
  return containerIds;
};
