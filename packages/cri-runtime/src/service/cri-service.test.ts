import {
  AttachRequest,
  ContainerFilter,
  ContainerState,
  ContainerStats,
  ContainerStatsFilter,
  ContainerStatus,
  CreateContainerRequest,
  CriError,
  ExecRequest,
  PodSandboxState,
  PodSandboxStatus,
  RunPodSandboxRequest,
} from "@crikit/cri-api";
import { expect, test } from "@jest/globals";
import { CALL_NAMES, fakeContainers, fakeRuntime, fakeUrls, fakeWithStates } from "../../testing/fake-runtime.ts";
import type { CriRuntime } from "../contract/runtime.ts";
import { createCriService } from "./cri-service.ts";

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof CriError ? `${error.code}: ${error.message}` : `no CriError: ${String(error)}`;
};

const execRequest = (fields: Partial<ExecRequest>): ExecRequest =>
  ExecRequest.create({ containerId: "c1", cmd: ["true"], ...fields });

test("every one of the 43 calls is answered", () => {
  const service = createCriService(fakeRuntime({}), fakeUrls);
  expect(CALL_NAMES).toHaveLength(43);
  for (const name of CALL_NAMES) expect(typeof service[name]).toBe("function");
});

test.each([
  ["no container id", { containerId: "", stdout: true }, "missing required container_id"],
  ["no command", { cmd: [], stdout: true }, "missing required cmd"],
  ["a terminal with stderr", { tty: true, stderr: true }, "tty and stderr cannot both be true"],
  ["no stream", {}, "one of stdin, stdout, or stderr must be set"],
])("exec with %s is refused", async (_, fields, text) => {
  const service = createCriService(fakeWithStates({ container: ContainerState.CONTAINER_RUNNING }), fakeUrls);
  expect(await codeOf(service.exec(execRequest(fields)))).toBe(`InvalidArgument: ${text}`);
});

test("attach without a stream is refused in upstream's words", async () => {
  const service = createCriService(fakeWithStates({ container: ContainerState.CONTAINER_RUNNING }), fakeUrls);
  expect(await codeOf(service.attach(AttachRequest.create({ containerId: "c1" })))).toBe(
    "InvalidArgument: one of stdin, stdout, and stderr must be set",
  );
});

test("sessions get a URL with the whole id when the object is there and runs", async () => {
  const runtime = fakeWithStates({
    container: ContainerState.CONTAINER_RUNNING,
    sandbox: PodSandboxState.SANDBOX_READY,
  });
  const service = createCriService(runtime, fakeUrls);
  expect(await service.exec(execRequest({ stdout: true }))).toEqual({ url: "exec:c1-whole" });
  expect(await service.attach(AttachRequest.create({ containerId: "c1", stdin: true }))).toEqual({
    url: "attach:c1-whole",
  });
  expect(await service.portForward({ podSandboxId: "p1", port: [80] })).toEqual({ url: "portforward:p1-whole" });
});

test("sessions are refused for what is not there, does not run or is not ready", async () => {
  const absent = createCriService(fakeWithStates({}), fakeUrls);
  expect(await codeOf(absent.exec(execRequest({ stdout: true })))).toBe('NotFound: container "c1" does not exist');
  const ended = createCriService(
    fakeWithStates({
      container: ContainerState.CONTAINER_EXITED,
      exitCode: 137,
      sandbox: PodSandboxState.SANDBOX_NOTREADY,
    }),
    fakeUrls,
  );
  expect(await codeOf(ended.exec(execRequest({ stdout: true })))).toBe(
    'FailedPrecondition: container "c1" is not running (exited, 137)',
  );
  expect(await codeOf(ended.portForward({ podSandboxId: "p1", port: [] }))).toBe(
    'FailedPrecondition: pod sandbox "p1" is not ready',
  );
  expect(await codeOf(ended.portForward({ podSandboxId: "p1", port: [70000] }))).toBe(
    "InvalidArgument: port[0] must be within 1..65535, it is 70000",
  );
});

