import { ContainerFilter, ContainerState, PodSandboxFilter, PodSandboxState } from "@crikit/cri-api";
import { type ConformanceCase, createArea } from "./case.ts";
import type { Lab } from "./lab.ts";

const flatten = async <Message, Part>(
  stream: AsyncIterable<Message>,
  partsOf: (message: Message) => readonly Part[],
): Promise<Part[]> => {
  const all: Part[] = [];
  for await (const message of stream) all.push(...partsOf(message));
  return all;
};

const sorted = (ids: readonly (string | undefined)[]): string[] => ids.map((id) => id ?? "").sort();

const containerIds = async (lab: Lab, filter: Parameters<typeof ContainerFilter.fromPartial>[0]): Promise<string[]> =>
  sorted(
    (await lab.service.listContainers({ filter: ContainerFilter.fromPartial(filter) })).containers.map(({ id }) => id),
  );

const sandboxIds = async (lab: Lab, filter: Parameters<typeof PodSandboxFilter.fromPartial>[0]): Promise<string[]> =>
  sorted(
    (await lab.service.listPodSandbox({ filter: PodSandboxFilter.fromPartial(filter) })).items.map(({ id }) => id),
  );

/** Filters, and the streaming lists against the unary ones. */
export const listCases = (): ConformanceCase[] => {
  const { add, cases } = createArea("lists");

  add("containers are found by id, pod sandbox, state, labels, and all of them together", async (lab) => {
    const suite = lab.name("label");
    const podSandboxId = await lab.sandbox();
    const running = await lab.run(podSandboxId, { labels: { suite, kind: "running" } });
    const created = await lab.create(podSandboxId, { labels: { suite, kind: "created" } });
    const elsewhere = await lab.create(await lab.sandbox(), { labels: { suite } });
    const state = { state: ContainerState.CONTAINER_RUNNING };
    lab.assert.deepEqual(await containerIds(lab, { id: running }), [running]);
    lab.assert.deepEqual(await containerIds(lab, { podSandboxId }), sorted([running, created]));
    lab.assert.deepEqual(await containerIds(lab, { labelSelector: { suite } }), sorted([running, created, elsewhere]));
    lab.assert.deepEqual(await containerIds(lab, { labelSelector: { suite, kind: "created" } }), [created]);
    lab.assert.deepEqual(await containerIds(lab, { labelSelector: { suite }, state }), [running]);
    lab.assert.deepEqual(await containerIds(lab, { id: running, podSandboxId, state, labelSelector: { suite } }), [
      running,
    ]);
    lab.assert.deepEqual(await containerIds(lab, { id: created, state }), []);
  });

  add("a filter that nothing matches gives an empty list and no error", async (lab) => {
    lab.assert.deepEqual(await containerIds(lab, { id: "conformance-none" }), []);
    lab.assert.deepEqual(await containerIds(lab, { podSandboxId: "conformance-none" }), []);
    lab.assert.deepEqual(await containerIds(lab, { labelSelector: { [lab.name("label")]: "" } }), []);
    lab.assert.deepEqual(await sandboxIds(lab, { id: "conformance-none" }), []);
  });

  add("an id is found by its first characters", async (lab) => {
    const podSandboxId = await lab.sandbox();
    const containerId = await lab.create(podSandboxId);
    lab.assert.deepEqual(await containerIds(lab, { id: containerId.slice(0, 13) }), [containerId]);
    lab.assert.deepEqual(await sandboxIds(lab, { id: podSandboxId.slice(0, 13) }), [podSandboxId]);
  });

  add("pod sandboxes are found by id, state, labels, and all of them together", async (lab) => {
    const suite = lab.name("label");
    const ready = await lab.sandbox({ labels: { suite, kind: "ready" } });
    const stopped = await lab.sandbox({ labels: { suite, kind: "stopped" } });
    await lab.service.stopPodSandbox({ podSandboxId: stopped });
    const state = { state: PodSandboxState.SANDBOX_NOTREADY };
    lab.assert.deepEqual(await sandboxIds(lab, { id: ready }), [ready]);
    lab.assert.deepEqual(await sandboxIds(lab, { labelSelector: { suite } }), sorted([ready, stopped]));
    lab.assert.deepEqual(await sandboxIds(lab, { labelSelector: { suite, kind: "ready" } }), [ready]);
    lab.assert.deepEqual(await sandboxIds(lab, { labelSelector: { suite }, state }), [stopped]);
    lab.assert.deepEqual(await sandboxIds(lab, { id: ready, state }), []);
  });

  add("StreamPodSandboxes gives what ListPodSandbox does, filtered too", async (lab) => {
    const id = await lab.sandbox();
    for (const filter of [undefined, PodSandboxFilter.create({ id })]) {
      const { items } = await lab.service.listPodSandbox({ filter });
      const streamed = await flatten(lab.service.streamPodSandboxes({ filter }), (one) => one.podSandboxes);
      lab.assert.deepEqual(sorted(streamed.map((one) => one.id)), sorted(items.map((one) => one.id)));
    }
  });

  add("StreamContainers gives what ListContainers does, filtered too", async (lab) => {
    const id = await lab.create(await lab.sandbox());
    for (const filter of [undefined, ContainerFilter.create({ id })]) {
      const { containers } = await lab.service.listContainers({ filter });
      const streamed = await flatten(lab.service.streamContainers({ filter }), (one) => one.containers);
      lab.assert.deepEqual(sorted(streamed.map((one) => one.id)), sorted(containers.map((one) => one.id)));
    }
  });

  add(
    "StreamContainerStats, StreamPodSandboxStats and StreamPodSandboxMetrics give what their lists do",
    async (lab) => {
      const podSandboxId = await lab.sandbox();
      const containerId = await lab.run(podSandboxId);
      const { service } = lab;
      const stats = await flatten(service.streamContainerStats({ filter: undefined }), (one) => one.containerStats);
      lab.assert.ok(
        stats.some((one) => one.attributes?.id === containerId),
        "StreamContainerStats lacks the container",
      );
      const pods = await flatten(service.streamPodSandboxStats({ filter: undefined }), (one) => one.podSandboxStats);
      lab.assert.ok(
        pods.some((one) => one.attributes?.id === podSandboxId),
        "StreamPodSandboxStats lacks the pod sandbox",
      );
      const metrics = await flatten(service.streamPodSandboxMetrics({}), (one) => one.podSandboxMetrics);
      lab.assert.ok(
        metrics.some((one) => one.podSandboxId === podSandboxId),
        "StreamPodSandboxMetrics lacks the pod sandbox",
      );
    },
  );

  add("StreamImages gives what ListImages does", async (lab) => {
    await lab.create(await lab.sandbox());
    const { images } = await lab.service.listImages({ filter: undefined });
    const streamed = await flatten(lab.service.streamImages({ filter: undefined }), (one) => one.images);
    lab.assert.deepEqual(sorted(streamed.map((one) => one.id)), sorted(images.map((one) => one.id)));
  });

  return cases;
};
