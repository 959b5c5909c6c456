import { describe, expect, test } from "@jest/globals";
import { CriError } from "../cri/error.ts";
import type { Call, CriService } from "../cri/service.ts";
import {
  Container,
  ContainerState,
  ContainerStats,
  Image,
  ImageServiceDefinition,
  PodSandbox,
  PodSandboxStats,
  RuntimeServiceDefinition,
} from "../gen/runtime/v1/api.ts";
import { createCriClient } from "./cri-client.ts";

/** A service of which only some calls are there; the others are refused as a real one refuses them. */
const fakeService = (calls: Partial<CriService>): CriService =>
  new Proxy(calls as CriService, {
    get: (target, name) =>
      Reflect.get(target, name) ??
      (() => {
        throw new CriError("Unimplemented", `unknown method ${String(name)}`);
      }),
  });

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
};

const noSuchStream = (): AsyncIterable<never> => ({
  [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new CriError("Unimplemented", "unknown method")) }),
});

const named = (id: string, name: string, namespace = "default") => ({ id, metadata: { name, namespace } });

test("a command takes a sketch of its request, fills the rest with zeros and passes the call on", async () => {
  const seen: unknown[] = [];
  const signal = new AbortController().signal;
  const client = createCriClient(
    fakeService({
      stopContainer: async (request, call) => {
        seen.push(request, call);
        return {};
      },
    }),
  );
  await client.stopContainer({ containerId: "c", timeout: 10n }, { signal, timeoutMs: 5 });
  expect(seen).toMatchObject([
    { containerId: "c", timeout: 10n },
    { signal, timeoutMs: 5 },
  ]);
});

test("a service that is an object with a `this` is called as its methods", async () => {
  class Counting {
    calls = 0;
    async listContainers() {
      this.calls++;
      return { containers: [] };
    }
    async removeContainer() {
      this.calls++;
      return {};
    }
    streamContainers() {
      this.calls++;
      return noSuchStream();
    }
  }
  const service = new Counting();
  const client = createCriClient(service as unknown as CriService);
  await client.removeContainer({ containerId: "c" });
  await collect(client.listContainers());
  expect(service.calls).toBe(3);
});

test("verbose information is asked for and parsed where it is JSON", async () => {
  const client = createCriClient(
    fakeService({
      containerStatus: async ({ containerId, verbose }) => ({
        status: undefined,
        info: { info: `{"pid":7,"verbose":${verbose}}`, text: "not { json", id: containerId },
      }),
    }),
  );
  const { info } = await client.containerStatus("abc");
  expect(info).toEqual({ info: { pid: 7, verbose: true }, text: "not { json", id: "abc" });
});

describe("a list is streamed, or read whole from a runtime that does not stream, and found by name", () => {
  const containers = [named("1", "web"), named("2", "web-init"), named("3", "db")].map((c) => Container.create(c));
  const streaming = fakeService({
    async *streamContainers() {
      yield { containers: containers.slice(0, 1) };
      yield { containers: [] };
      yield { containers: containers.slice(1) };
    },
  });
  const whole = fakeService({ streamContainers: noSuchStream, listContainers: async () => ({ containers }) });
  const sync = fakeService({ listContainers: async () => ({ containers }) });

  for (const [title, service] of Object.entries({ streaming, whole })) {
    test.each([
      [{}, ["1", "2", "3"]],
      [{ name: "web" }, ["1"]],
      [{ name: /^web/g }, ["1", "2"]],
      [{ name: "none" }, []],
    ])(`${title}: %j`, async (query, ids) => {
      const found = await collect(createCriClient(service).listContainers(query));
      expect(found.map(({ id }) => id)).toEqual(ids);
    });
  }

  test("a runtime that refuses at the call, not at the first answer, is asked for the whole list too", async () => {
    expect(await collect(createCriClient(sync).listContainers())).toHaveLength(3);
  });

  test("an error after the first answer is an error, even Unimplemented", async () => {
    const broken = fakeService({
      async *streamContainers() {
        yield { containers };
        throw new CriError("Unimplemented", "later");
      },
      listContainers: async () => ({ containers }),
    });
    await expect(collect(createCriClient(broken).listContainers())).rejects.toThrow("later");
  });
});

test("what the runtime can filter is sent to it", async () => {
  const requests: unknown[] = [];
  const calls: (Call | undefined)[] = [];
  const client = createCriClient(
    fakeService({
      async *streamContainers(request, call) {
        requests.push(request.filter);
        calls.push(call);
        yield { containers: [] };
      },
    }),
  );
  const query = { podSandboxId: "s", state: ContainerState.CONTAINER_RUNNING, labels: { app: "web" } };
  await collect(client.listContainers(query, { timeoutMs: 9 }));
  await collect(client.listContainers());
  expect(requests).toMatchObject([
    { id: "", podSandboxId: "s", state: { state: 1 }, labelSelector: { app: "web" } },
    { id: "", podSandboxId: "", state: undefined, labelSelector: {} },
  ]);
  expect(calls).toEqual([{ timeoutMs: 9 }, undefined]);
});

test("pod sandboxes, images and statistics are found by what they are called", async () => {
  const client = createCriClient(
    fakeService({
      async *streamPodSandboxes() {
        yield { podSandboxes: [named("1", "a"), named("2", "a", "kube-system")].map((s) => PodSandbox.create(s)) };
      },
      async *streamImages() {
        const [busybox, none] = [
          { id: "1", repoTags: ["docker.io/busybox:1"], repoDigests: ["busybox@sha256:0"] },
          { id: "2" },
        ];
        yield { images: [Image.create(busybox), Image.create(none)] };
      },
      async *streamContainerStats() {
        yield { containerStats: [ContainerStats.create({ attributes: named("1", "web") }), ContainerStats.create()] };
      },
      async *streamPodSandboxStats() {
        yield { podSandboxStats: [PodSandboxStats.create({ attributes: named("1", "a") }), PodSandboxStats.create()] };
      },
    }),
  );
  expect(await collect(client.listPodSandbox({ name: "a", namespace: "default" }))).toMatchObject([{ id: "1" }]);
  expect(await collect(client.listImages({ name: /busybox@/ }))).toMatchObject([{ id: "1" }]);
  expect(await collect(client.listImages())).toHaveLength(2);
  expect(await collect(client.listContainerStats({ name: "web" }))).toHaveLength(1);
  expect(await collect(client.listPodSandboxStats({ namespace: "default" }))).toHaveLength(1);
});

test("every call of the CRI is there, the streaming lists as the lists they are", () => {
  const client = createCriClient(fakeService({}));
  const calls = Object.keys({ ...RuntimeServiceDefinition.methods, ...ImageServiceDefinition.methods });
  expect(calls).toHaveLength(43);
  const expected = [...calls.filter((name) => !name.startsWith("stream")), "service"].sort();
  expect(Object.keys(client).sort()).toEqual(expected);
});
