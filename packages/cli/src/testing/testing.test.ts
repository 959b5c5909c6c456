import { existsSync } from "node:fs";
import { CriError } from "@crikit/cri-api";
import { expect, test } from "@jest/globals";
import { type CriMatchers, criMatchers, startMockCri } from "./index.ts";

declare module "expect" {
  interface Matchers<R> extends CriMatchers<R> {}
}

expect.extend(criMatchers);

const POD = { metadata: { name: "web", namespace: "default", uid: "1", attempt: 0 }, labels: { app: "web" } };

test("a test drives the mock over a socket, asks what it has, and leaves nothing", async () => {
  const cri = await startMockCri({ seed: "1" });
  await cri.client.pullImage({ image: { image: "busybox" } });
  const { podSandboxId } = await cri.client.runPodSandbox({ config: POD });
  const config = { metadata: { name: "main" }, image: { image: "busybox" }, command: ["sleep", "100"] };
  const { containerId } = await cri.client.createContainer({ podSandboxId, config, sandboxConfig: POD });
  await cri.client.startContainer({ containerId });

  await expect(cri).toHaveContainer({ name: "main", state: "running", image: "busybox" });
  await expect(cri.service).toHaveContainer({ name: /^ma/, podSandboxId });
  await expect(cri).not.toHaveContainer({ name: "main", state: "exited" });
  await expect(cri).toHavePod({ name: "web", namespace: "default", state: "ready", labels: { app: "web" } });
  await expect(cri).not.toHavePod({ name: "db" });
  await expect(cri).toHaveImage("busybox");
  await expect(cri).not.toHaveImage("nginx");
  expect(cri).toHaveCalled("StartContainer", { containerId });
  expect(cri.mock).toHaveCalled("RunPodSandbox", { config: { metadata: { name: /^w/ } } });
  expect(cri).not.toHaveCalled("StopContainer");
  expect(cri).not.toHaveCalled("StartContainer", { containerId: "another" });

  await cri.close();
  expect(existsSync(cri.folder)).toBe(false);
});

test("a matcher that fails says what there is instead", async () => {
  await using cri = await startMockCri();
  await cri.client.runPodSandbox({ config: POD });
  await expect(expect(cri).toHavePod({ name: "db" })).rejects.toThrow(
    'expected the runtime to have a pod {"name":"db"}; it has default/web (ready)',
  );
  await expect(expect(cri).toHaveContainer()).rejects.toThrow("to have a container {}; it has none");
  expect(() => expect(cri).toHaveCalled("StopContainer")).toThrow(
    "expected call of StopContainer; there was RunPodSandbox",
  );
});

test("errors are injected and come over the socket", async () => {
  await using cri = await startMockCri();
  cri.mock.injectError("PullImage", new CriError("Unavailable", "RegistryUnavailable: try later"));
  const pull = () => cri.client.pullImage({ image: { image: "busybox" } });
  await expect(pull()).rejects.toMatchObject({ code: "Unavailable", message: "RegistryUnavailable: try later" });
  await pull();
});
