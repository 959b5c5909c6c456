import { type ConformanceCase, createArea } from "./case.ts";
import { imageSpec } from "./lab.ts";

/** Stop and remove, again and of nothing. */
export const idempotenceCases = (): ConformanceCase[] => {
  const { add, cases } = createArea("idempotence");
  const none = "conformance-none";

  add("stopping a pod sandbox that does not exist succeeds", async ({ service }) => {
    await service.stopPodSandbox({ podSandboxId: none });
  });
  add("stopping a pod sandbox again succeeds", async (lab) => {
    const podSandboxId = await lab.sandbox();
    await lab.service.stopPodSandbox({ podSandboxId });
    await lab.service.stopPodSandbox({ podSandboxId });
  });
  add("removing a pod sandbox that does not exist succeeds", async ({ service }) => {
    await service.removePodSandbox({ podSandboxId: none });
  });
  add("stopping a container that does not exist succeeds", async ({ service }) => {
    await service.stopContainer({ containerId: none, timeout: 1n });
  });
  add("stopping a container again succeeds and changes nothing", async (lab) => {
    const containerId = await lab.run(await lab.sandbox(), { command: ["sh", "-c", "exit 4"] });
    await lab.exited(containerId);
    await lab.service.stopContainer({ containerId, timeout: 1n });
    await lab.service.stopContainer({ containerId, timeout: 1n });
    lab.assert.equal((await lab.containerStatus(containerId)).exitCode, 4);
  });
  add("removing a container that does not exist succeeds", async ({ service }) => {
    await service.removeContainer({ containerId: none });
  });
  add("removing a container again succeeds", async (lab) => {
    const containerId = await lab.create(await lab.sandbox());
    await lab.service.removeContainer({ containerId });
    await lab.service.removeContainer({ containerId });
  });
  add("removing an image that does not exist succeeds", async ({ service }) => {
    await service.removeImage({ image: imageSpec(`sha256:${"0".repeat(64)}`) });
    await service.removeImage({ image: imageSpec("conformance.invalid/no/such/image:1") });
  });
  add("ten removals of a pod sandbox at once all succeed", async (lab) => {
    const podSandboxId = await lab.sandbox();
    await lab.run(podSandboxId);
    await Promise.all(Array.from({ length: 10 }, () => lab.service.stopPodSandbox({ podSandboxId })));
    await Promise.all(Array.from({ length: 10 }, () => lab.service.removePodSandbox({ podSandboxId })));
    await lab.fails(lab.service.podSandboxStatus({ podSandboxId, verbose: false }), "NotFound");
  });

  return cases;
};
