import { readFileSync } from "node:fs";
import { fromBinary, toBinary } from "@bufbuild/protobuf";
import { expect, test } from "@jest/globals";
import { isCriError } from "./cri/error.ts";
import { fromCriJson, loadCriDescriptorSet, loadCriRegistry, toCriJson } from "./descriptor.ts";
import {
  Container,
  ContainerConfig,
  ContainerStateValue,
  CreateContainerRequest,
  ExecSyncResponse,
  ImageServiceDefinition,
  KeyValue,
  LinuxSandboxSecurityContext,
  ListContainersResponse,
  MountPropagation,
  NamespaceMode,
  PodSandboxStatsResponse,
  PsiStats,
  RuntimeServiceDefinition,
  Signal,
} from "./gen/runtime/v1/api.ts";

test("the registry holds every call of each version and is loaded once", async () => {
  const registry = await loadCriRegistry();
  for (const { fullName, methods } of [RuntimeServiceDefinition, ImageServiceDefinition]) {
    const calls = registry.getService(fullName)?.methods.map((method) => method.name);
    expect(calls).toEqual(Object.values(methods).map((method) => method.name));
  }
  expect(loadCriRegistry({ version: "v1", envValues: "bytes" })).toBe(loadCriRegistry());
  const alpha = await loadCriRegistry({ version: "v1alpha2" });
  expect(alpha.getService("runtime.v1alpha2.RuntimeService")).toBeDefined();
  expect(alpha.getService("runtime.v1.RuntimeService")).toBeUndefined();
});

test("the descriptor set is bytes that say what the registry says", async () => {
  const bytes = await loadCriDescriptorSet("v1alpha2");
  expect(Buffer.from(bytes).includes("runtime.v1alpha2")).toBe(true);
  expect(bytes.length).toBeGreaterThan(10_000);
});

test("what ts-proto encodes, the registry reads and writes back byte for byte", async () => {
  const registry = await loadCriRegistry();
  const schema = registry.getMessage("runtime.v1.KeyValue");
  if (!schema) throw new Error("runtime.v1.KeyValue is not in the registry");
  const bytes = KeyValue.encode({ key: "A", value: Buffer.from([0xff, 0x00, 0x41]) }).finish();
  expect(toBinary(schema, fromBinary(schema, bytes))).toEqual(new Uint8Array(bytes));
});

test("JSON is what protojson prints with defaults emitted", async () => {
  const container = Container.create({
    id: "c1",
    createdAt: 1_760_000_000_123_456_789n,
    metadata: { name: "web" },
    labels: { app: "web" },
  });
  const json = await toCriJson("Container", container);
  expect(json).toMatchObject({
    id: "c1",
    podSandboxId: "",
    metadata: { name: "web", attempt: 0 },
    state: "CONTAINER_CREATED",
    createdAt: "1760000000123456789",
    labels: { app: "web" },
    annotations: {},
  });
  expect(json).not.toHaveProperty("image");
});

test("keys come as protojson orders them: fields as declared, map keys sorted", async () => {
  const security = LinuxSandboxSecurityContext.create({ runAsUser: { value: 1n }, runAsGroup: { value: 2n } });
  expect(Object.keys(await toCriJson("LinuxSandboxSecurityContext", security)).slice(0, 3)).toEqual([
    "runAsUser",
    "runAsGroup",
    "readonlyRootfs",
  ]);
  const answer = ListContainersResponse.create({ containers: [{ labels: { tier: "web", app: "shop" } }] });
  expect(JSON.stringify(await toCriJson("ListContainersResponse", answer))).toContain('{"app":"shop","tier":"web"}');
});

test("bytes of a message give the JSON of the message", async () => {
  const stats = PodSandboxStatsResponse.create({
    stats: { linux: { cpu: { usageNanoCores: { value: 2n ** 64n - 1n } } } },
  });
  const bytes = PodSandboxStatsResponse.encode(stats).finish();
  const json = await toCriJson("PodSandboxStatsResponse", bytes);
  expect(json).toEqual(await toCriJson("PodSandboxStatsResponse", stats));
  expect(json).toMatchObject({ stats: { linux: { cpu: { usageNanoCores: { value: "18446744073709551615" } } } } });
});

test("names that the proto writes with a capital stay so", async () => {
  expect(await toCriJson("PsiStats", PsiStats.create({ Full: { Avg10: 0.5 } }))).toMatchObject({
    Full: { Total: "0", Avg10: 0.5, Avg60: 0, Avg300: 0 },
  });
});

