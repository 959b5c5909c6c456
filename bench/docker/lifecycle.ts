import { request } from "node:http";
import { NamespaceMode, type PodSandboxConfig } from "@crikit/cri-api";
import type { CriConnection } from "@crikit/cri-api/client";
import { podConfig, shellConfig } from "../../conformance/docker/pods.ts";

/** A pod on the host's network, as a containerd without CNI can make it too. */
export const hostPod = (folder: string): PodSandboxConfig =>
  podConfig(folder, {
    hostname: "",
    linux: { securityContext: { namespaceOptions: { network: NamespaceMode.NODE, pid: NamespaceMode.CONTAINER } } },
  });

/** Milliseconds of a whole life: sandbox, container, start, stop, removal of both. */
export const criLifeMs = async (cri: CriConnection, folder: string): Promise<number> => {
  const config = hostPod(folder);
  const startedAt = performance.now();
  const { podSandboxId } = await cri.runPodSandbox({ config, runtimeHandler: "" });
  const container = shellConfig("", { command: ["sleep", "1000"] });
  const { containerId } = await cri.createContainer({ podSandboxId, config: container, sandboxConfig: config });
  await cri.startContainer({ containerId });
  await cri.stopContainer({ containerId, timeout: 0n });
  await cri.removeContainer({ containerId });
  await cri.stopPodSandbox({ podSandboxId });
  await cri.removePodSandbox({ podSandboxId });
  return performance.now() - startedAt;
};

const ask = (socketPath: string, method: string, path: string, body?: object): Promise<{ readonly Id?: string }> =>
  new Promise((resolve, reject) => {
    const text = body === undefined ? "" : JSON.stringify(body);
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
    const asked = request({ socketPath, method, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const said = Buffer.concat(chunks).toString();
        if ((answer.statusCode ?? 500) >= 400) return reject(new Error(`${method} ${path}: ${said}`));
        resolve(said === "" ? {} : JSON.parse(said));
      });
    });
    asked.on("error", reject);
    asked.end(text);
  });

/** Milliseconds of the same life asked of the engine itself, with nothing in between. */
export const engineLifeMs = async (
  socketPath: string,
  images: { readonly sandbox: string; readonly container: string },
): Promise<number> => {
  const log = { Type: "none", Config: {} };
  const startedAt = performance.now();
  const sandbox = await ask(socketPath, "POST", "/containers/create", {
    Image: images.sandbox,
    HostConfig: { NetworkMode: "host", IpcMode: "shareable", LogConfig: log },
  });
  await ask(socketPath, "POST", `/containers/${sandbox.Id}/start`);
  const container = await ask(socketPath, "POST", "/containers/create", {
    Image: images.container,
    Entrypoint: ["sleep", "1000"],
    HostConfig: {
      NetworkMode: `container:${sandbox.Id}`,
      IpcMode: `container:${sandbox.Id}`,
      SecurityOpt: ["seccomp=unconfined"],
      LogConfig: { Type: "local", Config: {} },
    },
  });
  await ask(socketPath, "POST", `/containers/${container.Id}/start`);
  await ask(socketPath, "POST", `/containers/${container.Id}/stop?t=0`);
  await ask(socketPath, "DELETE", `/containers/${container.Id}?force=1&v=1`);
  await ask(socketPath, "POST", `/containers/${sandbox.Id}/stop?t=10`);
  await ask(socketPath, "DELETE", `/containers/${sandbox.Id}?force=1&v=1`);
  return performance.now() - startedAt;
};

/** The statistics of one container as a shim asks for them that polls each. */
export const engineStats = (socketPath: string, id: string): Promise<unknown> =>
  ask(socketPath, "GET", `/containers/${id}/stats?stream=false&one-shot=true`);
