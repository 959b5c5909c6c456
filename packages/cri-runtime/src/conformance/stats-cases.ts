import { ContainerStatsFilter, PodSandboxStatsFilter } from "@crikit/cri-api";
import { type ConformanceCase, createArea } from "./case.ts";

/** Statistics and metrics. */
export const statsCases = (): ConformanceCase[] => {
  const { add, cases } = createArea("stats");

  add("a running container has statistics of CPU, memory and its writable layer, with times", async (lab) => {
    const labels = { "conformance/stats": "yes" };
    const containerId = await lab.run(await lab.sandbox(), { labels });
    const stats = await lab.until("statistics of CPU and memory", async () => {
      const answer = await lab.service.containerStats({ containerId });
      return answer.stats?.cpu === undefined || answer.stats.memory === undefined ? undefined : answer.stats;
    });
    lab.assert.equal(stats.attributes?.id, containerId);
    lab.assert.deepEqual({ ...stats.attributes?.labels }, labels);
    lab.assert.ok((stats.cpu?.timestamp ?? 0n) > 0n, "cpu.timestamp is not set");
    lab.assert.ok((stats.memory?.timestamp ?? 0n) > 0n, "memory.timestamp is not set");
    lab.assert.ok(stats.memory?.workingSetBytes !== undefined, "memory.working_set_bytes is not set");
    lab.assert.ok(stats.cpu?.usageCoreNanoSeconds !== undefined, "cpu.usage_core_nano_seconds is not set");
  });

  add("a container's CPU time grows with its work", async (lab) => {
    const containerId = await lab.run(await lab.sandbox(), { command: ["sh", "-c", "while :; do :; done"] });
    const used = async (): Promise<bigint> =>
      (await lab.service.containerStats({ containerId })).stats?.cpu?.usageCoreNanoSeconds?.value ?? 0n;
    const first = await used();
    await lab.until("its CPU time to grow", async () => ((await used()) > first ? true : undefined));
  });

  add("statistics are listed for all containers, and by id, pod sandbox and labels", async (lab) => {
    const suite = lab.name("label");
    const podSandboxId = await lab.sandbox();
    const one = await lab.run(podSandboxId, { labels: { suite, kind: "one" } });
    const two = await lab.run(await lab.sandbox(), { labels: { suite, kind: "two" } });
    const idsOf = async (filter: Parameters<typeof ContainerStatsFilter.fromPartial>[0] | undefined) => {
      const request = { filter: filter === undefined ? undefined : ContainerStatsFilter.fromPartial(filter) };
      const { stats } = await lab.service.listContainerStats(request);
      return stats.map((each) => each.attributes?.id ?? "").sort();
    };
    const all = await idsOf(undefined);
    lab.assert.ok(all.includes(one) && all.includes(two), "not both are listed without a filter");
    lab.assert.deepEqual(await idsOf({ id: one }), [one]);
    lab.assert.deepEqual(await idsOf({ podSandboxId }), [one]);
    lab.assert.deepEqual(await idsOf({ labelSelector: { suite } }), [one, two].sort());
    lab.assert.deepEqual(await idsOf({ labelSelector: { suite, kind: "two" } }), [two]);
  });

  add("a pod sandbox has statistics with those of its containers", async (lab) => {
    const podSandboxId = await lab.sandbox();
    const containerId = await lab.run(podSandboxId);
    const stats = await lab.until("statistics of the pod sandbox", async () => {
      const answer = await lab.service.podSandboxStats({ podSandboxId });
      return answer.stats?.linux?.cpu === undefined ? undefined : answer.stats;
    });
    lab.assert.equal(stats.attributes?.id, podSandboxId);
    lab.assert.ok((stats.linux?.cpu?.timestamp ?? 0n) > 0n, "cpu.timestamp is not set");
    lab.assert.deepEqual(
      stats.linux?.containers.map((one) => one.attributes?.id),
      [containerId],
    );
  });

  add("statistics of pod sandboxes are listed, and by id and labels", async (lab) => {
    const suite = lab.name("label");
    const one = await lab.sandbox({ labels: { suite } });
    await lab.run(one);
    const idsOf = async (filter: Parameters<typeof PodSandboxStatsFilter.fromPartial>[0]) => {
      const { stats } = await lab.service.listPodSandboxStats({ filter: PodSandboxStatsFilter.fromPartial(filter) });
      return stats.map((each) => each.attributes?.id);
    };
    lab.assert.deepEqual(await idsOf({ id: one }), [one]);
    lab.assert.deepEqual(await idsOf({ labelSelector: { suite } }), [one]);
    lab.assert.deepEqual(await idsOf({ id: "conformance-none" }), []);
  });

  add("statistics of what does not exist are NotFound", async (lab) => {
    await lab.fails(lab.service.containerStats({ containerId: "conformance-none" }), "NotFound");
    await lab.fails(lab.service.podSandboxStats({ podSandboxId: "conformance-none" }), "NotFound");
  });

  add("every metric of a pod sandbox has a descriptor and a value for each of its labels", async (lab) => {
    const podSandboxId = await lab.sandbox();
    await lab.run(podSandboxId);
    const { descriptors } = await lab.service.listMetricDescriptors({});
    const keys = new Map(descriptors.map((descriptor) => [descriptor.name, descriptor.labelKeys.length]));
    lab.assert.ok(keys.size > 0, "there are no descriptors");
    const pod = await lab.until("metrics of the pod sandbox", async () => {
      const { podMetrics } = await lab.service.listPodSandboxMetrics({});
      return podMetrics.find((one) => one.podSandboxId === podSandboxId);
    });
    const metrics = [...pod.metrics, ...pod.containerMetrics.flatMap((container) => container.metrics)];
    lab.assert.ok(metrics.length > 0, "there are no metrics");
    for (const metric of metrics) {
      lab.assert.equal(metric.labelValues.length, keys.get(metric.name), `labels of ${metric.name}`);
    }
  });

  return cases;
};