test("env values are text; bytes that are not UTF-8 become U+FFFD; other bytes are base64", async () => {
  const request = CreateContainerRequest.create({
    config: {
      envs: [
        { key: "GREETING", value: Buffer.from("grüße") },
        { key: "RAW", value: Buffer.from([0x61, 0xff, 0x62]) },
        { key: "EMPTY" },
      ],
    },
  });
  expect(await toCriJson("CreateContainerRequest", request)).toMatchObject({
    config: {
      envs: [
        { key: "GREETING", value: "grüße" },
        { key: "RAW", value: "a\uFFFDb" },
        { key: "EMPTY", value: "" },
      ],
    },
  });
  const answer = ExecSyncResponse.create({ stdout: Buffer.from("hi\n"), exitCode: 3 });
  expect(await toCriJson("ExecSyncResponse", answer)).toMatchObject({ stdout: "aGkK", stderr: "", exitCode: 3 });
});

test("a config is read with proto names or JSON names, enums by name or number, 64-bit numbers as either", async () => {
  const snake = await fromCriJson("ContainerConfig", {
    log_path: "web/0.log",
    envs: [{ key: "GREETING", value: "grüße" }],
    mounts: [{ container_path: "/data", host_path: "/srv", propagation: "PROPAGATION_BIDIRECTIONAL" }],
    linux: {
      resources: { memory_limit_in_bytes: 1048576, cpu_quota: "9007199254740993" },
      security_context: { run_as_user: { value: 0 }, namespace_options: { pid: 1 } },
    },
    CDI_devices: [{ name: "vendor.com/gpu=0" }],
    stop_signal: "SIGNAL_SIGUSR1",
    working_dir: null,
  });
  expect(snake).toEqual(
    ContainerConfig.fromPartial({
      logPath: "web/0.log",
      envs: [{ key: "GREETING", value: Buffer.from("grüße") }],
      mounts: [{ containerPath: "/data", hostPath: "/srv", propagation: MountPropagation.PROPAGATION_BIDIRECTIONAL }],
      linux: {
        resources: { memoryLimitInBytes: 1048576n, cpuQuota: 9007199254740993n },
        securityContext: { runAsUser: { value: 0n }, namespaceOptions: { pid: NamespaceMode.CONTAINER } },
      },
      CDIDevices: [{ name: "vendor.com/gpu=0" }],
      stopSignal: Signal.SIGNAL_SIGUSR1,
    }),
  );
  expect(await fromCriJson("ContainerConfig", await toCriJson("ContainerConfig", snake))).toEqual(snake);
});

test.each([
  [{ log_pth: "x" }, 'ContainerConfig at log_pth: unknown key "log_pth"'],
  [{ "log-path": "x" }, 'ContainerConfig at log-path: unknown key "log-path" (did you mean "log_path"?)'],
  [
    { mounts: [{}, { host_path: "/", readOnly: true }] },
    'Mount at mounts[1].readOnly: unknown key "readOnly" (did you mean "readonly"?)',
  ],
  [
    { linux: { resources: { cpu_shares: "many" } } },
    /^LinuxContainerResources at linux\.resources\.cpu_shares: "many" does not fit \(.*\)$/,
  ],
  [
    { linux: { resources: { cpu_quota: 2 ** 60 } } },
    "LinuxContainerResources at linux.resources.cpu_quota: 1152921504606847000 is not exact as a number, write it as a string",
  ],
  [{ labels: { tier: 1 } }, /^ContainerConfig at labels\["tier"\]: 1 does not fit/],
  [{ command: ["sh", 1] }, /^ContainerConfig at command\[1\]: 1 does not fit/],
  [{ command: "sh" }, 'ContainerConfig at command: expected a list, got "sh"'],
  [{ labels: ["a"] }, 'ContainerConfig at labels: expected an object, got ["a"]'],
  [{ stop_signal: "SIGTERM" }, /^ContainerConfig at stop_signal: "SIGTERM" does not fit/],
  [{ log_path: "a", logPath: "b" }, 'ContainerConfig at logPath: "logPath" and "log_path" are the same field'],
  [[], "ContainerConfig: expected an object, got []"],
  [undefined, "ContainerConfig: expected an object, got undefined"],
] as const)("%j is refused by key and path", async (json, message) => {
  const error: unknown = await fromCriJson("ContainerConfig", json).catch((reason: unknown) => reason);
  expect(isCriError(error, "InvalidArgument")).toBe(true);
  if (error instanceof Error)
    expect(error.message).toEqual(typeof message === "string" ? message : expect.stringMatching(message));
});

test("a message read from JSON is what the wire carries, default fields and all", async () => {
  expect(await fromCriJson("ContainerStateValue", {})).toEqual(ContainerStateValue.create());
});

test("the package's main entry loads no descriptors", () => {
  const text = readFileSync(new URL("index.ts", import.meta.url), "utf8");
  expect(text).not.toMatch(/descriptor|registry|cri-json/);
});
