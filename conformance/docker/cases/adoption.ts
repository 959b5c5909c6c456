import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { ContainerState, PodSandboxState } from "@crikit/cri-api";
import { BUSYBOX, ensureImage, eventually, runPodToRemoval } from "../pods.ts";
import type { PartsContext } from "./parts.ts";

const ask = (socketPath: string, method: string, path: string, body?: object): Promise<{ readonly Id: string }> =>
  new Promise((resolve, reject) => {
    const text = body === undefined ? "" : JSON.stringify(body);
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(text) };
    const asked = request({ socketPath, method, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const said = Buffer.concat(chunks).toString();
        if ((answer.statusCode ?? 500) >= 400) return reject(new Error(`${method} ${path}: ${said}`));
        resolve(said === "" ? { Id: "" } : JSON.parse(said));
      });
    });
    asked.on("error", reject);
    asked.end(text);
  });

/** Pods laid out as cri-dockerd lays them out (its names, labels and host configuration) are this adapter's too. */
export const checkAdoption = async ({ ring, serving, label, folder }: PartsContext): Promise<void> => {
  const { cri, engineSocket } = serving;
  await ring.check(
    `${label}: a pod as cri-dockerd leaves it is listed, executed in, measured, stopped and removed`,
    async () => {
      await ensureImage(cri);
      await mkdir(join(folder, "adopted"), { recursive: true });
      const pod = {
        "io.kubernetes.pod.name": "left",
        "io.kubernetes.pod.namespace": "ns",
        "io.kubernetes.pod.uid": "uid-left",
      };
      const sandbox = await ask(engineSocket, "POST", "/containers/create?name=k8s_POD_left_ns_uid-left_1", {
        Image: "registry.k8s.io/pause:3.9",
        Labels: {
          ...pod,
          "io.kubernetes.docker.type": "podsandbox",
          "io.kubernetes.container.name": "POD",
          "annotation.kubernetes.io/config.source": "api",
        },
        HostConfig: { NetworkMode: "none", IpcMode: "shareable", SecurityOpt: ["no-new-privileges"] },
      });
      await ask(engineSocket, "POST", `/containers/${sandbox.Id}/start`);
      const container = await ask(engineSocket, "POST", "/containers/create?name=k8s_web_left_ns_uid-left_3", {
        Image: BUSYBOX,
        Entrypoint: ["sh", "-c", "sleep 100000"],
        Labels: {
          ...pod,
          "io.kubernetes.docker.type": "container",
          "io.kubernetes.container.name": "web",
          "io.kubernetes.sandbox.id": sandbox.Id,
          "io.kubernetes.container.logpath": join(folder, "adopted", "web.log"),
        },
        HostConfig: { NetworkMode: `container:${sandbox.Id}`, IpcMode: `container:${sandbox.Id}` },
      });
      await ask(engineSocket, "POST", `/containers/${container.Id}/start`);
      await eventually(async () => {
        const { items } = await cri.listPodSandbox({ filter: undefined });
        const found = items.find((one) => one.id === sandbox.Id);
        const { name, uid, namespace, attempt } = found?.metadata ?? {};
        assert.deepEqual([name, uid, namespace, attempt], ["left", "uid-left", "ns", 1]);
        assert.equal(found?.state, PodSandboxState.SANDBOX_READY);
        assert.equal(found?.annotations["kubernetes.io/config.source"], "api");
      });
      const containerId = container.Id;
      const { status } = await cri.containerStatus({ containerId, verbose: false });
      assert.deepEqual(
        [status?.metadata?.name, status?.metadata?.attempt, status?.state],
        ["web", 3, ContainerState.CONTAINER_RUNNING],
      );
      assert.ok(status?.logPath.endsWith("web.log"));
      const { stdout } = await cri.execSync({ containerId, cmd: ["echo", "hello"], timeout: 10n });
      assert.equal(stdout.toString(), "hello\n");
      const { stats } = await cri.containerStats({ containerId });
      assert.notEqual(stats?.memory?.usageBytes?.value ?? 0n, 0n);
      await assert.rejects(cri.reopenContainerLog({ containerId }), /written by the engine/);
      await cri.stopContainer({ containerId, timeout: 0n });
      await cri.stopPodSandbox({ podSandboxId: sandbox.Id });
      await cri.removePodSandbox({ podSandboxId: sandbox.Id });
      assert.equal((await cri.listContainers({ filter: undefined })).containers.length, 0);
    },
  );
};

/** Many pods made and removed leave nothing: not in the engine, not in memory. */
export const checkChurn = async ({ ring, serving, label, folder }: PartsContext, count: number): Promise<void> => {
  const { cri } = serving;
  await ring.check(
    `${label}: ${count} pods made and removed leave nothing in the engine, and memory as it was within 10 MB`,
    async () => {
      const turn = async (pods: number): Promise<void> => {
        let left = pods;
        const worker = async (): Promise<void> => {
          while (left-- > 0) await runPodToRemoval(cri, folder);
        };
        await Promise.all([worker(), worker(), worker(), worker()]);
      };
      await turn(Math.ceil(count / 5));
      const before = await serving.heapMb();
      await turn(count);
      const after = await serving.heapMb();
      assert.ok(after - before < 10, `heap ${before.toFixed(1)} MB before, ${after.toFixed(1)} MB after`);
      const { items } = await cri.listPodSandbox({ filter: undefined });
      assert.equal(items.length, 0);
      assert.equal((await cri.listContainers({ filter: undefined })).containers.length, 0);
    },
  );
};
