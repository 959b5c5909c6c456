import { describe, expect, test } from "@jest/globals";
import { encodeOnce } from "./encode-once.ts";
import {
  Container,
  ContainerEventResponse,
  ContainerStatus,
  ImageServiceDefinition,
  ListContainersResponse,
  PodSandboxStatus,
  RuntimeServiceDefinition,
} from "./gen/runtime/v1/api.ts";

const once = encodeOnce(RuntimeServiceDefinition).methods;
const container = (id: string) =>
  Container.create({ id, metadata: { name: "web", attempt: 1 }, labels: { a: "b" }, createdAt: 2n ** 60n });

test("a list assembled from kept parts is the same bytes as one encoded whole, the first time and the second", () => {
  const list = ListContainersResponse.create({ containers: [] });
  list.containers = [container("one"), container("two"), container("")];
  const whole = ListContainersResponse.encode(list).finish();
  expect(once.listContainers.responseType.encode(list).finish()).toEqual(whole);
  expect(once.listContainers.responseType.encode(list).finish()).toEqual(whole);
});

test("a container is encoded once, however many lists it is in, and its stream shares the bytes", () => {
  let reads = 0;
  const counted = Object.defineProperty(container("one"), "id", { get: () => String(++reads), enumerable: true });
  once.listContainers.responseType.encode({ containers: [counted] }).finish();
  const readsOfOneEncoding = reads;
  expect(readsOfOneEncoding).toBeGreaterThan(0);
  once.listContainers.responseType.encode({ containers: [counted, counted] }).finish();
  once.streamContainers.responseType.encode({ containers: [counted] }).finish();
  expect(reads).toBe(readsOfOneEncoding);
});

test("a container that was sent cannot be changed, and its replacement is seen", () => {
  const old = container("one");
  once.listContainers.responseType.encode({ containers: [old] }).finish();
  expect(() => {
    old.state = 1;
  }).toThrow(TypeError);
  expect(() => {
    old.labels.a = "c";
  }).toThrow(TypeError);
  const bytes = once.listContainers.responseType.encode({ containers: [{ ...old, state: 1 }] }).finish();
  expect(ListContainersResponse.decode(bytes).containers[0]?.state).toBe(1);
});

test("fields of a newer CRI survive, in the list and in its parts", () => {
  const newer = ListContainersResponse.decode(Uint8Array.of(0x0a, 3, 0xfa, 0x3f, 0, 0xfa, 0x3f, 1, 7));
  const bytes = once.listContainers.responseType.encode(newer).finish();
  expect(ListContainersResponse.decode(bytes)).toEqual(newer);
  expect(bytes).toHaveLength(9);
});

test("an event is the same bytes as one encoded whole, with and without its statuses", () => {
  for (const event of [
    ContainerEventResponse.create({ containerId: "c", containerEventType: 1, createdAt: 5n }),
    {
      ...ContainerEventResponse.create({ containerId: "c", createdAt: 5n }),
      podSandboxStatus: PodSandboxStatus.create({ id: "s", labels: { a: "b" } }),
      containersStatuses: [ContainerStatus.create({ id: "c" }), ContainerStatus.create({ id: "d", exitCode: -1 })],
    },
  ]) {
    const whole = ContainerEventResponse.encode(event).finish();
    expect(once.getContainerEvents.responseType.encode(event).finish()).toEqual(whole);
  }
});

describe("every list and streaming list of the CRI is assembled from kept parts, metrics aside", () => {
  const definitions = [RuntimeServiceDefinition, ImageServiceDefinition] as const;
  const lists = definitions.flatMap((definition) =>
    Object.keys(definition.methods)
      .filter((name) => /^(?:list|stream|getContainerEvents)/.test(name) && !name.endsWith("Metrics"))
      .map((name) => [name, definition] as const),
  );
  test.each(lists)("%s", (name, definition) => {
    const methods: Record<string, { responseType: unknown }> = definition.methods;
    const assembled: Record<string, { responseType: unknown }> = encodeOnce(definition).methods;
    expect(assembled[name]?.responseType).not.toBe(methods[name]?.responseType);
  });
});
