import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PodSandboxConfig } from "@crikit/cri-api";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createCniNetwork } from "./cni.ts";
import type { NetworkedSandbox } from "./pod-network.ts";

// A plugin in shell: it notes what it was asked, and answers ADD with two addresses.
const plugin = `#!/bin/sh
dir=$(dirname "$0")
cat >"$dir/input-$CNI_COMMAND.json"
echo "$CNI_COMMAND $CNI_CONTAINERID $CNI_NETNS $CNI_IFNAME $CNI_ARGS" >>"$dir/calls"
if [ -f "$dir/fail-$CNI_COMMAND" ]; then echo '{"code":11,"msg":"no address left"}'; exit 1; fi
if [ "$CNI_COMMAND" = ADD ]; then
  echo '{"cniVersion":"1.0.0","interfaces":[{"name":"br0"},{"name":"eth0","sandbox":"/x"}],"ips":[{"address":"10.1.0.1/16","interface":0},{"address":"10.1.0.5/16","interface":1},{"address":"fd00::5/64","interface":1}]}'
fi
`;

let folder = "";
const sandbox: NetworkedSandbox = {
  podSandboxId: "sb1",
  pid: 42,
  annotations: { "kubernetes.io/ingress-bandwidth": "10M" },
  facts: {
    name: "p",
    uid: "u",
    namespace: "n",
    attempt: 0,
    runtimeHandler: "",
    logDirectory: "",
    namespaces: { network: 0, pid: 0, ipc: 0, targetId: "" },
    networkMode: "cni",
    ports: [{ protocol: 1, containerPort: 53, hostPort: 5353, hostIp: "127.0.0.1" }],
  },
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "crikit-cni-"));
  for (const name of ["bin", "conf", "state"]) mkdirSync(join(folder, name));
  writeFileSync(join(folder, "bin", "fake"), plugin);
  chmodSync(join(folder, "bin", "fake"), 0o755);
  const capabilities = { portMappings: true, bandwidth: true };
  const network = { name: "net", cniVersion: "1.0.0", plugins: [{ type: "fake", capabilities }] };
  writeFileSync(join(folder, "conf", "10.conflist"), JSON.stringify(network));
});
afterEach(() => rmSync(folder, { recursive: true }));

const create = (warnings: string[] = []) =>
  createCniNetwork({
    configFolder: join(folder, "conf"),
    binFolders: [join(folder, "bin")],
    stateFolder: join(folder, "state"),
    cacheFolder: join(folder, "cache"),
    warn: (text) => warnings.push(text),
  });

const calls = (): string[] =>
  readFileSync(join(folder, "bin", "calls"), "utf8")
    .trim()
    .split("\n");

test("a pod's addresses come of the plugin's answer, and are known after a restart", async () => {
  const network = await create();
  expect(network.known("sb1")).toBeUndefined();
  expect(await network.setUp(sandbox, PodSandboxConfig.fromPartial({}))).toEqual(["10.1.0.5", "fd00::5"]);
  expect(calls()).toEqual([
    "ADD sb1 /proc/42/ns/net eth0 IgnoreUnknown=1;K8S_POD_NAMESPACE=n;K8S_POD_NAME=p;K8S_POD_INFRA_CONTAINER_ID=sb1;K8S_POD_UID=u",
  ]);
  const input = JSON.parse(readFileSync(join(folder, "bin", "input-ADD.json"), "utf8"));
  expect(input).toMatchObject({
    name: "net",
    cniVersion: "1.0.0",
    runtimeConfig: {
      portMappings: [{ hostPort: 5353, containerPort: 53, protocol: "udp", hostIP: "127.0.0.1" }],
      bandwidth: { ingressRate: 10_000_000, ingressBurst: 2_147_483_647 },
    },
  });
  const again = await create();
  expect(again.known("sb1")).toEqual({ ips: ["10.1.0.5", "fd00::5"] });
  await again.tearDown(sandbox);
  const undone = JSON.parse(readFileSync(join(folder, "bin", "input-DEL.json"), "utf8"));
  expect(undone.prevResult.ips).toHaveLength(3);
  expect(readdirSync(join(folder, "state"))).toEqual([]);
});

test("a plugin that fails is said in its words, and nothing is left", async () => {
  writeFileSync(join(folder, "bin", "fail-ADD"), "");
  const network = await create();
  await expect(network.setUp(sandbox, PodSandboxConfig.fromPartial({}))).rejects.toThrow(/"fake" ADD: no address left/);
  expect(calls().map((line) => line.split(" ")[0])).toEqual(["ADD", "DEL"]);
  expect(readdirSync(join(folder, "state"))).toEqual([]);
});

test("what belongs to no sandbox any more is taken down", async () => {
  const network = await create();
  await network.setUp(sandbox, PodSandboxConfig.fromPartial({}));
  await network.collect(new Set(["sb1"]));
  expect(calls()).toHaveLength(1);
  await network.collect(new Set());
  expect(calls()[1]).toMatch(/^DEL sb1 {2}eth0/);
  expect(existsSync(join(folder, "state", "sb1.json"))).toBe(false);
});

test("a pod that cri-dockerd has made is known by libcni's cache", async () => {
  mkdirSync(join(folder, "cache", "results"), { recursive: true });
  const config = readFileSync(join(folder, "conf", "10.conflist")).toString("base64");
  const result = { cniVersion: "1.0.0", ips: [{ address: "10.1.0.9/16" }] };
  const cached = { kind: "cniCacheV1", containerId: "old", config, result, cniArgs: [["K8S_POD_NAME", "q"]] };
  writeFileSync(join(folder, "cache", "results", "net-old-eth0"), JSON.stringify(cached));
  const network = await create();
  await network.collect(new Set(["old"]));
  expect(network.known("old")).toEqual({ ips: ["10.1.0.9"] });
  await network.tearDown({ ...sandbox, podSandboxId: "old", pid: 0 });
  expect(calls()).toEqual(["DEL old  eth0 IgnoreUnknown=1;K8S_POD_NAME=q"]);
});

test("without a network the status says what to do", async () => {
  rmSync(join(folder, "conf", "10.conflist"));
  const network = await create();
  expect(network.status()).toMatchObject({ ready: false, reason: "NetworkPluginNotReady" });
  await expect(network.prepare(PodSandboxConfig.fromPartial({}))).rejects.toThrow(/no CNI network in/);
});
