import { expect, test } from "@jest/globals";
import { readDockerOptions } from "./docker.ts";

const none = {
  "docker-endpoint": undefined,
  root: undefined,
  instance: undefined,
  "sandbox-image": undefined,
  "pinned-image": [],
  network: undefined,
  "network-bridge": undefined,
  "network-plugin-mtu": undefined,
  "ipv6-dual-stack": false,
  "cni-conf-dir": undefined,
  "cni-bin-dir": undefined,
  "cni-cache-dir": undefined,
  "image-pull-progress-deadline": undefined,
  "log-mode": undefined,
  "engine-place": undefined,
};

test("without flags pods get a bridge and logs are written here", () => {
  expect(readDockerOptions(none)).toMatchObject({
    network: { mode: "bridge" },
    logMode: "cri",
    place: "auto",
    instance: "",
  });
});

test("cri-dockerd's CNI flags choose CNI's folders", () => {
  const flags = { ...none, network: "cni", "cni-bin-dir": "/a, /b", "cni-conf-dir": "/c" };
  expect(readDockerOptions(flags).network).toEqual({
    mode: "cni",
    configFolder: "/c",
    binFolders: ["/a", "/b"],
    cacheFolder: undefined,
  });
});

test("an instance's name that Docker's names cannot hold is refused", () => {
  expect(() => readDockerOptions({ ...none, instance: "a_b" })).toThrow(/--instance/);
});
