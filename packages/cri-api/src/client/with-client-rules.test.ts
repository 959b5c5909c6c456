import { describe, expect, test } from "@jest/globals";
import { CriError } from "../cri/error.ts";
import type { Call, CriService } from "../cri/service.ts";
import {
  Container,
  ExecSyncRequest,
  ImageServiceDefinition,
  PullImageRequest,
  RunPodSandboxRequest,
  RuntimeServiceDefinition,
} from "../gen/runtime/v1/api.ts";
import { withClientRules } from "./with-client-rules.ts";

const METHODS = { ...RuntimeServiceDefinition.methods, ...ImageServiceDefinition.methods };

/** A service that answers each call with an empty message and notes with what deadline it was called. */
const fakeService = (calls: Partial<CriService>, seen: [string, number | undefined][] = []): CriService => {
  const answers = Object.entries(METHODS).map(([name, { responseType, responseStream }]) => {
    const note = (_request: unknown, call?: Call) => {
      seen.push([name, call?.timeoutMs]);
      return responseType.create();
    };
    const stream = async function* (request: unknown, call?: Call) {
      yield note(request, call);
    };
    return [name, responseStream ? stream : async (request: unknown, call?: Call) => note(request, call)];
  });
  return { ...Object.fromEntries(answers), ...calls };
};

const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
};

const noSuchStream = (): AsyncIterable<never> => ({
  [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new CriError("Unimplemented", "unknown method")) }),
});

const containers = [Container.create({ id: "one" }), Container.create({ id: "two" })];

test("every call gets its deadline, and the caller's own if there is one", async () => {
  const seen: [string, number | undefined][] = [];
  const service = withClientRules(fakeService({}, seen), { timeoutMs: 1000, checkAnswers: false }, "it");
  await service.removeContainer({ containerId: "c" });
  await service.runPodSandbox(RunPodSandboxRequest.create());
  await service.execSync(ExecSyncRequest.create({ timeout: 2n }));
  await service.execSync(ExecSyncRequest.create());
  await service.pullImage(PullImageRequest.create());
  await service.pullImage(PullImageRequest.create(), { timeoutMs: 7 });
  await service.runPodSandbox(RunPodSandboxRequest.create(), { timeoutMs: 9000 });
  await collect(service.getContainerEvents({}));
  await collect(service.streamContainers({ filter: undefined }));
  expect(seen).toEqual([
    ["removeContainer", 1000],
    ["runPodSandbox", 2000],
    ["execSync", 3000],
    ["execSync", undefined],
    ["pullImage", undefined],
    ["pullImage", 7],
    ["runPodSandbox", 9000],
    ["getContainerEvents", undefined],
    ["streamContainers", 1000],
  ]);
});

test("an answer that the kubelet could not use is an error that names call, source and field", async () => {
  const service = withClientRules(fakeService({}), {}, "unix:///x");
  await expect(
    service.exec({ containerId: "c", cmd: [], tty: false, stdin: false, stdout: true, stderr: true }),
  ).rejects.toMatchObject({
    code: "Internal",
    message: "unix:///x gave no usable answer to exec: URL is not set",
  });
  await expect(service.version({ version: "" })).rejects.toThrow(
    "version, runtimeName, runtimeVersion, runtimeApiVersion are not set",
  );
});

test("an ExecSync past its deadline is told as the kubelet tells it, other errors as they came", async () => {
  const failing = (code: "DeadlineExceeded" | "NotFound") =>
    withClientRules(fakeService({ execSync: () => Promise.reject(new CriError(code, "as it came")) }), {}, "it");
  const request = ExecSyncRequest.create({ cmd: ["sleep", "9"], timeout: 1n });
  await expect(failing("DeadlineExceeded").execSync(request)).rejects.toThrow(
    'command timed out: "sleep 9" timed out after 1s',
  );
  await expect(failing("NotFound").execSync(request)).rejects.toThrow("as it came");
});

describe("a runtime without streaming lists", () => {
  const unaryOnly = (seen: string[]) =>
    fakeService({
      streamContainers: (...args) => {
        seen.push("stream");
        return noSuchStream(...(args as unknown as []));
      },
      listContainers: async () => {
        seen.push("list");
        return { containers };
      },
    });

  test("is asked for the unary list, and for streams no more", async () => {
    const seen: string[] = [];
    const service = withClientRules(unaryOnly(seen), {}, "it");
    expect(await collect(service.streamContainers({ filter: undefined }))).toEqual([{ containers }]);
    expect(await collect(service.streamContainers({ filter: undefined }))).toEqual([{ containers }]);
    expect(seen).toEqual(["stream", "list", "list"]);
  });

  test("answers lists that are wanted streamed", async () => {
    const service = withClientRules(unaryOnly([]), { streamLists: true }, "it");
    expect(await service.listContainers({ filter: undefined })).toEqual({ containers });
  });
});

test("lists are put together from streams where that is wanted", async () => {
  const seen: [string, number | undefined][] = [];
  const streaming = fakeService(
    {
      async *streamContainers() {
        for (const container of containers) yield { containers: [container] };
      },
    },
    seen,
  );
  const service = withClientRules(streaming, { streamLists: true }, "it");
  expect(await service.listContainers({ filter: undefined })).toEqual({ containers });
  await service.listPodSandbox({ filter: undefined });
  await service.listContainerStats({ filter: undefined });
  await service.listPodSandboxStats({ filter: undefined });
  await service.listPodSandboxMetrics({});
  await service.listImages({ filter: undefined });
  expect(seen.map(([name]) => name)).toEqual([
    "streamPodSandboxes",
    "streamContainerStats",
    "streamPodSandboxStats",
    "streamPodSandboxMetrics",
    "streamImages",
  ]);
});

test("every streaming call of the CRI is known to be one", async () => {
  const streaming = Object.entries(METHODS).filter(([, { responseStream }]) => responseStream);
  const service = withClientRules(fakeService({}), {}, "it");
  for (const [name] of streaming) {
    const answers = (service[name as keyof CriService] as (request: object) => AsyncIterable<unknown>)({});
    expect(await collect(answers)).toHaveLength(1);
  }
});
