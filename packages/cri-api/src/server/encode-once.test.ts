import { describe, expect, test } from "@jest/globals";
import {
  Container,
  ContainerEventResponse,
  ContainerStatus,
  ImageServiceDefinition,
  ListContainersResponse,
  PodSandboxStatus,
  RuntimeServiceDefinition,
} from "../gen/runtime/v1/api.ts";
import { encodeOnce } from "./encode-once.ts";

const once = encodeOnce(RuntimeServiceDefinition).methods;
const container = (id: string) =>
  Container.create({ id, metadata: { name: "web", attempt: 1 }, labels: { a: "b" }, createdAt: 2n ** 60n });

test("a list assembled from kept parts is the same bytes as one encoded whole, the first time and the second", () => {
  const list = ListContainersResponse.create({ containers: [] });
  list.containers = [container("one"), container("two"), container("")];
  const whole = ListContainersResponse.encode(list).finish();
  expect(once.listContainers.responseType.encode(list).finish()).toEqual(whole);
  expect(once.listContainers.responseType.encode(list).finish()).toEqual(whole);
  expect(once.listContainers.responseType.encode({ containers: [...list.containers] }).finish()).toEqual(whole);
});

test("a list with one more, one less or another order is not the list before", () => {
  const [one, two] = [container("one"), container("two")];
  for (const containers of [[one, two], [one], [two], [two, one], [], [one, one]]) {
    const whole = ListContainersResponse.encode({ containers }).finish();
    expect(once.listContainers.responseType.encode({ containers }).finish()).toEqual(whole);
  }
});

test("a long list with changes in several places is the same bytes as one encoded whole", () => {
  const containers = Array.from({ length: 100 }, (_, number) => container(`container ${number}`));
  const check = (list: Container[]) => {
    const whole = ListContainersResponse.encode({ containers: list }).finish();
    for (let time = 0; time < 3; time += 1)
      expect(once.listContainers.responseType.encode({ containers: list }).finish()).toEqual(whole);
  };
  check(containers);
  for (const at of [0, 15, 16, 17, 50, 99]) check(containers.with(at, container("another")));
  for (const length of [99, 97, 96, 17, 16, 15, 1, 0]) check(containers.slice(0, length));
  check(containers.slice(1));
  check([...containers, container("one more")]);
});

test("a list that its service changes in place is another list", () => {
  const containers = [container("one"), container("two")];
  once.listContainers.responseType.encode({ containers }).finish();
  containers.pop();
  const bytes = once.listContainers.responseType.encode({ containers }).finish();
  expect(ListContainersResponse.decode(bytes).containers).toHaveLength(1);
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

describe("an event reads the same as one encoded whole, however often its statuses come", () => {
  const codec = once.getContainerEvents.responseType;
  const event = ContainerEventResponse.create({ containerId: "c", containerEventType: 1, createdAt: 5n });
  const podSandboxStatus = PodSandboxStatus.create({ id: "s", labels: { a: "b" } });
  const statuses = [ContainerStatus.create({ id: "c" }), ContainerStatus.create({ id: "d", exitCode: -1 })];
  const fresh = ContainerStatus.create({ id: "e" });
  test.each([
    ["no statuses", event],
    ["new statuses", { ...event, podSandboxStatus, containersStatuses: statuses }],
    ["the same statuses", { ...event, podSandboxStatus, containersStatuses: statuses }],
    ["the same statuses a third time", { ...event, podSandboxStatus, containersStatuses: statuses }],
    ["no sandbox", { ...event, containersStatuses: statuses }],
    ["a new sandbox", { ...event, podSandboxStatus: { ...podSandboxStatus }, containersStatuses: statuses }],
    ["one of them new", { ...event, podSandboxStatus, containersStatuses: [...statuses, fresh] }],
  ])("%s", (_title, message) => {
    const decoded = ContainerEventResponse.decode(codec.encode(message).finish());
    expect(decoded).toEqual(ContainerEventResponse.decode(ContainerEventResponse.encode(message).finish()));
  });
});

test("a status that comes with many events is encoded twice at most", () => {
  let reads = 0;
  const counted = Object.defineProperty(PodSandboxStatus.create(), "id", {
    get: () => String(++reads),
    enumerable: true,
  });
  const event = { ...ContainerEventResponse.create(), podSandboxStatus: counted };
  const codec = once.getContainerEvents.responseType;
  for (let times = 0; times < 2; times++) codec.encode(event).finish();
  const readsOfTwo = reads;
  for (let times = 0; times < 10; times++) codec.encode(event).finish();
  expect(reads).toBe(readsOfTwo);
});

describe("every list and streaming list of the CRI is assembled from kept parts, statistics and metrics aside, to the same bytes", () => {
  const methods = { ...RuntimeServiceDefinition.methods, ...ImageServiceDefinition.methods };
  const assembled = { ...once, ...encodeOnce(ImageServiceDefinition).methods };
  type Name = Exclude<keyof typeof methods & (`list${string}` | `stream${string}`), `${string}${"Metrics" | "Stats"}`>;
  const isList = (name: string): name is Name => /^(?:list|stream)/.test(name) && !/(?:Metrics|Stats)$/.test(name);
  test.each(Object.keys(methods).filter(isList))("%s", (name) => {
    const plain: { create(): object; encode(message: never): { finish(): Uint8Array } } = methods[name].responseType;
    const kept: { encode(message: never): { finish(): Uint8Array } } = assembled[name].responseType;
    expect(kept).not.toBe(plain);
    const [field] = Object.keys(plain.create()).filter((key) => key !== "_unknownFields");
    // One byte string for every kind of part: its first field, a string or a message, and an unknown one.
    const decode = (bytes: Uint8Array): object => methods[name].responseType.decode(bytes);
    const list = decode(Uint8Array.of(10, 2, 0x0a, 0, 10, 4, 0xfa, 0x3f, 1, 7, 10, 0));
    expect(list).toHaveProperty([field ?? "", "length"], 3);
    expect(kept.encode(list as never).finish()).toEqual(plain.encode(list as never).finish());
    expect(kept.encode(list as never).finish()).toEqual(plain.encode(list as never).finish());
  });
});
