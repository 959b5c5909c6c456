import { describe, expect, test } from "@jest/globals";
import { CriError } from "../cri/error.ts";
import {
  CheckpointContainerRequest,
  ContainerStatusResponse,
  ExecSyncRequest,
  ImageStatusRequest,
  ImageStatusResponse,
  PodSandboxStatusResponse,
  PullImageRequest,
  RunPodSandboxRequest,
  StatusResponse,
  StopContainerRequest,
} from "../gen/runtime/v1/api.ts";
import { CLIENT_RULES, DEFAULT_TIMEOUT_MS } from "./client-rules.ts";

const timeoutOf = <Request>(
  rule: { readonly timeoutMs?: (request: Request, defaultMs: number) => number | undefined } | undefined,
  request: Request,
) => (rule?.timeoutMs === undefined ? DEFAULT_TIMEOUT_MS : rule.timeoutMs(request, DEFAULT_TIMEOUT_MS));

test("each call has the kubelet's deadline", () => {
  expect(DEFAULT_TIMEOUT_MS).toBe(120_000);
  expect(timeoutOf(CLIENT_RULES.version, { version: "" })).toBe(120_000);
  expect(timeoutOf(CLIENT_RULES.runPodSandbox, RunPodSandboxRequest.create())).toBe(240_000);
  expect(timeoutOf(CLIENT_RULES.stopContainer, StopContainerRequest.create({ timeout: 30n }))).toBe(150_000);
  expect(timeoutOf(CLIENT_RULES.stopContainer, StopContainerRequest.create({ timeout: -1n }))).toBe(120_000);
  expect(timeoutOf(CLIENT_RULES.execSync, ExecSyncRequest.create({ timeout: 10n }))).toBe(130_000);
  expect(timeoutOf(CLIENT_RULES.execSync, ExecSyncRequest.create())).toBeUndefined();
  expect(timeoutOf(CLIENT_RULES.pullImage, PullImageRequest.create())).toBeUndefined();
  expect(timeoutOf(CLIENT_RULES.getContainerEvents, {})).toBeUndefined();
  expect(timeoutOf(CLIENT_RULES.checkpointContainer, CheckpointContainerRequest.create({ timeout: 5n }))).toBe(120_000);
  expect(timeoutOf(CLIENT_RULES.checkpointContainer, CheckpointContainerRequest.create({ timeout: 500n }))).toBe(
    500_000,
  );
});

describe("an answer without what the kubelet needs is a fault that names it", () => {
  test("Version", () => {
    const fault = CLIENT_RULES.version?.fault;
    const whole = { version: "0.1.0", runtimeName: "r", runtimeVersion: "1", runtimeApiVersion: "v1" };
    expect(fault?.(whole, { version: "" })).toBeUndefined();
    expect(fault?.({ ...whole, runtimeName: "" }, { version: "" })).toBe("runtimeName is not set");
    expect(fault?.({ ...whole, version: "", runtimeApiVersion: "" }, { version: "" })).toBe(
      "version, runtimeApiVersion are not set",
    );
  });

  test("Status", () => {
    const fault = (count: number) =>
      CLIENT_RULES.status?.fault?.(
        StatusResponse.create({ status: { conditions: Array.from({ length: count }, () => ({})) } }),
        { verbose: false },
      );
    expect([fault(0), fault(1)]).toEqual(Array(2).fill("RuntimeReady or NetworkReady condition is not set"));
    expect(fault(2)).toBeUndefined();
  });

  test("PodSandboxStatus", () => {
    const whole = { id: "s", metadata: { name: "n", namespace: "ns", uid: "u" }, createdAt: 1n };
    const fault = (status?: object) =>
      CLIENT_RULES.podSandboxStatus?.fault?.(PodSandboxStatusResponse.create(status && { status }), {
        podSandboxId: "s",
        verbose: false,
      });
    expect(fault(whole)).toBeUndefined();
    expect(fault()).toBeUndefined();
    expect(fault({ ...whole, id: "" })).toBe("status.id is not set");
    expect(fault({ ...whole, createdAt: 0n })).toBe("status.created_at is not set");
    expect(fault({ ...whole, metadata: { name: "n" } })).toBe(
      "status.metadata.namespace, status.metadata.uid are not set",
    );
  });

  test("ContainerStatus", () => {
    const whole = { id: "c", metadata: { name: "n" }, createdAt: 1n, image: { image: "i" }, imageRef: "r" };
    const fault = (status?: object) =>
      CLIENT_RULES.containerStatus?.fault?.(ContainerStatusResponse.create(status && { status }), {
        containerId: "c",
        verbose: false,
      });
    expect(fault(whole)).toBeUndefined();
    expect(fault()).toBeUndefined();
    for (const [field, name] of [
      ["id", "status.id"],
      ["metadata", "status.metadata.name"],
      ["createdAt", "status.created_at"],
      ["image", "status.image.image"],
      ["imageRef", "status.image_ref"],
    ] as const) {
      expect(fault({ ...whole, [field]: undefined })).toBe(`${name} is not set`);
    }
  });

  test("the ids and URLs that other calls answer with", () => {
    const request = RunPodSandboxRequest.create();
    expect(CLIENT_RULES.runPodSandbox?.fault?.({ podSandboxId: "" }, request)).toBe("pod_sandbox_id is not set");
    expect(CLIENT_RULES.runPodSandbox?.fault?.({ podSandboxId: "s" }, request)).toBeUndefined();
    expect(CLIENT_RULES.portForward?.fault?.({ url: "" }, { podSandboxId: "s", port: [] })).toBe("URL is not set");
    const pull = PullImageRequest.create({ image: { image: "busybox" } });
    expect(CLIENT_RULES.pullImage?.fault?.({ imageRef: "" }, pull)).toBe('image_ref of image "busybox" is not set');
  });

  test("ImageStatus", () => {
    const request = ImageStatusRequest.create({ image: { image: "busybox" } });
    const fault = (image?: object) =>
      CLIENT_RULES.imageStatus?.fault?.(ImageStatusResponse.create(image && { image }), request);
    expect(fault()).toBeUndefined();
    expect(fault({ id: "i", size: 1n })).toBeUndefined();
    expect(fault({ id: "i" })).toBe('size of image "busybox" is not set');
    expect(fault({ size: 1n })).toBe('id of image "busybox" is not set');
  });
});

describe("an ExecSync that passed its deadline says which command, and after how long", () => {
  test.each([
    [1n, "1s"],
    [60n, "1m0s"],
    [90n, "1m30s"],
    [3600n, "1h0m0s"],
  ])("%d", (timeout, text) => {
    const request = ExecSyncRequest.create({ cmd: ["sleep", "4321"], timeout });
    const error = CLIENT_RULES.execSync?.rephrase?.(
      new CriError("DeadlineExceeded", "context deadline exceeded"),
      request,
    );
    expect(error).toMatchObject({
      code: "DeadlineExceeded",
      message: `command timed out: "sleep 4321" timed out after ${text}`,
    });
  });

  test("other errors stay as they are", () => {
    const error = new CriError("NotFound", "x");
    expect(CLIENT_RULES.execSync?.rephrase?.(error, ExecSyncRequest.create())).toBe(error);
  });
});

test("a checkpoint with a timeout below zero is not sent", () => {
  const refuse = (timeout: bigint) => () =>
    CLIENT_RULES.checkpointContainer?.refuse?.(CheckpointContainerRequest.create({ containerId: "c", timeout }));
  expect(refuse(-1n)).toThrow('checkpoint of container "c" has timeout -1, want 0 or more');
  expect(refuse(0n)).not.toThrow();
});
