import { AuthConfig, ImageSpec } from "@crikit/cri-api";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createFixture, type Fixture } from "../fixtures/pod.ts";
import type { MockRuntimeOptions } from "./options.ts";

let fixture: Fixture;

const begin = (options: MockRuntimeOptions): void => {
  fixture = createFixture(options);
};

beforeEach(() => begin({}));

afterEach(() => fixture.runtime.close());

const pull = async (name: string, auth?: Parameters<typeof AuthConfig.fromPartial>[0]): Promise<string> => {
  const request = {
    image: ImageSpec.fromPartial({ image: name }),
    auth: auth && AuthConfig.fromPartial(auth),
    sandboxConfig: undefined,
  };
  return (await fixture.service.pullImage(request)).imageRef;
};

const find = async (name: string) =>
  (await fixture.service.imageStatus({ image: ImageSpec.fromPartial({ image: name }), verbose: false })).image;

test("an image is found by tag, digest, id and part of an id, and its id is what the pull answered", async () => {
  const imageRef = await pull("registry.k8s.io/pause:3.9");
  const image = await find("registry.k8s.io/pause:3.9");
  expect(image?.id).toBe(imageRef);
  for (const name of [imageRef, imageRef.slice(7), imageRef.slice(7, 19), image?.repoDigests[0] ?? ""])
    expect(await find(name)).toBe(image);
  expect(await find("registry.k8s.io/pause:3.8")).toBeUndefined();
});

test("the same content under several tags and registries is one image, and goes as one", async () => {
  const ids = [await pull("registry.k8s.io/pause:3.9"), await pull("k8s.gcr.io/pause:3.9")];
  expect(new Set(ids).size).toBe(1);
  expect((await find("k8s.gcr.io/pause:3.9"))?.repoTags).toEqual(["k8s.gcr.io/pause:3.9", "registry.k8s.io/pause:3.9"]);
  await fixture.service.removeImage({ image: ImageSpec.fromPartial({ image: "k8s.gcr.io/pause:3.9" }) });
  expect(await find("registry.k8s.io/pause:3.9")).toBeUndefined();
  await fixture.service.removeImage({ image: ImageSpec.fromPartial({ image: "k8s.gcr.io/pause:3.9" }) });
});

test("a pull by digest is the image that the tag had", async () => {
  const imageRef = await pull("example.com/app:1");
  const digest = (await find("example.com/app:1"))?.repoDigests[0] ?? "";
  await fixture.service.removeImage({ image: ImageSpec.fromPartial({ image: imageRef }) });
  expect(await pull(digest)).toBe(imageRef);
  expect(await find(digest)).toMatchObject({ repoTags: [], repoDigests: [digest] });
});

test("ids follow from references, whatever the runtime", async () => {
  const imageRef = await pull("example.com/app:1");
  await fixture.runtime.close();
  begin({});
  expect(await pull("example.com/app:1")).toBe(imageRef);
});

test("registries refuse, fail and recover by rule", async () => {
  begin({
    registries: [
      { match: "down.example.com", failure: "unavailable", failures: 1 },
      { match: "private.example.com", auth: { username: "me", password: "secret" } },
      { match: "signed.example.com", failure: "signature" },
    ],
  });
  await expect(pull("down.example.com/app:1")).rejects.toThrow("RegistryUnavailable: ");
  await pull("down.example.com/app:1");
  await expect(pull("private.example.com/app:1")).rejects.toMatchObject({ code: "PermissionDenied" });
  await pull("private.example.com/app:1", { auth: Buffer.from("me:secret").toString("base64") });
  await expect(pull("signed.example.com/app:1")).rejects.toThrow("SignatureValidationFailed: ");
});

test("a slow pull reports its progress and ends when it is given up", async () => {
  const steps: number[] = [];
  begin({
    clock: "manual",
    registries: [{ match: "slow.example.com", latencyMs: 1000 }],
    onPullProgress: ({ receivedBytes, totalBytes }) => steps.push(receivedBytes / totalBytes),
  });
  const done = pull("slow.example.com/app:1");
  await fixture.runtime.advance(1000);
  await done;
  expect(steps).toHaveLength(10);
  expect(steps.at(-1)).toBe(1);
  const abort = new AbortController();
  const given = fixture.service.pullImage(
    { image: ImageSpec.fromPartial({ image: "slow.example.com/app:2" }), auth: undefined, sandboxConfig: undefined },
    { signal: abort.signal },
  );
  setTimeout(() => abort.abort(), 5);
  await expect(given).rejects.toMatchObject({ code: "Canceled" });
});

test("only images of the catalogue can be pulled, if that is wanted", async () => {
  begin({ anyImage: false, images: { "team/app": { command: ["sleep", "infinity"], user: "1002", pinned: true } } });
  await expect(pull("busybox")).rejects.toMatchObject({ code: "NotFound" });
  await pull("example.com/team/app:1");
  expect(await find("example.com/team/app:1")).toMatchObject({ uid: { value: 1002n }, pinned: true });
});
