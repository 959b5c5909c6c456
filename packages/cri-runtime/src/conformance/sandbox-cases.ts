import { ContainerState, NamespaceMode, PodSandboxState } from "@crikit/cri-api";
import { type ConformanceCase, createArea } from "./case.ts";

const FIVE_MINUTES_NANOS = 300_000_000_000n;

/** The life of pod sandboxes. */
export const sandboxCases = (): ConformanceCase[] => {
  const { add, cases } = createArea("pod sandbox");

  add("a pod sandbox that was run is ready, in its status and in the list", async (lab) => {
    const id = await lab.sandbox();
    const status = await lab.sandboxStatus(id);
    lab.assert.equal(status.id, id);
    lab.assert.equal(status.state, PodSandboxState.SANDBOX_READY);
    const { items } = await lab.service.listPodSandbox({ filter: undefined });
    lab.assert.equal(items.find((item) => item.id === id)?.state, PodSandboxState.SANDBOX_READY);
  });

  add("a pod sandbox keeps its metadata, labels and annotations", async (lab) => {
    const config = lab.sandboxConfig({
      labels: { "conformance/key": "value", empty: "" },
      annotations: { "conformance/note": "any text: {} \n ü" },
    });
    const id = await lab.sandbox(config);
    const status = await lab.sandboxStatus(id);
    const { items } = await lab.service.listPodSandbox({ filter: undefined });
    for (const kept of [status, items.find((item) => item.id === id)]) {
      lab.assert.equal(kept?.metadata?.name, config.metadata?.name);
      lab.assert.equal(kept?.metadata?.uid, config.metadata?.uid);
      lab.assert.equal(kept?.metadata?.namespace, config.metadata?.namespace);
      lab.assert.equal(kept?.metadata?.attempt, 0);
      lab.assert.deepEqual({ ...kept?.labels }, { ...config.labels });
      lab.assert.deepEqual({ ...kept?.annotations }, { ...config.annotations });
    }
  });

  add("a pod sandbox was created just now, in nanoseconds", async (lab) => {
    const status = await lab.sandboxStatus(await lab.sandbox());
    const age = BigInt(Date.now()) * 1_000_000n - status.createdAt;
    lab.assert.ok(age > -FIVE_MINUTES_NANOS && age < FIVE_MINUTES_NANOS, `created_at is ${status.createdAt}`);
  });

  add("a pod sandbox' status reports the namespace options that it was run with", async (lab) => {
    const options = { pid: NamespaceMode.POD, ipc: NamespaceMode.NODE, network: NamespaceMode.NODE };
    const id = await lab.sandbox({ linux: { securityContext: { namespaceOptions: options } } });
    const reported = (await lab.sandboxStatus(id)).linux?.namespaces?.options;
    lab.assert.equal(reported?.pid, options.pid, "pid");
    lab.assert.equal(reported?.ipc, options.ipc, "ipc");
    lab.assert.equal(reported?.network, options.network, "network");
  });

  add(
    "a pod sandbox has an address, and one in the host's network has none",
    async (lab) => {
      const own = await lab.sandboxStatus(await lab.sandbox());
      lab.assert.ok((own.network?.ip ?? "") !== "", "the pod has no address");
      const namespaceOptions = { network: NamespaceMode.NODE, pid: NamespaceMode.CONTAINER };
      const host = await lab.sandboxStatus(await lab.sandbox({ linux: { securityContext: { namespaceOptions } } }));
      lab.assert.equal(host.network?.ip ?? "", "");
    },
    (target) => target.network !== "NODE",
  );

  add("a pod sandbox that was stopped is not ready and still there", async (lab) => {
    const id = await lab.sandbox();
    await lab.service.stopPodSandbox({ podSandboxId: id });
    lab.assert.equal((await lab.sandboxStatus(id)).state, PodSandboxState.SANDBOX_NOTREADY);
    const { items } = await lab.service.listPodSandbox({ filter: undefined });
    lab.assert.equal(items.find((item) => item.id === id)?.state, PodSandboxState.SANDBOX_NOTREADY);
  });

  add("stopping a pod sandbox ends its containers", async (lab) => {
    const id = await lab.sandbox();
    const containerId = await lab.run(id);
    await lab.service.stopPodSandbox({ podSandboxId: id });
    lab.assert.equal((await lab.containerStatus(containerId)).state, ContainerState.CONTAINER_EXITED);
  });

  add("a pod sandbox that was removed is gone, and its containers with it", async (lab) => {
    const id = await lab.sandbox();
    const containerId = await lab.run(id);
    await lab.service.stopPodSandbox({ podSandboxId: id });
    await lab.service.removePodSandbox({ podSandboxId: id });
    await lab.fails(lab.service.podSandboxStatus({ podSandboxId: id, verbose: false }), "NotFound");
    await lab.fails(lab.service.containerStatus({ containerId, verbose: false }), "NotFound");
    const { items } = await lab.service.listPodSandbox({ filter: undefined });
    lab.assert.ok(!items.some((item) => item.id === id), "it is still listed");
  });

  add("removing a ready pod sandbox with a running container removes both", async (lab) => {
    const id = await lab.sandbox();
    await lab.run(id);
    await lab.service.removePodSandbox({ podSandboxId: id });
    await lab.fails(lab.service.podSandboxStatus({ podSandboxId: id, verbose: false }), "NotFound");
  });

  add("an identity that is taken cannot be run again, another attempt of it can", async (lab) => {
    const config = lab.sandboxConfig();
    await lab.sandbox(config);
    await lab.fails(lab.service.runPodSandbox({ config, runtimeHandler: lab.target.runtimeHandler ?? "" }));
    if (config.metadata !== undefined) await lab.sandbox({ ...config, metadata: { ...config.metadata, attempt: 1 } });
  });

  add("a runtime handler that does not exist is refused", async (lab) => {
    const config = lab.sandboxConfig();
    await lab.fails(lab.service.runPodSandbox({ config, runtimeHandler: "conformance-no-such-handler" }));
    const { items } = await lab.service.listPodSandbox({ filter: undefined });
    lab.assert.ok(!items.some((item) => item.metadata?.uid === config.metadata?.uid), "it is listed all the same");
  });

  add("the status of a pod sandbox that does not exist is NotFound", async (lab) => {
    await lab.fails(lab.service.podSandboxStatus({ podSandboxId: "conformance-none", verbose: false }), "NotFound");
  });

  add("a pod sandbox' status has containers' statuses and their time, or neither", async (lab) => {
    const id = await lab.sandbox();
    const containerId = await lab.run(id);
    const answer = await lab.service.podSandboxStatus({ podSandboxId: id, verbose: false });
    const ids = answer.containersStatuses.map((status) => status.id);
    lab.assert.deepEqual(ids, answer.timestamp === 0n ? [] : [containerId]);
  });

  add("UpdatePodSandboxResources is taken for a ready pod sandbox and NotFound for none", async (lab) => {
    const podSandboxId = await lab.sandbox();
    await lab.service.updatePodSandboxResources({ podSandboxId, overhead: undefined, resources: undefined });
    await lab.fails(
      lab.service.updatePodSandboxResources({
        podSandboxId: "conformance-none",
        overhead: undefined,
        resources: undefined,
      }),
      "NotFound",
    );
  });

  return cases;
};
