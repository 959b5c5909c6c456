import { ContainerState, PodSandboxState } from "@crikit/cri-api";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createFixture, type Fixture } from "../fixtures/pod.ts";

let fixture: Fixture;

beforeEach(() => {
  fixture = createFixture();
});

afterEach(() => fixture.runtime.close());

const statusOf = async (containerId: string) =>
  (await fixture.service.containerStatus({ containerId, verbose: false })).status;

const exited = async (containerId: string) => {
  for (;;) {
    const status = await statusOf(containerId);
    if (status?.state === ContainerState.CONTAINER_EXITED) return status;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

test("a container goes from created to running to exited, and is gone when it is removed", async () => {
  const containerId = await fixture.create(await fixture.pod(), { command: ["sh", "-c", "exit 3"] });
  expect((await statusOf(containerId))?.state).toBe(ContainerState.CONTAINER_CREATED);
  await fixture.service.startContainer({ containerId });
  expect(await exited(containerId)).toMatchObject({ exitCode: 3, reason: "Error" });
  await expect(fixture.service.startContainer({ containerId })).rejects.toMatchObject({ code: "FailedPrecondition" });
  await fixture.service.removeContainer({ containerId });
  await expect(statusOf(containerId)).rejects.toMatchObject({ code: "NotFound" });
  await expect(fixture.service.removeContainer({ containerId })).resolves.toEqual({});
});

test("a pod sandbox that is stopped stops its containers and takes no new ones", async () => {
  const podSandboxId = await fixture.pod();
  const containerId = await fixture.run(podSandboxId);
  await fixture.service.stopPodSandbox({ podSandboxId });
  expect(await statusOf(containerId)).toMatchObject({ state: ContainerState.CONTAINER_EXITED, exitCode: 137 });
  const { status } = await fixture.service.podSandboxStatus({ podSandboxId, verbose: false });
  expect(status?.state).toBe(PodSandboxState.SANDBOX_NOTREADY);
  await expect(fixture.create(podSandboxId)).rejects.toMatchObject({ code: "FailedPrecondition" });
});

test("names and attempts are taken once", async () => {
  const metadata = { name: "web", uid: "u", namespace: "n", attempt: 0 };
  const podSandboxId = await fixture.pod({ metadata });
  await expect(fixture.pod({ metadata })).rejects.toMatchObject({ code: "AlreadyExists" });
  await fixture.pod({ metadata: { ...metadata, attempt: 1 } });
  await fixture.create(podSandboxId, { metadata: { name: "c", attempt: 0 } });
  await expect(fixture.create(podSandboxId, { metadata: { name: "c", attempt: 0 } })).rejects.toMatchObject({
    code: "AlreadyExists",
  });
  await fixture.create(podSandboxId, { metadata: { name: "c", attempt: 1 } });
  await fixture.service.removePodSandbox({ podSandboxId });
  await fixture.pod({ metadata });
});

test("stop sends the stop signal and kills when the grace period is over", async () => {
  const podSandboxId = await fixture.pod();
  const polite = await fixture.run(podSandboxId, {
    command: ["sh", "-c", "trap 'exit 5' TERM; while true; do sleep 0.01; done"],
  });
  const deaf = await fixture.run(podSandboxId, {
    command: ["sh", "-c", "trap '' TERM; sleep infinity; sleep infinity"],
  });
  await fixture.sh(polite, "true");
  await fixture.service.stopContainer({ containerId: polite, timeout: 10n });
  expect(await statusOf(polite)).toMatchObject({ exitCode: 5 });
  await fixture.sh(deaf, "true");
  await fixture.service.stopContainer({ containerId: deaf, timeout: 1n });
  expect(await statusOf(deaf)).toMatchObject({ exitCode: 137 });
  await fixture.service.stopContainer({ containerId: deaf, timeout: 1n });
});

test("a command that does not exist fails the start with the text people look for", async () => {
  const containerId = await fixture.create(await fixture.pod(), { command: ["no-such-program"] });
  await expect(fixture.service.startContainer({ containerId })).rejects.toThrow(
    'exec: "no-such-program": executable file not found in $PATH',
  );
  expect(await statusOf(containerId)).toMatchObject({
    state: ContainerState.CONTAINER_EXITED,
    exitCode: 128,
    reason: "StartError",
  });
});

test("a list is the same object while nothing changes", async () => {
  const podSandboxId = await fixture.pod();
  const first = await fixture.create(podSandboxId);
  const second = await fixture.create(podSandboxId);
  const list = async () => await fixture.service.listContainers({ filter: undefined });
  const before = await list();
  expect(await list()).toBe(before);
  await fixture.service.startContainer({ containerId: second });
  const after = await list();
  const byId = (id: string, among: typeof before) => among.containers.find((container) => container.id === id);
  expect(byId(first, after)).toBe(byId(first, before));
  expect(byId(second, after)).not.toBe(byId(second, before));
});

test("a container with more memory than its limit is killed for it", async () => {
  const containerId = await fixture.run(await fixture.pod(), {
    command: ["sh", "-c", "dd if=/dev/zero of=/dev/null bs=20M"],
    linux: { resources: { memoryLimitInBytes: 15n * 1024n * 1024n } },
  });
  expect(await exited(containerId)).toMatchObject({ exitCode: 137, reason: "OOMKilled" });
});

test("an executed command that runs out of time is gone afterwards", async () => {
  const containerId = await fixture.run(await fixture.pod(), { command: ["top"] });
  const late = fixture.service.execSync({ containerId, cmd: ["sh", "-c", "sleep 4321; true"], timeout: 1n });
  await expect(late).rejects.toMatchObject({ code: "DeadlineExceeded" });
  expect((await fixture.sh(containerId, "pgrep sleep || true")).stdout).toBe("");
});
