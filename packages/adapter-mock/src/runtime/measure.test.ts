import { ContainerEventType } from "@crikit/cri-api";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createFixture, type Fixture } from "../fixtures/pod.ts";

let fixture: Fixture;

beforeEach(() => {
  fixture = createFixture();
});

afterEach(() => fixture.runtime.close());

test("stats grow with work", async () => {
  const containerId = await fixture.run(await fixture.pod());
  const before = (await fixture.service.containerStats({ containerId })).stats;
  await fixture.sh(containerId, "head -c 1M /dev/zero > /tmp/file; yes | head -c 1M | wc -c");
  const after = (await fixture.service.containerStats({ containerId })).stats;
  expect(after?.writableLayer?.usedBytes?.value).toBe(1024n * 1024n);
  expect(after?.cpu?.usageCoreNanoSeconds?.value ?? 0n).toBeGreaterThan(before?.cpu?.usageCoreNanoSeconds?.value ?? 0n);
  expect(after?.memory?.usageBytes?.value ?? 0n).toBeGreaterThan(before?.memory?.usageBytes?.value ?? 0n);
});

test("pod stats add up the containers and the traffic", async () => {
  const podSandboxId = await fixture.pod();
  await fixture.run(podSandboxId, { image: { image: "nginx" } });
  const client = await fixture.run(podSandboxId);
  await fixture.sh(client, "wget -qO- http://127.0.0.1/ > /dev/null");
  const { stats } = await fixture.service.podSandboxStats({ podSandboxId });
  expect(stats?.linux?.containers).toHaveLength(2);
  expect(stats?.linux?.network?.defaultInterface?.txBytes?.value ?? 0n).toBeGreaterThan(100n);
  expect(stats?.linux?.process?.processCount?.value ?? 0n).toBeGreaterThanOrEqual(4n);
});

test("there are 56 metric descriptors, and every one of them has a value with as many labels as it says", async () => {
  await fixture.run(await fixture.pod());
  const { descriptors } = await fixture.service.listMetricDescriptors({});
  expect(new Set(descriptors.map(({ name }) => name)).size).toBe(56);
  const { podMetrics } = await fixture.service.listPodSandboxMetrics({});
  const metrics = podMetrics.flatMap((pod) => [
    ...pod.metrics,
    ...pod.containerMetrics.flatMap((container) => container.metrics),
  ]);
  for (const { name, labelKeys } of descriptors) {
    expect(metrics.find((metric) => metric.name === name)?.labelValues).toHaveLength(labelKeys.length);
  }
});

test("an update is in the status at once, and bites", async () => {
  const containerId = await fixture.run(await fixture.pod(), {
    linux: { resources: { cpuShares: 10n, memoryLimitInBytes: 1n << 30n } },
  });
  const resources = {
    cpuPeriod: 0n,
    cpuQuota: 5000n,
    cpuShares: 0n,
    memoryLimitInBytes: 0n,
    oomScoreAdj: 0n,
    cpusetCpus: "",
    cpusetMems: "",
    hugepageLimits: [],
    unified: {},
    memorySwapLimitInBytes: 0n,
  };
  await fixture.service.updateContainerResources({
    containerId,
    linux: resources,
    windows: undefined,
    annotations: {},
  });
  const status = async () => (await fixture.service.containerStatus({ containerId, verbose: false })).status;
  expect((await status())?.resources?.linux).toMatchObject({
    cpuShares: 10n,
    cpuQuota: 5000n,
    memoryLimitInBytes: 1n << 30n,
  });
  await fixture.service.updateContainerResources({
    containerId,
    linux: { ...resources, memoryLimitInBytes: 1000n },
    windows: undefined,
    annotations: {},
  });
  await fixture.service.stopContainer({ containerId, timeout: 0n });
  expect(await status()).toMatchObject({ exitCode: 137, reason: "OOMKilled" });
});

test("events tell a container's whole life, with the statuses of its pod", async () => {
  const abort = new AbortController();
  const events = fixture.service.getContainerEvents({}, { signal: abort.signal });
  const seen: [string, ContainerEventType][] = [];
  const reading = (async () => {
    for await (const event of events) {
      seen.push([event.containerId, event.containerEventType]);
      expect(event.podSandboxStatus?.id).toBeDefined();
    }
  })();
  await new Promise((resolve) => setImmediate(resolve));
  const podSandboxId = await fixture.pod();
  const containerId = await fixture.run(podSandboxId);
  await fixture.service.removePodSandbox({ podSandboxId });
  await new Promise((resolve) => setTimeout(resolve, 20));
  abort.abort();
  await reading;
  const { CONTAINER_CREATED_EVENT, CONTAINER_STARTED_EVENT, CONTAINER_STOPPED_EVENT, CONTAINER_DELETED_EVENT } =
    ContainerEventType;
  expect(seen).toEqual([
    [podSandboxId, CONTAINER_CREATED_EVENT],
    [podSandboxId, CONTAINER_STARTED_EVENT],
    [containerId, CONTAINER_CREATED_EVENT],
    [containerId, CONTAINER_STARTED_EVENT],
    [containerId, CONTAINER_STOPPED_EVENT],
    [podSandboxId, CONTAINER_STOPPED_EVENT],
    [containerId, CONTAINER_DELETED_EVENT],
    [podSandboxId, CONTAINER_DELETED_EVENT],
  ]);
});

test("a subscriber that does not keep up is told so", async () => {
  const slow = createFixture({ maxPendingEvents: 2 });
  const iterator = slow.runtime.getContainerEvents({})[Symbol.asyncIterator]();
  await slow.pod();
  await slow.pod();
  await iterator.next();
  await iterator.next();
  await expect(iterator.next()).rejects.toMatchObject({ code: "ResourceExhausted" });
  await slow.runtime.close();
});
