import { createHash } from "node:crypto";
import type { Container, ContainerEventResponse, VersionResponse } from "@crikit/cri-api";

// conformance/clients/grpc/bench/records.go makes the same records.

/** Events in one stream of every server. */
export const EVENT_COUNT = 100_000;

const START_NANOS = 1_760_000_000_000_000_000n;
const IMAGE = "registry.example.com/production/payments/frontend-application-server";

const idOf = (kind: string, number: number): string => createHash("sha256").update(`${kind} ${number}`).digest("hex");

const uidOf = (number: number): string => {
  const hash = idOf("uid", number);
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join("-");
};

/** The answer to Version. */
export const VERSION: VersionResponse = {
  version: "0.1.0",
  runtimeName: "bench",
  runtimeVersion: "1.0.0",
  runtimeApiVersion: "v1",
};

/** A container as a kubelet's runtime lists it: 1.16 KB, ids of 64 characters, 4 labels, 6 annotations. */
export const createContainer = (number: number): Container => {
  const pod = Math.floor(number / 2);
  return {
    id: idOf("container", number),
    podSandboxId: idOf("sandbox", pod),
    metadata: { name: "application", attempt: 1 },
    image: {
      image: `sha256:${idOf("image", 1)}`,
      annotations: {},
      userSpecifiedImage: `${IMAGE}:v1.29.2`,
      runtimeHandler: "runc",
      imageRef: "",
    },
    imageRef: `${IMAGE}@sha256:${idOf("digest", 1)}`,
    imageId: `sha256:${idOf("image", 1)}`,
    state: 1,
    createdAt: START_NANOS + BigInt(number),
    labels: {
      "io.kubernetes.container.name": "application",
      "io.kubernetes.pod.name": `deployment-${String(pod).padStart(5, "0")}-6c8b449b8f-x2x4z`,
      "io.kubernetes.pod.namespace": "production",
      "io.kubernetes.pod.uid": uidOf(pod),
    },
    annotations: {
      "io.kubernetes.container.hash": "5f1d3c2a",
      "io.kubernetes.container.ports":
        '[{"name":"http","containerPort":8080,"protocol":"TCP"},{"name":"metrics","containerPort":9090,"protocol":"TCP"}]',
      "io.kubernetes.container.restartCount": "1",
      "io.kubernetes.container.terminationMessagePath": "/dev/termination-log",
      "io.kubernetes.container.terminationMessagePolicy": "File",
      "io.kubernetes.pod.terminationGracePeriod": "30",
    },
  };
};

/** The same container after its next start: a new record of it. */
export const restarted = (before: Container): Container => ({
  ...before,
  metadata: { name: before.metadata?.name ?? "", attempt: ((before.metadata?.attempt ?? 0) % 9) + 1 },
  createdAt: before.createdAt + 1n,
});

/** An event with its sandbox's status, about 500 bytes, every object of it new. */
export const createEvent = (number: number): ContainerEventResponse => ({
  containerId: "6ed0e2d5c51d5e2d4f4e0a4c8e9f1a7b3c2d1e0f6ed0e2d5c51d5e2d4f4e0a4c",
  containerEventType: 1,
  createdAt: START_NANOS + BigInt(number),
  podSandboxStatus: {
    id: "8e9f1a7b3c2d1e0f6ed0e2d5c51d5e2d4f4e0a4c6ed0e2d5c51d5e2d4f4e0a4c",
    metadata: {
      name: "deployment-00001-6c8b449b8f-x2x4z",
      uid: "0f6ed0e2-d5c5-1d5e-2d4f-4e0a4c8e9f1a",
      namespace: "production",
      attempt: 0,
    },
    state: 0,
    createdAt: START_NANOS,
    network: { ip: "10.244.0.17", additionalIps: [] },
    linux: undefined,
    labels: {
      "io.kubernetes.pod.name": "deployment-00001-6c8b449b8f-x2x4z",
      "io.kubernetes.pod.namespace": "production",
      "io.kubernetes.pod.uid": "0f6ed0e2-d5c5-1d5e-2d4f-4e0a4c8e9f1a",
    },
    annotations: {
      "kubernetes.io/config.seen": "2026-11-21T07:00:00.000000000Z",
      "kubernetes.io/config.source": "api",
    },
    runtimeHandler: "runc",
  },
  containersStatuses: [],
});

/** A list of containers of which a few, spread over it, are replaced by new records before each answer. */
export const createContainerList = (options: {
  readonly containers: number;
  readonly changing: number;
}): (() => Container[]) => {
  let containers = Array.from({ length: options.containers }, (_, number) => createContainer(number));
  let lists = 0;
  return () => {
    lists += 1;
    if (options.changing > 0) containers = containers.slice();
    for (let change = 0; change < options.changing; change += 1) {
      const number = (lists + Math.floor((change * containers.length) / options.changing)) % containers.length;
      const before = containers[number];
      if (before !== undefined) containers[number] = restarted(before);
    }
    return containers;
  };
};
