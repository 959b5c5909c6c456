import { ContainerState, Signal } from "@crikit/cri-api";
import { type ConformanceCase, createArea } from "./case.ts";
import type { ContainerFields, Lab } from "./lab.ts";

/** Runs a shell that does `action` on a signal and goes on otherwise, and waits until it heeds the signal. */
const runTrapping = async (
  lab: Lab,
  trap: { readonly action: string; readonly signal: string },
  fields: ContainerFields = {},
): Promise<string> => {
  const script = `trap '${trap.action}' ${trap.signal}; echo > /tmp/ready; while :; do sleep 0.1; done`;
  const id = await lab.run(await lab.sandbox(), { command: ["sh", "-c", script], ...fields });
  await lab.until("the shell to be ready", async () =>
    (await lab.sh(id, "test -f /tmp/ready")).exitCode === 0 ? true : undefined,
  );
  return id;
};

/** The life of containers. */
export const containerCases = (): ConformanceCase[] => {
  const { add, cases } = createArea("container");

  add("a container that was created is CREATED and has not started", async (lab) => {
    const status = await lab.containerStatus(await lab.create(await lab.sandbox()));
    lab.assert.equal(status.state, ContainerState.CONTAINER_CREATED);
    lab.assert.ok(status.createdAt > 0n, "created_at is not set");
    lab.assert.equal(status.startedAt, 0n, "started_at");
    lab.assert.equal(status.finishedAt, 0n, "finished_at");
  });

  add("a container keeps its metadata, labels and annotations", async (lab) => {
    const podSandboxId = await lab.sandbox();
    const labels = { "conformance/key": "value", empty: "" };
    const annotations = { "conformance/note": "any text: {} \n ü" };
    const metadata = { name: "kept", attempt: 3 };
    const id = await lab.create(podSandboxId, { metadata, labels, annotations });
    const { containers } = await lab.service.listContainers({ filter: undefined });
    const listed = containers.find((container) => container.id === id);
    lab.assert.equal(listed?.podSandboxId, podSandboxId);
    for (const kept of [await lab.containerStatus(id), listed]) {
      lab.assert.equal(kept?.metadata?.name, "kept");
      lab.assert.equal(kept?.metadata?.attempt, 3);
      lab.assert.deepEqual({ ...kept?.labels }, labels);
      lab.assert.deepEqual({ ...kept?.annotations }, annotations);
    }
  });

  add("a container names its image as asked for, and a ref and an id that resolve to one image", async (lab) => {
    const id = await lab.create(await lab.sandbox());
    const status = await lab.containerStatus(id);
    lab.assert.equal(status.image?.image, lab.image);
    lab.assert.ok(status.imageRef !== "", "image_ref is empty");
    const ids = new Set<string | undefined>();
    for (const name of [lab.image, status.imageRef, ...(status.imageId === "" ? [] : [status.imageId])]) {
      const answer = await lab.service.imageStatus({
        image: { image: name, annotations: {}, userSpecifiedImage: "", runtimeHandler: "", imageRef: "" },
        verbose: false,
      });
      ids.add(answer.image?.id);
    }
    lab.assert.equal(ids.size, 1, `there are ${[...ids].join(", ")}`);
  });

  add("a container's status and list entry have an image id", async (lab) => {
    const id = await lab.create(await lab.sandbox());
    lab.assert.ok((await lab.containerStatus(id)).imageId !== "", "image_id of the status is empty");
    const { containers } = await lab.service.listContainers({ filter: undefined });
    lab.assert.ok((containers.find((one) => one.id === id)?.imageId ?? "") !== "", "image_id of the list is empty");
  });

  add("a container that was started runs", async (lab) => {
    const id = await lab.run(await lab.sandbox());
    const status = await lab.containerStatus(id);
    lab.assert.equal(status.state, ContainerState.CONTAINER_RUNNING);
    lab.assert.ok(status.startedAt >= status.createdAt, "started_at is before created_at");
  });

  for (const [code, reason] of [
    [0, "Completed"],
    [7, "Error"],
  ] as const) {
    add(`a container whose process exits with ${code} is EXITED with it, reason ${reason}`, async (lab) => {
      const id = await lab.run(await lab.sandbox(), { command: ["sh"], args: ["-c", `sleep 0.2; exit ${code}`] });
      const status = await lab.exited(id);
      lab.assert.equal(status.exitCode, code);
      lab.assert.equal(status.reason, reason);
      lab.assert.ok(status.finishedAt >= status.startedAt, "finished_at is before started_at");
    });
  }

  add("stopping a container sends its stop signal and gives it time", async (lab) => {
    const id = await runTrapping(lab, { action: "exit 5", signal: "TERM" });
    await lab.service.stopContainer({ containerId: id, timeout: 10n });
    const status = await lab.containerStatus(id);
    lab.assert.equal(status.state, ContainerState.CONTAINER_EXITED);
    lab.assert.equal(status.exitCode, 5);
  });

  add("a container that ignores its stop signal is killed after the timeout", async (lab) => {
    const id = await runTrapping(lab, { action: "", signal: "TERM" });
    const startedMs = performance.now();
    await lab.service.stopContainer({ containerId: id, timeout: 1n });
    const tookMs = performance.now() - startedMs;
    lab.assert.equal((await lab.containerStatus(id)).exitCode, 137);
    lab.assert.ok(tookMs > 800 && tookMs < 8000, `stopping took ${tookMs} ms with a timeout of 1 s`);
  });

  add("stopping a container with timeout 0 kills it at once", async (lab) => {
    const id = await runTrapping(lab, { action: "exit 5", signal: "TERM" });
    await lab.service.stopContainer({ containerId: id, timeout: 0n });
    const status = await lab.containerStatus(id);
    lab.assert.equal(status.state, ContainerState.CONTAINER_EXITED);
    lab.assert.equal(status.exitCode, 137);
  });

  for (const [state, prepare] of [
    ["a created", async () => {}],
    ["a running", async (lab, containerId) => void (await lab.service.startContainer({ containerId }))],
    [
      "an exited",
      async (lab, containerId) => {
        await lab.service.startContainer({ containerId });
        await lab.service.stopContainer({ containerId, timeout: 0n });
      },
    ],
  ] as readonly (readonly [string, (lab: Lab, containerId: string) => Promise<void>])[]) {
    add(`${state} container can be removed and is gone then`, async (lab) => {
      const containerId = await lab.create(await lab.sandbox());
      await prepare(lab, containerId);
      await lab.service.removeContainer({ containerId });
      await lab.fails(lab.service.containerStatus({ containerId, verbose: false }), "NotFound");
      const { containers } = await lab.service.listContainers({ filter: undefined });
      lab.assert.ok(!containers.some((one) => one.id === containerId), "it is still listed");
    });
  }

  add("a container cannot be started twice, nor after its end", async (lab) => {
    const id = await lab.run(await lab.sandbox());
    await lab.fails(lab.service.startContainer({ containerId: id }));
    await lab.service.stopContainer({ containerId: id, timeout: 0n });
    await lab.fails(lab.service.startContainer({ containerId: id }));
    lab.assert.equal((await lab.containerStatus(id)).state, ContainerState.CONTAINER_EXITED);
  });

  add("a container cannot be started in a pod sandbox that was stopped", async (lab) => {
    const podSandboxId = await lab.sandbox();
    const containerId = await lab.create(podSandboxId);
    await lab.service.stopPodSandbox({ podSandboxId });
    await lab.fails(lab.service.startContainer({ containerId }));
  });

  add("a container's environment, arguments and working directory are those asked for", async (lab) => {
    const id = await lab.run(await lab.sandbox(), {
      envs: [{ key: "GREETING", value: Buffer.from("hello = world") }],
      workingDir: "/tmp",
    });
    lab.assert.deepEqual(await lab.sh(id, 'echo "$GREETING"; pwd'), {
      stdout: "hello = world\n/tmp\n",
      stderr: "",
      exitCode: 0,
    });
  });

  // Of a container that never ran a runtime may make room: a creation that was cut off must not block its name for ever.
  add("a running container's name and attempt cannot be created again in its pod sandbox", async (lab) => {
    const podSandboxId = await lab.sandbox();
    const metadata = { name: "twice", attempt: 0 };
    const first = await lab.run(podSandboxId, { metadata });
    await lab.fails(lab.create(podSandboxId, { metadata }));
    lab.assert.equal((await lab.containerStatus(first)).state, ContainerState.CONTAINER_RUNNING);
    await lab.create(podSandboxId, { metadata: { ...metadata, attempt: 1 } });
  });

  add("a command that does not exist fails when the container is started, and says so", async (lab) => {
    const containerId = await lab.create(await lab.sandbox(), { command: ["/conformance/no-such-program"] });
    const error = await lab.fails(lab.service.startContainer({ containerId }));
    lab.assert.ok(error.message.includes("no such file") || error.message.includes("not found"), error.message);
    lab.assert.equal((await lab.containerStatus(containerId)).state, ContainerState.CONTAINER_EXITED);
  });

  add("an image that is not there cannot be made a container of", async (lab) => {
    const podSandboxId = await lab.sandbox();
    await lab.fails(lab.create(podSandboxId, { image: { image: "conformance.invalid/no/such/image:1" } }));
  });

  add("a container's stop signal is sent and reported", async (lab) => {
    const id = await runTrapping(lab, { action: "exit 9", signal: "USR1" }, { stopSignal: Signal.SIGNAL_SIGUSR1 });
    lab.assert.equal((await lab.containerStatus(id)).stopSignal, Signal.SIGNAL_SIGUSR1);
    await lab.service.stopContainer({ containerId: id, timeout: 5n });
    lab.assert.equal((await lab.containerStatus(id)).exitCode, 9);
  });

  add("calls on a container that does not exist are NotFound", async (lab) => {
    const containerId = "conformance-none";
    const { service } = lab;
    await lab.fails(service.containerStatus({ containerId, verbose: false }), "NotFound");
    await lab.fails(service.startContainer({ containerId }), "NotFound");
    await lab.fails(service.containerStats({ containerId }), "NotFound");
    await lab.fails(service.reopenContainerLog({ containerId }), "NotFound");
    await lab.fails(
      service.updateContainerResources({ containerId, linux: undefined, windows: undefined, annotations: {} }),
      "NotFound",
    );
  });

  add("a container in a pod sandbox that does not exist is NotFound", async (lab) => {
    await lab.fails(lab.create("conformance-none"), "NotFound");
  });

  add("changed limits are reflected in the container's status", async (lab) => {
    const resources = { cpuPeriod: 100_000n, cpuQuota: 50_000n, cpuShares: 512n, memoryLimitInBytes: 64n << 20n };
    const id = await lab.run(await lab.sandbox(), { linux: { resources } });
    const before = (await lab.containerStatus(id)).resources?.linux;
    lab.assert.equal(before?.memoryLimitInBytes, resources.memoryLimitInBytes);
    await lab.service.updateContainerResources({
      containerId: id,
      linux: {
        ...resources,
        cpuQuota: 80_000n,
        memoryLimitInBytes: 128n << 20n,
        oomScoreAdj: 0n,
        cpusetCpus: "",
        cpusetMems: "",
        hugepageLimits: [],
        unified: {},
        memorySwapLimitInBytes: 0n,
      },
      windows: undefined,
      annotations: {},
    });
    const after = (await lab.containerStatus(id)).resources?.linux;
    lab.assert.equal(after?.cpuQuota, 80_000n);
    lab.assert.equal(after?.memoryLimitInBytes, 128n << 20n);
  });

  return cases;
};