test("stop and remove succeed for what is not there, and only then", async () => {
  const failing = (code: "NotFound" | "Unavailable"): Partial<CriRuntime> => {
    const fail = async () => {
      throw new CriError(code, "no");
    };
    return {
      stopPodSandbox: fail,
      removePodSandbox: fail,
      stopContainer: fail,
      removeContainer: fail,
      removeImage: fail,
    };
  };
  const calls = (service: ReturnType<typeof createCriService>): Promise<unknown>[] => [
    service.stopPodSandbox({ podSandboxId: "p" }),
    service.removePodSandbox({ podSandboxId: "p" }),
    service.stopContainer({ containerId: "c", timeout: 0n }),
    service.removeContainer({ containerId: "c" }),
    service.removeImage({
      image: { image: "i", annotations: {}, userSpecifiedImage: "", runtimeHandler: "", imageRef: "" },
    }),
  ];
  const absent = createCriService(fakeRuntime(failing("NotFound")), fakeUrls);
  expect(await Promise.all(calls(absent))).toEqual([{}, {}, {}, {}, {}]);
  const broken = createCriService(fakeRuntime(failing("Unavailable")), fakeUrls);
  for (const call of calls(broken)) expect(await codeOf(call)).toBe("Unavailable: no");
});

test("requests are checked before the runtime sees them, and the text names the field", async () => {
  const service = createCriService(fakeRuntime({}), fakeUrls);
  const sandbox = (config: unknown) => RunPodSandboxRequest.fromPartial({ config } as RunPodSandboxRequest);
  const metadata = { name: "n", uid: "u", namespace: "ns" };
  expect(await codeOf(service.runPodSandbox(RunPodSandboxRequest.create({})))).toBe(
    "InvalidArgument: missing required config",
  );
  expect(await codeOf(service.runPodSandbox(sandbox({ metadata: { ...metadata, uid: "" } })))).toBe(
    "InvalidArgument: missing required config.metadata.uid",
  );
  expect(await codeOf(service.runPodSandbox(sandbox({ metadata, logDirectory: "logs" })))).toBe(
    'InvalidArgument: config.log_directory must be an absolute path, it is "logs"',
  );
  const create = (config: object) =>
    codeOf(
      service.createContainer(
        CreateContainerRequest.fromPartial({
          podSandboxId: "p",
          config: { metadata: { name: "n" }, image: { image: "busybox" }, ...config },
        }),
      ),
    );
  expect(await create({ linux: { securityContext: { runAsGroup: { value: 1n } } } })).toBe(
    "InvalidArgument: config.linux.security_context.run_as_group is set without run_as_user or run_as_username",
  );
  const mount = { containerPath: "/m", hostPath: "/h", recursiveReadOnly: true };
  expect(await create({ mounts: [mount] })).toBe(
    "InvalidArgument: config.mounts[0].recursive_read_only is set without readonly",
  );
  expect(await create({ mounts: [{ ...mount, readonly: true, propagation: 2 }] })).toBe(
    "InvalidArgument: config.mounts[0].recursive_read_only needs propagation PROPAGATION_PRIVATE",
  );
  expect(await create({ logPath: "../x.log" })).toBe(
    'InvalidArgument: config.log_path must stay inside its folder, it is "../x.log"',
  );
  expect(await codeOf(service.stopContainer({ containerId: "c", timeout: -1n }))).toBe(
    "InvalidArgument: timeout must not be negative, it is -1",
  );
  expect(await create({})).toBe("Unimplemented: CreateContainer is not part of this fake");
});

test("streaming lists are chunks of the unary list and keep its objects", async () => {
  const containers = fakeContainers(1201);
  const service = createCriService(fakeRuntime({ listContainers: async () => ({ containers }) }), fakeUrls);
  const chunks = [];
  for await (const chunk of service.streamContainers({ filter: undefined })) chunks.push(chunk.containers);
  expect(chunks.map((chunk) => chunk.length)).toEqual([500, 500, 201]);
  chunks.flat().forEach((container, index) => {
    expect(container).toBe(containers[index]);
  });
});

