import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  ContainerConfig,
  type ContainerEventResponse,
  ContainerEventType,
  ContainerState,
  isCriError,
  PodSandboxConfig,
  PodSandboxState,
} from "@crikit/cri-api";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createDockerRuntime, type DockerRuntime } from "./docker-runtime.ts";
import { type FakeEngine, serveFakeEngine } from "./testing/fake-engine.ts";

let engine: FakeEngine;
let runtime: DockerRuntime;
let warnings: string[] = [];

const create = (instance = ""): Promise<DockerRuntime> =>
  createDockerRuntime({
    dockerEndpoint: engine.socket,
    env: {},
    root: join(engine.folder, `root-${instance}`),
    instance,
    onWarning: (text) => warnings.push(text),
  });

beforeEach(async () => {
  warnings = [];
  engine = await serveFakeEngine();
  runtime = await create();
});
afterEach(async () => {
  await runtime.close();
  await engine.close();
});

const podConfig = (name = "p"): PodSandboxConfig =>
  PodSandboxConfig.fromPartial({
    metadata: { name, uid: `u-${name}`, namespace: "n", attempt: 0 },
    labels: { app: "x" },
    logDirectory: join(engine.folder, "logs"),
    linux: {},
  });

const runPod = async (name = "p"): Promise<string> =>
  (await runtime.runPodSandbox({ config: podConfig(name), runtimeHandler: "" })).podSandboxId;

const startContainer = async (podSandboxId: string): Promise<string> => {
  const config = ContainerConfig.fromPartial({
    metadata: { name: "c" },
    image: { image: "busybox" },
    logPath: "c.log",
  });
  const { containerId } = await runtime.createContainer({ podSandboxId, config, sandboxConfig: podConfig() });
  await runtime.startContainer({ containerId });
  return containerId;
};

const statusOf = async (containerId: string) => (await runtime.containerStatus({ containerId, verbose: false })).status;

const eventually = async (check: () => Promise<void> | void): Promise<void> => {
  for (let tries = 0; ; tries++) {
    try {
      return await check();
    } catch (error) {
      if (tries > 100) throw error;
      await sleep(20);
    }
  }
};

test("a write is visible to the next read, and reads ask the engine nothing", async () => {
  const podSandboxId = await runPod();
  const containerId = await startContainer(podSandboxId);
  await statusOf(containerId);
  await eventually(async () => {
    const before = engine.requests.length;
    const { items } = await runtime.listPodSandbox({ filter: undefined });
    expect(items).toMatchObject([{ id: podSandboxId, state: PodSandboxState.SANDBOX_READY, labels: { app: "x" } }]);
    expect((await statusOf(containerId))?.state).toBe(ContainerState.CONTAINER_RUNNING);
    expect((await runtime.podSandboxStatus({ podSandboxId, verbose: false })).status?.network?.ip).toBe("172.18.0.2");
    await runtime.version({ version: "" });
    await runtime.status({ verbose: false });
    expect(engine.requests.length).toBe(before);
  });
  await runtime.stopContainer({ containerId, timeout: 1n });
  expect(await statusOf(containerId)).toMatchObject({
    state: ContainerState.CONTAINER_EXITED,
    exitCode: 137,
    reason: "Error",
  });
  await runtime.removeContainer({ containerId });
  await expect(statusOf(containerId)).rejects.toMatchObject({ code: "NotFound" });
  await runtime.removePodSandbox({ podSandboxId });
  expect(engine.containers.size).toBe(0);
});

test("a container's end is reported when its log is written", async () => {
  const containerId = await startContainer(await runPod());
  engine.end(containerId, 0, "one\ntwo\nunfinished");
  await eventually(async () => expect((await statusOf(containerId))?.state).toBe(ContainerState.CONTAINER_EXITED));
  const lines = readFileSync(join(engine.folder, "logs", "c.log"), "utf8")
    .trim()
    .split("\n");
  expect(lines.map((line) => line.split(" ").slice(1).join(" "))).toEqual([
    "stdout F one",
    "stdout F two",
    "stdout F unfinished",
  ]);
  const attach = engine.requests.findIndex((request) => request.startsWith("UPGRADE"));
  const start = engine.requests.lastIndexOf(`POST /containers/${containerId}/start`);
  expect(attach).toBeLessThan(start);
});

test("what happens in the engine is known here, also after its events were cut", async () => {
  const containerId = await startContainer(await runPod());
  engine.cutEvents();
  engine.end(containerId, 3);
  await eventually(async () => expect(await statusOf(containerId)).toMatchObject({ exitCode: 3 }));
});

