import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AuthConfig } from "@crikit/cri-api";
import { expect, test } from "@jest/globals";
import { nodeRegistryAuth, toRegistryAuth } from "./auth.ts";

const pair = Buffer.from("ann:s:ecret").toString("base64");

test.each([
  [
    { username: "ann", password: "x" },
    { username: "ann", password: "x", serveraddress: "r.io" },
  ],
  [{ auth: pair }, { username: "ann", password: "s:ecret", serveraddress: "r.io" }],
  [{ identityToken: "t" }, { identitytoken: "t", serveraddress: "r.io" }],
  [
    { registryToken: "t", serverAddress: "s.io" },
    { registrytoken: "t", serveraddress: "s.io" },
  ],
  [{}, undefined],
])("credentials %p are %p", (auth, expected) => {
  expect(toRegistryAuth(AuthConfig.fromPartial(auth), "r.io")).toEqual(expected);
});

test("an auth that is no pair is refused", () => {
  expect(() => toRegistryAuth(AuthConfig.fromPartial({ auth: "bm9wZQ==" }), "r.io")).toThrow(/user:password/);
});

test("the node's own credentials are found by registry", () => {
  const folder = mkdtempSync(join(tmpdir(), "crikit-auth-"));
  try {
    expect(nodeRegistryAuth("docker.io", folder)).toBeUndefined();
    const auths = { "https://index.docker.io/v1/": { auth: pair }, "r.io": { identitytoken: "t" } };
    writeFileSync(join(folder, "config.json"), JSON.stringify({ auths }));
    expect(nodeRegistryAuth("docker.io", folder)).toMatchObject({ username: "ann", password: "s:ecret" });
    expect(nodeRegistryAuth("r.io", folder)).toEqual({ identitytoken: "t", serveraddress: "r.io" });
    expect(nodeRegistryAuth("other.io", folder)).toBeUndefined();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