test("a list is passed on as it is without a filter and filtered whatever the runtime does with one", async () => {
  const response = { containers: fakeContainers(6) };
  const service = createCriService(fakeRuntime({ listContainers: async () => response }), fakeUrls);
  expect(await service.listContainers({ filter: undefined })).toBe(response);
  expect(await service.listContainers({ filter: ContainerFilter.create({}) })).toBe(response);
  const idsOf = async (filter: Partial<ContainerFilter>) =>
    (await service.listContainers({ filter: ContainerFilter.create(filter) })).containers.map(({ id }) => id);
  expect(await idsOf({ labelSelector: { parity: "odd" } })).toEqual(["c1", "c3", "c5"]);
  expect(await idsOf({ podSandboxId: "p0", state: { state: ContainerState.CONTAINER_EXITED } })).toEqual(["c3"]);
  expect(await idsOf({ id: "c2" })).toEqual(["c2"]);
  expect(await idsOf({ id: "c" })).toEqual([]);
});

test("statistics are filtered by pod sandbox although they do not name it", async () => {
  const containers = fakeContainers(6);
  const stats = containers.map(({ id }) => ContainerStats.fromPartial({ attributes: { id } }));
  const service = createCriService(
    fakeRuntime({ listContainers: async () => ({ containers }), listContainerStats: async () => ({ stats }) }),
    fakeUrls,
  );
  const idsOf = async (filter: Partial<ContainerStatsFilter>) =>
    (await service.listContainerStats({ filter: ContainerStatsFilter.create(filter) })).stats.map(
      ({ attributes }) => attributes?.id,
    );
  expect(await idsOf({ podSandboxId: "p1" })).toEqual(["c1", "c4"]);
  expect(await idsOf({ podSandboxId: "p1", id: "c2" })).toEqual([]);
  expect(await idsOf({ podSandboxId: "none" })).toEqual([]);
});

test("statuses of containers and their time are answered together or not at all", async () => {
  const status = PodSandboxStatus.create({ id: "p" });
  const containersStatuses = [ContainerStatus.create({ id: "c" })];
  const ask = (timestamp: bigint, statuses: ContainerStatus[]) =>
    createCriService(
      fakeRuntime({ podSandboxStatus: async () => ({ status, info: {}, containersStatuses: statuses, timestamp }) }),
      fakeUrls,
    ).podSandboxStatus({ podSandboxId: "p", verbose: false });
  expect(await ask(5n, containersStatuses)).toMatchObject({ containersStatuses, timestamp: 5n });
  expect(await ask(5n, [])).toMatchObject({ containersStatuses: [], timestamp: 0n });
  expect(await ask(0n, containersStatuses)).toMatchObject({ containersStatuses: [], timestamp: 0n });
});

test("an error that is no CriError becomes Internal, and only its log gets the cause", async () => {
  const failures: unknown[] = [];
  const cause = new TypeError("secret detail");
  const service = createCriService(
    fakeRuntime({
      version: async () => {
        throw cause;
      },
      // biome-ignore lint/correctness/useYield: a stream that fails before its first message
      getContainerEvents: async function* () {
        throw cause;
      },
    }),
    fakeUrls,
    { onInternalError: (failure) => failures.push(failure) },
  );
  expect(await codeOf(service.version({ version: "" }))).toBe(
    "Internal: Version failed inside the runtime, whose log has the cause",
  );
  const first = service.getContainerEvents({})[Symbol.asyncIterator]().next();
  expect(await codeOf(first)).toContain("Internal: GetContainerEvents failed");
  expect(failures).toEqual([
    { call: "Version", cause },
    { call: "GetContainerEvents", cause },
  ]);
});

test("a call whose signal has fired is answered with the signal's reason", async () => {
  const service = createCriService(fakeRuntime({}), fakeUrls);
  expect(await codeOf(service.version({ version: "" }, { signal: AbortSignal.abort() }))).toBe(
    "Canceled: Version was canceled by its caller",
  );
});
