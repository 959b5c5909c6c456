import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ContainerConfig, ContainerState, PodSandboxConfig, PodSandboxStatusResponse } from "@crikit/cri-api";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createFixture, type Fixture } from "../fixtures/pod.ts";
import type { Program } from "../process/program.ts";

let folder: string;
const fixtures: Fixture[] = [];

const begin = (options: Parameters<typeof createFixture>[0]): Fixture => {
  const fixture = createFixture({ programs: { counter }, ...options });
  fixtures.push(fixture);
  return fixture;
};

/** Counts its turns, and goes on where it was after a checkpoint. */
const counter: Program = async (p) => {
  let count = typeof p.restored === "number" ? p.restored : 0;
  p.onCheckpoint(() => count);
  p.fs.writeFile("/tmp/started", `from ${count}\n`);
  for (;;) {
    await p.sleep(10);
    count++;
  }
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "crikit-mock-"));
});

afterEach(async () => {
  await Promise.all(fixtures.splice(0).map(({ runtime }) => runtime.close()));
  rmSync(folder, { recursive: true });
});

const image = { image: "example.com/counter:1" };

test("a container made from a checkpoint has the files it had, and its program goes on", async () => {
  const fixture = begin({ clock: "manual" });
  const podSandboxId = await fixture.pod();
  const containerId = await fixture.run(podSandboxId, { image });
  await fixture.runtime.advance(55);
  fixture.runtime.container(containerId).files.writeFile("/note", "kept");
  const location = join(folder, "checkpoint.tar");
  await fixture.service.checkpointContainer({ containerId, location, timeout: 0n });
  const restored = (
    await fixture.service.createContainer({
      podSandboxId,
      config: ContainerConfig.fromPartial({ metadata: { name: "restored" }, image: { image: location } }),
      sandboxConfig: undefined,
    })
  ).containerId;
  await fixture.service.startContainer({ containerId: restored });
  const { files } = fixture.runtime.container(restored);
  expect([files.readText("/note"), files.readText("/tmp/started")]).toEqual(["kept", "from 5\n"]);
});

test("a pod is restored with its containers created, or not at all", async () => {
  const fixture = begin({ clock: "manual" });
  const podSandboxId = await fixture.pod();
  const containerId = await fixture.run(podSandboxId, { image, metadata: { name: "main" } });
  await fixture.runtime.advance(30);
  await fixture.service.checkpointPod({ podSandboxId, outputPath: folder, containerIds: [containerId], options: {} });
  const restore = (name: string) =>
    fixture.service.restorePod({
      checkpointPath: folder,
      config: PodSandboxConfig.fromPartial({ metadata: { name: "again", uid: "again", namespace: "default" } }),
      runtimeHandler: "",
      options: {},
      containerConfigs: [ContainerConfig.fromPartial({ metadata: { name }, image })],
    });
  await expect(restore("other")).rejects.toMatchObject({ code: "InvalidArgument" });
  const response = await restore("main");
  expect(response.restoredContainers).toHaveLength(1);
  const restored = response.restoredContainers[0]?.containerId ?? "";
  expect((await fixture.service.containerStatus({ containerId: restored, verbose: false })).status?.state).toBe(
    ContainerState.CONTAINER_CREATED,
  );
  await fixture.service.startContainer({ containerId: restored });
  expect(fixture.runtime.container(restored).files.readText("/tmp/started")).toBe("from 3\n");
});

test("a runtime resumes from its file: ids, times, files, addresses, exits", async () => {
  const state = join(folder, "state.json");
  const first = begin({ state });
  const podSandboxId = await first.pod();
  const running = await first.run(podSandboxId);
  const exited = await first.run(podSandboxId, { command: ["sh", "-c", "exit 4"] });
  await first.sh(running, "echo kept > /note");
  await first.service.stopContainer({ containerId: exited, timeout: 1n });
  const before = await first.service.podSandboxStatus({ podSandboxId, verbose: false });
  await first.runtime.close();
  const second = begin({ state });
  const after = await second.service.podSandboxStatus({ podSandboxId, verbose: false });
  const bytes = (status: PodSandboxStatusResponse) =>
    PodSandboxStatusResponse.encode({ ...status, timestamp: 0n }).finish();
  expect(bytes(after)).toEqual(bytes(before));
  expect((await second.sh(running, "cat /note")).stdout).toBe("kept\n");
});

test("what has changed is in the file soon, without anybody saving it", async () => {
  const state = join(folder, "state.json");
  const { pod } = begin({ state });
  const podSandboxId = await pod();
  for (let turn = 0; turn < 400 && !existsSync(state); turn++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(readFileSync(state, "utf8")).toContain(podSandboxId);
});

test("a state file that is none is refused with its name", () => {
  const state = join(folder, "state.json");
  writeFileSync(state, "{}");
  expect(() => createFixture({ state })).toThrow(`state file "${state}"`);
});

const plain = (_name: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);

const exitOf = async (fixture: Fixture, containerId: string): Promise<void> => {
  for (;;) {
    const { status } = await fixture.service.containerStatus({ containerId, verbose: false });
    if (status?.state === ContainerState.CONTAINER_EXITED) return;
    await fixture.runtime.advance(10);
  }
};

test("the same seed and clock give the same bytes", async () => {
  const record = async (): Promise<unknown> => {
    const fixture = begin({ seed: "7", clock: "manual" });
    const logDirectory = mkdtempSync(join(folder, "logs-"));
    const podSandboxId = await fixture.pod({ logDirectory });
    const containerId = await fixture.run(podSandboxId, { image });
    const script =
      "for i in $(seq 1 200); do echo $i; [ $((i % 50)) -eq 0 ] && sleep 0.01; done; head -c 8 /dev/urandom | base64";
    const loud = await fixture.run(podSandboxId, { command: ["sh", "-c", script], logPath: "loud.log" });
    await fixture.runtime.advance(100);
    await fixture.service.stopContainer({ containerId, timeout: 0n });
    await exitOf(fixture, loud);
    return [
      readFileSync(join(logDirectory, "loud.log"), "utf8"),
      JSON.stringify(await fixture.service.podSandboxStatus({ podSandboxId, verbose: true }), plain).replaceAll(
        logDirectory,
        "",
      ),
      await fixture.service.listContainers({ filter: undefined }),
      await fixture.service.listPodSandboxMetrics({}),
    ];
  };
  expect(await record()).toEqual(await record());
});

test("calls are logged by name and can be made to fail", async () => {
  const { runtime, pod } = begin({});
  runtime.injectError("RunPodSandbox", new Error("not today"));
  await expect(pod()).rejects.toMatchObject({ code: "Internal" });
  await pod();
  runtime.assertCalls(["RunPodSandbox", "RunPodSandbox"]);
  expect(runtime.called).toEqual(["RunPodSandbox", "RunPodSandbox"]);
  expect(() => runtime.assertCalls([])).toThrow("expected the calls none");
  runtime.clearCalls();
  expect(runtime.called).toEqual([]);
});
