import { CriError } from "@crikit/cri-api";
import { expect, test } from "@jest/globals";
import { Disagreement, runSequence } from "../fixtures/model.ts";
import { createFixture } from "../fixtures/pod.ts";

test("300 random sequences of calls agree with the model", async () => {
  const { runtime, service } = createFixture({ pullMs: 0 });
  for (let seed = 1; seed <= 300; seed++) await runSequence(service, { seed, length: 30 });
  expect((await service.listContainers({ filter: undefined })).containers).toEqual([]);
  expect((await service.listPodSandbox({ filter: undefined })).items).toEqual([]);
  await runtime.close();
});

test("the model notices a runtime that breaks a rule", async () => {
  const { runtime, service } = createFixture({ pullMs: 0 });
  const broken = {
    ...service,
    removeContainer: async () => {
      throw new CriError("NotFound", "no such container");
    },
  };
  const sequences = async (): Promise<void> => {
    for (let seed = 1; seed <= 20; seed++) await runSequence(broken, { seed, length: 30 });
  };
  await expect(sequences()).rejects.toThrow(Disagreement);
  await runtime.close();
});

test("sequences that run at the same time do not disturb each other", async () => {
  const { runtime, service } = createFixture({ pullMs: 0 });
  await service.pullImage({ image: spec("registry.k8s.io/pause:3.10"), auth: undefined, sandboxConfig: undefined });
  await service.pullImage({ image: spec("busybox:1"), auth: undefined, sandboxConfig: undefined });
  await Promise.all(Array.from({ length: 100 }, (_, seed) => runSequence(service, { seed: seed + 1000, length: 30 })));
  await runtime.close();
});

const spec = (image: string) => ({ image, annotations: {}, userSpecifiedImage: "", runtimeHandler: "", imageRef: "" });