test("events carry an object's whole life in order, with the statuses around it", async () => {
  const seen: ContainerEventResponse[] = [];
  const stop = new AbortController();
  const reading = (async () => {
    for await (const event of runtime.getContainerEvents({}, { signal: stop.signal })) seen.push(event);
  })();
  await sleep(0);
  const podSandboxId = await runPod();
  const containerId = await startContainer(podSandboxId);
  engine.end(containerId, 0);
  await eventually(() =>
    expect(seen.some((event) => event.containerEventType === ContainerEventType.CONTAINER_STOPPED_EVENT)).toBe(true),
  );
  const { CONTAINER_CREATED_EVENT, CONTAINER_STARTED_EVENT, CONTAINER_STOPPED_EVENT } = ContainerEventType;
  expect(seen.filter((event) => event.containerId === containerId).map((event) => event.containerEventType)).toEqual([
    CONTAINER_CREATED_EVENT,
    CONTAINER_STARTED_EVENT,
    CONTAINER_STOPPED_EVENT,
  ]);
  expect(seen.at(-1)).toMatchObject({
    podSandboxStatus: { id: podSandboxId },
    containersStatuses: [{ id: containerId }],
  });
  stop.abort();
  await reading;
});

test("a name in use by what does not run is made anew; what runs is left alone", async () => {
  const first = await runPod();
  engine.end(first, 0);
  const second = await runPod();
  expect(second).not.toBe(first);
  expect([...engine.containers.keys()]).toEqual([second]);
  await expect(runPod()).rejects.toMatchObject({ code: "AlreadyExists" });
});

test("an OOM score that the machine refuses is raised, once and with one warning", async () => {
  engine.refusesStart = (container) => (container.config.HostConfig.OomScoreAdj ?? 0) < 0;
  await runPod("a");
  const creations = () => engine.requests.filter((request) => request === "POST /containers/create").length;
  expect(creations()).toBe(2);
  await runPod("b");
  expect(creations()).toBe(3);
  expect(warnings).toEqual([expect.stringContaining("CAP_SYS_RESOURCE")]);
});

test("a sandbox that cannot be started leaves nothing behind", async () => {
  engine.refusesStart = () => true;
  await expect(runPod()).rejects.toThrow(/PID from pipe/);
  expect(engine.containers.size).toBe(0);
  expect((await runtime.listPodSandbox({ filter: undefined })).items).toEqual([]);
});

test("a named instance sees its own pods only, the default one those without a name too", async () => {
  const blue = await create("blue");
  try {
    await runPod("mine");
    const { podSandboxId } = await blue.runPodSandbox({ config: podConfig("theirs"), runtimeHandler: "" });
    const idsOf = async (one: DockerRuntime) =>
      (await one.listPodSandbox({ filter: undefined })).items.map((item) => item.metadata?.name);
    expect(await idsOf(blue)).toEqual(["theirs"]);
    expect(await idsOf(runtime)).toEqual(["mine"]);
    expect(
      isCriError(await runtime.stopPodSandbox({ podSandboxId }).catch((error: unknown) => error), "NotFound"),
    ).toBe(true);
  } finally {
    await blue.close();
  }
});

test("pods that cri-dockerd has made are listed with their names, attempts and labels, and can be removed", async () => {
  const labels = {
    "io.kubernetes.pod.name": "old",
    "io.kubernetes.pod.namespace": "ns",
    "io.kubernetes.pod.uid": "uid-1",
  };
  const sandbox = engine.add("k8s_POD_old_ns_uid-1_2", {
    Labels: {
      ...labels,
      "io.kubernetes.docker.type": "podsandbox",
      "io.kubernetes.container.name": "POD",
      "annotation.a": "b",
    },
    HostConfig: { NetworkMode: "bridge" },
  });
  sandbox.status = "running";
  const container = engine.add("k8s_web_old_ns_uid-1_5", {
    Labels: {
      ...labels,
      "io.kubernetes.docker.type": "container",
      "io.kubernetes.container.name": "web",
      "io.kubernetes.sandbox.id": sandbox.id,
      "io.kubernetes.container.logpath": "/var/log/pods/web.log",
    },
    HostConfig: {},
  });
  await eventually(async () => {
    const { items } = await runtime.listPodSandbox({ filter: undefined });
    expect(items).toMatchObject([
      { metadata: { name: "old", namespace: "ns", uid: "uid-1", attempt: 2 }, annotations: { a: "b" } },
    ]);
    const status = await statusOf(container.id);
    expect(status).toMatchObject({ metadata: { name: "web", attempt: 5 }, logPath: "/var/log/pods/web.log" });
  });
  await runtime.removePodSandbox({ podSandboxId: sandbox.id });
  expect(engine.containers.size).toBe(0);
});

test("a runtime handler that the engine does not have is refused by name", async () => {
  await expect(runtime.runPodSandbox({ config: podConfig(), runtimeHandler: "kata" })).rejects.toThrow(
    /"kata" is not known to the engine, which has runc/,
  );
});

test("an engine that is not there is one clear line", async () => {
  const options = { dockerEndpoint: join(engine.folder, "none.sock"), env: {}, root: engine.folder };
  await expect(createDockerRuntime(options)).rejects.toThrow(
    /^no Docker Engine at unix:.*none.sock: the socket does not exist/,
  );
});
